// `bank` with its commands and their options, and what else is about evidence outside a check. What a command does is
// loaded when it is called.
import { Option, type Command } from 'commander';
import { addBankWriting } from './bank-writing.ts';
import { addEvidenceCommands } from './evidence-commands.ts';
import type { Door } from '../context/command-context.ts';
import type { ExitCode } from '../core/exit-code.ts';
import { parseCount, parseNumber, parseQuota } from '../context/parse-options.ts';

type AddCommand = (parent: Command, door: Door, finish: (code: ExitCode) => void) => void;

export const addBankCommands: AddCommand = (program, door, finish) => {
  const bank = program.command('bank').description('build and keep the scenario bank');
  addBankWriting(bank, door, finish);
  addImport(bank, door, finish);
  addSelect(bank, door, finish);
  addStats(bank, door, finish);
  addMaintain(bank, door, finish);
  addSchema(bank, door, finish);
  addEvidenceCommands(program, door, finish);
};

const addImport: AddCommand = (bank, door, finish) => {
  bank
    .command('import <sources...>')
    .description('scenarios from JSONL, CSV, Parquet, JSON or text files, or https addresses')
    .option('--output <file>', 'the bank file to add to', '.spec-gate/bank.jsonl')
    .addOption(
      new Option('--format <format>', "instead of the name's ending").choices([
        'jsonl',
        'csv',
        'parquet',
        'json',
        'txt',
      ]),
    )
    .option('--rejects <file>', 'where rows that are left out go, with reasons (default: beside the bank)')
    .option('--json', 'print what was done as JSON')
    .action(
      async (
        sources: string[],
        options: Parameters<typeof import('../bank/commands/import.ts').runBankImportCommand>[1],
      ): Promise<void> => {
        const { runBankImportCommand } = await import('../bank/commands/import.ts');
        finish(await runBankImportCommand(sources, options, door));
      },
    );
};

const addSelect: AddCommand = (bank, door, finish) => {
  bank
    .command('select <bank>')
    .description('a smaller bank: scenarios that models disagree on and that differ from each other')
    .requiredOption('--output <file>', 'where the selected scenarios go')
    .option('--min-disagreement <d>', 'least disagreement kept, 0 to 3 (default: 1.5)', parseNumber(0))
    .option('--count <n>', 'how many at most', parseCount)
    .option('--distance <x>', 'stop when none left is this far from those chosen', parseNumber(0))
    .addOption(new Option('--weighted', 'disagreement × distance decides (the default)').conflicts('unweighted'))
    .option('--unweighted', 'distance alone decides')
    .option(
      '--per <kind:n>',
      'quota of each clause, topic or value: clause:2, topic:..10, value:1..5',
      (text: string, known?: Parameters<typeof parseQuota>[1]) => parseQuota(text, known),
    )
    .option('--embeddings <provider/model>', "measure likeness by this model of the config's (default: by words)")
    .option('--seed <text>', 'settles ties', 'spec-gate')
    .option('--config <file>', 'the config that names the provider', 'spec-gate.yml')
    .option('--store <folder>', "the folder of stored answers and vectors (default: the config's storePath)")
    .option('--json', 'print what was selected as JSON')
    .action(
      async (
        file: string,
        options: Parameters<typeof import('../bank/commands/select.ts').runBankSelectCommand>[1],
      ): Promise<void> => {
        const { runBankSelectCommand } = await import('../bank/commands/select.ts');
        finish(await runBankSelectCommand(file, options, door));
      },
    );
};

const addStats: AddCommand = (bank, door, finish) => {
  bank
    .command('stats <bank>')
    .description('what a bank holds: values, topics, disagreement, and which clauses have no scenario')
    .option('--spec <file>', "hold its links against this spec (default: the config's, where there is one)")
    .option('--config <file>', 'the config that names the spec', 'spec-gate.yml')
    .option('--html <file>', 'write a page too')
    .option('--json', 'print the numbers as JSON')
    .action(
      async (
        file: string,
        options: Parameters<typeof import('../bank/commands/stats.ts').runBankStatsCommand>[1],
      ): Promise<void> => {
        const { runBankStatsCommand } = await import('../bank/commands/stats.ts');
        finish(await runBankStatsCommand(file, options, door));
      },
    );
};

const addMaintain: AddCommand = (bank, door, finish) => {
  bank
    .command('maintain <bank>')
    .description('what wants a look: saturated and stale scenarios, dead links, near-duplicates')
    .option('--spec <file>', "hold its links against this spec (default: the config's)")
    .option('--config <file>', 'the config that names the spec', 'spec-gate.yml')
    .option('--stale-after <days>', 'days after which scores are old (default: 180)', parseCount)
    .option('--json', 'print the lists as JSON')
    .action(
      async (
        file: string,
        options: Parameters<typeof import('../bank/commands/maintain.ts').runBankMaintainCommand>[1],
      ): Promise<void> => {
        const { runBankMaintainCommand } = await import('../bank/commands/maintain.ts');
        finish(await runBankMaintainCommand(file, options, door));
      },
    );
};

const addSchema: AddCommand = (bank, door, finish) => {
  bank
    .command('schema')
    .description('print the JSON Schema of a bank line')
    .action(async (): Promise<void> => {
      const { runBankSchemaCommand } = await import('../bank/commands/schema.ts');
      finish(runBankSchemaCommand(door));
    });
};
