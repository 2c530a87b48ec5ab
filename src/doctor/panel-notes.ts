// What the panel of a config can show, and judges that rule on answers of their own.
import { whereDefined } from '../core/where-defined.ts';
import { LEAST_PASSES } from '../decision/power.ts';
import type { Cost } from '../models/cost/prices.ts';
import type { DoctorNote } from './notes.ts';
import { judgesUnderTest, panelPower } from '../gate/panel-power.ts';
import type { Project } from '../run/load-project.ts';

/** A panel is the user's choice, so what it can show is a note and no problem. `usd` is the price of a usual edit. */
export function panelNotes(
  { config, panel }: Pick<Project, 'config' | 'panel'>,
  usd: Cost | undefined,
): readonly DoctorNote[] {
  const power = panelPower(config, panel);
  const weak: readonly DoctorNote[] =
    power.passes >= LEAST_PASSES
      ? []
      : [{ kind: 'weak-panel', margin: power.margin, ...whereDefined({ carries: power.carries }) }];
  const own = judgesUnderTest(panel).map((model): DoctorNote => ({ kind: 'judges-itself', model }));
  return [{ kind: 'power', power, usd }, ...weak, ...own];
}
