// What an import came to: counts, how each source's columns were read, and why rows were left out.
import type { ColumnMap, ImportEvent } from '../import/import-event.ts';

export interface SourceSummary {
  readonly source: string;
  /** Several where a file's rows have different shapes. */
  readonly shapes: readonly ColumnMap['shape'][];
  readonly used: ColumnMap['used'];
  readonly ignored: ColumnMap['ignored'];
  /** Rows that became a scenario, or told more of one. */
  readonly scenarios: number;
  /** Rows that said what an earlier row of this source said. */
  readonly repeats: number;
  readonly rejects: number;
  /** Cells that could not be read and were left out of their scenarios, most frequent reason first. */
  readonly cells: readonly { readonly reason: string; readonly count: number }[];
  /** Scenarios whose number another set had: they have the file's name before it. */
  readonly renamed: number;
}

/** What became of the scenarios in the bank file. */
export interface ImportSummary {
  readonly bank: string;
  readonly sources: readonly SourceSummary[];
  readonly before: number;
  readonly added: number;
  /** In the bank already, with something to add from the import. */
  readonly filled: number;
  /** In the bank already, and nothing to add. */
  readonly unchanged: number;
  readonly after: number;
  /** Most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  /** Where the rows left out are, if there are any. */
  readonly rejectFile?: string;
}

/** Different reasons that are counted one by one; texts of rows may be part of them. */
const MOST_REASONS = 1000;

export interface ImportTally {
  readonly add: (event: Exclude<ImportEvent, { kind: 'reject' }>) => void;
  readonly reject: (reason: string) => void;
  readonly rename: () => void;
  readonly summary: () => SourceSummary;
}

/** Names of columns that nothing is made of: a file may have another one in every row. */
const MOST_IGNORED = 10_000;

/** Adds up one source's events; `reasons` collects over all sources. */
export function createImportTally(source: string, reasons: Map<string, number>): ImportTally {
  const shapes = new Set<ColumnMap['shape']>();
  const used = new Map<string, ColumnMap['used'][number]>();
  const ignored = new Map<string, ColumnMap['ignored'][number]>();
  const cells = new Map<string, number>();
  let [scenarios, repeats, rejects, renamed] = [0, 0, 0, 0];
  return {
    add: (event) => {
      if (event.kind === 'scenario') {
        scenarios += 1;
        for (const reason of event.leftOut ?? []) countReason(cells, reason);
      }
      if (event.kind === 'repeat') repeats += 1;
      if (event.kind !== 'columns') return;
      shapes.add(event.columns.shape);
      for (const one of event.columns.used) used.set(one.column, one);
      for (const one of event.columns.ignored) if (ignored.size < MOST_IGNORED) ignored.set(one.column, one);
    },
    reject: (reason) => {
      rejects += 1;
      countReason(reasons, reason);
    },
    rename: () => {
      renamed += 1;
    },
    summary: () => ({
      source,
      shapes: [...shapes],
      used: [...used.values()],
      ignored: [...ignored.values()].filter(({ column }) => !used.has(column)),
      scenarios,
      repeats,
      rejects,
      cells: rankReasons(cells),
      renamed,
    }),
  };
}

/** Quoted ids and texts would make every reason different, so they are left out of the name that is counted. */
function countReason(reasons: Map<string, number>, reason: string): void {
  const kind = reason.replaceAll(/"[^"]*"|\b(row|line) \d+/g, (quoted) =>
    quoted.startsWith('"') ? '"…"' : quoted.replace(/\d+/, '…'),
  );
  if (reasons.has(kind) || reasons.size < MOST_REASONS) reasons.set(kind, (reasons.get(kind) ?? 0) + 1);
}

/** Most frequent first, then by name. */
export function rankReasons(reasons: ReadonlyMap<string, number>): ImportSummary['reasons'] {
  return [...reasons]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
