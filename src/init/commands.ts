// The command that sets a project up, and its options.
import { Command, Option } from '@commander-js/extra-typings';
import type { OptionsOf } from '../context/command-options.ts';

export type InitOptions = OptionsOf<typeof initCommand>;

export function initCommand() {
  return new Command('init')
    .description('find the spec, and write a config, a folder for the bank and the workflows; overwrites nothing')
    .option('--spec <files...>', 'the spec: a file, a folder, a glob or several of them (default: found)')
    .addOption(
      new Option('--clauses <mode>', 'what counts as a clause (default: what splits this spec best)').choices([
        'headings',
        'items',
        'paragraphs',
      ] as const),
    )
    .addOption(
      new Option(
        '--use <use>',
        'target: models are trained towards the spec; prompt: it is their system prompt',
      ).choices(['target', 'prompt'] as const),
    )
    .option(
      '--workflows <names>',
      'of gate, seed, nightly, models, fork, gitlab, script: separated by commas, or none (default: gate,seed; on GitLab gitlab, on other services script)',
    )
    .option('--yes', 'ask nothing, take what is proposed (what happens anyway where nobody can answer)')
    .option('--json', 'print what was written as JSON');
}
