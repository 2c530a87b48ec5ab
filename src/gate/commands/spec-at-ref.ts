// The spec that the config of a git ref names there.
import { relative, resolve } from 'node:path';
import { parseConfig } from '../../config/parse-config.ts';
import { UserError } from '../../core/errors.ts';
import { findRepository } from '../../io/find-repository.ts';
import { resolveRef } from '../../io/git-commits.ts';
import { loadSpec } from '../../run/load-project.ts';
import { readSpecFiles, type SpecSource } from '../../io/read-spec.ts';
import type { ClauseMode, Spec } from '../../spec/clause.ts';

export interface RefOptions {
  readonly cwd: string;
  readonly config: string;
  readonly clauses?: ClauseMode;
}

/** @throws UserError where there is no repository, ref, config or spec. */
export async function loadSpecAtRef(ref: string, options: RefOptions): Promise<Spec> {
  const root = await findRepository(options.cwd);
  if (root === undefined) {
    throw new UserError({ message: `there is no file ${ref}`, hint: 'outside a git repository both sides are files' });
  }
  const source: SpecSource = { kind: 'commit', repo: root, sha: await resolveRef(root, ref) };
  const configFile = relative(root, resolve(options.cwd, options.config)).replaceAll('\\', '/');
  const [file] = await readSpecFiles(source, [configFile]);
  const config = parseConfig({ file: configFile, text: file!.text });
  return loadSpec(source, { configFile, config: { ...config, clauses: options.clauses ?? config.clauses } });
}
