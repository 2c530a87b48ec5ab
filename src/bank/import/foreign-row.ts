// A row of someone else's table becomes a bank line, by the recognised columns; the bank's schema judges it afterwards.
import type { Ruling } from '../../core/study-words.ts';
import { sha256 } from '../../core/canonical-json.ts';
import { disagreementsBySubset } from '../../scenarios/disagreement.ts';
import { ID_PATTERN } from '../../scenarios/scenario-schema.ts';
import type { Scored, ValuePositions } from '../../scenarios/scored.ts';
import { BadRow, cellOf, isTrue, listIn, numberIn, rulingIn, structureIn, textIn, type Cell } from './cell.ts';
import type { ColumnRole, RecognisedColumns } from './columns.ts';
import { bigintAsNumber } from '../../scenarios/rows/raw-row.ts';
import { readSpectrum } from './spectrum.ts';

export type ConvertedRow =
  | { readonly status: 'converted'; readonly value: Readonly<Record<string, unknown>> }
  | { readonly status: 'bad'; readonly reason: string };

type Fields = Readonly<Record<string, unknown>>;

/** What the cells read so far amount to. */
interface Draft {
  /** Fields of the bank line as they are. */
  readonly line: Record<string, unknown>;
  readonly positions: Map<string, ValuePositions>;
  readonly rulings: Map<string, Ruling>;
  readonly topics: string[];
  chunk?: string;
  entry?: string;
  model?: string;
  /** Whose disagreement a `max_pop_std_<subset>` column states. */
  subset?: string;
}

/** The bank line (not yet validated) of one row. Its id: chunk, entry and nudge; else an id column; else the content's hash. */
export function convertRow(fields: Fields, columns: RecognisedColumns): ConvertedRow {
  const draft: Draft = { line: {}, positions: new Map(), rulings: new Map(), topics: [] };
  try {
    for (const [column, role] of columns.roles) {
      const cell = cellOf(fields[column]);
      if (cell !== undefined) readCell(draft, role, { column, cell });
    }
    return { status: 'converted', value: finish(draft, columns) };
  } catch (error) {
    if (error instanceof BadRow) return { status: 'bad', reason: error.message };
    throw error;
  }
}

function readCell(draft: Draft, role: ColumnRole, { column, cell }: { column: string; cell: Cell }): void {
  const { line } = draft;
  switch (role.kind) {
    case 'position': {
      const known = draft.positions.get(role.model) ?? { value1: null, value2: null };
      draft.positions.set(role.model, { ...known, [role.value]: numberIn(column, cell) });
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
      draft[role.kind] = textIn(column, cell);
      return;
    case 'messages':
      line['messages'] = structureIn(column, cell);
      return;
    case 'rubric1':
    case 'rubric2':
      line[role.kind] = readSpectrum(cell);
      if (line[role.kind] === undefined) throw new BadRow(`${column}: not seven strategies`);
      return;
    case 'clauses':
    case 'topics':
      line[role.kind] = listIn(column, cell);
      return;
    case 'disagreement': {
      line['disagreement'] = numberIn(column, cell);
      const subset = /^max_pop_std_(.+)$/i.exec(column)?.[1];
      if (subset !== undefined) draft.subset = subset;
      return;
    }
    case 'id':
    case 'query':
    case 'value1':
    case 'value2':
    case 'nudge':
    case 'source':
      line[role.kind] = textIn(column, cell);
  }
}

function finish(draft: Draft, { shape }: RecognisedColumns): Fields {
  const { line, topics } = draft;
  const scored: Scored = shape === 'study-judgments' ? rulingsOf(draft) : scoresOf(draft);
  const disagreement = scored.disagreements?.['all'];
  return {
    ...line,
    id: chooseId(draft),
    ...(topics.length > 0 && { topics: [...(Array.isArray(line['topics']) ? line['topics'] : []), ...topics] }),
    ...(disagreement !== undefined && { disagreement }),
    ...(Object.keys(scored).length > 0 && { scored }),
  };
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

function chooseId({ chunk, entry, line }: Draft): string {
  const { id, query, messages, value1, value2, nudge } = line;
  if (chunk !== undefined && entry !== undefined && typeof nudge === 'string') return `${chunk}_${entry}_${nudge}`;
  if (typeof id === 'string' && ID_PATTERN.test(id)) return id;
  return `q-${sha256(JSON.stringify([query, messages, value1, value2, nudge], bigintAsNumber)).slice(0, 16)}`;
}
