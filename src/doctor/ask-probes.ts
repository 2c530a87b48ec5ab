// One question to each model, judge and classifier: does it answer, and can its reply be read?
import { UserError } from '../core/errors.ts';
import { setupProblems, type DoctorProblem } from './problems.ts';
import type { Ask, Answer } from '../evaluation/ask.ts';
import type { Completion, CompletionRequest } from '../models/model.ts';
import { givenCap } from '../models/output-cap.ts';
import { REFUSED_FURTHER } from '../models/transport/breaker.ts';
import type { DoctorNote } from './notes.ts';
import type { DoctorModel } from './report.ts';
import type { Probe } from './probes.ts';
import type { FailedAnswer } from './failed-answers.ts';
import type { TokenMeasure } from './token-measure.ts';

/** An `Ask` that collects a mistake of the user as one more problem of the report, where elsewhere it would end the command. */
export function gather(
  ask: Ask,
  { problems, measure }: { readonly problems: DoctorProblem[]; readonly measure: TokenMeasure },
): Ask {
  return async (request): Promise<Answer> => {
    try {
      const answer = await ask(request);
      if (answer.status === 'answered') measure.note(request, answer.completion);
      return answer;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      // One refused key is one mistake, whoever else was then not asked.
      const told = error.problems.filter(({ message }) => !message.endsWith(REFUSED_FURTHER));
      problems.push(...setupProblems(told));
      return { status: 'missing', reason: 'refused' };
    }
  };
}

export async function askTiny(
  { ref, role, request, isReadable, isRight }: Probe,
  { ask, failures, notes }: { ask: Ask; failures: FailedAnswer[]; notes: DoctorNote[] },
): Promise<DoctorModel> {
  const answer = await ask(request);
  const who = `${role} ${ref.id}`;
  if (answer.status === 'missing') {
    // What stopped the run is a problem of its own, and nobody was at fault who was not asked for it.
    if (answer.reason === 'aborted') return { id: ref.id, role, status: 'not asked' };
    // Refusals that only the user can mend are reported as problems of their own.
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

/**
 * The model was asked for one word and wrote on until it was cut off: it answers, but whether it ends by itself is not
 * known.
 */
function cutOff(
  model: DoctorModel,
  { completion, notes }: { readonly completion: Completion; readonly notes: DoctorNote[] },
): DoctorModel {
  notes.push({ kind: 'cut-off', model: model.id, tokens: completion.usage.outputTokens });
  return { ...model, cutOff: true };
}

/** A judge that rules on a plain answer may still not get the bank's longest prompt into its window. */
export async function askLongest(
  { ref, role, request, isReadable }: Probe,
  { ask, failures, measure }: { ask: Ask; failures: FailedAnswer[]; measure: TokenMeasure },
): Promise<void> {
  const answer = await ask(request);
  const who = `${role} ${ref.id} on the bank's longest prompt`;
  if (answer.status === 'missing') {
    if (answer.reason !== 'refused' && answer.reason !== 'aborted')
      failures.push({ who, reason: answer.reason, words: answer.words ?? answer.reason });
  } else if (isReadable?.(answer.completion) === false) {
    failures.push({ who, ...unreadable(answer.completion, request) });
  } else {
    const words = measure.cutOff(request, answer.completion);
    if (words !== undefined) failures.push({ who, reason: 'too_large', words });
  }
}

/** A reply that was cut off below this share of its cap was cut off by something else: the server's window. */
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

export function isRead(json: DoctorModel['json']): boolean {
  return json === 'schema' || json === 'plain';
}
