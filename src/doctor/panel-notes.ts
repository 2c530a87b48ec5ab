// What the panel of a config can show, and judges that rule on answers of their own.
import { describePower, judgesUnderTest, panelPower } from '../gate/panel-power.ts';
import type { Project } from '../run/load-project.ts';

/** Notes: a panel is the user's choice, and what it can show is said, not refused. */
export function panelNotes({ config, panel }: Pick<Project, 'config' | 'panel'>): readonly string[] {
  const power = panelPower(config, panel);
  const weak =
    power.passes >= LEAST_PASSES
      ? []
      : [
          `most edits that change nothing would stay undecided: raise margins.nonCompliance above ${power.margin}, or take more models or scenarios`,
        ];
  const own = judgesUnderTest(panel).map(
    (id) => `${id} is a judge and a model under test: it rules on its own answers, and judges tend to be kind to those`,
  );
  return [`what the panel can show: ${describePower(power)}`, ...weak, ...own];
}

/** A panel that passes fewer unchanged clauses than these is not worth its price. */
const LEAST_PASSES = 0.8;
