// What the commands that look at a bank read: the bank itself, and the spec its links are held against.
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { openSource } from '../io/import-files.ts';
import { loadConfig, loadSpec } from '../../run/load-project.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { streamBank } from '../../scenarios/parse-bank.ts';
import type { Spec } from '../../spec/clause.ts';
import type { CommandContext } from '../../context/command-context.ts';
import { loadSpecFile } from '../../gate/commands/spec-file.ts';

/** Hands over one scenario of a bank of any size after another. @throws UserError with every problem of its lines. */
export async function readBankFile(
  file: string,
  context: CommandContext,
  keep: (scenario: Scenario) => void,
): Promise<void> {
  const path = resolve(context.cwd, file);
  if (!/^https?:/.test(file) && !existsSync(path)) {
    throw new UserError({
      message: 'there is no such bank',
      place: { file },
      hint: 'spec-gate bank import FILE begins one with queries of yours',
    });
  }
  const source = await openSource(path, globalThis.fetch);
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
  const config = existsSync(configPath) ? await loadConfig(source, configFile) : undefined;
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
