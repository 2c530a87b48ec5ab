// A row of recorded answers, whoever wrote it: which scenario, which model, which draw, and what was said.
import { messageText } from '../harness/inspect-log.ts';
import { roleNamed } from '../rows/role-names.ts';
import { answerText, isCutOff } from './answer-text.ts';
import { failureReader } from '../rows/failed-row.ts';
import { answeringModel, findColumn, framingOf, SCENARIO_COLUMNS, studyId } from '../rows/column-names.ts';

/** One answer to one question. */
export interface RecordedAnswer {
  /** The scenario's id as the row has it. */
  readonly scenario?: string;
  /** What was asked, where the row says it: messages as `[role, content]` pairs in JSON. */
  readonly asked?: string;
  /** Who answered, where the row says it. */
  readonly model?: string;
  /** Orders several answers to one question. */
  readonly draw?: string;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

const ANSWER_COLUMNS = ['answer', 'response', 'completion', 'output', 'generation', 'reply'];
/** Read only where they hold a reply: a `result` may be a verdict as well. */
const REPLY_COLUMNS = ['result', 'choices', 'candidates'];
/** How the answer ended. */
const ENDING_COLUMNS = ['finish_reason', 'finishreason', 'stop_reason'];
const MODEL_COLUMNS = ['model', 'model_id', 'model_name'];
const DRAW_COLUMNS = ['draw', 'replicate', 'epoch', 'repetition', 'sample'];
/** Of a batch's rows the name that was given, not the one that the provider gave. */
const ID_COLUMNS = ['scenario', 'custom_id', ...SCENARIO_COLUMNS.id];

export interface AnswerReader {
  readonly used: readonly string[];
  readonly read: (fields: Fields) => readonly RecordedAnswer[];
  /** Whether the row says that its answer failed, or was cut off at a limit: it holds none then. */
  readonly isFailed: (fields: Fields) => boolean;
}

/** Reads rows with these columns; undefined where none of them holds an answer. */
export function answerReader(columns: readonly string[]): AnswerReader | undefined {
  const found = {
    id: findColumn(columns, ID_COLUMNS),
    queryKey: findColumn(columns, SCENARIO_COLUMNS.queryKey),
    chunk: findColumn(columns, SCENARIO_COLUMNS.chunk),
    entry: findColumn(columns, SCENARIO_COLUMNS.entry),
    nudge: findColumn(columns, SCENARIO_COLUMNS.nudge),
    query: findColumn(columns, SCENARIO_COLUMNS.query),
    messages: findColumn(columns, SCENARIO_COLUMNS.messages),
    model: findColumn(columns, MODEL_COLUMNS),
    draw: findColumn(columns, DRAW_COLUMNS),
    answer: findColumn(columns, ANSWER_COLUMNS),
    reply: findColumn(columns, REPLY_COLUMNS),
    ending: findColumn(columns, ENDING_COLUMNS),
  };
  const byModel = columns.flatMap((column) => {
    const model = answeringModel(column);
    return model === undefined || column === found.answer ? [] : [{ column, model }];
  });
  const holders = [found.answer, found.reply, found.messages];
  if (byModel.length === 0 && holders.every((column) => column === undefined)) return undefined;
  const failures = failureReader(columns);
  const isFailed = (fields: Fields): boolean => {
    const cell = (column: string | undefined): unknown => (column === undefined ? undefined : fields[column]);
    return failures.didNotRun(fields) || isCutOff({ finish_reason: cell(found.ending) });
  };
  const named = Object.values(found).filter((column) => column !== undefined);
  return {
    isFailed,
    used: [...named, ...failures.used, ...byModel.map(({ column }) => column)],
    read: (fields) => {
      const cell = (column: string | undefined): unknown =>
        column !== undefined && Object.hasOwn(fields, column) ? fields[column] : undefined;
      const turns = splitConversation(cell(found.messages));
      const turnsOrReply = (): string | undefined => replyText(found.reply, cell(found.reply)) ?? turns?.answer;
      const about = {
        ...present('scenario', scenarioId(found, cell)),
        ...present('asked', turns?.asked ?? askedText(cell(found.query))),
        ...present('draw', wordOf(cell(found.draw))),
      };
      const said = isFailed(fields)
        ? undefined
        : found.answer === undefined
          ? turnsOrReply()
          : answerText(cell(found.answer));
      const own = said === undefined ? [] : [{ ...about, ...present('model', wordOf(cell(found.model))), text: said }];
      const others = byModel.flatMap(({ column, model }): readonly RecordedAnswer[] => {
        const text = answerText(cell(column));
        return text === undefined ? [] : [{ ...about, model, text }];
      });
      return [...own, ...others];
    },
  };
}

function replyText(column: string | undefined, value: unknown): string | undefined {
  return column === undefined || typeof value !== 'object' ? undefined : answerText({ [column.toLowerCase()]: value });
}

/** Messages as the bank and an answer's row can be held against each other. */
export function askedKey(messages: readonly { readonly role: string; readonly content: string }[]): string {
  return JSON.stringify(messages.map(({ role, content }) => [role, content.trim()]));
}

type Columns = Readonly<Record<'id' | 'queryKey' | 'chunk' | 'entry' | 'nudge', string | undefined>>;

function scenarioId(found: Columns, cell: (column: string | undefined) => unknown): string | undefined {
  const [chunk, entry] = [wordOf(cell(found.chunk)), wordOf(cell(found.entry))];
  const key = wordOf(cell(found.queryKey));
  const nudge = wordOf(cell(found.nudge)) ?? key;
  const framing = nudge === undefined ? undefined : (framingOf(nudge) ?? nudge);
  if (chunk !== undefined && entry !== undefined && framing !== undefined) return studyId({ chunk, entry, framing });
  return wordOf(cell(found.id)) ?? (key !== undefined && framingOf(key) === undefined ? key : undefined);
}

/** A logged conversation: what was asked, and the answer at its end. */
function splitConversation(value: unknown): { readonly asked: string; readonly answer?: string } | undefined {
  if (!Array.isArray(value)) return undefined;
  const messages = value.map((message) => {
    const { role, from, content, value: said } = (message ?? {}) as Fields;
    return { role: roleNamed(String(role ?? from)), content: messageText(content ?? said) ?? '' };
  });
  const last = messages.at(-1);
  if (last?.role !== 'assistant') return { asked: askedKey(messages) };
  return { asked: askedKey(messages.slice(0, -1)), answer: last.content };
}

/** The question, or the messages before the answer, as `askedKey` has them; undefined for anything else. */
export function askedText(value: unknown): string | undefined {
  if (Array.isArray(value)) return splitConversation(value)?.asked;
  return typeof value === 'string' ? askedKey([{ role: 'user', content: value }]) : undefined;
}

function wordOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
}

function present<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, string>>);
}
