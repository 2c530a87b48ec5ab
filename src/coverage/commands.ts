// The command that says what of a spec is tested, and its options.
import { Command } from '@commander-js/extra-typings';
import type { OptionsOf } from '../context/command-options.ts';

export type CoverageOptions = OptionsOf<typeof coverageCommand>;

export function coverageCommand() {
  return new Command('coverage')
    .description('how many scenarios test each clause, and each sentence of it that demands something')
    .option('--base <ref>', 'name the changed sentences that no scenario tests, and what covering them would cost')
    .option('--all', 'list every sentence, not only those without a scenario')
    .option('--config <file>', 'the config', 'spec-gate.yml')
    .option('--bank <file>', "the bank file (default: the config's bank)")
    .option('--json', 'print the numbers as JSON');
}
