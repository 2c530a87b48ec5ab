// Commands about evidence that lies outside a check: outcomes from elsewhere, stored draws, and the folders that hold them.
import type { Command } from 'commander';
import type { Door, ExitCode } from './door.ts';
import { parseNumber, parseShare } from './parse-options.ts';

type AddCommand = (program: Command, door: Door, finish: (code: ExitCode) => void) => void;

export const addEvidenceCommands: AddCommand = (program, door, finish) => {
  addCompare(program, door, finish);
};

const addCompare: AddCommand = (program, door, finish) => {
  program
    .command('compare <base> <head>')
    .description("the gate's verdict for outcomes of another harness: outcome rows, promptfoo JSON or Inspect logs")
    .option('--stored', 'the base was drawn before the head: screen only, and say what is still needed')
    .option('--margin <share>', 'the rise that a pass rules out', parseShare, 0.05)
    .option('--scorer <name>', "which of an Inspect log's scorers is the outcome")
    .option('--pass-at <value>', 'the least value of it that is compliant (default: 1)', parseNumber())
    .option('--seed <text>', 'names the random relabellings', 'spec-gate')
    .option('--json', 'print the result as JSON')
    .action(
      async (
        base: string,
        head: string,
        options: Parameters<typeof import('./compare.ts').runCompareCommand>[1],
      ): Promise<void> => {
        const { runCompareCommand } = await import('./compare.ts');
        finish(runCompareCommand({ base, head }, options, door));
      },
    );
};
