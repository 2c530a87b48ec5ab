// What the cells of a foreign row amount to, and the bank line that is made of them.
import { sha256 } from '../../core/canonical-json.ts';
import type { Ruling } from '../../core/study-words.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { disagreementsBySubset } from '../../scenarios/disagreement.ts';
import { framingOf, studyId } from '../../scenarios/rows/column-names.ts';
import { bigintAsNumber } from '../../scenarios/rows/raw-row.ts';
import { ID_PATTERN } from '../../scenarios/scenario-schema.ts';
import type { Scored, ValuePositions } from '../../scenarios/scored.ts';
import { BadRow } from './cell.ts';
import type { RecognisedColumns } from './columns.ts';

/** What the cells read so far amount to. */
export interface Draft {
  /** Fields of the bank line as they are. */
  readonly line: Record<string, unknown>;
  readonly positions: Map<string, ValuePositions>;
  readonly rulings: Map<string, Ruling>;
  readonly topics: string[];
  readonly leftOut: string[];
  /** What stands above the conversation. */
  system?: string;
  material?: { readonly text: string; readonly stands: 'before' | 'after' };
  chunk?: string;
  entry?: string;
  queryKey?: string;
  model?: string;
  /** Whose disagreement a `max_pop_std_<subset>` column states. */
  subset?: string;
}

export function emptyDraft(): Draft {
  return { line: {}, positions: new Map(), rulings: new Map(), topics: [], leftOut: [] };
}

/** The bank line, not yet validated. @throws BadRow for rulings that name no model */
export function finishDraft(
  draft: Draft,
  { shape }: Pick<RecognisedColumns, 'shape'>,
): Readonly<Record<string, unknown>> {
  const { line, topics, material } = draft;
  if (material !== undefined && typeof line['query'] === 'string') {
    const parts = [line['query'], material.text];
    line['query'] = (material.stands === 'before' ? parts.toReversed() : parts).join('\n\n');
  }
  if (draft.system !== undefined) askUnder(draft, draft.system);
  const framing = framingOf(draft.queryKey ?? '');
  if (line['nudge'] === undefined && framing !== undefined && line['value1'] !== undefined) line['nudge'] = framing;
  completePairs(draft);
  const scored: Scored = shape === 'study-judgments' ? rulingsOf(draft) : scoresOf(draft);
  const disagreement = scored.disagreements?.['all'];
  return {
    ...line,
    id: chooseId(draft),
    ...(topics.length > 0 && { topics: [...(Array.isArray(line['topics']) ? line['topics'] : []), ...topics] }),
    ...whereDefined({ disagreement }),
    ...(Object.keys(scored).length > 0 && { scored }),
  };
}

/** The query, or the conversation, below its instructions; a conversation that has some of its own keeps those. */
function askUnder({ line, leftOut }: Draft, system: string): void {
  const { query, messages } = line;
  const turns = typeof query === 'string' ? [{ role: 'user', content: query }] : messages;
  if (!Array.isArray(turns)) return;
  if (turns.some((turn) => isInstruction(turn))) {
    leftOut.push('instructions beside a conversation that has its own');
    return;
  }
  delete line['query'];
  line['messages'] = [{ role: 'system', content: system }, ...(turns as readonly unknown[])];
}

function isInstruction(turn: unknown): boolean {
  const { role } = Object(turn) as { readonly role?: unknown };
  return role === 'system' || role === 'developer';
}

function scoresOf({ positions }: Draft): Scored {
  if (positions.size === 0) return {};
  const scores = Object.fromEntries(positions);
  const disagreements = disagreementsBySubset(scores);
  return Object.keys(disagreements).length === 0 ? { scores } : { scores, disagreements };
}

function rulingsOf({ model, rulings, subset, line }: Draft): Scored {
  if (model === undefined) throw new BadRow('no model: whose response is ruled on?');
  const compliance = { [model]: Object.fromEntries(rulings) };
  return subset === undefined
    ? { compliance }
    : { compliance, disagreements: { [subset]: Number(line['disagreement']) } };
}

/** Rubrics come in pairs, with the values they measure: one alone is left out. */
function completePairs({ line, leftOut }: Draft): void {
  const hasBoth = line['rubric1'] !== undefined && line['rubric2'] !== undefined && line['value1'] !== undefined;
  if (hasBoth || (line['rubric1'] === undefined && line['rubric2'] === undefined)) return;
  delete line['rubric1'];
  delete line['rubric2'];
  leftOut.push('rubrics without both values: one spectrum alone measures nothing');
}

/**
 * The study's chunk, entry and framing; else an id column; else a hash of the content. A `query_key` that only names the
 * framing stands in hundreds of rows: it is part of an id and none by itself.
 */
function chooseId({ chunk, entry, queryKey, line }: Draft): string {
  const { id, query, messages, value1, value2, nudge } = line;
  const framing = typeof nudge === 'string' ? nudge : (framingOf(queryKey ?? '') ?? queryKey);
  if (chunk !== undefined && entry !== undefined && framing !== undefined && ID_PATTERN.test(framing)) {
    return studyId({ chunk, entry, framing });
  }
  if (typeof id === 'string' && ID_PATTERN.test(id)) return id;
  if (queryKey !== undefined && framingOf(queryKey) === undefined && ID_PATTERN.test(queryKey)) return queryKey;
  return `q-${sha256(JSON.stringify([query, messages, value1, value2, nudge], bigintAsNumber)).slice(0, 16)}`;
}
