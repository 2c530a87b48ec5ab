// Is everything there that a check needs? Keys, endpoints, answers, readable replies, fit judges and a fit classifier.
import { whereDefined } from '../core/where-defined.ts';
import { setupProblems, writeProblem, type DoctorProblem } from './problems.ts';
import { requestKey } from '../evaluation/key.ts';
import { promptsOf } from '../evaluation/prompts/judging-prompts.ts';
import type { ProviderState } from './check-providers.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import { isSimulated } from '../models/provider-kind.ts';
import { plainText } from '../render/plain-text.ts';
import { writeNote, type DoctorNote } from './notes.ts';
import type { DoctorModel, DoctorReport } from './report.ts';
import type { Spec } from '../spec/clause.ts';
import { longestProbes, scaleProbes, tinyProbes, type Probe, type ScaleProbe } from './probes.ts';
import { askLabelled, labelledProbes, type LabelledProbe } from './labelled-accuracy.ts';
import type { LabelledItem } from '../scenarios/labelled.ts';
import { groupFailures, type FailedAnswer } from './failed-answers.ts';
import { createTokenMeasure, type TokenMeasure } from './token-measure.ts';
import { windowNeeds, windowNotes } from './window-needs.ts';
import { askScales, findClassifierProblem, findJudgeProblem, LEAST_ITEMS } from './panel-fitness.ts';
import { askSlots, slotProbes, type SlotProbe } from './slots.ts';
import { estimateCosts } from '../gate/usual-cost.ts';
import { gather, askTiny, askLongest, isRead } from './ask-probes.ts';

export interface DoctorPlan {
  readonly slots: readonly SlotProbe[];
  readonly tiny: readonly Probe[];
  /** Local judges on the longest prompt that the bank can give them: does it fit their window? */
  readonly longest: readonly Probe[];
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
  const slots = slotProbes(project, now);
  const longest = longestProbes(project, spec);
  const context = project.config.judgeContext;
  const wording = promptsOf(project.config).judge;
  const labelled = labelledProbes(project.panel.judges, { items, spec, context, wording });
  const scales = scaleProbes(project);
  const calls = [
    ...slots.flatMap(({ requests }) => requests.map((request) => ({ request, purpose: 'respond' as const }))),
    ...tiny,
    ...longest,
    ...labelled.map(({ request }) => ({ request, purpose: 'judge' as const })),
    ...scales.map(({ request }) => ({ request, purpose: 'classify' as const })),
  ].filter(({ request }) => !isStored(requestKey(request)));
  const usd = estimateCosts(calls, project.config.prices);
  return { slots, tiny, longest, labelled, scales, planned: { calls: calls.length, usd } };
}

export interface DoctorMeans {
  readonly run: Run;
  readonly providers: readonly ProviderState[];
  /** Those that cannot be asked for their provider's sake. */
  readonly absent: DoctorReport['models'];
  /** Milliseconds that never run backwards. */
  readonly monotonic: () => number;
  /** What is known before anybody is asked. */
  readonly notes?: readonly DoctorNote[];
  /** What is wrong before anybody is asked, beside the providers'. */
  readonly problems?: readonly DoctorProblem[];
}

/** Asks what was planned, and reports what came of it. */
export async function runDoctor(plan: DoctorPlan, means: DoctorMeans): Promise<DoctorReport> {
  const { run, providers } = means;
  const { models, judges, classifier, problems, notes, measure } = await askAll(plan, means);
  const { calls, usd } = run.tally.made();
  const told = problems.map((problem) => writeProblem(problem));
  const unique = [...new Map(told.map((problem) => [problem.message, problem])).values()];
  return {
    schema: 'spec-gate/doctor@1',
    ok: unique.length === 0,
    providers: providers.map((provider) => ({
      ...provider,
      problems: provider.problems.length + (isSilent(provider, models) ? 1 : 0),
    })),
    models: models.map((model) => ({ ...model, ...whereDefined({ tokensPerCharacter: measure.rangeOf(model.id) }) })),
    judges,
    ...whereDefined({ classifier }),
    problems: unique,
    notes: notes.map((note) => plainText(writeNote(note))),
    planned: plan.planned,
    made: { calls, usd },
  };
}

