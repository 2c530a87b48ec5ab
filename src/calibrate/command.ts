// `spec-gate calibrate`: the check of the gate itself, on the stored draws of the project's bank. It makes no call.
import { isSimulated } from '../models/provider-kind.ts';
import { decisionPolicy } from '../config/policy.ts';
import { calibrate, type Calibration } from './calibrate.ts';
import { readWholeDraws } from './stored-draws.ts';
import { renderCalibration } from './report-text.ts';
import { type CommandContext } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { groupScenarios } from '../scenarios/scenario-groups.ts';
import { createPaint } from '../render/paint.ts';
import { loadWorkingProject } from '../context/working-project.ts';
import type { CalibrateOptions } from './commands.ts';

const CODES: Readonly<Record<Calibration['status'], ExitCode>> = {
  calibrated: EXIT.pass,
  uncalibrated: EXIT.fail,
  unknown: EXIT.inconclusive,
};

export async function runCalibrateCommand(options: CalibrateOptions, context: CommandContext): Promise<ExitCode> {
  const { project, spec, store } = await loadWorkingProject(options, context);
  const { panel, config } = project;
  const policy = decisionPolicy(config);
  const { cells, scenarios, of, draws } = await readWholeDraws(project, { spec, store });
  const models = panel.models.map(({ ref }) => ref.id);
  const judges = panel.judges.map(({ id }) => id);
  const calibration = calibrate({
    cells,
    scenarios,
    models,
    judges,
    policy,
    groups: groupScenarios(project.bank.scenarios),
  });
  const simulated = [...panel.models.map(({ ref }) => ref), ...panel.judges].some(isSimulated);
  const view = {
    calibration: { ...calibration, draws },
    scenarios: scenarios.length,
    of,
    margins: policy.margins,
    simulated,
  };
  context.print(
    options.json === true
      ? `${JSON.stringify({ schema: 'spec-gate/calibration@1', ...view }, null, 2)}\n`
      : renderCalibration(view, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
  return CODES[calibration.status];
}
