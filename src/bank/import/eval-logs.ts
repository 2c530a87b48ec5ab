// Outputs of other evaluation tools as plain rows: what promptfoo sent, and the samples of an Inspect log.
import type { HarnessFile } from '../../io/harness-file.ts';
import type { ColumnMap } from './import-event.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The rows of a recognised file, and the columns they have. */
export interface EvalLog {
  readonly columns: ColumnMap;
  readonly rows: () => AsyncIterable<Fields>;
}

/** Undefined if the file is no such output. */
export function readEvalLog(file: HarnessFile): EvalLog | undefined {
  if (file.kind === 'promptfoo') {
    const { results } = file;
    return {
      columns: {
        shape: 'promptfoo',
        used: [{ column: 'prompt.raw', as: 'query' }],
        ignored: [
          { column: 'response.output', reason: 'model answer' },
          ...['vars', 'provider', 'gradingResult', 'success'].map((column) => ({ column, reason: 'unknown' as const })),
        ],
      },
      async *rows() {
        for (const { prompt } of results) yield { query: prompt };
      },
    };
  }
  if (file.kind !== 'inspect') return undefined;
  const { log } = file;
  return {
    columns: {
      shape: 'inspect',
      used: [
        { column: 'id', as: 'id' },
        { column: 'input', as: 'query' },
      ],
      ignored: [
        ...['output', 'messages'].map((column) => ({ column, reason: 'model answer' as const })),
        ...['scores', 'target', 'metadata'].map((column) => ({ column, reason: 'unknown' as const })),
      ],
    },
    async *rows() {
      for await (const { id, input } of log.samples()) yield { id, query: input };
    },
  };
}
