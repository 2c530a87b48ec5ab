// A failing rise under a prompt, taken apart: what is the text, and what are the answers.
import type { ChangePart, SplitChange } from '../../decision/split-change.ts';
import { createFinding } from '../messages.ts';
import type { Finding } from '../report.ts';

/** `standard` is the part of the rise that the text makes, `behaviour` the part of the answers; both are shares. */
export function textOrAnswers({ standard, behaviour, scenarios }: SplitChange): Finding {
  const [standardLow, standardHigh] = rangeOf(standard);
  const [behaviourLow, behaviourHigh] = rangeOf(behaviour);
  const args = {
    standard: standard.change,
    ...(standardLow !== undefined && standardHigh !== undefined && { standardLow, standardHigh }),
    behaviour: behaviour.change,
    ...(behaviourLow !== undefined && behaviourHigh !== undefined && { behaviourLow, behaviourHigh }),
    scenarios,
  };
  return createFinding({ code: 'textOrAnswers', args, severity: 'warning' });
}

function rangeOf({ interval }: ChangePart): readonly (number | undefined)[] {
  return interval ?? [];
}
