// A row of someone else's table becomes a bank line, by the recognised columns; the bank's schema judges it afterwards.
import { whereDefined } from '../../core/where-defined.ts';
import type { Ruling } from '../../core/study-words.ts';
import { sha256 } from '../../core/canonical-json.ts';
import { disagreementsBySubset } from '../../scenarios/disagreement.ts';
import { ID_PATTERN } from '../../scenarios/scenario-schema.ts';
import type { Scored, ValuePositions } from '../../scenarios/scored.ts';
import {
  BadRow,
  cellOf,
  disagreementIn,
  isTrue,
  listIn,
  positionIn,
  promptIn,
  rulingIn,
  structureIn,
  systemIn,
  textIn,
  type Cell,
} from './cell.ts';
import { conversationIn, turnsIn } from './conversation.ts';
import { framingOf, studyId } from '../../scenarios/rows/column-names.ts';
import type { ColumnRole, RecognisedColumns } from './columns.ts';
import { bigintAsNumber } from '../../scenarios/rows/raw-row.ts';
import { spectrumIn } from './spectrum.ts';

export type ConvertedRow =
  | {
      readonly status: 'converted';
      readonly value: Readonly<Record<string, unknown>>;
      /** Cells that could not be read and are left out, each with the reason. The scenario itself is kept. */
      readonly leftOut: readonly string[];
    }
  | { readonly status: 'bad'; readonly reason: string };

type Fields = Readonly<Record<string, unknown>>;

/** What the cells read so far amount to. */
interface Draft {
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

/** The bank line (not yet validated) of one row. Its id: chunk, entry and nudge; else an id column; else the content's hash. */
export function convertRow(fields: Fields, columns: RecognisedColumns): ConvertedRow {
  if (isAnswer(fields, columns)) return { status: 'bad', reason: 'a turn of the assistant: no query' };
  const draft: Draft = { line: {}, positions: new Map(), rulings: new Map(), topics: [], leftOut: [] };
  try {
    for (const [column, role] of columns.roles) {
      const cell = cellOf(valueAt(fields, column));
      if (cell === undefined) continue;
      try {
        readCell(draft, role, { column, cell });
      } catch (error) {
        if (!(error instanceof BadRow) || NEEDED.has(role.kind)) throw error;
        draft.leftOut.push(error.message);
      }
    }
    return { status: 'converted', value: finish(draft, columns), leftOut: draft.leftOut };
  } catch (error) {
    if (error instanceof BadRow) return { status: 'bad', reason: error.message };
    throw error;
  }
}

/** One turn a row, each with who says it (OpenAssistant). */
function isAnswer({ role }: Fields, { roles }: RecognisedColumns): boolean {
  return !roles.has('role') && typeof role === 'string' && /^(?:assistant|gpt|bot|model|ai)$/i.test(role);
}

/** Columns that a row must have: without them it is no scenario, or another one. */
const NEEDED: ReadonlySet<ColumnRole['kind']> = new Set([
  'id',
  'query',
  'messages',
  'system',
  'chunk',
  'entry',
  'queryKey',
  'model',
]);

/** A column's cell; of a nested object by its path, `doc.question`. */
function valueAt(fields: Fields, column: string): unknown {
  if (Object.hasOwn(fields, column)) return fields[column];
  let value: unknown = fields;
  for (const part of column.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Fields)[part];
  }
  return value;
}

function readCell(draft: Draft, role: ColumnRole, { column, cell }: { column: string; cell: Cell }): void {
  const { line } = draft;
  switch (role.kind) {
    case 'position': {
      const known = draft.positions.get(role.model) ?? { value1: null, value2: null };
      draft.positions.set(role.model, { ...known, [role.value]: positionIn(column, cell) });
      return;
    }
    case 'ruling':
      draft.rulings.set(role.judge, rulingIn(column, cell));
      return;
    case 'topic':
      if (isTrue(cell)) draft.topics.push(role.topic);
      return;
    case 'chunk':
    case 'entry':
    case 'model':
    case 'queryKey':
      draft[role.kind] = textIn(column, cell);
      return;
    case 'messages':
      keepMessages(
        draft,
        turnsIn(typeof cell === 'string' && TRANSCRIPT.test(cell) ? cell : structureIn(column, cell)),
      );
      return;
    case 'rubric1':
    case 'rubric2':
      line[role.kind] = spectrumIn(column, cell);
      return;
    case 'clauses':
    case 'topics':
      line[role.kind] = listIn(column, cell);
      return;
    case 'disagreement': {
      line['disagreement'] = disagreementIn(column, cell);
      const subset = /^max_pop_std_(.+)$/i.exec(column)?.[1];
      if (subset !== undefined) draft.subset = subset;
      return;
    }
    case 'query': {
      // openai/evals and chat data sets: what is asked is a list of messages.
      const asked = promptIn(cell);
      if (typeof asked === 'string') line['query'] = asked;
      else keepMessages(draft, asked);
      return;
    }
    case 'system':
      draft.system = systemIn(column, cell);
      return;
    case 'material':
      draft.material = { text: textIn(column, cell), stands: role.stands };
      return;
    case 'nudge':
      line['nudge'] = framingOf(textIn(column, cell)) ?? textIn(column, cell);
      return;
    case 'answer':
      return;
    case 'id':
    case 'value1':
    case 'value2':
    case 'source':
      line[role.kind] = textIn(column, cell);
  }
}

/** A conversation as one text. */
const TRANSCRIPT = /^\s*(?:Human|User|System):/;

function keepMessages({ line, leftOut }: Draft, value: unknown): void {
  const conversation = conversationIn(value);
  line['messages'] = conversation.messages;
  if (conversation.leftOut !== undefined) leftOut.push(conversation.leftOut);
}

function finish(draft: Draft, { shape }: RecognisedColumns): Fields {
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
