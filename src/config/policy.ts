// The part of a config that a verdict is made under, and its name.
import { hashJson, type Json } from '../core/canonical-json.ts';
import type { DecisionPolicy } from '../decision/policy.ts';
import type { Config } from './schema.ts';

/** The decision's numbers and choices, as the config gives them. */
export function decisionPolicy(config: Config): DecisionPolicy {
  const { margins, actions, onInconclusive, selection, seed } = config;
  const limits = Object.entries(config.limits).filter(([, limit]) => limit !== undefined);
  return {
    margins,
    limits: Object.fromEntries(limits),
    actions,
    onInconclusive,
    selection,
    seed,
  };
}

/**
 * A hash that identifies the policy: everything that decides who judges and by what numbers. Options on where files
 * lie, what may be spent and what is shown are left out, so that moving the bank or raising the budget draws no new
 * answers.
 */
export function policyHash(config: Config): string {
  const { judges, classifier, judgeContext, judgeExamples, specUse, auditShare } = config;
  const asked = { judges, classifier, judgeContext, ...(judgeExamples && { judgeExamples }) };
  const subject = { ...decisionPolicy(config), ...asked, specUse, auditShare };
  return hashJson(JSON.parse(JSON.stringify(subject)) as Json);
}
