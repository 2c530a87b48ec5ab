// The verdict of a pull request, noted and signed in its comment: a merge queue that finds the same texts need not ask again.
import * as z from 'zod';
import { hashJson, type Json } from '../../core/canonical-json.ts';
import type { Signer } from '../../core/signer.ts';
import { promptsOf } from '../../evaluation/prompts/judging-prompts.ts';
import { readPackageVersion } from '../../io/package-version.ts';
import type { ChangeEnd, ChangeEnds } from '../../run/change-ends.ts';
import type { Project } from '../../run/load-project.ts';
import { filesThatCount } from '../change/files-that-count.ts';
import { headPatterns } from '../change/head-spec.ts';

const Note = z.strictObject({
  digest: z.string(),
  verdict: z.enum(['pass', 'fail', 'inconclusive']),
  exitCode: z.literal([0, 1]),
  headSha: z.string(),
});

export type VerdictNote = Readonly<z.infer<typeof Note>>;

/** One word for a comment of HTML. */
export function serializeVerdict(note: VerdictNote, signer: Signer): string {
  return Buffer.from(JSON.stringify({ note, sig: signer.sign(signed(note)) })).toString('base64');
}

/** Undefined for what is no note, or not signed by somebody who knows the secret: a comment is anybody's text. */
export function parseVerdict(text: string, signer: Signer): VerdictNote | undefined {
  try {
    const { note, sig } = JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as { note?: unknown; sig?: unknown };
    const checked = Note.safeParse(note);
    const counts = checked.success && typeof sig === 'string' && signer.hasSigned(signed(checked.data), sig);
    return counts ? checked.data : undefined;
  } catch {
    return undefined;
  }
}

/** The same secret signs answers and nights, too: each says what it is. */
function signed(note: VerdictNote): Json {
  return ['verdict', note];
}

/**
 * Of everything that decides a verdict: the gate itself and the words it asks judges in, which a newer workflow may bring, the
 * policy with its files, and the same files at both ends of the change, which may name others of its own. Whatever else the
 * commits hold makes no difference.
 */
export async function digestChange(project: Project, policy: ChangeEnd, ends: ChangeEnds): Promise<string> {
  const patterns = await headPatterns(ends, project);
  const sides = [];
  for (const end of [policy, ends.base, ends.head]) sides.push(await filesThatCount(project, { end, patterns }));
  const { judge, classify } = promptsOf(project.config);
  const gate = { version: readPackageVersion(), prompts: [judge.instructions, classify.instructions] };
  return hashJson([gate, ...sides]).slice(0, 32);
}
