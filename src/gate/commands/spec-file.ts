// A spec in a file, apart from any project; apart from what reads projects, so that `diff` starts fast.
import type { Readable } from 'node:stream';
import { readTextStream } from '../../io/files.ts';
import { basename, dirname, resolve } from 'node:path';
import { readSpecFiles } from '../../io/read-spec.ts';
import { parseSpec, type ParseSpecOptions } from '../../spec/parse.ts';
import type { ClauseMode, Spec } from '../../spec/clause.ts';

/** A spec from a pipe. @throws UserError for what is not a spec. */
export async function loadSpecStream(name: string, stream: Readable, clauses: ClauseMode): Promise<Spec> {
  return parseSpec([{ file: name, text: await readTextStream(stream, name) }], { clauses });
}

/** `path` is looked for from `cwd`, and is how the report names the file. @throws UserError for a file that is not there, or not a spec. */
export async function loadSpecFile(
  path: string,
  { cwd, ...options }: { readonly cwd: string } & ParseSpecOptions,
): Promise<Spec> {
  const full = resolve(cwd, path);
  const files = await readSpecFiles({ kind: 'worktree', root: dirname(full) }, [basename(full)]);
  return parseSpec(
    files.map(({ text }) => ({ file: path.replaceAll('\\', '/'), text })),
    options,
  );
}
