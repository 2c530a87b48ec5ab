// The name that a finding is accepted by, and which findings of a report there is something to accept of.
import type { Finding, Report } from './report.ts';

/** Tells findings of one code apart: `policyLoosened:margins.nonCompliance`, `untestedClause:be_kind`. */
export function findingKey({ code, args }: Pick<Finding, 'code' | 'args'>): string {
  const which = ['option', 'clause', 'endpoint', 'scenario', 'model', 'judge', 'likeCode'].flatMap(
    (name) => args[name] ?? [],
  );
  return [code, ...which.map(String)].join(':');
}

/** The findings that keep a report from passing. */
export function blockingReasons({ verdict }: Report): readonly Finding[] {
  if (verdict.status === 'pass') return [];
  return verdict.reasons.filter(({ severity }) => severity !== 'notice');
}
