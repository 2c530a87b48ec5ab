// The scenario bank from JSONL: one scenario a line, every problem named at once with its line.
import { UserError, type Problem } from '../core/errors.ts';
import type { Bank } from './bank.ts';
import { readLines, type ByteSource, type TextLine } from '../core/byte-source.ts';
import { parseScenarioLine } from './parse-row.ts';
import type { Scenario } from './scenario.ts';
import { MAX_LINE } from '../core/untrusted-json.ts';

/** More problems than this are counted, not listed. */
const MAX_LISTED = 100;

/**
 * Parses a whole bank. Blank lines, CRLF and a byte-order mark are allowed; an empty file is an empty bank.
 * @throws UserError with every problem's file:line (and the column of a JSON error where the engine tells it).
 */
export function parseBank({ file, text }: { readonly file: string; readonly text: string }): Bank {
  const { scenarios, byId, keep } = createKeeper();
  const reader = createBankReader(file, keep);
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries())
    reader.addLine({ number: index + 1, text: line, offset: 0, bytes: 0 });
  return { file, scenarios, byId, lines: reader.finish() };
}

export interface StreamOptions {
  /** What scoring found is most of a scored bank; who does not look at it need not have it read. */
  readonly without?: 'scored' | undefined;
  /** Whether an id that stands there twice is a problem, which takes memory for all ids. Default: it is. */
  readonly ids?: 'unique' | 'unchecked' | undefined;
}

/** The same from a file too large for one text, read piece by piece. */
export async function readBank(source: ByteSource, options: StreamOptions = {}): Promise<Bank> {
  const { scenarios, byId, keep } = createKeeper();
  const lines = await streamBank(source, keep, options);
  return { file: source.name, scenarios, byId, lines };
}

/**
 * Hands over one scenario after another and keeps only ids and their lines, which it gives at the end: for banks too large for
 * memory. @throws UserError with every problem.
 */
export async function streamBank(
  source: ByteSource,
  keep: KeepScenario,
  options: StreamOptions = {},
): Promise<Bank['lines']> {
  const reader = createBankReader(source.name, keep, options);
  for await (const line of readLines(source, MAX_LINE)) reader.addLine(line);
  return reader.finish();
}

/**
 * One scenario after another, for work on each that awaits: no more than one is held, and the ids unless they are `unchecked`.
 * @throws UserError at the end, with every problem.
 */
export async function* walkBank(source: ByteSource, options: StreamOptions = {}): AsyncGenerator<Scenario> {
  let read: Scenario | undefined;
  const keep = (scenario: Scenario): void => void (read = scenario);
  const reader = createBankReader(source.name, keep, options);
  for await (const line of readLines(source, MAX_LINE)) {
    read = undefined;
    reader.addLine(line);
    if (read !== undefined) yield read;
  }
  reader.finish();
}

type BankLine = Omit<TextLine, 'length'>;

/** Takes a scenario, and where it stands: `number` counts lines from 1. */
export type KeepScenario = (scenario: Scenario, line: BankLine) => void;

function createKeeper(): {
  readonly scenarios: readonly Scenario[];
  readonly byId: ReadonlyMap<string, Scenario>;
  readonly keep: KeepScenario;
} {
  const scenarios: Scenario[] = [];
  const byId = new Map<string, Scenario>();
  const keep: KeepScenario = (scenario) => {
    scenarios.push(scenario);
    byId.set(scenario.id, scenario);
  };
  return { scenarios, byId, keep };
}

interface BankReader {
  addLine(line: BankLine): void;
  /** The line each id stands on. @throws UserError with all problems. */
  finish(): Bank['lines'];
}

function createBankReader(file: string, keep: KeepScenario, options: StreamOptions = {}): BankReader {
  const lines = new Map<string, number>();
  const problems: Problem[] = [];
  let unlisted = 0;
  const report = (problem: Problem): void => {
    if (problems.length < MAX_LISTED) problems.push(problem);
    else unlisted += 1;
  };
  return {
    addLine(line) {
      const content = line.text.trim();
      if (content === '') return;
      const place = { file, line: line.number };
      const row = parseScenarioLine(content, options);
      if (row.status === 'invalid') {
        for (const { column, ...problem } of row.problems) {
          report({ ...problem, place: column === undefined ? place : { ...place, column } });
        }
        return;
      }
      const { scenario } = row;
      const first = lines.get(scenario.id);
      if (first !== undefined) {
        report({ message: `the id "${scenario.id}" is already on line ${first}`, place });
        return;
      }
      if (options.ids !== 'unchecked') lines.set(scenario.id, line.number);
      keep(scenario, line);
    },
    finish() {
      if (unlisted > 0) problems.push({ message: `${unlisted} more problems`, place: { file } });
      if (problems.length > 0) throw new UserError(problems);
      return lines;
    },
  };
}

/** A bank from scenarios that passed the schema already; lines are their positions. The ids must be unique. */
export function createBank(file: string, scenarios: readonly Scenario[]): Bank {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  if (byId.size !== scenarios.length) throw new Error('createBank: duplicate ids');
  return { file, scenarios, byId, lines: new Map(scenarios.map((scenario, index) => [scenario.id, index + 1])) };
}
