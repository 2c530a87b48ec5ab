// `spec-gate diff BASE HEAD`: what changed, clause by clause.
import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { UserError } from '../core/errors.ts';
import { findRepository, resolveRef } from '../io/git.ts';
import { loadSpec } from '../io/load-project.ts';
import { readSpecFiles, type SpecSource } from '../io/read-spec.ts';
import { parseConfig } from '../config/parse-config.ts';
import { diffToJson } from '../report/diff-json.ts';
import { renderDiff } from '../report/diff-text.ts';
import { diffSpec } from '../spec/diff.ts';
import type { ClauseMode, Spec } from '../spec/clause.ts';
import { EXIT, type Door, type ExitCode } from './door.ts';
import { createPaint } from './paint.ts';
import { loadSpecFile } from './sides.ts';

export interface DiffOptions {
  readonly config: string;
  readonly clauses?: ClauseMode;
  readonly json?: boolean;
}

export async function runDiffCommand(
  sides: { base: string; head: string },
  options: DiffOptions,
  door: Door,
): Promise<ExitCode> {
  const [base, head] = await Promise.all([readSide(sides.base, options, door), readSide(sides.head, options, door)]);
  const view = { base, head, changes: diffSpec(base, head) };
  door.print(
    options.json === true
      ? `${JSON.stringify(diffToJson(view), null, 2)}\n`
      : renderDiff(view, createPaint(door.output.colour)),
  );
  return EXIT.pass;
}

/** A file's own text, or the spec that the config names at a git ref. */
async function readSide(name: string, options: DiffOptions, door: Door): Promise<Spec> {
  const path = resolve(door.cwd, name);
  if (existsSync(path) && statSync(path).isFile())
    return loadSpecFile(relative(door.cwd, path) || path, options.clauses ?? 'headings');
  const root = await findRepository(door.cwd);
  if (root === undefined) {
    throw new UserError({ message: `there is no file ${name}`, hint: 'outside a git repository both sides are files' });
  }
  const source: SpecSource = { kind: 'commit', repo: root, sha: await resolveRef(root, name) };
  const configFile = relative(root, resolve(door.cwd, options.config)).replaceAll('\\', '/');
  const [file] = await readSpecFiles(source, [configFile]);
  const config = parseConfig({ file: configFile, text: file!.text });
  return loadSpec(source, { configFile, config: { ...config, clauses: options.clauses ?? config.clauses } });
}
