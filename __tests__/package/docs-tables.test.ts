// The tables that people keep by hand, in README and docs, name each thing of their kind.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { expect, test } from 'vitest';
import { BLOCKING_METRICS, METRICS } from '../../src/analysis/metrics.ts';
import { addCommands } from '../../src/commands.ts';
import type { CommandContext } from '../../src/context/command-context.ts';
import { REPORT_FORMATS } from '../../src/report/formats/report-formats.ts';
import { ROOT } from '../support/cli.ts';

/** The first cell of each row of a page's tables. */
function firstCells(page: string): readonly string[] {
  const rows = readFileSync(join(ROOT, page), 'utf8').matchAll(/^\| (.+?)(?<!\\) \|/gm);
  return [...rows].map(([, cell]) => cell!.replaceAll('\\|', '|'));
}

const commandCells = firstCells('README.md').map((cell) => cell.replaceAll('`', ''));

test('docs/decision.md says of each metric what it is', () => {
  const rows = firstCells('docs/decision.md');
  expect(BLOCKING_METRICS.filter((metric) => !rows.includes(METRICS[metric].label.toLowerCase()))).toEqual([]);
});

test("README's table of commands has each command that help lists", () => {
  const program = new Command('spec-gate');
  addCommands(program, {} as Omit<CommandContext, 'atEnd'>, () => {});
  const named = program.commands.flatMap((command) =>
    command.commands.length === 0
      ? [{ row: command.name(), name: command.name() }]
      : command.commands.map((one) => ({ row: command.name(), name: one.name() })),
  );
  expect(named.length).toBeGreaterThan(20);
  const isThere = ({ row, name }: (typeof named)[number]): boolean =>
    commandCells.some((cell) => cell.split(' ')[0] === row && cell.split(/[ |]+/).includes(name));
  expect(named.filter((one) => !isThere(one))).toEqual([]);
});

test("README's table of commands has each format of a report", () => {
  const row = commandCells.find((cell) => cell.startsWith('report ')) ?? '';
  expect(row.split(/[ |]+/)).toEqual(expect.arrayContaining([...REPORT_FORMATS]));
});
