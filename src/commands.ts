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

/** Of the commands that need a word of one's own, by name: what a mistake is answered with. */
const EXAMPLES: Readonly<Record<string, string>> = {
  diff: 'spec-gate diff main HEAD',
  analyze: 'spec-gate analyze spec-gate-report',
  accept: 'spec-gate accept nonComplianceRose --reason "meant: the new rule is stricter"',
  compare: 'spec-gate compare results-before.json results-after.json',
  merge: 'spec-gate merge store-1 store-2 --into .spec-gate/store',
  migrate: 'spec-gate judges migrate --judges openai/gpt-5,anthropic/claude-sonnet-5,openai/gpt-4.1',
  adopt: 'spec-gate bank adopt spec-gate-report/report.json',
  import: 'spec-gate bank import queries.txt',
  select: 'spec-gate bank select .spec-gate/bank.jsonl --count 200',
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
    const example = EXAMPLES[command.name()];
    if (example === undefined) return;
    command.showHelpAfterError(`for example: ${example}\n(run with --help for the options)`);
    command.addHelpText('after', `\nExample:\n  ${example}`);
  };
}
