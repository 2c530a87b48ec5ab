// `spec-gate diff BASE HEAD`: what changed, clause by clause.
import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { diffToJson } from '../../report/terminal/diff-json.ts';
import { renderDiff } from '../../report/terminal/diff-text.ts';
import { diffSpec } from '../../spec/diff.ts';
import type { Spec } from '../../spec/clause.ts';
import { type Door } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import { loadSpecFile } from './spec-file.ts';
import type { DiffOptions } from '../commands.ts';

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
    return loadSpecFile(relative(door.cwd, path) || path, { cwd: door.cwd, clauses: options.clauses ?? 'headings' });
  // A config is read for git refs only.
  const { loadSpecAtRef } = await import('./spec-at-ref.ts');
  return loadSpecAtRef(name, { cwd: door.cwd, ...options });
}
