// The commands and their options. What a command does is loaded when it is called, so that every start is fast.
import { Option, type Command } from 'commander';
import { REPORT_FORMATS } from '../report/formats/report-formats.ts';
import { STUDY_FORMATS } from '../study/report/study-formats.ts';
import { addAcceptanceCommands } from './acceptance-commands.ts';
import { addBankCommands } from './bank-commands.ts';
import { addWatchCommands } from './watch-commands.ts';
import type { Door } from '../context/command-context.ts';
import type { ExitCode } from '../core/exit-code.ts';

/** Adds every command to the program; `finish` takes the exit code of the one that ran. */
export function addCommands(program: Command, door: Door, finish: (code: ExitCode) => void): void {
  addDemo(program, door, finish);
  addCheck(program, door, finish);
  addPlan(program, door, finish);
  addDiff(program, door, finish);
  addWatchCommands(program, door, finish);
  addReport(program, door, finish);
  addAnalyze(program, door, finish);
  addAcceptanceCommands(program, door, finish);
  addBankCommands(program, door, finish);
}

type AddCommand = typeof addCommands;

const addDemo: AddCommand = (program, door, finish) => {
  program
    .command('demo')
    .description('run the gate on the shipped example with simulated models: no key, no network')
    .option('--output-dir <folder>', 'where the reports go', 'spec-gate-report/demo')
    .action(async (options: { outputDir: string }) => {
      const { runDemoCommand } = await import('../gate/commands/demo.ts');
      finish(await runDemoCommand(options, door));
    });
};

const addCheck: AddCommand = (program, door, finish) => {
  addSideOptions(program.command('check').description('run the gate: does this change make behaviour worse?'))
    .option('--output-dir <folder>', "where the reports go (default: the config's outputDir)")
    .addOption(
      new Option('--disclose <level>', 'how much of scenarios and answers the report shows').choices([
        'ids',
        'excerpts',
        'full',
      ]),
    )
    .option('--record <file>', 'write every answer that is used to a file that a recorded provider replays')
    .option('--json', 'print the report as JSON')
    .addOption(
      new Option(
        '--mode <mode>',
        'check: judge a change; seed: fill the base draws that changes are compared with; nightly: has a provider changed?',
      )
        .choices(['check', 'seed', 'nightly'])
        .default('check'),
    )
    .option('--date <day>', 'nightly: the night, YYYY-MM-DD in UTC (default: today)')
    .option('--accept-anchor <reason>', 'nightly: make this night the one that later nights are held against')
    .action(
      async ({
        mode,
        ...options
      }: Parameters<typeof import('../gate/commands/check.ts').runCheckCommand>[0] & { mode: string }) => {
        if (mode === 'seed') {
          const { runSeedCommand } = await import('../gate/commands/seed.ts');
          return finish(await runSeedCommand(options, door));
        }
        if (mode === 'nightly') {
          const { runNightlyCommand } = await import('../nightly/command.ts');
          return finish(await runNightlyCommand(options, door));
        }
        const { runCheckCommand } = await import('../gate/commands/check.ts');
        finish(await runCheckCommand(options, door));
      },
    );
};

const addPlan: AddCommand = (program, door, finish) => {
  addSideOptions(program.command('plan').description('what check would do: scenarios, calls and cost, without a call'))
    .option('--json', 'print the plan as JSON')
    .action(async (options: Parameters<typeof import('../gate/commands/plan.ts').runPlanCommand>[0]) => {
      const { runPlanCommand } = await import('../gate/commands/plan.ts');
      finish(await runPlanCommand(options, door));
    });
};

const addDiff: AddCommand = (program, door, finish) => {
  program
    .command('diff <base> <head>')
    .description('what changed between two specs, clause by clause (files or git refs)')
    .option('--config <file>', 'the config that names the spec at a git ref', 'spec-gate.yml')
    .addOption(new Option('--clauses <mode>', 'what counts as a clause').choices(['headings', 'items', 'paragraphs']))
    .option('--json', 'print the changes as JSON')
    .action(
      async (
        base: string,
        head: string,
        options: Parameters<typeof import('../gate/commands/diff.ts').runDiffCommand>[1],
      ) => {
        const { runDiffCommand } = await import('../gate/commands/diff.ts');
        finish(await runDiffCommand({ base, head }, options, door));
      },
    );
};

const addReport: AddCommand = (program, door, finish) => {
  program
    .command('report <report.json>')
    .description('show a report that was written before')
    .addOption(new Option('--format <format>', 'how').choices(['terminal', ...REPORT_FORMATS]).default('terminal'))
    .option('--json', 'the same as --format json')
    .action(async (file: string, options: { format: 'terminal'; json?: boolean }) => {
      const { runReportCommand } = await import('../gate/commands/report.ts');
      finish(await runReportCommand(file, { format: options.json === true ? 'json' : options.format }, door));
    });
};

const addAnalyze: AddCommand = (program, door, finish) => {
  program
    .command('analyze <run-or-bank>')
    .description('the tables of a run or a scored bank, and where its spec fails its readers')
    .addOption(new Option('--format <format>', 'how').choices(STUDY_FORMATS).default('text'))
    .option('--json', 'the same as --format json')
    .option('--output <file>', 'write to a file')
    .addOption(new Option('--arm <side>', 'which side of a run').choices(['base', 'head']).default('head'))
    .option('--config <file>', 'the config that names the spec of a bank', 'spec-gate.yml')
    .option('--spec <file>', 'the spec of a bank, where no config names it')
    .option('--values <file>', 'the categories of values (default: the shipped ones)')
    .action(
      async (
        source: string,
        options: Parameters<typeof import('../study/command.ts').runAnalyzeCommand>[1] & { json?: boolean },
      ) => {
        const { runAnalyzeCommand } = await import('../study/command.ts');
        const format = options.json === true ? 'json' : options.format;
        finish(await runAnalyzeCommand(source, { ...options, format }, door));
      },
    );
};

/** What is compared with what: the same for every command that prepares a check. */
function addSideOptions(command: Command): Command {
  return command
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--base <ref>', 'compare the working tree with where it branched off this ref')
    .option('--base-policy', "take the policy from the base, as a pull request's check does")
    .option('--base-spec <file>', 'compare two files: the base')
    .option('--head-spec <file>', 'compare two files: the head')
    .option('--base-model <model>', 'compare two models on the spec as it stands: the one there is')
    .option('--head-model <model>', 'compare two models: the one that replaces it')
    .option('--store <folder>', "the folder of stored answers (default: the config's storePath)");
}
