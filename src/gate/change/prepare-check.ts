// From two sides of a pull request to what the gate compares: changes, scenarios, arms.
import { whereDefined } from '../../core/where-defined.ts';
import type { CheckSubject } from '../check.ts';
import { BLOCKING_METRICS, METRICS } from '../../analysis/metrics.ts';
import { findContestedClauses } from '../../analysis/contested-clauses.ts';
import { LIMIT_DRAWS } from '../../decision/bounds.ts';
import { decisionPolicy } from '../../config/policy.ts';
import type { Comparison, Slot } from '../../evaluation/comparison.ts';
import type { Control } from '../../evaluation/controls/control.ts';
import { selectControls } from '../../evaluation/controls/select-controls.ts';
import { compareSpecs, type ComparisonRules } from '../../evaluation/create-comparison.ts';
import { promptsOf } from '../../evaluation/prompts/judging-prompts.ts';
import type { Project } from '../../run/load-project.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding, ReportSide } from '../../report/report.ts';
import type { Bank } from '../../scenarios/bank.ts';
import { withCurrentLinks } from '../../scenarios/current-links.ts';
import { selectNamed } from '../../scenarios/selection/select-named.ts';
import { selectScenarios, type SelectedScenario } from '../../scenarios/selection/select.ts';
import { isSubstantive, type ClauseChange } from '../../spec/change.ts';
import type { Spec } from '../../spec/clause.ts';
import { diffSpec } from '../../spec/diff.ts';
import { followLinks } from '../../writing/follow-links.ts';
import type { WrittenScenario } from '../../writing/write-for-change.ts';
import { writtenSpec } from '../../spec/written-spec.ts';
import { noteGoneLinks } from './gone-links.ts';
import { addScenarios } from './add-scenarios.ts';
import { findIgnored, findUnseen, remarkOnIncludes, remarkOnSpec, remarkOnTemplate } from './out-of-sight.ts';
import { findShiftedIds } from './shifted-ids.ts';
import { findUnreadText } from './unread-text.ts';
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
  /** What changed where judges cannot see: the verdict carries it. */
  readonly unseen?: readonly Finding[];
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
  const { config, panel } = project;
  const { spec: base } = sides.base;
  const { spec: head } = sides.head;
  const isPrompt = config.specUse === 'prompt';
  const isSent = isPrompt && isSentOtherwise(base, head, config);
  const changes = diffSpec(base, head, isSent ? 'written' : 'shown');
  const bank = withCurrentLinks(project.bank, [base, head]);
  const policy = decisionPolicy(config);
  const { scenarios: size, extendTo } = policy.selection;
  const { linked, untested, copies } = selectScenarios({ bank, changes, size, extendTo, seed: policy.seed });
  const comparison = compareSpecs({ base, head, changes, models: panel.models }, comparisonRules(project));
  const models = panel.models.map(({ ref }) => ref.id);
  // Models that are given the file read what stands outside of clauses, too; judges never do, and no scenario tests it.
  const ignored = findIgnored({ base, head }, { sent: isSent, action: config.actions.unseen });
  const isUntold = changes.length + ignored.length === 0 && squeeze(base, config) !== squeeze(head, config);
  const outside = isSent && (base.outside !== head.outside || isUntold) ? [OUTSIDE_CLAUSES] : [];
  const subject: CheckSubject = {
    comparison,
    policy,
    selected: linked.map(showClauseBeside),
    untested: [...untested, ...outside],
    controls: controlsOf(project, comparison, linked),
    labelled: project.labelled.length,
  };
  // Judges who read the whole spec see an edit with every scenario anyway.
  const named =
    config.judgeContext === 'full'
      ? []
      : selectNamed({ bank, changes, clauses: head.clauses, linked, seed: policy.seed });
  return {
    subject: addScenarios(subject, named.map(showClauseBeside)),
    unseen: [
      ...findUnseen({ base, head, changes }, config.actions.unseen),
      ...findShiftedIds({ base, head }, config.actions.unseen),
      ...ignored,
      // Models that are given the file read all of it.
      ...(isPrompt ? [] : findUnreadText({ base, head, changes }, config.actions.unseen)),
    ],
    remarks: [
      ...remarkOnSpec({ base, head }),
      ...(isPrompt ? remarkOnTemplate(head) : []),
      ...remarkOnIncludes(head),
      ...(copies === 0 ? [] : [createFinding({ code: 'copiedScenarios', args: { copies }, severity: 'notice' })]),
      ...contestedGround(bank, changes),
      ...movedLinks(bank, changes, head),
      ...noteGoneLinks(bank, [base, head], untested),
    ],
    changes,
    sides,
    base: describeSide(sides.base, models),
    head: describeSide(sides.head, models),
  };
}

