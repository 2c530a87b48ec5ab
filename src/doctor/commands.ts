// `doctor` and its options.
import { Command } from '@commander-js/extra-typings';
import { withStore, type OptionsOf } from '../context/command-options.ts';

export type DoctorOptions = OptionsOf<typeof doctorCommand>;

export function doctorCommand() {
  const command = new Command('doctor')
    .description('is everything there that a check needs? keys, endpoints, models, judges; says what to fix')
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--labelled <file>', 'answers with the ruling they deserve (default: labelled.jsonl beside the config)');
  return withStore(command).option('--json', 'print what was found as JSON');
}
