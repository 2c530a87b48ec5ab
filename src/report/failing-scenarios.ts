// Scenarios that got worse, the worst first.
import { count } from '../render/format-numbers.ts';
import type { Report } from './report.ts';
import type { ReportScenario } from './report-answers.ts';
import { say, type Sentence } from '../render/sentence.ts';

/**
 * Scenarios in which more models are problematic on head than on base; none where as many turned the other way as chance turns,
 * unless what failed is that answers are ruled against.
 */
export function newlyFailing(report: Report): readonly ReportScenario[] {
  if (report.tested?.scenarios?.isSure === false && !hasFailedAnswers(report.endpoints)) return [];
  return report.scenarios
    .filter(({ problematicModels: { base, head } }) => head.length > base.length)
    .sort(
      (one, other) =>
        other.problematicModels.head.length - one.problematicModels.head.length ||
        riseOf(other) - riseOf(one) ||
        (one.scenario < other.scenario ? -1 : 1),
    );
}

/** `all 4 models problematic (were 0), written for this change`; `both models ...` of two. */
export function writeScenarioChange(scenario: ReportScenario, models: number): Sentence {
  const { base, head } = scenario.problematicModels;
  const all = models === 2 ? say`both` : say`all ${count(models)}`;
  const now = head.length === models && models > 1 ? all : say`${count(head.length)} of ${count(models)}`;
  const origin = scenario.written === true ? say`, written for this change` : say``;
  return say`${now} models problematic (were ${count(base.length)})${origin}`;
}

/** Whether what failed is a sum over scenarios that are ruled against: those are then where it lies. */
export function hasFailedAnswers(metrics: Report['endpoints']): boolean {
  return (['nonCompliance', 'frequentNonCompliance'] as const).some((metric) => metrics[metric]?.status === 'fail');
}

function riseOf({ base = 0, head = 0 }: ReportScenario): number {
  return head - base;
}
