// Is everything there that a check needs? Keys, endpoints, answers, readable replies, judges that judge, a classifier that places.
import { whereDefined } from '../core/where-defined.ts';
import { UserError, type Problem } from '../core/errors.ts';
import type { Ask, Answer } from '../evaluation/ask.ts';
import { requestKey } from '../evaluation/key.ts';
import type { ProviderState } from './check-providers.ts';
import type { Project } from '../run/load-project.ts';
import type { Run } from '../run/open-run.ts';
import type { Completion, CompletionRequest } from '../models/model.ts';
import { givenCap } from '../models/output-cap.ts';
import { REMEDIES } from '../models/remedy.ts';
import { plainText } from '../render/plain-text.ts';
import { writeNote, type DoctorNote } from './notes.ts';
import type { Stop } from '../run/stop.ts';
import type { DoctorModel, DoctorReport } from './report.ts';
import type { Spec } from '../spec/clause.ts';
import { longestProbes, scaleProbes, tinyProbes, type Probe, type ScaleProbe } from './probes.ts';
import { askLabelled, labelledProbes, type LabelledProbe } from './labelled-accuracy.ts';
import type { LabelledItem } from '../scenarios/labelled.ts';
import { describeFailures, type FailedAnswer } from './failed-answers.ts';
import { createTokenMeasure, type TokenMeasure } from './token-measure.ts';
import { windowNeeds, windowNotes } from './window-needs.ts';
import { askScales, findClassifierProblem, findJudgeProblem, LEAST_ITEMS } from './panel-fitness.ts';
import { askSlots, slotProbes, type SlotProbe } from './slots.ts';
import { estimateCosts } from '../gate/usual-cost.ts';

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
  const labelled = labelledProbes(project.panel.judges, { items, spec, context });
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

/** Asks what was planned. `absent` are those that cannot be asked for their provider's sake. */
export async function runDoctor(
  plan: DoctorPlan,
  means: {
    run: Run;
    providers: readonly ProviderState[];
    absent: DoctorReport['models'];
    /** Milliseconds that never run backwards. */
    readonly monotonic: () => number;
    /** What is known before anybody is asked. */
    notes?: readonly DoctorNote[];
    /** What is wrong before anybody is asked, beside the providers'. */
    problems?: readonly Problem[];
  },
): Promise<DoctorReport> {
  const { run, providers, absent } = means;
  const problems: Problem[] = [...(means.problems ?? []), ...providers.flatMap((provider) => provider.problems)];
  const notes: DoctorNote[] = [...(means.notes ?? [])];
  const measure = createTokenMeasure();
  const ask = gather(run.ask, { problems, measure });
  // Alone, before anything else is under way: it is their time that is measured.
  for (const probe of plan.slots) notes.push(...(await askSlots(probe, { ask, monotonic: means.monotonic })));
  const failures: FailedAnswer[] = [];
  const models = [
    ...(await Promise.all(plan.tiny.map((probe) => askTiny(probe, { ask, failures, notes })))),
    ...absent,
  ];
  problems.push(...findWrongPanel(models));
  const fitting = plan.longest.filter(({ ref }) => models.some(({ id, json }) => id === ref.id && isRead(json)));
  await Promise.all(fitting.map((probe) => askLongest(probe, { ask, failures })));
  const needs = windowNeeds(plan.longest, measure);
  // In the order of the config, whoever answered first.
  const order = plan.tiny.map(({ role, ref }) => `${role} ${ref.id}`);
  const rank = ({ who }: FailedAnswer): number => order.findIndex((one) => who === one || who.startsWith(`${one} on `));
  problems.push(
    ...describeFailures(
      [...failures].sort((a, b) => rank(a) - rank(b)),
      needs,
    ),
  );
  notes.push(...windowNotes(needs, measure));
  // A judge that does not answer one question need not fail fifty.
  const silent = new Set(models.filter(({ status }) => status !== 'answered').map(({ id }) => id));
  const judges = await askLabelled(
    plan.labelled.filter(({ judge }) => !silent.has(judge.id)),
    ask,
  );
  problems.push(...judges.flatMap((judge) => findJudgeProblem(judge)));
  const labelled = new Set(plan.labelled.map(({ item }) => item.id)).size;
  if (labelled < LEAST_ITEMS) notes.push({ kind: 'few-labelled', items: labelled });
  if (providers.some(({ origin }) => origin === 'simulated')) notes.push({ kind: 'simulated' });
  const classifier = await askScales(plan.scales, ask);
  problems.push(...findClassifierProblem(classifier));
  const stop = run.stopped();
  if (stop !== undefined) problems.push(stopProblem(stop));
  const { calls, usd } = run.tally.made();
  const unique = [...new Map(problems.map((problem) => [problem.message, problem])).values()];
  return {
    schema: 'spec-gate/doctor@1',
    ok: unique.length === 0,
    providers: providers.map((provider) => ({ ...provider, problems: provider.problems.length })),
    models: models.map((model) => ({ ...model, ...whereDefined({ tokensPerCharacter: measure.rangeOf(model.id) }) })),
    judges,
    ...whereDefined({ classifier }),
    problems: unique,
    notes: notes.map((note) => plainText(writeNote(note))),
    planned: plan.planned,
    made: { calls, usd },
  };
}

/** What only the user can mend is one more problem here, not the end. */
function gather(
  ask: Ask,
  { problems, measure }: { readonly problems: Problem[]; readonly measure: TokenMeasure },
): Ask {
  return async (request): Promise<Answer> => {
    try {
      const answer = await ask(request);
      if (answer.status === 'answered') measure.note(request, answer.completion);
      return answer;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
      return { status: 'missing', reason: 'refused' };
    }
  };
}

