// A local check goes by the working tree's config. Where that is looser than the one it branched off, the report says so.
import type { Config } from '../../config/schema.ts';
import { leaveOutUnreadable } from '../../core/errors.ts';
import { listLoosened } from '../change/policy-change.ts';
import { loadConfig } from '../../run/load-project.ts';
import type { SpecSource } from '../../io/read-spec.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';

/** One note with the options that are looser than in `base`; none where nothing is, or where base has no usable config. */
export async function noteOwnPolicy(
  base: { readonly ref: string; readonly source: SpecSource },
  own: { readonly configFile: string; readonly config: Config },
): Promise<readonly Finding[]> {
  // A config that only the branch has, or that it mends, has nothing to be compared with.
  const before = await loadConfig(base.source, own.configFile).catch(leaveOutUnreadable);
  if (before === undefined) return [];
  const options = listLoosened(before, own.config).map(({ option }) => option);
  if (options.length === 0) return [];
  return [createFinding({ code: 'judgedByOwnPolicy', args: { base: base.ref, options }, severity: 'warning' })];
}