interface Findings {
  readonly models: readonly DoctorModel[];
  readonly judges: DoctorReport['judges'];
  readonly classifier: DoctorReport['classifier'] | undefined;
  readonly problems: readonly DoctorProblem[];
  readonly notes: readonly DoctorNote[];
  readonly measure: TokenMeasure;
}

/** Slots first, then everybody one short question, the longest prompts, labelled items and scales. */
async function askAll(plan: DoctorPlan, means: DoctorMeans): Promise<Findings> {
  const { run } = means;
  const problems: DoctorProblem[] = [
    ...(means.problems ?? []),
    ...means.providers.flatMap((provider) => setupProblems(provider.problems)),
  ];
  const notes: DoctorNote[] = [...(means.notes ?? [])];
  const measure = createTokenMeasure();
  const ask = gather(run.ask, { problems, measure });
  // First and alone, since the time of these requests is measured.
  for (const probe of plan.slots) notes.push(...(await askSlots(probe, { ask, monotonic: means.monotonic })));
  const failures: FailedAnswer[] = [];
  const models = [
    ...(await Promise.all(plan.tiny.map((probe) => askTiny(probe, { ask, failures, notes })))),
    ...means.absent,
  ];
  problems.push(...findWrongPanel(models));
  const fitting = plan.longest.filter(({ ref }) => models.some(({ id, json }) => id === ref.id && isRead(json)));
  await Promise.all(fitting.map((probe) => askLongest(probe, { ask, failures, measure })));
  const needs = windowNeeds(plan.longest, measure);
  problems.push(...groupFailures(inConfigOrder(failures, plan), needs));
  notes.push(...windowNotes(needs, measure));
  // Judges that did not answer the first question are not asked about the labelled items.
  const silent = new Set(models.filter(({ status }) => status !== 'answered').map(({ id }) => id));
  const judges = await askLabelled(
    plan.labelled.filter(({ judge }) => !silent.has(judge.id)),
    ask,
  );
  problems.push(...judges.flatMap((judge) => findJudgeProblem(judge)));
  const labelled = new Set(plan.labelled.map(({ item }) => item.id)).size;
  if (labelled < LEAST_ITEMS) notes.push({ kind: 'few-labelled', items: labelled });
  if (plan.tiny.some(({ ref }) => isSimulated(ref))) notes.push({ kind: 'simulated' });
  const classifier = await askScales(plan.scales, ask);
  problems.push(...findClassifierProblem(classifier));
  const stop = run.stopped();
  if (stop !== undefined) problems.push({ kind: 'stopped', stop });
  return { models, judges, classifier, problems, notes, measure };
}

/** In the order of the config, whoever answered first. */
function inConfigOrder(failures: readonly FailedAnswer[], { tiny }: DoctorPlan): readonly FailedAnswer[] {
  const order = tiny.map(({ role, ref }) => `${role} ${ref.id}`);
  const rank = ({ who }: FailedAnswer): number => order.findIndex((one) => who === one || who.startsWith(`${one} on `));
  return [...failures].sort((a, b) => rank(a) - rank(b));
}

/** Everybody who was asked there failed: what answers nobody is not well. */
function isSilent({ name, problems }: ProviderState, models: readonly DoctorModel[]): boolean {
  const own = models.filter(({ id }) => id.startsWith(`${name}/`));
  return problems.length === 0 && own.length > 0 && own.every(({ status }) => status === 'failed');
}

/** One ruling says little of a judge; where all of them are wrong on what is plain, the panel is not fit. */
function findWrongPanel(models: readonly DoctorModel[]): readonly DoctorProblem[] {
  const judges = models.filter(({ role, json }) => role === 'judge' && isRead(json));
  if (judges.length === 0 || judges.some(({ wrong }) => wrong !== true)) return [];
  return [{ kind: 'wrong-panel' }];
}
