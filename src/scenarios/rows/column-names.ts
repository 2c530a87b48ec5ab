// Usual names of the columns that say which scenario a row is about, and what a model answered.

/** Spellings by field, the likeliest first; in lower case. */
export const SCENARIO_COLUMNS = {
  id: ['id', 'scenario_id', 'key'],
  /** The study's judge rows: which framing, or an id of its own. */
  queryKey: ['query_key'],
  query: ['query', 'question', 'prompt', 'input', 'text', 'instruction', 'user_query', 'goal', 'behavior', 'problem'],
  messages: ['messages', 'conversation', 'conversations', 'turns'],
  value1: ['value1', 'value_1'],
  value2: ['value2', 'value_2'],
  nudge: ['nudge', 'nudge_direction'],
  chunk: ['chunk_idx', 'chunk_index'],
  entry: ['entry_idx', 'entry_index'],
} as const;

/** Columns that are one query together: what is asked, and what it is about. */
export const QUERY_MATERIAL: readonly {
  readonly query: string;
  readonly material: string;
  readonly stands: 'before' | 'after';
}[] = [
  { query: 'instruction', material: 'input', stands: 'after' }, // Alpaca and what followed it
  { query: 'instruction', material: 'context', stands: 'after' }, // Dolly
  { query: 'question', material: 'context', stands: 'before' }, // SQuAD, and answers from documents
  { query: 'behavior', material: 'contextstring', stands: 'before' }, // HarmBench
];

/** How a name that no list has ends where it names what is asked: `forbidden_prompt`, `userQuestion`. */
const ASKED = /(?:^|[_\s.-])(?:prompt|question|query|request|instruction|message)s?$/;
const NOT_ASKED = /system|negative|expected|output|num|count/;

/** The one column whose name ends as a query's does; undefined where none does, or several. */
export function queryByEnding(names: readonly string[]): string | undefined {
  const asked = names.filter((name) => {
    const words = name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
    return ASKED.test(words) && !NOT_ASKED.test(words);
  });
  return asked.length === 1 ? asked[0] : undefined;
}

/** The first of the spellings that is a column, in whatever case. */
export function findColumn(names: readonly string[], spellings: readonly string[]): string | undefined {
  for (const spelling of spellings) {
    const column = names.find((name) => name.toLowerCase() === spelling);
    if (column !== undefined) return column;
  }
  return undefined;
}

/** The model whose answers a column holds: `response_claude_opus_4` (the published data set), `claude_opus_4_response`. */
export function answeringModel(column: string): string | undefined {
  return /^response_(.+)$/.exec(column)?.[1] ?? /^(.+)_response$/.exec(column)?.[1];
}

const FRAMINGS: readonly (readonly [RegExp, 'neutral' | 'value1' | 'value2'])[] = [
  [/^(?:neutral|original|base|query)(?:_?query)?$/, 'neutral'],
  [/^(?:nudged?_?|query_?|biased_?)?value_?1(?:_?(?:query|nudged?|biased))?$/, 'value1'],
  [/^(?:nudged?_?|query_?|biased_?)?value_?2(?:_?(?:query|nudged?|biased))?$/, 'value2'],
];

/** Which of a value pair's three framings a word names. */
export function framingOf(word: string): 'neutral' | 'value1' | 'value2' | undefined {
  const plain = word.trim().toLowerCase().replaceAll(/[ -]/g, '_');
  return FRAMINGS.find(([pattern]) => pattern.test(plain))?.[1];
}

/** The published data set's id of a scenario; two of its configurations that hold the same one agree on it. */
export function studyId(row: { readonly chunk: string; readonly entry: string; readonly framing: string }): string {
  return `${row.chunk}_${row.entry}_${row.framing}`;
}
