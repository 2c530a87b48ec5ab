// From two lists of models to what the gate compares: pairs on the base spec, over the whole bank.
import type { CheckSubject } from '../check.ts';
import { decisionPolicy } from '../../config/policy.ts';
import { createRandom, shuffle } from '../../core/random.ts';
import { isFewForModels, scenariosForModels } from '../../decision/model-looks.ts';
import { compareModels, type PanelModel } from '../../evaluation/create-comparison.ts';
import type { Project } from '../../run/load-project.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import { selectBank } from '../../scenarios/selection/select-bank.ts';
import { withoutCopies } from '../../scenarios/selection/without-copies.ts';
import type { SelectedScenario } from '../../scenarios/selection/select.ts';
import { pairModels, type PairedModels } from './pair-models.ts';
import { comparisonRules, controlsOf, describeSide, type PreparedCheck, type SpecSide } from './prepare-check.ts';
import type { Action } from '../../decision/policy.ts';
import { SEVERITY_OF_ACTION } from '../../decision/severity.ts';

export interface ModelSides {
  /** The text that both panels are judged under. */
  readonly spec: SpecSide;
  /** What the head side is called. */
  readonly head: { readonly ref: string; readonly sha?: string };
  readonly baseModels: readonly PanelModel[];
  readonly headModels: readonly PanelModel[];
}

export interface PreparedModelCheck extends PreparedCheck {
  /** What the verdict must carry: a new model that is compared with the panel only. */
  readonly grounds: readonly Finding[];
  readonly notes: readonly Finding[];
}

/** A change of models under a project's policy and bank; undefined where both sides answer alike or a model is only gone. */
export function prepareModelCheck(project: Project, sides: ModelSides): PreparedModelCheck | undefined {
  const pairs = pairModels(sides.baseModels, sides.headModels);
  if (pairs.changed.length + pairs.added.length === 0) return undefined;
  const policy = decisionPolicy(project.config);
  const compared = [...pairs.changed, ...pairs.unchanged.map((model) => ({ base: model, head: model }))];
  const rules = comparisonRules(project);
  const comparison = compareModels({ spec: sides.spec.spec, pairs: compared }, rules);
  const news = pairs.added.map((model) => ({ base: model, head: model }));
  const subject: CheckSubject = {
    comparison,
    policy,
    selected: selectForModels(project),
    untested: [],
    controls: controlsOf(project, comparison, []),
    labelled: project.labelled.length,
    changedModels: pairs.changed.map(({ head }) => head.ref.id),
  };
  const { spec } = sides.spec;
  return {
    subject,
    modelOrigins: new Map(pairs.changed.map(({ head, origin }) => [head.ref.id, origin])),
    added: compareModels({ spec: sides.spec.spec, pairs: news }, rules).slots,
    changes: [],
    base: describeSide(
      sides.spec,
      compared.map(({ base }) => base.ref.id),
    ),
    head: describeSide(
      { ...sides.head, spec },
      compared.map(({ head }) => head.ref.id),
    ),
    grounds: notCompared(pairs, policy.actions.untested),
    notes: inferred(pairs),
  };
}

/**
 * A model answers every scenario, so the whole bank tests it: the most telling and most different ones first. Where the bank is so
 * large that it is looked at in parts, they come in an order by chance: each part must be a fair sample of all.
 */
function selectForModels({ bank, config }: Project): readonly SelectedScenario[] {
  const policy = decisionPolicy(config);
  const available = bank.scenarios.length;
  const { selected } = selectBank({
    scenarios: bank.scenarios,
    leastDisagreement: 0,
    weighting: 'disagreement',
    size: scenariosForModels(policy, available),
    seed: config.seed,
  });
  const order = isFewForModels(policy, available)
    ? selected
    : shuffle(selected, createRandom(`${config.seed}\nmodels`));
  return withoutCopies(order.map(({ scenario }) => scenario)).map((scenario, rank) => ({
    scenario,
    reason: { kind: 'linked', clauses: scenario.clauses },
    rank,
  }));
}

/** Nothing tests such a model, so it counts as an untested clause does. */
function notCompared({ added }: PairedModels, untested: Action): readonly Finding[] {
  return added.map(({ ref }) =>
    createFinding({ code: 'modelNotCompared', args: { model: ref.id }, severity: SEVERITY_OF_ACTION[untested] }),
  );
}

function inferred({ changed }: PairedModels): readonly Finding[] {
  return changed.flatMap(({ base, head, origin }) =>
    origin === 'inferred'
      ? [
          createFinding({
            code: 'modelPairInferred',
            args: { model: head.ref.id, replaces: base.ref.id },
            severity: 'notice',
          }),
        ]
      : [],
  );
}
