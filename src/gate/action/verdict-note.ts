// The verdict of a pull request, noted and signed in its comment: a merge queue that finds the same texts need not ask again.
import * as z from 'zod';
import { hashJson, type Json } from '../../core/canonical-json.ts';
import type { Signer } from '../../core/signer.ts';
import { readSpecFiles } from '../../io/read-spec.ts';
import type { ChangeEnd, ChangeEnds } from '../../run/change-ends.ts';
import { besideConfig, labelledFile, specPatterns, type Project } from '../../run/load-project.ts';
import { optionsOf } from '../../config/resolve-models.ts';
import { ACCEPTED_FOLDER } from '../accept/acceptance.ts';

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
 * Of everything that decides a verdict: the policy with its files, and the same files at both ends of the change. Whatever
 * else the commits hold makes no difference.
 */
export async function digestChange(project: Project, policy: ChangeEnd, { base, head }: ChangeEnds): Promise<string> {
  const sides = [];
  for (const end of [policy, base, head]) sides.push(await filesThatCount(project, end));
  return hashJson(sides).slice(0, 32);
}

async function filesThatCount({ configFile, config }: Project, { source, paths }: ChangeEnd): Promise<Json> {
  const named = [config.bank, ...config.models.map((model) => optionsOf(model).system)].flatMap((name) => name ?? []);
  const offline = Object.values(config.providers).flatMap((provider) => {
    if (provider.kind === 'simulated') return [provider.world];
    return provider.kind === 'recorded' ? [provider.file] : [];
  });
  const files = [...named, ...offline].map((name) => besideConfig(configFile, name));
  const accepted = [...paths.keys()].filter((path) => path.startsWith(`${besideConfig(configFile, ACCEPTED_FOLDER)}/`));
  const spec = await readSpecFiles(source, specPatterns(configFile, config)).catch(() => []);
  const all = [configFile, labelledFile(configFile, config), ...files, ...accepted, ...spec.map(({ file }) => file)];
  return [...new Set(all)].sort().map((path) => [path, paths.get(path) ?? '']);
}
