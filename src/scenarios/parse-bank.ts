// The scenario bank from JSONL: one scenario a line, every problem named at once with its line.
import { UserError, type Problem } from '../core/errors.ts';
import type { Bank } from './bank.ts';
import { readLines, type ByteSource } from '../core/byte-source.ts';
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
  const kept = createKeeper(file);
  const reader = createBankReader(file, kept.keep);
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries())
    reader.addLine(index + 1, line);
  reader.finish();
  return kept.bank;
}

/** The same from a file too large for one text, read piece by piece, and without what scoring found where nobody reads it. */
export async function readBank(source: ByteSource, { without }: { readonly without?: 'scored' } = {}): Promise<Bank> {
  const { bank, keep } = createKeeper(source.name);
  const keepLean: KeepScenario = ({ scored: _scored, ...scenario }, line) => keep(scenario, line);
  await streamBank(source, without === undefined ? keep : keepLean);
  return bank;
}

/** Hands over one scenario after another and keeps only ids, for banks too large for memory. @throws UserError with every problem. */
export async function streamBank(source: ByteSource, keep: KeepScenario): Promise<void> {
  const reader = createBankReader(source.name, keep);
  for await (const { number, text } of readLines(source, MAX_LINE)) reader.addLine(number, text);
  reader.finish();
}

/** `line` counts from 1. */
type KeepScenario = (scenario: Scenario, line: number) => void;

function createKeeper(file: string): { readonly bank: Bank; readonly keep: KeepScenario } {
  const scenarios: Scenario[] = [];
  const byId = new Map<string, Scenario>();
  const lines = new Map<string, number>();
  const keep: KeepScenario = (scenario, line) => {
    scenarios.push(scenario);
    byId.set(scenario.id, scenario);
    lines.set(scenario.id, line);
  };
  return { bank: { file, scenarios, byId, lines }, keep };
}

interface BankReader {
  /** `line` counts from 1. */
  addLine(line: number, text: string): void;
  /** @throws UserError with all problems. */
  finish(): void;
}

function createBankReader(file: string, keep: KeepScenario): BankReader {
  const lines = new Map<string, number>();
  const problems: Problem[] = [];
  let unlisted = 0;
  const report = (problem: Problem): void => {
    if (problems.length < MAX_LISTED) problems.push(problem);
    else unlisted += 1;
  };
  return {
    addLine(line, text) {
      const content = text.trim();
      if (content === '') return;
      const row = parseScenarioLine(content);
      if (row.status === 'invalid') {
        for (const { column, ...problem } of row.problems) {
          report({ ...problem, place: column === undefined ? { file, line } : { file, line, column } });
        }
        return;
      }
      const { scenario } = row;
      const first = lines.get(scenario.id);
      if (first !== undefined) {
        report({ message: `the id "${scenario.id}" is already on line ${first}`, place: { file, line } });
        return;
      }
      lines.set(scenario.id, line);
      keep(scenario, line);
    },
    finish() {
      if (unlisted > 0) problems.push({ message: `${unlisted} more problems`, place: { file } });
      if (problems.length > 0) throw new UserError(problems);
    },
  };
}

/** A bank from scenarios that passed the schema already; lines are their positions. The ids must be unique. */
export function createBank(file: string, scenarios: readonly Scenario[]): Bank {
  const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));
  if (byId.size !== scenarios.length) throw new Error('createBank: duplicate ids');
  return { file, scenarios, byId, lines: new Map(scenarios.map((scenario, index) => [scenario.id, index + 1])) };
}
