// A spec in a file, apart from any project; apart from what reads projects, so that `diff` starts fast.
import { basename, dirname, resolve } from 'node:path';
import { readSpecFiles } from '../../io/read-spec.ts';
import { parseSpec } from '../../spec/parse.ts';
import type { ClauseMode, Spec } from '../../spec/clause.ts';

/** `path` is looked for from `cwd`, and is how the report names the file. @throws UserError for a file that is not there, or not a spec. */
export async function loadSpecFile(
  path: string,
  { cwd, clauses }: { readonly cwd: string; readonly clauses: ClauseMode },
): Promise<Spec> {
  const full = resolve(cwd, path);
  const files = await readSpecFiles({ kind: 'worktree', root: dirname(full) }, [basename(full)]);
  return parseSpec(
    files.map(({ text }) => ({ file: path.replaceAll('\\', '/'), text })),
    { clauses },
  );
}
