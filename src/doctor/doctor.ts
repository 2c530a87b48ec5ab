// Is everything there that a check needs? Keys, endpoints, answers, readable replies, judges that judge, a classifier that places.
import { providerName } from '../models/model-id.ts';
import { UserError, type Problem } from '../core/errors.ts';
import type { Ask, Answer } from '../evaluation/ask.ts';
import { requestKey } from '../evaluation/key.ts';
import type { ProviderState } from './check-providers.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { DoctorModel, DoctorReport } from './report.ts';
import type { Spec } from '../spec/clause.ts';
import { scaleProbes, tinyProbes, type Probe, type ScaleProbe } from './probes.ts';
import { askLabelled, labelledProbes, type LabelledProbe } from './labelled-accuracy.ts';
import type { LabelledItem } from '../scenarios/labelled.ts';
import { askScales, findClassifierProblem, findJudgeProblem } from './panel-fitness.ts';
import { estimateCosts } from '../gate/plan-check.ts';

export interface DoctorPlan {
  readonly tiny: readonly Probe[];
  readonly labelled: readonly LabelledProbe[];
  readonly scales: readonly ScaleProbe[];
  readonly planned: DoctorReport['planned'];
}

export interface DoctorSubject {
  /** Models, judges and classifier whose providers can be asked. */
  readonly project: Project;
  readonly spec: Spec;
  readonly items: readonly LabelledItem[];
  readonly now: Date;
}

/** What will be asked and what it costs; what is stored is not asked again. */
export function planDoctor(
  { project, spec, items, now }: DoctorSubject,
  isStored: (key: string) => boolean,
): DoctorPlan {
  const tiny = tinyProbes(project, now);
  const context = project.config.judgeContext;
  const labelled = labelledProbes(project.panel.judges, { items, spec, context });
  const scales = scaleProbes(project);
  const calls = [
    ...tiny,
    ...labelled.map(({ request }) => ({ request, purpose: 'judge' as const })),
    ...scales.map(({ request }) => ({ request, purpose: 'classify' as const })),
  ].filter(({ request }) => !isStored(requestKey(request)));
  const usd = estimateCosts(calls, project.config.prices);
  return { tiny, labelled, scales, planned: { calls: calls.length, usd } };
}

/** Asks what was planned. `absent` are those that cannot be asked for their provider's sake. */
export async function runDoctor(
  plan: DoctorPlan,
  means: {
    run: Run;
    providers: readonly ProviderState[];
    absent: DoctorReport['models'];
    /** What is known before anybody is asked. */
    notes?: readonly string[];
  },
): Promise<DoctorReport> {
  const { run, providers, absent } = means;
  const problems: Problem[] = providers.flatMap((provider) => provider.problems);
  const notes: string[] = [...(means.notes ?? [])];
  const ask = gather(run.ask, problems);
  const models = [
    ...(await Promise.all(plan.tiny.map((probe) => askTiny(probe, { ask, problems, notes })))),
    ...absent,
  ];
  // A judge that does not answer one question need not fail fifty.
  const silent = new Set(models.filter(({ status }) => status !== 'answered').map(({ id }) => id));
  const judges = await askLabelled(
    plan.labelled.filter(({ judge }) => !silent.has(judge.id)),
    ask,
  );
  problems.push(...judges.flatMap((judge) => findJudgeProblem(judge)));
  if (plan.labelled.length === 0)
    notes.push('no labelled items: judges were not tested (put a labelled.jsonl beside the config)');
  if (providers.some(({ origin }) => origin === 'simulated'))
    notes.push('simulated models and judges: these figures say nothing about real ones');
  const classifier = await askScales(plan.scales, ask);
  problems.push(...findClassifierProblem(classifier));
  const stop = run.stopped();
  if (stop !== undefined)
    problems.push({ message: `the doctor was stopped (${stop.kind})`, hint: 'raise `budget`, or run it again' });
  const { calls, usd } = run.tally.made();
  const unique = [...new Map(problems.map((problem) => [problem.message, problem])).values()];
  return {
    schema: 'spec-gate/doctor@1',
    ok: unique.length === 0,
    providers: providers.map((provider) => ({ ...provider, problems: provider.problems.length })),
    models,
    judges,
    ...(classifier === undefined ? {} : { classifier }),
    problems: unique,
    notes,
    planned: plan.planned,
    made: { calls, usd },
  };
}

/** What only the user can mend is one more problem here, not the end. */
function gather(ask: Ask, problems: Problem[]): Ask {
  return async (request): Promise<Answer> => {
    try {
      return await ask(request);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
      return { status: 'missing', reason: 'refused' };
    }
  };
}

async function askTiny(
  { ref, role, request, isReadable }: Probe,
  { ask, problems, notes }: { ask: Ask; problems: Problem[]; notes: string[] },
): Promise<DoctorModel> {
  const answer = await ask(request);
  if (answer.status === 'missing') {
    if (answer.reason !== 'refused')
      problems.push({ message: `${ref.id}: no answer (${answer.reason})`, hint: hintFor(answer.reason, ref.id) });
    return { id: ref.id, role, status: 'failed', reason: answer.reason };
  }
  const { completion } = answer;
  const returned =
    completion.returnedModel === undefined || completion.returnedModel === ref.model
      ? {}
      : { returnedModel: completion.returnedModel };
  const model: DoctorModel = { id: ref.id, role, status: 'answered', ...returned };
  if (isReadable === undefined) return model;
  if (!isReadable(completion)) {
    problems.push({
      message: `${role} ${ref.id}: its reply cannot be read as the JSON that was asked for`,
      hint: 'use a model that keeps to a JSON schema or to instructions',
    });
    return { ...model, json: 'unreadable' };
  }
  const plain = completion.adapted.some((step) => step.includes('json_schema'));
  if (plain)
    notes.push(`${ref.id}: does not keep a JSON schema; it is asked in words instead, and every reply is checked`);
  return { ...model, json: plain ? 'plain' : 'schema' };
}

function hintFor(reason: string, id: string): string {
  switch (reason) {
    case 'quota':
      return `${providerName({ id })} says the quota is used up: raise it there`;
    case 'timeout':
    case 'network':
    case 'server':
      return 'check that the endpoint is up and can be reached from here';
    case 'rate_limited':
      return 'lower `concurrency` of the provider, or try again later';
    case 'aborted':
      return 'raise `budget`, or run it again';
    default:
      return 'look at the model name, its params and the endpoint';
  }
}
