// One item of an experiment, whichever platform wrote it: what was asked, what was answered, and how each evaluator scored it.
import { parseUntrustedJson } from '../../core/untrusted-json.ts';
import { parsePython } from '../rows/python-literal.ts';

export type Fields = Readonly<Record<string, unknown>>;

export interface ItemScore {
  readonly name: string;
  /** As the platform wrote it. Undefined or null where its evaluator failed or said nothing. */
  readonly value: unknown;
}

export interface ExperimentItem {
  /** The data set's own id of the item; absent where there is none that outlives the run. */
  readonly id?: string;
  /** Whether another data set may give the id to another item, since it only counts. */
  readonly counts?: true;
  /** A text, messages, or the fields of an input. */
  readonly asked: unknown;
  readonly answer?: unknown;
  readonly model?: string;
  /** The experiment's name: where a file holds several, each stands for a model. */
  readonly experiment?: string;
  readonly replicate?: string;
  /** The platform's own id of this run of the item, another one every time. */
  readonly run?: string;
  readonly group?: string;
  /** What was tested did not run to its end. Evaluators score such an item all the same, and not for what a model said. */
  readonly isFailed: boolean;
  /** Two of one name where two evaluators, or a person and one, scored under it. */
  readonly scores: readonly ItemScore[];
  /** What the platform itself makes of the item; `open`: some of its evaluators failed and none says no. Absent where it leaves that to people. */
  readonly verdict?: 'passed' | 'failed' | 'open';
}

/** Whose an item is among these: of several experiments each stands for a model. Undefined where nothing says it. */
export function modelReader(items: readonly ExperimentItem[]): (item: ExperimentItem) => string | undefined {
  const hasExperiments = new Set(items.map(({ experiment }) => experiment)).size > 1;
  return ({ experiment, model }) => (hasExperiments ? experiment : model);
}

/** The items of one row, or none where the row is only a part of another's. */
export type ReadItems = (fields: Fields) => readonly ExperimentItem[];

/** The members of an object, none for anything else. */
export function membersOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The objects of a list, none for anything else. */
export function objectsIn(value: unknown): readonly Fields[] {
  return Array.isArray(value)
    ? value.flatMap((one) => (Object.keys(membersOf(one)).length > 0 ? [one as Fields] : []))
    : [];
}

/** An id or a name: a text that is not blank, or a number. */
export function wordIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

/** The columns below `outer`, without it: `inputs.question` is `question` of `inputs.`. */
export function columnsBelow(fields: Fields, outer: string): Fields {
  const own = Object.entries(fields).filter(([column]) => column.startsWith(outer));
  return Object.fromEntries(own.map(([column, value]) => [column.slice(outer.length), value]));
}

/** A cell of a table that holds JSON, or what Python prints in its place; any other as it is. */
export function structured(cell: unknown): unknown {
  if (typeof cell !== 'string' || !/^\s*[{[]/.test(cell)) return cell;
  const json = parseUntrustedJson(cell);
  return json.status === 'parsed' ? json.value : (parsePython(cell) ?? cell);
}
