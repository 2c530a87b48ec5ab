// `calibrate` and its options.
import { Command } from '@commander-js/extra-typings';
import { withProject, type OptionsOf } from '../context/command-options.ts';

export type CalibrateOptions = OptionsOf<typeof calibrateCommand>;

export function calibrateCommand() {
  const command = new Command('calibrate').description(
    'is the gate quiet when nothing changed? it compares your own stored answers with each other, without a call',
  );
  return withProject(command).option('--json', 'print the result as JSON');
}
