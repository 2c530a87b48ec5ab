// `spec-gate doctor`: is everything there that a check needs, and does it work?
import { basename, dirname, relative, resolve } from 'node:path';
import { planDoctor, runDoctor } from './doctor.ts';
import { parseLabelled, type LabelledItem } from '../scenarios/labelled.ts';
import { checkProviders, splitPanel } from './check-providers.ts';
import { priceUsualEdit } from '../gate/usual-edit.ts';
import { readTextInside } from '../io/files.ts';
import { findRepository } from '../io/find-repository.ts';
import { storeProblems, surroundingNotes } from './surroundings.ts';
import type { ModelRef } from '../models/model.ts';
import type { Project } from '../run/load-project.ts';
import { renderDoctor, renderDoctorPlan, type DoctorModel } from './report.ts';
import { noteCopies } from './copies.ts';
import { setupProblems } from './problems.ts';
import { panelNotes } from './panel-notes.ts';
import { voidNotes } from './void-notes.ts';
import { type CommandContext } from '../context/command-context.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { roomForSentences } from '../render/wrap-text.ts';
import { createPaint } from '../render/paint.ts';
import { loadWorkingProject } from '../context/working-project.ts';
import type { DoctorOptions } from './commands.ts';
import { openCommandRun } from '../context/open-command-run.ts';

export async function runDoctorCommand(options: DoctorOptions, context: CommandContext): Promise<ExitCode> {
  const working = await loadWorkingProject(options, context, { unfinished: 'allowed' });
  const providers = checkProviders(working.project, { env: context.env, nodeVersion: process.versions.node });
  const { project, isAbsent } = splitPanel(working.project, providers);
  const items = await readLabelled(options, context, project);
  const plan = planDoctor(
    { project, spec: working.spec, items, now: context.now() },
    (key) => working.store.get(key) !== undefined,
  );
  context.remark(renderDoctorPlan(plan.planned));
  const run = openCommandRun({ project, store: working.store, afterFailure: 'go-on' }, context);
  const { models, judges, classifier } = working.project.panel;
  const refuse = (role: DoctorModel['role'], refs: readonly ModelRef[]): readonly DoctorModel[] =>
    refs.filter(isAbsent).map(({ id }) => ({ id, role, status: 'not asked', reason: 'see its provider' }));
  const absent = [
    ...refuse(
      'model',
      models.map(({ ref }) => ref),
    ),
    ...refuse('judge', judges),
    ...refuse('classifier', classifier === undefined ? [] : [classifier]),
  ];
  const usualEdit = await priceUsualEdit(working.project, working.spec);
  const surroundings = surroundingNotes(working, {
    usualEdit,
    nodeVersion: process.versions.node,
    isRepository: (await findRepository(context.cwd)) !== undefined,
  });
  const calls = Array.from({ length: plan.planned.calls }, () => ({ stored: false, optional: false }));
  run.beginStage('doctor', () => calls);
  const report = await runDoctor(plan, {
    run,
    providers,
    absent,
    notes: [
      ...surroundings,
      ...voidNotes(working.project),
      ...panelNotes(working.project, usualEdit),
      ...noteCopies(models.map(({ ref }) => ref)),
    ],
    problems: [...setupProblems(working.unreadable), ...storeProblems(working.storeFolder)],
    monotonic: context.monotonic,
  });
  run.close();
  context.print(
    options.json === true
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderDoctor(report, {
          paint: createPaint(context.output.colour),
          width: context.output.columns,
          room: roomForSentences(context.output),
        }),
  );
  return report.ok ? EXIT.pass : EXIT.usage;
}

/** The items of the file that is named, or the project's own. */
export async function readLabelled(
  options: { readonly labelled?: string },
  context: CommandContext,
  project: Pick<Project, 'labelled'>,
): Promise<readonly LabelledItem[]> {
  if (options.labelled === undefined) return project.labelled;
  const path = resolve(context.cwd, options.labelled);
  const file = relative(context.cwd, path) || path;
  return parseLabelled({ file, text: await readTextInside(dirname(path), basename(path)) });
}
