// A row of someone else's table becomes a bank line, by the recognised columns; the bank's schema judges it afterwards.
import { framingOf } from '../../scenarios/rows/column-names.ts';
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
import type { ColumnRole } from './column-roles.ts';
import type { RecognisedColumns } from './columns.ts';
import { conversationIn, turnsIn } from './conversation.ts';
import { emptyDraft, finishDraft, type Draft } from './draft-line.ts';
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

/** The bank line (not yet validated) of one row. Its id: chunk, entry and nudge; else an id column; else the content's hash. */
export function convertRow(fields: Fields, columns: RecognisedColumns): ConvertedRow {
  if (isAnswer(fields, columns)) return { status: 'bad', reason: 'a turn of the assistant: no query' };
  const draft = emptyDraft();
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
    return { status: 'converted', value: finishDraft(draft, columns), leftOut: draft.leftOut };
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
