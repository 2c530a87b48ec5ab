// What the panel of a config can show, and judges that rule on answers of their own.
import { whereDefined } from '../core/where-defined.ts';
import { LEAST_PASSES } from '../decision/power.ts';
import type { DoctorNote } from './notes.ts';
import { judgesUnderTest, panelPower } from '../gate/panel-power.ts';
import type { Project } from '../run/load-project.ts';

/** Notes: a panel is the user's choice, and what it can show is said, not refused. */
export function panelNotes({ config, panel }: Pick<Project, 'config' | 'panel'>): readonly DoctorNote[] {
  const power = panelPower(config, panel);
  const weak: readonly DoctorNote[] =
    power.passes >= LEAST_PASSES
      ? []
      : [{ kind: 'weak-panel', margin: power.margin, ...whereDefined({ carries: power.carries }) }];
  const own = judgesUnderTest(panel).map((model): DoctorNote => ({ kind: 'judges-itself', model }));
  return [{ kind: 'power', power }, ...weak, ...own];
}
