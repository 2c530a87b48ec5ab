// The gate's commands and their options.
import { Command, Option, type OptionValues } from '@commander-js/extra-typings';
import { ONE_PART, withStore, type OptionsOf } from '../context/command-options.ts';
import { parseShardOption } from '../context/parse-options.ts';
import { REPORT_FORMATS } from '../report/formats/report-formats.ts';

export type CheckOptions = OptionsOf<typeof checkCommand>;
export type PlanOptions = OptionsOf<typeof planCommand>;
export type DiffOptions = OptionsOf<typeof diffCommand>;
export type ReportOptions = OptionsOf<typeof reportCommand>;
export type AcceptOptions = OptionsOf<typeof acceptCommand>;
export type LogOptions = OptionsOf<typeof logCommand>;
export type MergeOptions = OptionsOf<typeof mergeCommand>;

export function checkCommand() {
  return withSides(new Command('check').description('run the gate: does this change make behaviour worse?'))
    .option('--output-dir <folder>', "where the reports go (default: the config's outputDir)")
    .addOption(
      new Option('--disclose <level>', 'how much of scenarios and answers the report shows').choices([
        'ids',
        'excerpts',
        'full',
      ] as const),
    )
    .option(
      '--batch',
      "send calls in the providers' batches: half the price, answers within a day; run it again to go on",
    )
    .option(
      '--no-wait',
      'with --batch and --mode seed or nightly: end once the batches are submitted; the same command later collects them',
    )
    .option('--shard <i/n>', `with --mode seed or nightly: ${ONE_PART}`, parseShardOption)
    .option('--record <file>', 'write every answer that is used to a file that a recorded provider replays')
    .option('--json', 'print the report as JSON')
    .addOption(
      new Option(
        '--mode <mode>',
        'check: judge a change; seed: ask the base answers that changes are compared with; nightly: has a provider changed?',
      )
        .choices(['check', 'seed', 'nightly'] as const)
        .default('check' as const),
    );
}

export function planCommand() {
  return withSides(new Command('plan').description('what check would do: scenarios, calls and cost, without a call'))
    .addOption(
      new Option('--mode <mode>', 'check: judge a change; seed: ask the base answers that changes are compared with')
        .choices(['check', 'seed'] as const)
        .default('check' as const),
    )
    .option('--shard <i/n>', 'with --mode seed: only this part of the bank', parseShardOption)
    .option('--json', 'print the plan as JSON');
}

export function diffCommand() {
  return new Command('diff')
    .arguments('<base> <head>')
    .description('what changed between two specs, clause by clause (files or git refs)')
    .option('--config <file>', 'the config that names the spec at a git ref', 'spec-gate.yml')
    .addOption(
      new Option('--clauses <mode>', 'what counts as a clause').choices(['headings', 'items', 'paragraphs'] as const),
    )
    .option('--json', 'print the changes as JSON');
}

export function reportCommand() {
  return new Command('report')
    .argument('[report.json]', 'the report, or the folder it lies in', 'spec-gate-report')
    .description('show a report that was written before')
    .addOption(
      new Option('--format <format>', 'the view to print')
        .choices(['terminal', ...REPORT_FORMATS] as const)
        .default('terminal' as const),
    )
    .option(
      '--scenario <id>',
      'one scenario whole: what was asked, the answers of both sides, and every ruling with its reason',
    )
    .addOption(
      new Option('--arm <arm>', 'csv: the rows of one side only (default: both)').choices(['base', 'head'] as const),
    )
    .option('--json', 'the same as --format json');
}

export function acceptCommand() {
  return new Command('accept')
    .arguments('<findings...>')
    .description('write down that findings are intended; it counts once an approver has approved the commit')
    .requiredOption('--reason <text>', 'why; it is shown with the verdict')
    .option('--report <file>', 'the report that has them', 'spec-gate-report/report.json')
    .option('--expires <date>', 'the last day it holds (YYYY-MM-DD, UTC)')
    .option('--config <file>', 'the config; acceptances lie beside it', 'spec-gate.yml')
    .option('--json', 'print the files written as JSON');
}

export function logCommand() {
  return new Command('log')
    .description('what was accepted here: when, why, and until when')
    .option('--config <file>', 'the config; acceptances lie beside it', 'spec-gate.yml')
    .option('--json', 'print the acceptances as JSON');
}

export function mergeCommand() {
  return new Command('merge')
    .arguments('<folders...>')
    .description('bring the stores of runs with --shard together, each answer checked and kept once')
    .requiredOption('--into <folder>', 'the store that gets them')
    .option('--json', 'print the counts as JSON');
}

/** What is compared with what: the same for every command that prepares a check. */
function withSides<Arguments extends unknown[], Options extends OptionValues>(command: Command<Arguments, Options>) {
  return withStore(
    command
      .option('--config <file>', 'the config', 'spec-gate.yml')
      .option('--base <ref>', 'compare the working tree with where it branched off this ref')
      .option('--base-policy', "take the policy from the base, as a pull request's check does")
      .option('--base-spec <file>', 'compare two files: the base')
      .option('--head-spec <file>', 'compare two files: the head')
      .option('--base-model <model>', 'compare two models on the spec as it stands: the one there is')
      .option('--head-model <model>', 'compare two models: the one that replaces it'),
  );
}
