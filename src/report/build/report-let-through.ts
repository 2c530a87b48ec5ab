// What the edit lets through, for the report: counts over all and by touched clause, and answers to look at.
import {
  countBothTexts,
  isLetThrough,
  pairControls,
  pairHeadRulings,
  pairRulings,
  type BothTexts,
  type RulingPair,
} from '../../analysis/let-through.ts';
import type { Stage } from '../../evaluation/cell.ts';
import type { Comparison } from '../../evaluation/comparison.ts';
import type { Control, ControlRuling } from '../../evaluation/controls/control.ts';
import type { EvaluatedCell } from '../../evaluation/evaluate.ts';
import { touchedPairs } from '../../evaluation/clause-pairs.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { wilson } from '../../stats/wilson.ts';
import type { Judgment } from '../../evaluation/ruling.ts';
import type {
  ReportBothTexts,
  ReportClauseLetThrough,
  ReportLetThrough,
  ReportLetThroughExample,
  ReportRuling,
} from '../report-answers.ts';
import { disclose, type Disclosure } from './disclose.ts';

export interface LetThroughEvidence {
  readonly comparison: Comparison;
  readonly scenarios: readonly Scenario[];
  /** Of the deciding stage. */
  readonly cells: readonly EvaluatedCell[];
  readonly stage: Stage;
  readonly controls: { readonly controls: readonly Control[]; readonly rulings: readonly ControlRuling[] };
  readonly disclosure: Disclosure;
}

const MOST_EXAMPLES = 5;

/** Undefined where the edit touches no clause of the base. */
export function reportLetThrough(evidence: LetThroughEvidence): ReportLetThrough | undefined {
  const { comparison, cells, scenarios, stage, controls } = evidence;
  const touched = touchedPairs(comparison.clauses).filter(({ base }) => base !== undefined);
  if (comparison.kind === 'model' || touched.length === 0) return undefined;
  const pairs = comparison.kind === 'target' ? pairRulings(cells) : pairHeadRulings(cells);
  const violations = pairControls(controls.rulings.filter((one) => one.role === 'violation' && one.stage === stage));
  const clauses = touched.map(({ id }): ReportClauseLetThrough => {
    const linked = new Set(scenarios.filter((one) => isLinked(comparison, one, id)).map((one) => one.id));
    const answers = withInterval(countBothTexts(pairs.filter(({ base }) => linked.has(base.scenario))));
    return {
      clause: id,
      answers,
      violations: countViolations(violations.filter(({ base }) => base.clauses.includes(id))),
    };
  });
  const examples = [
    ...pairs.filter(isLetThrough).map((pair) => answerExample(pair, evidence)),
    ...firstOfEach(violations.filter(isLetThrough)).map((pair) => violationExample(pair, evidence)),
  ];
  return {
    answers: withInterval(countBothTexts(pairs)),
    clauses,
    examples: spread(examples).slice(0, MOST_EXAMPLES),
  };
}

function isLinked({ clauses }: Comparison, scenario: Scenario, id: string): boolean {
  return scenario.clauses.some((link) => clauses.byId.get(link)?.id === id);
}

function withInterval(counts: BothTexts): ReportBothTexts {
  if (counts.forbidden === 0) return counts;
  const { lower, upper } = wilson({ count: counts.letThrough, trials: counts.forbidden });
  return { ...counts, interval: [lower, upper] };
}

/** By the majority of a violation's draws. */
function countViolations(pairs: readonly RulingPair<ControlRuling>[]): ReportClauseLetThrough['violations'] {
  const ids = [...new Set(pairs.map(({ base }) => base.id))];
  const most = (own: typeof pairs, holds: (pair: RulingPair<ControlRuling>) => boolean): boolean =>
    2 * own.filter(holds).length > own.length;
  const counted = ids.map((id) => {
    const own = pairs.filter(({ base }) => base.id === id);
    return { isForbidden: most(own, ({ base }) => base.problematic === true), isThrough: most(own, isLetThrough) };
  });
  return {
    forbidden: counted.filter(({ isForbidden }) => isForbidden).length,
    letThrough: counted.filter(({ isForbidden, isThrough }) => isForbidden && isThrough).length,
  };
}

function answerExample(
  { base, head }: RulingPair<EvaluatedCell>,
  { disclosure }: LetThroughEvidence,
): ReportLetThroughExample {
  return {
    name: base.scenario,
    model: base.model,
    clauses: citedAgainst(base.judgments),
    ...(disclosure !== 'ids' && { response: disclose(base.responseText ?? '', disclosure) }),
    base: rulingsOf(base.judgments, disclosure),
    head: rulingsOf(head.judgments, disclosure),
  };
}

function violationExample(
  { base, head }: RulingPair<ControlRuling>,
  { controls, disclosure }: LetThroughEvidence,
): ReportLetThroughExample {
  const control = controls.controls.find(({ id }) => id === base.id);
  return {
    name: base.id,
    clauses: base.clauses,
    ...(disclosure !== 'ids' && control !== undefined && { response: disclose(control.response, disclosure) }),
    base: rulingsOf(base.judgments, disclosure),
    head: rulingsOf(head.judgments, disclosure),
  };
}

function rulingsOf(judgments: readonly Judgment[], disclosure: Disclosure): readonly ReportRuling[] {
  return judgments.flatMap((judgment) =>
    judgment.status === 'abstained'
      ? []
      : [
          {
            judge: judgment.judge,
            ruling: judgment.ruling,
            clauses: judgment.clauses,
            ...(disclosure !== 'ids' && { reasoning: disclose(judgment.reasoning, disclosure) }),
          },
        ],
  );
}

function citedAgainst(judgments: readonly Judgment[]): readonly string[] {
  const against = judgments.flatMap((one) => (one.status === 'ruled' && one.ruling !== 'compliant' ? one.clauses : []));
  return [...new Set(against)];
}

function firstOfEach(pairs: readonly RulingPair<ControlRuling>[]): readonly RulingPair<ControlRuling>[] {
  return pairs.filter(({ base }, index) => pairs.findIndex((one) => one.base.id === base.id) === index);
}

/** One of each name first, so that five examples are not five answers to one question. */
function spread(examples: readonly ReportLetThroughExample[]): readonly ReportLetThroughExample[] {
  const turn = new Map<string, number>();
  const turns = examples.map((example) => {
    const own = turn.get(example.name) ?? 0;
    turn.set(example.name, own + 1);
    return { example, own };
  });
  return turns.sort((a, b) => a.own - b.own).map(({ example }) => example);
}
