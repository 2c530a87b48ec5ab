// What the panel of a config can show, and judges that rule on answers of their own.
import type { DoctorNote } from './notes.ts';
import { judgesUnderTest, panelPower } from '../gate/panel-power.ts';
import type { Project } from '../run/load-project.ts';

/** Notes: a panel is the user's choice, and what it can show is said, not refused. */
export function panelNotes({ config, panel }: Pick<Project, 'config' | 'panel'>): readonly DoctorNote[] {
  const power = panelPower(config, panel);
  const weak: readonly DoctorNote[] =
    power.passes >= LEAST_PASSES ? [] : [{ kind: 'weak-panel', margin: power.margin }];
  const own = judgesUnderTest(panel).map((model): DoctorNote => ({ kind: 'judges-itself', model }));
  return [{ kind: 'power', power }, ...weak, ...own];
}

/** A panel that passes fewer unchanged clauses than these is not worth its price. */
const LEAST_PASSES = 0.8;