async function askTiny(
  { ref, role, request, isReadable, isRight }: Probe,
  { ask, failures, notes }: { ask: Ask; failures: FailedAnswer[]; notes: DoctorNote[] },
): Promise<DoctorModel> {
  const answer = await ask(request);
  const who = `${role} ${ref.id}`;
  if (answer.status === 'missing') {
    // What only the user can mend is a problem of its own already.
    if (answer.reason !== 'refused')
      failures.push({ who, reason: answer.reason, words: answer.words ?? answer.reason });
    return { id: ref.id, role, status: 'failed', reason: answer.reason };
  }
  const { completion } = answer;
  const returned =
    completion.returnedModel === undefined || completion.returnedModel === ref.model
      ? {}
      : { returnedModel: completion.returnedModel };
  const model: DoctorModel = { id: ref.id, role, status: 'answered', ...returned };
  const leftOut = completion.adapted.filter((step) => / dropped$|merged$| -> user turn$/.test(step));
  if (leftOut.length > 0) notes.push({ kind: 'not-taken', model: ref.id, what: leftOut });
  if (isReadable === undefined) {
    if (completion.finish === 'length') return cutOff(model, { completion, notes });
    if (completion.finish !== 'unfinished') return model;
    failures.push({ who, reason: 'unfinished', words: completion.ending ?? 'the answer broke off' });
    return { ...model, status: 'failed', reason: 'unfinished' };
  }
  if (!isReadable(completion)) {
    failures.push({ who, ...unreadable(completion, request) });
    return { ...model, json: 'unreadable' };
  }
  const wrong = isRight?.(completion) === false ? ({ wrong: true } as const) : {};
  const plain = completion.adapted.some((step) => step.includes('json_schema'));
  if (plain) notes.push({ kind: 'no-schema', model: ref.id });
  return { ...model, ...wrong, json: plain ? 'plain' : 'schema' };
}

/** One ruling says little of a judge; where all of them are wrong on what is plain, the panel is not fit. */
function findWrongPanel(models: readonly DoctorModel[]): readonly Problem[] {
  const judges = models.filter(({ role, json }) => role === 'judge' && isRead(json));
  if (judges.length === 0 || judges.some(({ wrong }) => wrong !== true)) return [];
  return [
    {
      message: 'every judge rules against an answer that plainly keeps the one rule it was shown',
      hint: 'use stronger models as judges; spec-gate bank generate --violations writes answers to measure them on',
    },
  ];
}

/** One word was asked for, and it went on until it was stopped: that it answers is seen, that it ends by itself is not. */
function cutOff(
  model: DoctorModel,
  { completion, notes }: { readonly completion: Completion; readonly notes: DoctorNote[] },
): DoctorModel {
  notes.push({ kind: 'cut-off', model: model.id, tokens: completion.usage.outputTokens });
  return { ...model, cutOff: true };
}

/** A judge that rules on a plain answer may still not get the bank's longest prompt into its window. */
async function askLongest(
  { ref, role, request, isReadable }: Probe,
  { ask, failures }: { ask: Ask; failures: FailedAnswer[] },
): Promise<void> {
  const answer = await ask(request);
  const who = `${role} ${ref.id} on the bank's longest prompt`;
  if (answer.status === 'missing') {
    if (answer.reason !== 'refused')
      failures.push({ who, reason: answer.reason, words: answer.words ?? answer.reason });
  } else if (isReadable?.(answer.completion) === false) {
    failures.push({ who, ...unreadable(answer.completion, request) });
  }
}

/** Below this share of its cap a reply that was cut off did not end at the cap. */
const FAR_FROM_CAP = 0.9;

function unreadable(
  { finish, ending, usage }: Completion,
  { model, mostTokens }: CompletionRequest,
): Omit<FailedAnswer, 'who'> {
  switch (finish) {
    case 'stop':
      return { reason: 'not JSON', words: 'the reply cannot be read as the JSON that was asked for' };
    case 'length':
      return cutOffReply(usage.outputTokens, givenCap(model) ?? mostTokens);
    case 'refusal':
    case 'content_filter':
      return { reason: finish, words: ending ?? 'it declined to rule' };
    case 'unfinished':
      return { reason: finish, words: ending ?? 'the reply broke off' };
    default:
      throw new Error(`unknown ending: ${String(finish satisfies never)}`);
  }
}

/** A reply ends at its cap, or, with tokens of its cap left, at the end of the server's window. */
function cutOffReply(tokens: number, cap: number | undefined): Omit<FailedAnswer, 'who'> {
  if (cap === undefined || tokens >= FAR_FROM_CAP * cap)
    return { reason: 'length', words: `the reply was cut off after ${tokens} tokens` };
  return {
    reason: 'too_large',
    words: `the reply was cut off before its cap of ${cap} tokens: its server's context window is full`,
  };
}

function isRead(json: DoctorModel['json']): boolean {
  return json === 'schema' || json === 'plain';
}

function stopProblem(stop: Stop): Problem {
  switch (stop.kind) {
    case 'budget':
      return {
        message: `the doctor was stopped: budget.${stop.budget} (${stop.allowed}) was reached`,
        hint: `raise budget.${stop.budget}`,
      };
    case 'signal':
      return { message: 'the doctor was stopped', hint: 'run it again: what was answered is stored' };
    case 'batch':
      return { message: 'answers are in a batch that is out', hint: 'run it again later' };
    case 'quota':
      return { message: `provider ${stop.provider} refuses further calls`, hint: REMEDIES.paid };
    case 'no-keys':
      return { message: `no key for ${stop.providers.join(', ')}`, hint: 'set what `apiKeyEnv` names' };
    default:
      throw new Error(`unknown stop: ${JSON.stringify(stop satisfies never)}`);
  }
}
