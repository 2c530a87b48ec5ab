// The commands of `bank` and their options.
import { Command, Option, type OptionValues } from '@commander-js/extra-typings';
import { ONE_PART, withStore, type OptionsOf } from '../context/command-options.ts';
import { parseColumnMap, parseCount, parseNumber, parseQuota, parseShardOption } from '../context/parse-options.ts';
import type { Quotas } from '../scenarios/selection/quotas.ts';

export type BankImportOptions = OptionsOf<typeof importCommand>;
export type BankSelectOptions = OptionsOf<typeof selectCommand>;
export type BankStatsOptions = OptionsOf<typeof statsCommand>;
export type BankMaintainOptions = OptionsOf<typeof maintainCommand>;
export type BankGenerateOptions = OptionsOf<typeof generateCommand>;
export type BankScoreOptions = OptionsOf<typeof scoreCommand>;
export type BankLinkOptions = OptionsOf<typeof linkCommand>;
export type BankAdoptOptions = OptionsOf<typeof adoptCommand>;

export function generateCommand() {
  return withBank(new Command('generate').description('write scenarios from pairs of values, or for one clause'))
    .option('--values <file>', 'values as YAML, CSV or a plain list (default: the shipped taxonomy)')
    .option(
      '--count <n>',
      'pairs to write about, three scenarios each (default: 100); with --violations: how many each clause should have (default: 4)',
      parseCount,
    )
    .option(
      '--seed <text>',
      "starts every random choice: the same text gives the same pairs (default: the config's seed)",
    )
    .option('--generators <ids>', 'models that write in turn, by id, separated by commas (default: the judges)')
    .option('--from-spec', "pairs hold at least one value that the spec's clauses protect")
    .option('--clause <id>', 'scenarios that put this clause under pressure, linked to it')
    .option('--link', 'then name the clauses that each scenario tests, as bank link does')
    .addOption(
      new Option(
        '--violations',
        'write labelled answers that break each clause (or --clause) instead, into labelled.jsonl beside the config',
      ).conflicts(['values', 'fromSpec', 'link', 'shard']),
    )
    .option('--shard <i/n>', `${ONE_PART}, and the same command without it writes the bank`, parseShardOption);
}

export function scoreCommand() {
  return withBank(
    new Command('score').description('ask the panel about every scenario: scores, disagreement, topics, links'),
  )
    .option('--no-judges', 'scores only: no rulings, no links')
    .option('--shard <i/n>', ONE_PART, parseShardOption)
    .option('--value-categories', 'also ask which kinds of values each response expresses: one more call a response')
    .option(
      '--values <file>',
      'with --value-categories: the kinds, as categories of values (default: the shipped taxonomy)',
    )
    .option('--whole-spec', 'judges read the whole spec, and links are the clauses they cite: many times the price');
}

export function linkCommand() {
  return withBank(
    new Command('link').description('name the clauses that each scenario tests, one short call a scenario'),
  )
    .option(
      '--linkers <ids>',
      'the model that names them and, after a comma, the one asked where it is unsure (default: the cheapest judges)',
    )
    .option('--embeddings <provider/model>', "find candidates by this model of the config's (default: by words)")
    .option('--again', 'ask about scenarios that have links, too')
    .option('--follow <ref>', 'move links along with clauses renamed since this ref or spec file; asks nobody')
    .option('--count <n>', 'with --plan: price so many scenarios that are not there yet', parseCount)
    .option('--shard <i/n>', ONE_PART, parseShardOption);
}

export function adoptCommand() {
  return new Command('adopt')
    .arguments('<report>')
    .description('take the scenarios that a check wrote for a change from its report.json into the bank')
    .option('--only <ids>', 'ids of those to take, separated by commas (default: all)')
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--bank <file>', "the bank file (default: the config's bank)")
    .option('--json', 'print the result as JSON');
}

export function importCommand() {
  return new Command('import')
    .arguments('<sources...>')
    .description(
      'scenarios from JSONL, CSV, Parquet, JSON, YAML or text files, promptfoo and Inspect outputs, or https addresses',
    )
    .option('--output <file>', "the bank file to add to (default: the config's bank, or .spec-gate/bank.jsonl)")
    .addOption(
      new Option('--format <format>', "instead of the name's ending").choices([
        'jsonl',
        'csv',
        'parquet',
        'json',
        'yaml',
        'eval',
        'txt',
      ] as const),
    )
    .option(
      '--map <column=field>',
      'which column is the query, id, value1 ...; may be given several times',
      parseColumnMap,
    )
    .option('--id-prefix <text>', 'put before every id, so that sets numbered alike stay apart')
    .option('--rejects <file>', 'where rows that are left out go, with reasons (default: beside the bank)')
    .option('--link', 'then name the clauses that each scenario tests, as bank link does')
    .option('--config <file>', 'the config that names the bank; with --link, who is asked', 'spec-gate.yml')
    .option('--json', 'print what was done as JSON');
}

export function selectCommand() {
  return new Command('select')
    .arguments('<bank>')
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
      (text: string, known: Quotas | undefined) => parseQuota(text, known),
    )
    .option('--embeddings <provider/model>', "measure likeness by this model of the config's (default: by words)")
    .option('--seed <text>', 'decides between equally good scenarios', 'spec-gate')
    .option('--config <file>', 'the config that names the provider', 'spec-gate.yml')
    .option(
      '--store <folder>',
      "the folder of stored answers and vectors, or s3://bucket/prefix (default: the config's)",
    )
    .option('--json', 'print what was selected as JSON');
}

export function statsCommand() {
  return new Command('stats')
    .argument('[bank]', "the bank file (default: the config's bank, or .spec-gate/bank.jsonl)")
    .description('what a bank holds: values, topics, disagreement, and which clauses have no scenario')
    .option('--spec <file>', "hold its links against this spec (default: the config's, where there is one)")
    .option('--config <file>', 'the config that names the spec', 'spec-gate.yml')
    .option('--html <file>', 'write a page too')
    .option('--json', 'print the numbers as JSON');
}

export function maintainCommand() {
  return new Command('maintain')
    .argument('[bank]', "the bank file (default: the config's bank, or .spec-gate/bank.jsonl)")
    .description('what wants a look: saturated and stale scenarios, dead links, near-duplicates')
    .option('--spec <file>', "hold its links against this spec (default: the config's)")
    .option('--config <file>', 'the config that names the spec', 'spec-gate.yml')
    .option('--stale-after <days>', 'days after which scores are old (default: 180)', parseCount)
    .option('--json', 'print the lists as JSON');
}

export function schemaCommand() {
  return new Command('schema').description('print the JSON Schema of a bank line');
}

/** What every command takes that writes to the bank. */
function withBank<Arguments extends unknown[], Options extends OptionValues>(command: Command<Arguments, Options>) {
  const withFiles = command
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--bank <file>', "the bank file (default: the config's bank)");
  return withStore(withFiles)
    .option(
      '--batch',
      "send calls in the providers' batches: half the price, answers within a day; run it again to go on",
    )
    .option('--plan', 'say how many calls it takes and what they cost, and make none')
    .option('--json', 'print the result as JSON');
}
