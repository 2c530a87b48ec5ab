// The commands of the program, and what each does: loaded when it is called, so that every start is fast.
import { Command, type CommandUnknownOpts, type OptionValues } from '@commander-js/extra-typings';
import {
  adoptCommand,
  generateCommand,
  importCommand,
  linkCommand,
  maintainCommand,
  schemaCommand,
  scoreCommand,
  selectCommand,
  statsCommand,
} from './bank/commands.ts';
import { calibrateCommand } from './calibrate/commands.ts';
import { coverageCommand } from './coverage/commands.ts';
import { compareCommand } from './compare/commands.ts';
import type { CommandContext } from './context/command-context.ts';
import type { Given } from './context/command-options.ts';
import type { ExitCode } from './core/exit-code.ts';
import { demoCommand } from './demo/commands.ts';
import { doctorCommand } from './doctor/commands.ts';
import { acceptCommand, diffCommand, logCommand, mergeCommand, planCommand, reportCommand } from './gate/commands.ts';
import { initCommand } from './init/commands.ts';
import { judgesMigrateCommand } from './migrate/commands.ts';
import { checkOrNightCommand } from './nightly/commands.ts';
import { pluralForm } from './render/plural-form.ts';
import { repairCommand } from './repair/commands.ts';
import { analyzeCommand } from './study/commands.ts';

/** Adds every command to the program; `finish` takes the exit code of the one that ran. */
export function addCommands(
  program: CommandUnknownOpts,
  door: Omit<CommandContext, 'atEnd'>,
  finish: (code: ExitCode) => void,
): void {
  const ends: (() => Promise<void>)[] = [];
  const context: CommandContext = { ...door, atEnd: (work) => void ends.push(work) };
  const adderTo = (parent: CommandUnknownOpts): Adder =>
    createAdder(parent, {
      finish,
      atEnd: async () => {
        for (const work of ends.splice(0)) await work();
      },
    });
  const add = adderTo(program);
  program.commandsGroup('To begin:');
  add(demoCommand(), async (options) => (await import('./demo/command.ts')).runDemoCommand(options, context));
  add(initCommand(), async (options) => (await import('./init/command.ts')).runInitCommand(options, context));
  add(doctorCommand(), async (options) => (await import('./doctor/command.ts')).runDoctorCommand(options, context));
  program.commandsGroup('A change of the spec or of models:');
  add(planCommand(), async (options) => (await import('./gate/commands/plan.ts')).runPlanCommand(options, context));
  add(checkOrNightCommand(), async (options) => {
    switch (options.mode) {
      case 'check':
        return (await import('./gate/commands/check.ts')).runCheckCommand(options, context);
      case 'seed':
        return (await import('./gate/commands/seed.ts')).runSeedCommand(options, context);
      case 'nightly':
        return (await import('./nightly/command.ts')).runNightlyCommand(options, context);
      default:
        return options.mode satisfies never;
    }
  });
  add(diffCommand(), async (base, head, options) =>
    (await import('./gate/commands/diff.ts')).runDiffCommand({ base, head }, options, context),
  );
  add(reportCommand(), async (file, options) =>
    (await import('./gate/commands/report.ts')).runReportCommand(file, options, context),
  );
  add(repairCommand(), async (report, options) =>
    (await import('./repair/command.ts')).runRepairCommand(report, options, context),
  );
  add(acceptCommand(), async (finding, options) =>
    (await import('./gate/commands/accept.ts')).runAcceptCommand(finding, options, context),
  );
  add(logCommand(), async (options) => (await import('./gate/commands/log.ts')).runLogCommand(options, context));
  program.commandsGroup('Scenarios:');
  addBankCommands(adderTo(group(program, 'bank', 'build and keep the scenario bank')), context);
  add(coverageCommand(), async (options) =>
    (await import('./coverage/command.ts')).runCoverageCommand(options, context),
  );
  add(analyzeCommand(), async (source, options) =>
    (await import('./study/command.ts')).runAnalyzeCommand(source, options, context),
  );
  program.commandsGroup('Judges, models, stores:');
  const judges = group(program, 'judges', 'look after the panel');
  adderTo(judges)(judgesMigrateCommand(), async (options) =>
    (await import('./migrate/command.ts')).runJudgesMigrateCommand(options, context),
  );
  add(calibrateCommand(), async (options) =>
    (await import('./calibrate/command.ts')).runCalibrateCommand(options, context),
  );
  add(compareCommand(), async (base, head, options) =>
    (await import('./compare/command.ts')).runCompareCommand({ base, head }, options, context),
  );
  add(mergeCommand(), async (folders, options) =>
    (await import('./gate/commands/merge.ts')).runMergeCommand(folders, options, context),
  );
}