/** Whether a comparison of specs has something to say: a change of what judges read, or one out of their sight. */
export function hasSpecNews({ changes, unseen = [], remarks = [], subject }: PreparedCheck): boolean {
  return changes.length + unseen.length + remarks.length + subject.untested.length > 0;
}

/** Whether models that are given the spec are given another text. */
function isSentOtherwise(base: Spec, head: Spec, { promptWithout }: Project['config']): boolean {
  return writtenSpec(base, promptWithout) !== writtenSpec(head, promptWithout);
}

/** What models are given, white space aside: a sign that is in no clause, in nothing around them and in nothing ignored is seen here. */
function squeeze(spec: Spec, { promptWithout }: Project['config']): string {
  return writtenSpec(spec, promptWithout).replaceAll(/\s+/g, ' ').trim();
}

/** Links of the bank that the change's new ids leave behind. */
function movedLinks({ scenarios }: Bank, changes: readonly ClauseChange[], head: Spec): readonly Finding[] {
  const { moved } = followLinks(scenarios, changes, head);
  if (moved.length === 0) return [];
  const args = {
    moved: moved.map(({ from, to }) => `${from} -> ${to}`),
    scenarios: moved.reduce((sum, one) => sum + one.scenarios, 0),
  };
  return [createFinding({ code: 'linksToFollow', args, severity: 'notice' })];
}

/** Substantive changes of clauses on which models part most. */
function contestedGround(bank: Bank, changes: readonly ClauseChange[]): readonly Finding[] {
  const touched = new Set(changes.filter(isSubstantive).map(({ id, baseId }) => baseId ?? id));
  return findContestedClauses(bank.scenarios)
    .filter(({ clause }) => touched.has(clause))
    .map((args) =>
      createFinding({ code: 'contestedGround', args: { ...args }, severity: 'notice', clause: args.clause }),
    );
}

/** Named like a clause where untested ones are listed. */
const OUTSIDE_CLAUSES = { clause: '(text outside of clauses)', reason: 'no-scenario' } as const;

/** Who judges, and how: the same for every comparison of a project. */
export function comparisonRules({ config, panel, policyHash }: Project): ComparisonRules {
  const { specUse, promptWithout, judgeContext, auditShare, limits, selection } = config;
  const isLimited = BLOCKING_METRICS.some(
    (metric) => METRICS[metric].needs === 'scores' && limits[metric] !== undefined,
  );
  return {
    specUse,
    promptWithout,
    judgeContext,
    wording: promptsOf(config).judge,
    auditShare,
    scoredDraws: isLimited ? LIMIT_DRAWS : 1,
    poolDraws: selection.replicates.base,
    policyHash,
    judges: panel.judges,
    classifier: panel.classifier,
  };
}

/** Which are chosen depends on the policy's seed and on the change, so that no change can be written around them. */
export function controlsOf(
  { labelled, config }: Project,
  comparison: Comparison,
  selected: readonly SelectedScenario[],
): readonly Control[] {
  const conversations = selected.map(({ scenario }) => scenario.messages);
  return selectControls(comparison, { labelled, seed: `${config.seed}\n${comparison.digest}`, conversations });
}

/** A scenario that was suggested for a clause, or whose own clause that one names, is judged with it as though it were linked. */
function showClauseBeside(selected: SelectedScenario): SelectedScenario {
  const { scenario, reason } = selected;
  if (reason.kind === 'linked') return selected;
  return { ...selected, scenario: { ...scenario, clauses: [...scenario.clauses, reason.clause] } };
}

/** A side as the report names it. */
export function describeSide({ ref, sha, spec }: SpecSide, models: readonly string[]): ReportSide {
  return { ref, ...whereDefined({ sha }), specHash: spec.hash, clauses: spec.clauses.length, models };
}
