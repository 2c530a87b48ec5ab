// From two sides of a pull request to what the gate compares: changes, scenarios, arms.
import type { CheckSubject } from '../check.ts';
import { decisionPolicy } from '../../config/policy.ts';
import type { Slot } from '../../evaluation/comparison.ts';
import { compareSpecs, type ComparisonRules } from '../../evaluation/create-comparison.ts';
import type { Project } from '../../run/load-project.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding, ReportSide } from '../../report/report.ts';
import { selectScenarios, type SelectedScenario } from '../../scenarios/selection/select.ts';
import type { ClauseChange } from '../../spec/change.ts';
import type { Spec } from '../../spec/clause.ts';
import { diffSpec } from '../../spec/diff.ts';
import type { WrittenScenario } from '../../writing/write-for-change.ts';
import type { PairOrigin } from './pair-models.ts';

/** One side's spec and where it came from. */
export interface SpecSide {
  /** As people name it: `main`, `working tree`, a file. */
  readonly ref: string;
  readonly sha?: string;
  readonly spec: Spec;
}

export interface PreparedCheck {
  readonly subject: CheckSubject;
  /** What is odd about the change whatever its verdict. */
  readonly remarks?: readonly Finding[];
  readonly changes: readonly ClauseChange[];
  /** Both sides' specs; absent in a comparison of models. */
  readonly sides?: { readonly base: SpecSide; readonly head: SpecSide };
  /** What was written for this change before it was run. */
  readonly coverage?: CheckCoverage;
  /** Slots whose model changed, and how its pair was found; only in a comparison of models. */
  readonly modelOrigins?: ReadonlyMap<string, PairOrigin>;
  /** Models that are new and replace none. */
  readonly added?: readonly Slot[];
  readonly base: ReportSide;
  readonly head: ReportSide;
}

/** Scenarios that were written for a change, and what else came of writing them. */
export interface CheckCoverage {
  readonly written: readonly WrittenScenario[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
}

/** A spec change under a project's policy, models and bank. */
export function prepareSpecCheck(project: Project, sides: { base: SpecSide; head: SpecSide }): PreparedCheck {
  const { config, panel, bank } = project;
  const changes = diffSpec(sides.base.spec, sides.head.spec);
  const policy = decisionPolicy(config);
  const { scenarios: size, extendTo } = policy.selection;
  const { linked, untested } = selectScenarios({ bank, changes, size, extendTo, seed: policy.seed });
  const specs = { base: sides.base.spec, head: sides.head.spec, changes, models: panel.models };
  const comparison = compareSpecs(specs, comparisonRules(project));
  const models = panel.models.map(({ ref }) => ref.id);
  const isOutside = sides.base.spec.outside !== sides.head.spec.outside;
  // Models that are given the file read what stands outside of clauses, too; judges never do, and no scenario tests it.
  const outside = isOutside && config.specUse === 'prompt' ? [OUTSIDE_CLAUSES] : [];
  return {
    subject: { comparison, policy, selected: linked.map(showSuggestedClause), untested: [...untested, ...outside] },
    remarks: isOutside ? [createFinding({ code: 'textOutsideClauses', args: {}, severity: 'warning' })] : [],
    changes,
    sides,
    base: describeSide(sides.base, models),
    head: describeSide(sides.head, models),
  };
}

/** Named like a clause where untested ones are listed. */
const OUTSIDE_CLAUSES = { clause: '(text outside of clauses)', reason: 'no-scenario' } as const;

/** Who judges, and how: the same for every comparison of a project. */
export function comparisonRules({ config, panel, policyHash }: Project): ComparisonRules {
  const { specUse, judgeContext, auditShare } = config;
  return { specUse, judgeContext, auditShare, policyHash, judges: panel.judges, classifier: panel.classifier };
}

/** A suggested scenario is judged with the clause it was suggested for, as though it were linked. */
function showSuggestedClause(selected: SelectedScenario): SelectedScenario {
  const { scenario, reason } = selected;
  if (reason.kind === 'linked') return selected;
  return { ...selected, scenario: { ...scenario, clauses: [...scenario.clauses, reason.clause] } };
}

/** A side as the report names it. */
export function describeSide({ ref, sha, spec }: SpecSide, models: readonly string[]): ReportSide {
  return { ref, ...(sha === undefined ? {} : { sha }), specHash: spec.hash, clauses: spec.clauses.length, models };
}
