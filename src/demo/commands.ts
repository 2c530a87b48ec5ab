// `demo` and its option.
import { Command } from '@commander-js/extra-typings';
import type { OptionsOf } from '../context/command-options.ts';

export type DemoOptions = OptionsOf<typeof demoCommand>;

export function demoCommand() {
  return new Command('demo')
    .description('run the gate on the shipped example with simulated models: no key, no network')
    .option('--output-dir <folder>', 'where the reports go', 'spec-gate-report/demo');
}
