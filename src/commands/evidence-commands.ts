// Commands about evidence that lies outside a check: outcomes from elsewhere, stored draws, and the folders that hold them.
import type { Command } from 'commander';
import type { Door } from '../context/command-context.ts';
import type { ExitCode } from '../core/exit-code.ts';
import { collect, parseColumnMap, parseNumber, parseShare } from '../context/parse-options.ts';

type AddCommand = (program: Command, door: Door, finish: (code: ExitCode) => void) => void;

export const addEvidenceCommands: AddCommand = (program, door, finish) => {
  addCompare(program, door, finish);
  addCalibrate(program, door, finish);
  addMerge(program, door, finish);
  addInit(program, door, finish);
};

const addCompare: AddCommand = (program, door, finish) => {
  program
    .command('compare <base> <head>')
    .description(
      "the gate's verdict for outcomes of another harness: rows (JSON Lines, CSV), promptfoo, Inspect logs (JSON, .eval, folders)",
    )
    .option('--stored', 'the base was drawn before the head: screen only, and say what is still needed')
    .option('--margin <share>', 'the rise that a pass rules out', parseShare, 0.05)
    .option('--scorer <name>', "which of an Inspect log's scorers is the outcome")
    .option('--pass-at <value>', 'the least value of it that is compliant (default: 1)', parseNumber())
    .option('--subject <model>', 'compare this model (or BASE=HEAD) only; may be given several times', collect)
    .option('--map <column=field>', 'which column of the rows is the scenario, compliant, model ...', parseColumnMap)
    .option('--seed <text>', 'names the random relabellings', 'spec-gate')
    .option('--json', 'print the result as JSON')
    .action(
      async (
        base: string,
        head: string,
        options: Parameters<typeof import('../compare/command.ts').runCompareCommand>[1],
      ): Promise<void> => {
        const { runCompareCommand } = await import('../compare/command.ts');
        finish(await runCompareCommand({ base, head }, options, door));
      },
    );
};

const addCalibrate: AddCommand = (program, door, finish) => {
  program
    .command('calibrate')
    .description('is the gate quiet when nothing changed? the A/A check on your own stored draws, without a call')
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--store <folder>', "the folder of stored answers (default: the config's storePath)")
    .option('--json', 'print the result as JSON')
    .action(
      async (options: Parameters<typeof import('../calibrate/command.ts').runCalibrateCommand>[0]): Promise<void> => {
        const { runCalibrateCommand } = await import('../calibrate/command.ts');
        finish(await runCalibrateCommand(options, door));
      },
    );
};

const addMerge: AddCommand = (program, door, finish) => {
  program
    .command('merge <folders...>')
    .description('bring the stores of sharded runs together, each answer checked and kept once')
    .requiredOption('--into <folder>', 'the store that gets them')
    .option('--json', 'print the counts as JSON')
    .action(
      async (
        folders: string[],
        options: Parameters<typeof import('../gate/commands/merge.ts').runMergeCommand>[1],
      ): Promise<void> => {
        const { runMergeCommand } = await import('../gate/commands/merge.ts');
        finish(runMergeCommand(folders, options, door));
      },
    );
};

const addInit: AddCommand = (program, door, finish) => {
  program
    .command('init')
    .description('write a commented spec-gate.yml and a folder for the bank; overwrites nothing')
    .option('--spec <file>', 'the spec (default: the first of the usual places that is there)')
    .option('--json', 'print what was written as JSON')
    .action(async (options: Parameters<typeof import('../gate/commands/init.ts').runInitCommand>[0]): Promise<void> => {
      const { runInitCommand } = await import('../gate/commands/init.ts');
      finish(runInitCommand(options, door));
    });
};