function addBankCommands(add: Adder, context: CommandContext): void {
  add(generateCommand(), async (options) =>
    (await import('./bank/commands/generate.ts')).runBankGenerateCommand(options, context),
  );
  add(scoreCommand(), async (options) =>
    (await import('./bank/commands/score.ts')).runBankScoreCommand(options, context),
  );
  add(linkCommand(), async (options) => (await import('./bank/commands/link.ts')).runBankLinkCommand(options, context));
  add(adoptCommand(), async (report, options) =>
    (await import('./bank/commands/adopt.ts')).runBankAdoptCommand(report, options, context),
  );
  add(importCommand(), async (sources, options) =>
    (await import('./bank/commands/import.ts')).runBankImportCommand(sources, options, context),
  );
  add(selectCommand(), async (file, options) =>
    (await import('./bank/commands/select.ts')).runBankSelectCommand(file, options, context),
  );
  add(statsCommand(), async (file, options) =>
    (await import('./bank/commands/stats.ts')).runBankStatsCommand(file, options, context),
  );
  add(maintainCommand(), async (file, options) =>
    (await import('./bank/commands/maintain.ts')).runBankMaintainCommand(file, options, context),
  );
  add(schemaCommand(), async () => (await import('./bank/commands/schema.ts')).runBankSchemaCommand(context));
}

function group(program: CommandUnknownOpts, name: string, description: string): CommandUnknownOpts {
  const command = new Command(name).description(description).copyInheritedSettings(program);
  program.addCommand(command);
  return command;
}

/**
 * By command: lines to run as they are, or with a name of one's own. The first answers a mistake, too, where a command needs words.
 * @internal For the test that every line is one that its command takes.
 */
export const EXAMPLES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  init: ['spec-gate init --yes', 'spec-gate init --spec docs/constitution.md --workflows gate,seed,nightly'],
  plan: ['spec-gate plan --base main', 'spec-gate plan --base-model openai/gpt-5 --head-model openai/gpt-5.5'],
  check: [
    'spec-gate check --base main',
    'spec-gate check --base-spec before.md --head-spec after.md',
    'spec-gate check --base-model openai/gpt-5 --head-model openai/gpt-5.5',
    'spec-gate check --mode nightly',
  ],
  diff: ['spec-gate diff main HEAD', 'spec-gate diff before.md after.md'],
  report: ['spec-gate report', 'spec-gate report --format markdown', 'spec-gate report --format csv --arm head'],
  repair: ['spec-gate repair --plan', 'spec-gate repair --apply 1'],
  accept: ['spec-gate accept nonComplianceRose --reason "meant: the new rule is stricter"'],
  coverage: ['spec-gate coverage --base main'],
  analyze: ['spec-gate analyze spec-gate-report'],
  compare: ['spec-gate compare results-before.json results-after.json'],
  merge: ['spec-gate merge store-1 store-2 --into .spec-gate/store'],
  migrate: ['spec-gate judges migrate --judges openai/gpt-5,anthropic/claude-sonnet-5,openai/gpt-4.1'],
  generate: ['spec-gate bank generate --from-spec --count 30 --link --plan'],
  score: ['spec-gate bank score --plan', 'spec-gate bank score --batch'],
  link: ['spec-gate bank link --plan', 'spec-gate bank link'],
  adopt: ['spec-gate bank adopt spec-gate-report/report.json'],
  import: ['spec-gate bank import queries.txt'],
  select: ['spec-gate bank select .spec-gate/bank.jsonl --count 200 --output selected.jsonl'],
};

type Adder = <Arguments extends unknown[], Options extends OptionValues>(
  command: Command<Arguments, Options>,
  run: (...given: [...Arguments, Given<Options>]) => Promise<ExitCode>,
) => void;

function createAdder(
  parent: CommandUnknownOpts,
  { finish, atEnd }: { readonly finish: (code: ExitCode) => void; readonly atEnd: () => Promise<void> },
): Adder {
  return (command, run) => {
    const action = async (...given: readonly unknown[]): Promise<void> => {
      try {
        // Commander gives the command itself last; what was not given is not among the options.
        finish(await run(...(given.slice(0, -1) as Parameters<typeof run>)));
      } finally {
        await atEnd();
      }
    };
    parent.addCommand(command.copyInheritedSettings(parent).action(action));
    const examples = EXAMPLES[command.name()];
    if (examples === undefined) return;
    if (
      command.registeredArguments.some(({ required }) => required) ||
      command.options.some(({ mandatory }) => mandatory)
    )
      command.showHelpAfterError(`for example: ${examples[0]}\n(run with --help for the options)`);
    const heading = pluralForm(examples.length, 'Example', 'Examples');
    command.addHelpText('after', ['', `${heading}:`, ...examples.map((line) => `  ${line}`)].join('\n'));
  };
}
