// The commands that look after models and judges, with their options; what they do is loaded when they are called.
import type { Command } from 'commander';
import type { Door, ExitCode } from './door.ts';

/** Adds them to the program; `finish` takes the exit code of the one that ran. */
export function addWatchCommands(program: Command, door: Door, finish: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .description('is everything there that a check needs? keys, endpoints, models, judges; says what to fix')
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--labelled <file>', 'answers with the ruling they deserve (default: labelled.jsonl beside the config)')
    .option('--store <folder>', "the folder of stored answers (default: the config's storePath)")
    .option('--json', 'print what was found as JSON')
    .action(async (options: Parameters<typeof import('./doctor.ts').runDoctorCommand>[0]) => {
      const { runDoctorCommand } = await import('./doctor.ts');
      finish(await runDoctorCommand(options, door));
    });
}
