// A spec in a file, apart from any project; apart from what reads projects, so that `diff` starts fast.
import { basename, dirname, resolve } from 'node:path';
import { readSpecFiles } from '../../io/read-spec.ts';
import { parseSpec } from '../../spec/parse.ts';
import type { ClauseMode, Spec } from '../../spec/clause.ts';

/** @throws UserError for a file that is not there, or not a spec. */
export async function loadSpecFile(path: string, clauses: ClauseMode): Promise<Spec> {
  const full = resolve(path);
  const files = await readSpecFiles({ kind: 'worktree', root: dirname(full) }, [basename(full)]);
  return parseSpec(
    files.map(({ text }) => ({ file: path.replaceAll('\\', '/'), text })),
    { clauses },
  );
}
