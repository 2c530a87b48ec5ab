// The commands that look after models and judges, with their options; what they do is loaded when they are called.
import type { Command } from 'commander';
import type { Door } from '../context/command-context.ts';
import type { ExitCode } from '../core/exit-code.ts';

/** Adds them to the program; `finish` takes the exit code of the one that ran. */
export function addWatchCommands(program: Command, door: Door, finish: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .description('is everything there that a check needs? keys, endpoints, models, judges; says what to fix')
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--labelled <file>', 'answers with the ruling they deserve (default: labelled.jsonl beside the config)')
    .option('--store <folder>', "the folder of stored answers (default: the config's storePath)")
    .option('--json', 'print what was found as JSON')
    .action(async (options: Parameters<typeof import('../doctor/command.ts').runDoctorCommand>[0]) => {
      const { runDoctorCommand } = await import('../doctor/command.ts');
      finish(await runDoctorCommand(options, door));
    });
  program
    .command('judges')
    .description('look after the panel')
    .command('migrate')
    .description(
      'what other judges, another classifier or newer prompts make of stored answers: flips, bias, accuracy, cost',
    )
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--from <config>', 'a config with the old panel (the config itself, where only the prompts are newer)')
    .option('--judges <ids>', 'the new judges, separated by commas; the old ones stand in the config')
    .option('--classifier <id>', 'the new classifier')
    .option('--labelled <file>', 'answers with the ruling they deserve (default: labelled.jsonl beside the config)')
    .option('--store <folder>', "the folder of stored answers (default: the config's storePath)")
    .option('--ask-old', 'have the old panel rule, too, where it has not yet')
    .option('--accept <reason>', 'hold later nights against the anchor as the new panel sees it')
    .option('--even-if-poor', 'accept a panel that is not fit')
    .option('--json', 'print the comparison as JSON')
    .action(async (options: Parameters<typeof import('../migrate/command.ts').runJudgesMigrateCommand>[0]) => {
      const { runJudgesMigrateCommand } = await import('../migrate/command.ts');
      finish(await runJudgesMigrateCommand(options, door));
    });
}
