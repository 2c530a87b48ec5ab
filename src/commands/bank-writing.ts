// `bank generate`, `bank score` and `bank link` with their options; what they do is loaded when they are called.
import type { Command } from 'commander';
import type { Door } from '../context/command-context.ts';
import type { ExitCode } from '../core/exit-code.ts';
import { parseCount } from '../context/parse-options.ts';

/** Adds them to the `bank` command. */
export function addBankWriting(bank: Command, door: Door, finish: (code: ExitCode) => void): void {
  addShared(bank.command('generate').description('write scenarios from pairs of values, or for one clause'))
    .option('--values <file>', 'values as YAML, CSV or a plain list (default: the shipped taxonomy)')
    .option('--count <n>', 'pairs to write about; each gives three scenarios, or none', parseCount, 100)
    .option('--seed <text>', "names every random choice (default: the config's seed)")
    .option('--generators <ids>', 'models that write in turn, by id, separated by commas (default: the judges)')
    .option('--from-spec', "pairs hold at least one value that the spec's clauses protect")
    .option('--clause <id>', 'scenarios that put this clause under pressure, linked to it')
    .action(async (options: Parameters<typeof import('../bank/commands/generate.ts').runBankGenerateCommand>[0]) => {
      const { runBankGenerateCommand } = await import('../bank/commands/generate.ts');
      finish(await runBankGenerateCommand(options, door));
    });
  addShared(
    bank.command('score').description('ask the panel about every scenario: scores, disagreement, topics, links'),
  )
    .option('--no-judges', 'scores only: no rulings, no links')
    .option('--whole-spec', 'judges read the whole spec, and links are the clauses they cite: many times the price')
    .action(async (options: Parameters<typeof import('../bank/commands/score.ts').runBankScoreCommand>[0]) => {
      const { runBankScoreCommand } = await import('../bank/commands/score.ts');
      finish(await runBankScoreCommand(options, door));
    });
  addShared(bank.command('link').description('name the clauses that each scenario tests, one short call a scenario'))
    .option(
      '--linkers <ids>',
      'who names them, and who is asked where that one is unsure (default: the cheapest judges)',
    )
    .option('--embeddings <provider/model>', "find candidates by this model of the config's (default: by words)")
    .option('--again', 'ask about scenarios that have links, too')
    .option('--follow <ref>', 'move links along with clauses renamed since this ref or spec file; asks nobody')
    .option('--count <n>', 'with --plan: price so many scenarios that are not there yet', parseCount)
    .action(async (options: Parameters<typeof import('../bank/commands/link.ts').runBankLinkCommand>[0]) => {
      const { runBankLinkCommand } = await import('../bank/commands/link.ts');
      finish(await runBankLinkCommand(options, door));
    });
}

function addShared(command: Command): Command {
  return command
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--bank <file>', "the bank file (default: the config's bank)")
    .option('--store <folder>', "the folder of stored answers (default: the config's storePath)")
    .option('--plan', 'show calls and cost, and make none')
    .option('--json', 'print the result as JSON');
}
