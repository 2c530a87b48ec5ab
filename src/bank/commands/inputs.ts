// What the commands that look at a bank read: the bank itself, and the spec its links are held against.
import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { DEFAULT_BANK } from '../../config/usual-files.ts';
import { UserError } from '../../core/errors.ts';
import { isAddress, openSource, locateSource } from '../io/import-files.ts';
import { loadConfig, loadSpec } from '../../run/load-project.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { streamBank } from '../../scenarios/parse-bank.ts';
import type { Spec } from '../../spec/clause.ts';
import type { CommandContext } from '../../context/command-context.ts';
import { loadSpecFile } from '../../gate/commands/spec-file.ts';

/**
 * The bank that is meant, as people call it from where they are: the one given, else the config's, else where banks usually lie.
 * @throws UserError for a config that cannot be read.
 */
export async function bankNameOf(
  { given, config }: { readonly given: string | undefined; readonly config: string },
  { cwd }: Pick<CommandContext, 'cwd'>,
): Promise<string> {
  if (given !== undefined) return given;
  const found = await findConfig(config, cwd);
  if (found === undefined) return DEFAULT_BANK;
  return relative(cwd, resolve(cwd, dirname(config), found.bank)).replaceAll('\\', '/');
}

async function findConfig(file: string, cwd: string): Promise<Config | undefined> {
  const path = resolve(cwd, file);
  if (!existsSync(path)) return undefined;
  return loadConfig({ kind: 'worktree', root: dirname(path) }, basename(path));
}

/** Hands over one scenario of a bank of any size after another. @throws UserError with every problem of its lines. */
export async function readBankFile(
  file: string,
  context: CommandContext,
  keep: (scenario: Scenario) => void,
): Promise<void> {
  const place = locateSource(context.cwd, file);
  if (!isAddress(file) && !existsSync(place)) {
    throw new UserError({
      message: 'there is no such bank',
      place: { file },
      hint: 'spec-gate bank import FILE begins one with queries of yours',
    });
  }
  const source = await openSource(place, globalThis.fetch);
  try {
    await streamBank({ ...source, name: file }, keep);
  } finally {
    await source.close();
  }
}

/** The spec file, read as the config says where there is one; without it the config's spec; undefined without either. */
export async function findSpec(
  options: { readonly spec?: string; readonly config: string },
  context: CommandContext,
): Promise<Spec | undefined> {
  const configPath = resolve(context.cwd, options.config);
  const source = { kind: 'worktree', root: dirname(configPath) } as const;
  const configFile = basename(configPath);
  const config = await findConfig(options.config, context.cwd);
  if (options.spec !== undefined) {
    return loadSpecFile(resolve(context.cwd, options.spec), {
      cwd: context.cwd,
      clauses: config?.clauses ?? 'headings',
    });
  }
  return config === undefined ? undefined : loadSpec(source, { configFile, config });
}

/** As `findSpec`, for a command that cannot do without. @throws UserError naming both ways to give one. */
export async function requireSpec(
  options: { readonly spec?: string; readonly config: string },
  context: CommandContext,
): Promise<Spec> {
  const spec = await findSpec(options, context);
  if (spec !== undefined) return spec;
  throw new UserError({
    message: `there is no ${options.config} that names a spec`,
    hint: 'Name the spec with --spec, or the config with --config.',
  });
}
