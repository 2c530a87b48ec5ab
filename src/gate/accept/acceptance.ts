// A change that its owners want although it fails: who wrote what down, and to which finding it applies.
import { whereDefined } from '../../core/where-defined.ts';
import * as z from 'zod';
import { canonicalJson, sha256 } from '../../core/canonical-json.ts';
import { UserError } from '../../core/errors.ts';
import { findRepeatedMember } from '../../core/untrusted-json.ts';
import { findingKey } from '../../report/finding-key.ts';
import type { Finding, Report } from '../../report/report.ts';

/** Where acceptances lie, from the config's folder. */
export const ACCEPTED_FOLDER = '.spec-gate/accepted';

const LARGEST_FILE = 64 * 1024;
const Hash = z.string().regex(/^[0-9a-f]{8,64}$/);
const Value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const AcceptanceSchema = z.strictObject({
  schema: z.literal('spec-gate/acceptance@1'),
  finding: z.string().min(1).max(300),
  comparison: z.enum(['target', 'prompt', 'model', 'none']),
  /** Hashes of both spec texts and of the policy: another text or policy voids it. */
  base: Hash,
  head: Hash,
  policy: Hash,
  models: z.strictObject({ base: z.array(z.string()), head: z.array(z.string()) }),
  /** What was accepted, as the finding gave it. */
  numbers: z.record(z.string(), Value),
  reason: z.string().trim().min(1).max(2000),
  accepted: z.iso.date(),
  /** The last day it holds, UTC. */
  expires: z.iso.date().optional(),
});

export type Acceptance = Readonly<z.output<typeof AcceptanceSchema>>;

/** An acceptance of one finding of a report. */
export function createAcceptance(
  report: Report,
  given: { readonly finding: Finding; readonly reason: string; readonly accepted: string; readonly expires?: string },
): Acceptance {
  const { finding, reason, accepted, expires } = given;
  return {
    schema: 'spec-gate/acceptance@1',
    finding: findingKey(finding),
    comparison: report.comparison,
    base: report.base.specHash,
    head: report.head.specHash,
    policy: report.policyHash,
    models: { base: [...report.base.models], head: [...report.head.models] },
    numbers: Object.fromEntries(
      Object.entries(finding.args).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
    ),
    reason,
    accepted,
    ...whereDefined({ expires }),
  };
}

/** The file's name: the same finding of the same comparison has one file. */
export function acceptanceFile({ finding, base, head, policy, models }: Acceptance): string {
  const id = sha256(canonicalJson({ finding, base, head, policy, models })).slice(0, 12);
  return `${finding.split(':', 1)[0]!.replaceAll(/[^\w-]/g, '_')}-${id}.json`;
}

/** @throws UserError for what is no acceptance. */
export function parseAcceptance({ file, text }: { readonly file: string; readonly text: string }): Acceptance {
  if (text.length > LARGEST_FILE) throw new UserError({ message: 'larger than any acceptance', place: { file } });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError({ message: 'not JSON', hint: 'spec-gate accept writes these files', place: { file } });
  }
  // Whoever approves it reads the first, and the last would count.
  const repeated = findRepeatedMember(text);
  if (repeated !== undefined) {
    const { reason, line, column } = repeated;
    throw new UserError({ message: `not an acceptance: ${reason}`, place: { file, line, column } });
  }
  const checked = AcceptanceSchema.safeParse(value);
  if (checked.success) return checked.data;
  throw new UserError(
    checked.error.issues.map(({ path, message }) => ({
      message: `not an acceptance: ${path.join('.') || 'the whole file'}: ${message}`,
      hint: 'spec-gate accept writes these files',
      place: { file },
    })),
  );
}
