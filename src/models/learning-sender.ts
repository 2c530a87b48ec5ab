// What a server takes is found out once a run: which features of a request it refuses is learned, and requests are sent
// without those from then on.
// Servers refuse in words of their own, so words only say what to try first. What counts is the fact: a request was
// refused, and the same one without a feature is accepted. A feature that the server has ever taken is not tried again:
// then the refusal is about what was asked, and not about how.
import { whereDefined } from '../core/where-defined.ts';
import { findTakenShape, type ShapeTrial } from './find-taken-shape.ts';
import { CallError, type CallOptions, type Completion, type CompletionRequest } from './model.ts';
import type { Learned, Protocol } from './protocol.ts';
import { isPolicyRefusal } from './transport/policy-refusal.ts';
import { providerDetail, type ProviderDetail } from './transport/provider-error.ts';
import { countUsage } from './usage.ts';

export interface Accepted {
  readonly completion: Completion;
  /** What was known when the request was prepared. */
  readonly known: Learned;
}

export interface LearningSender {
  /**
   * One accepted request, after as many refused ones as it takes to find out what the server does not take. `extra` are
   * lessons for this request alone.
   * @throws CallError
   */
  readonly send: (request: CompletionRequest, extra: Learned, options: CallOptions) => Promise<Accepted>;
  /** A lesson for all requests from now on. */
  readonly learn: (lesson: string) => void;
}

export function createLearningSender<Body>(protocol: Protocol<Body>): LearningSender {
  const learned = new Set<string>();
  /** Features that the server took at least once. */
  const taken = new Set<string>();
  let trialUnderWay: Promise<void> = Promise.resolve();

  const sendOnce = async (request: CompletionRequest, known: Learned, options: CallOptions): Promise<Accepted> => {
    const { body, adapted } = protocol.prepare(request, known);
    try {
      const completion = await protocol.send(body, options);
      for (const feature of protocol.features(body, request)) taken.add(feature);
      return { known, completion: { ...completion, adapted: [...adapted, ...completion.adapted] } };
    } catch (error) {
      const detail = error instanceof CallError ? providerDetail(error) : undefined;
      if (detail === undefined || !isPolicyRefusal(detail)) throw error;
      return { known, completion: declined(request, detail, adapted) };
    }
  };

  const findOut = async (request: CompletionRequest, refused: Refused): Promise<Accepted> => {
    const trial = trialOf(protocol, request, {
      ...refused,
      isTaken: (feature) => taken.has(feature),
      send: (lessons) => sendOnce(request, lessons, refused.options),
    });
    const { accepted, lessons } = await findTakenShape(trial, isAboutShape);
    for (const lesson of lessons) learned.add(lesson);
    return accepted;
  };

  /** One trial at a time: the calls that wait use what the first one finds out. */
  const inTurn = <T>(trial: () => Promise<T>): Promise<T> => {
    const outcome = trialUnderWay.then(trial);
    trialUnderWay = outcome.then(
      () => undefined,
      () => undefined,
    );
    return outcome;
  };

  return {
    learn: (lesson) => void learned.add(lesson),
    send: async (request, extra, options) => {
      for (;;) {
        const known: Learned = new Set([...learned, ...extra]);
        try {
          return await sendOnce(request, known, options);
        } catch (error) {
          if (!(error instanceof CallError) || !isAboutShape(error)) throw error;
          const accepted = await inTurn(async () => {
            const isOutOfDate = [...learned].some((lesson) => !known.has(lesson));
            return isOutOfDate ? undefined : findOut(request, { known, error, options });
          });
          if (accepted !== undefined) return accepted;
        }
      }
    },
  };
}

/** A refusal, and what was known when the request was prepared. */
interface Refused {
  readonly known: Learned;
  readonly error: CallError;
  readonly options: CallOptions;
}

function trialOf<Body>(
  protocol: Protocol<Body>,
  request: CompletionRequest,
  {
    known,
    error,
    isTaken,
    send,
  }: Omit<Refused, 'options'> & {
    readonly isTaken: (feature: string) => boolean;
    readonly send: (lessons: Learned) => Promise<Accepted>;
  },
): ShapeTrial<Accepted> {
  return {
    known,
    error,
    send,
    featuresUnder: (lessons) => {
      const { body } = protocol.prepare(request, lessons);
      return protocol.features(body, request).filter((feature) => !isTaken(feature));
    },
    named: (refusal, features) => protocol.named(providerDetail(refusal)!, features),
    open: (refusal, features) => protocol.open(providerDetail(refusal)!, features),
  };
}

/** A request that was refused, or whose prompt and cap together do not fit: perhaps for how it asks. */
function isAboutShape(error: CallError): boolean {
  return (error.kind === 'bad_request' || error.kind === 'too_large') && providerDetail(error) !== undefined;
}

/** A refusal by policy that came as an error is an answer: the model's, or its provider's, and paid like one. */
function declined(request: CompletionRequest, { message }: ProviderDetail, adapted: readonly string[]): Completion {
  const sent = (): string => JSON.stringify(request.messages);
  return {
    text: '',
    finish: 'content_filter',
    ...whereDefined({ ending: message }),
    usage: countUsage(undefined, { sent, text: '' }).usage,
    adapted: [...adapted, 'usage estimated'],
  };
}
