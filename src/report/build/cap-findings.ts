// A report names a limited number of findings of one kind and counts the rest, so that people can read it whatever the
// size of the change.
import type { FindingCode } from '../finding-args.ts';
import { createFinding } from '../messages.ts';
import type { Finding } from '../report.ts';

/** Findings of one kind and severity that are named one by one. */
const MOST_NAMED = 50;

/**
 * In their order; behind the last one of a kind that is named stands how many more there are, as grave as they are, so that
 * an acceptance of those that are named does not cover the others unseen.
 */
export function capFindings(findings: readonly Finding[]): readonly Finding[] {
  const groupOf = ({ code, severity }: Finding): string => `${severity} ${code}`;
  const sizes = new Map<string, number>();
  for (const finding of findings) sizes.set(groupOf(finding), (sizes.get(groupOf(finding)) ?? 0) + 1);
  const named = new Map<string, number>();
  return findings.flatMap((finding) => {
    const group = groupOf(finding);
    const place = (named.get(group) ?? 0) + 1;
    named.set(group, place);
    const more = sizes.get(group)! - MOST_NAMED;
    if (place > MOST_NAMED) return [];
    return place === MOST_NAMED && more > 0 ? [finding, countMore(finding, more)] : [finding];
  });
}

function countMore({ code, severity }: Finding, more: number): Finding {
  const likeCode = code as FindingCode;
  return createFinding({ code: 'moreLikeThese', args: { likeCode, more }, severity });
}
