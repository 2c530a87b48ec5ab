// Everything a change calls for, before a single call is made: its comparisons, and what its verdict must carry anyway.
import type { Project } from '../../run/load-project.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { pairModels } from './pair-models.ts';
import { loadHeadPolicy } from './head-policy.ts';
import { loadHeadSpec } from './head-spec.ts';
import { filesRead } from './files-that-count.ts';
import { refuseTwins } from './refuse-twins.ts';
import { hasSpecNews, prepareSpecCheck } from './prepare-check.ts';
import { prepareModelCheck } from './prepare-model-check.ts';
import type { ChangeChecks } from '../run-change.ts';

export interface PreparedChange {
  readonly checks: ChangeChecks;
  readonly grounds: readonly Finding[];
  readonly notes: readonly Finding[];
  /** The policy's project with every model that may be asked. */
  readonly project: Project;
  /** Whether there is anything to compare. */
  readonly isTouched: boolean;
}

/** How the two sides are called in the report. */
export interface ChangeNames {
  readonly base: string;
  readonly head: string;
}

/**
 * Reads a change as data and prepares it under the base branch's policy.
 * @throws UserError for a spec, config or bank that cannot be read on either side.
 */
export async function prepareChange(ends: ChangeEnds, project: Project, names: ChangeNames): Promise<PreparedChange> {
  const spec = await loadHeadSpec(ends, project);
  refuseTwins(ends, await filesRead(ends, project, spec.patterns));
  const policy = await loadHeadPolicy(ends, { project, patterns: spec.patterns });
  const head = { ref: names.head, sha: ends.head.sha };
  const base = { ref: names.base, sha: ends.base.sha, spec: spec.base };
  const specCheck = prepareSpecCheck(project, { base, head: { ...head, spec: spec.head } });
  const models = prepareModelCheck(project, {
    spec: base,
    head,
    baseModels: policy.models.base,
    headModels: policy.models.head,
  });
  const { removed } = pairModels(policy.models.base, policy.models.head);
  const notes = [
    ...policy.notes,
    // The base's panel answers the comparison of the specs.
    ...(specCheck.changes.length === 0 ? [] : removed).map(({ ref }) =>
      createFinding({ code: 'removedModelStillEvaluated', args: { model: ref.id }, severity: 'notice' }),
    ),
  ];
  const hasOther = policy.grounds.length + notes.length > 0;
  const needsSpecReport = hasSpecNews(specCheck) || (hasOther && models === undefined);
  return {
    checks: {
      spec: needsSpecReport ? specCheck : undefined,
      added: policy.added,
      models,
    },
    grounds: policy.grounds,
    notes,
    project: withModels(project, [...policy.models.base, ...policy.models.head]),
    isTouched: needsSpecReport || models !== undefined,
  };
}

/** A project that may ask these models, too. */
export function withModels(project: Project, models: Project['panel']['models']): Project {
  const known = new Set(project.panel.models.map(({ ref }) => ref.id));
  const further = models.filter(({ ref }) => !known.has(ref.id));
  return { ...project, panel: { ...project.panel, models: [...project.panel.models, ...further] } };
}
