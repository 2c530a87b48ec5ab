// Scenarios beside those that a check selects.
import type { SelectedScenario } from '../../scenarios/selection/select.ts';
import type { CheckSubject } from '../check.ts';

/** They come first, so that every round has them, and take nobody's place. */
export function addScenarios(subject: CheckSubject, further: readonly SelectedScenario[]): CheckSubject {
  if (further.length === 0) return subject;
  const { selection } = subject.policy;
  const { scenarios, extendTo } = selection;
  const larger = { ...selection, scenarios: scenarios + further.length, extendTo: extendTo + further.length };
  return {
    ...subject,
    policy: { ...subject.policy, selection: larger },
    selected: [...further, ...subject.selected].map((one, rank) => ({ ...one, rank })),
  };
}
