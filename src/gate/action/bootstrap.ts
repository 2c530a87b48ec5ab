// The first pull request: its base branch has no policy yet, so nothing is asked. It sees what later ones will be judged by.
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { UserError } from '../../core/errors.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { planCheck } from '../plan-check.ts';
import { prepareSpecCheck } from '../change/prepare-check.ts';
import { writeComment } from './comment.ts';
import { writeCommentId, writeOutputs } from '../../io/actions/outputs.ts';
import { writeSummary } from '../../io/actions/summary.ts';
import { loadProject, loadSpec, specPatterns, type Project } from '../../run/load-project.ts';
import { expectedPrices } from '../../run/run-prices.ts';
import { readSpecFiles } from '../../io/read-spec.ts';
import { createMemorySegmentStore } from '../../io/store/segment-store.ts';
import { renderBootstrap } from '../../report/markdown/bootstrap.ts';
import { createFinding } from '../../report/messages.ts';
import { plainParagraph } from '../../report/plain-text.ts';
import type { Spec } from '../../spec/clause.ts';
import type { ChangeEvent } from './change-event.ts';
import type { ActionContext } from '../../context/action-context.ts';

/** @throws UserError where the head has no config either, or one that cannot be used. */
export async function describeBootstrap(
  context: ActionContext,
  ends: ChangeEnds,
  change: ChangeEvent,
): Promise<ExitCode> {
  const { names } = change;
  const { config: configFile } = context.inputs;
  if (!ends.head.paths.has(configFile)) {
    throw new UserError({
      message: `there is no ${configFile} on either side of this change`,
      hint: 'spec-gate init writes one; another path is set with the input config',
    });
  }
  const project = await loadProject(ends.head.source, configFile);
  const head = await loadSpec(ends.head.source, { configFile, config: project.config });
  const base = await loadBaseSpec(ends, project);
  const prepared = prepareSpecCheck(project, {
    base: { ref: names.base, sha: ends.base.sha, spec: base },
    head: { ref: names.head, sha: ends.head.sha, spec: head },
  });
  const prices = expectedPrices(project, { attended: true });
  const plan = planCheck(prepared, { store: createMemorySegmentStore(), prices });
  const finding = createFinding({ code: 'bootstrap', args: { config: configFile }, severity: 'notice' });
  const { notice } = await import('@actions/core');
  notice(plainParagraph(finding), { title: 'Spec Gate: first run' });
  const view = { plan, base, head, changes: prepared.changes };
  await writeSummary(renderBootstrap(finding, view, 'summary'), context.env);
  await writeOutputs({ verdict: 'none', calls: 0 });
  const body = renderBootstrap(finding, view, 'comment');
  const shortBody = `### Spec Gate: first run\n\n${plainParagraph(finding)}\n`;
  await writeCommentId(
    await writeComment(context, change, { body, shortBody, isNews: context.inputs.comment !== 'on-failure' }),
  );
  return EXIT.pass;
}

/** A spec that the head brings along has no clause on base. */
async function loadBaseSpec(ends: ChangeEnds, { configFile, config }: Project): Promise<Spec> {
  const source = ends.base.source;
  try {
    await readSpecFiles(source, specPatterns(configFile, config));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { clauses: [], hash: '', files: [] };
  }
  return loadSpec(source, { configFile, config });
}
