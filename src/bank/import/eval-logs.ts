// Outputs of other evaluation tools as plain rows: promptfoo's results file and Inspect's JSON log.
import type { ColumnMap } from './import-event.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The rows of a recognised file, and the columns they have. */
export interface EvalLog {
  readonly columns: ColumnMap;
  readonly rows: readonly Fields[];
}

/** Undefined if the file is no such output. */
export function readEvalLog(value: unknown): EvalLog | undefined {
  return readPromptfoo(value) ?? readInspect(value);
}

/** `promptfoo eval --output results.json`: one result a test case, prompt and provider; `prompt.raw` is what was sent. */
function readPromptfoo(value: unknown): EvalLog | undefined {
  const outer = member(value, 'results');
  const results = Array.isArray(outer) ? outer : member(outer, 'results');
  if (!Array.isArray(results)) return undefined;
  const rows = results.map((result): Fields => {
    const raw = member(member(result, 'prompt'), 'raw');
    // A chat prompt is the JSON text of its messages.
    return typeof raw === 'string' && /^\s*\[\s*\{/.test(raw) ? { messages: raw } : { query: raw };
  });
  const ignored = ['vars', 'provider', 'gradingResult', 'success'].map((column) => ({
    column,
    reason: 'unknown' as const,
  }));
  const answers = { column: 'response.output', reason: 'model answer' as const };
  const used = [{ column: 'prompt.raw', as: 'query' }];
  return { columns: { shape: 'promptfoo', used, ignored: [answers, ...ignored] }, rows };
}

/** Inspect's log (`inspect log convert --to json`): one sample an epoch; `input` is a text or messages. */
function readInspect(value: unknown): EvalLog | undefined {
  const samples = member(value, 'samples');
  if (!Array.isArray(samples) || member(value, 'eval') === undefined) return undefined;
  const rows = samples.map((sample): Fields => {
    const input = member(sample, 'input');
    const id = member(sample, 'id');
    return Array.isArray(input) ? { id, messages: input.map((message) => flatten(message)) } : { id, query: input };
  });
  const ignored = ['messages', 'output', 'scores', 'target', 'metadata'].map((column) => ({
    column,
    reason: column === 'output' || column === 'messages' ? ('model answer' as const) : ('unknown' as const),
  }));
  const used = [
    { column: 'id', as: 'id' },
    { column: 'input', as: 'query' },
  ];
  return { columns: { shape: 'inspect', used, ignored }, rows };
}

/** A message with its text parts joined; other parts make the row a reject, since the bank holds text only. */
function flatten(message: unknown): unknown {
  const content = member(message, 'content');
  const role = member(message, 'role');
  if (!Array.isArray(content)) return { role, content };
  const texts = content.map((part) => member(part, 'text'));
  return { role, content: texts.every((text) => typeof text === 'string') ? texts.join('\n') : content };
}

function member(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Fields)[key] : undefined;
}
