// `spec-gate diff BASE HEAD`: what changed, clause by clause.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { diffToJson } from '../../report/terminal/diff-json.ts';
import { renderDiff } from '../../report/terminal/diff-text.ts';
import { diffSpec } from '../../spec/diff.ts';
import type { Spec } from '../../spec/clause.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { UserError } from '../../core/errors.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import { loadSpecFile, loadSpecStream } from './spec-file.ts';
import type { DiffOptions } from '../commands.ts';

export async function runDiffCommand(
  sides: { base: string; head: string },
  options: DiffOptions,
  context: CommandContext,
): Promise<ExitCode> {
  if (sides.base === '-' && sides.head === '-')
    throw new UserError({ message: 'only one side can be the standard input' });
  const [base, head] = await Promise.all([
    readSide(sides.base, options, context),
    readSide(sides.head, options, context),
  ]);
  const view = { base, head, changes: diffSpec(base, head) };
  context.print(
    options.json === true
      ? `${JSON.stringify(diffToJson(view), null, 2)}\n`
      : renderDiff(view, createPaint(context.output.colour)),
  );
  return EXIT.pass;
}

/** A file's or pipe's own text (`-` is the standard input), or the spec that the config names at a git ref. */
async function readSide(name: string, options: DiffOptions, context: CommandContext): Promise<Spec> {
  const path = resolve(context.cwd, name);
  const clauses = options.clauses ?? 'headings';
  if (name === '-')
    return loadSpecStream('(standard input)', createReadStream('', { fd: 0, autoClose: false }), clauses);
  const stats = existsSync(path) ? statSync(path) : undefined;
  if (stats?.isFile()) return loadSpecFile(relative(context.cwd, path) || path, { cwd: context.cwd, clauses });
  // What a shell hands over: diff <(git show v1:spec.md) spec.md
  if (stats?.isFIFO() || stats?.isCharacterDevice()) return loadSpecStream(name, createReadStream(path), clauses);
  // A config is read for git refs only.
  const { loadSpecAtRef } = await import('./spec-at-ref.ts');
  return loadSpecAtRef(name, { cwd: context.cwd, ...options });
}
