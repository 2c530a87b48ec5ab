// The commands about scenario banks and about evidence from elsewhere, with their options.
import { InvalidArgumentError, Option, type Command } from 'commander';
import { addBankWriting } from './add-bank-writing.ts';
import type { Door, ExitCode } from './door.ts';

type AddCommand = (parent: Command, door: Door, finish: (code: ExitCode) => void) => void;

/** Adds `bank` with its own commands. */
export const addBankCommands: AddCommand = (program, door, finish) => {
  const bank = program.command('bank').description('build and keep the scenario bank');
  addBankWriting(bank, door, finish);
  addImport(bank, door, finish);
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
        options: Parameters<typeof import('./bank-import.ts').runBankImportCommand>[1],
      ): Promise<void> => {
        const { runBankImportCommand } = await import('./bank-import.ts');
        finish(await runBankImportCommand(sources, options, door));
      },
    );
};
