// The options of a command, read off the command's definition: there is no second list of them to keep in step.
import type { Command, OptionValues } from '@commander-js/extra-typings';

/** Options as they arrive: what was not given is absent, never undefined. */
export type Given<Options> = { readonly [Name in keyof Options]: Exclude<Options[Name], undefined> };

/** What the command that `Define` makes is called with. */
export type OptionsOf<Define extends () => { readonly opts: () => object }> = Given<
  ReturnType<ReturnType<Define>['opts']>
>;

/** What `--shard i/n` means wherever it is taken. */
export const ONE_PART = 'only part i of n, each on a machine of its own; spec-gate merge brings their stores together';

/** The config, and where the answers lie: what every command that works on a project takes. */
export function withProject<Arguments extends unknown[], Options extends OptionValues>(
  command: Command<Arguments, Options>,
) {
  return withStore(command.option('--config <file>', 'the config', 'spec-gate.yml'));
}

export function withStore<Arguments extends unknown[], Options extends OptionValues>(
  command: Command<Arguments, Options>,
) {
  return command.option(
    '--store <folder>',
    "the folder of stored answers, or s3://bucket/prefix (default: the config's store or storePath)",
  );
}
