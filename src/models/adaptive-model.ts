// A model behind a protocol. It finds out, once a run, which features of a request its server refuses, and then asks
// without them.
// Servers refuse in words of their own, so words only say what to try first. What counts is the fact: a request was
// refused, and the same one without a feature is accepted. A feature that the server has ever taken is not tried again:
// then the refusal is about what was asked, and not about how.
import { whereDefined } from '../core/where-defined.ts';
import { addUsage } from './add-usage.ts';
import { findTakenShape, type ShapeTrial } from './find-taken-shape.ts';
import {
  CallError,
  type CallOptions,
  type Completion,
  type CompletionRequest,
  type Model,
  type ModelRef,
  type ReplyFormat,
  NO_USAGE,
} from './model.ts';
import { createPromptMeter, type PromptMeter } from './prompt-read.ts';
import { isPolicyRefusal } from './transport/policy-refusal.ts';
import { providerDetail, type ProviderDetail } from './transport/provider-error.ts';
import { findReply, looksLike } from './structured-reply.ts';
import { isOnlyThoughts, ONLY_THOUGHTS } from './thoughts.ts';
import { countUsage } from './usage.ts';

/** Things learned, as they are recorded on answers: `temperature dropped`, `json_schema -> json_object`. */
export type Learned = ReadonlySet<string>;

export interface Prepared<Body> {
  readonly body: Body;
  /** Which of the things learned changed this request. */
  readonly adapted: readonly string[];
}

/** What one protocol does its own way. */
export interface Protocol<Body> {
  prepare(request: CompletionRequest, learned: Learned): Prepared<Body>;
  /** @throws CallError */
  send(body: Body, options: CallOptions): Promise<Completion>;
  /** Everything in a prepared request that some server refuses, as lessons: doing without it. Those that cost least first. */
  features(body: Body, request: CompletionRequest): readonly string[];
  /** Of the features those that a refusal's words speak of, and those that may be tried after it at all. */
  named(detail: ProviderDetail, features: readonly string[]): readonly string[];
  open(detail: ProviderDetail, features: readonly string[]): readonly string[];
  /** The next way to ask for JSON after a reply that is none; undefined after the last. */
  nextFormat(learned: Learned): string | undefined;
}

/** Empty and broken-off answers happen by chance; two in a row are taken as the answer. */
const UNFINISHED_ATTEMPTS = 2;
/** After so many replies that were cut off with a schema and without one, the schema is not the reason. */
const MOST_CUT_OFF = 2;

interface Accepted {
  readonly completion: Completion;
  /** What was known when the request was prepared. */
  readonly known: Learned;
}

export function createAdaptiveModel<Body>(ref: ModelRef, protocol: Protocol<Body>): Model {
  const learned = new Set<string>();
  /** Features that the server took at least once. */
  const taken = new Set<string>();
  const meter = createPromptMeter();
  let cutOffInVain = 0;
  let trialUnderWay: Promise<void> = Promise.resolve();

  const send = async (request: CompletionRequest, known: Learned, options: CallOptions): Promise<Accepted> => {
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

  /** One accepted request, after as many refused ones as it takes to find out what the server does not take. */
  const ask = async (request: CompletionRequest, extra: Learned, options: CallOptions): Promise<Accepted> => {
    for (;;) {
      const known: Learned = new Set([...learned, ...extra]);
      try {
        return await send(request, known, options);
      } catch (error) {
        if (!(error instanceof CallError) || !isAboutShape(error)) throw error;
        // One trial at a time: the calls that wait use what the first one finds out.
        const turn = trialUnderWay;
        let done = (): void => {};
        trialUnderWay = new Promise((resolve) => (done = resolve));
        try {
          await turn;
          if ([...learned].some((lesson) => !known.has(lesson))) continue;
          return await findOut(request, { known, error, options });
        } finally {
          done();
        }
      }
    }
  };

  const findOut = async (
    request: CompletionRequest,
    { known, error, options }: { readonly known: Learned; readonly error: CallError; readonly options: CallOptions },
  ): Promise<Accepted> => {
    const trial: ShapeTrial<Accepted> = {
      known,
      error,
      featuresUnder: (lessons) => {
        const { body } = protocol.prepare(request, lessons);
        return protocol.features(body, request).filter((feature) => !taken.has(feature));
      },
      named: (refusal, features) => protocol.named(providerDetail(refusal)!, features),
      open: (refusal, features) => protocol.open(providerDetail(refusal)!, features),
      send: (lessons) => send(request, lessons, options),
    };
    const { accepted, lessons } = await findTakenShape(trial, isAboutShape);
    for (const lesson of lessons) learned.add(lesson);
    return accepted;
  };

  return {
    ref,
    complete: async (request, options) => {
      let paid = NO_USAGE;
      let inWords: Learned = new Set();
      for (let unfinished = 1; ;) {
        const { completion, known } = await ask(request, inWords, options);
        paid = addUsage(paid, completion.usage);
        const cutOff = cutPromptWords(request, completion, meter);
        const whole = readEnding(completion, cutOff);
        if (whole.finish === 'unfinished' && cutOff === undefined && unfinished < UNFINISHED_ATTEMPTS) {
          unfinished += 1;
          continue;
        }
        if (whole.finish === 'length' && request.format !== undefined) {
          const words = wordsOnly(protocol, known);
          if (inWords.size > 0) cutOffInVain += 1;
          else if (words.size > 0 && cutOffInVain < MOST_CUT_OFF) {
            inWords = words;
            continue;
          }
        }
        if (whole.finish !== 'stop') return { ...whole, usage: paid };
        const answer = request.format === undefined ? whole : readFormatted(request.format, whole);
        if (answer !== undefined) for (const lesson of inWords) learned.add(lesson);
        const next = answer === undefined ? protocol.nextFormat(known) : undefined;
        if (next === undefined) return { ...(answer ?? whole), usage: paid };
        learned.add(next);
      }
    },
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

/** Why the prompt was not read whole; undefined where it was, or where the server counts nothing. */
function cutPromptWords(
  { messages }: CompletionRequest,
  { usage, adapted }: Completion,
  meter: PromptMeter,
): string | undefined {
  return adapted.includes('usage estimated') ? undefined : meter.cutOff(messages, usage.inputTokens);
}

/** The completion with what makes it no whole answer: a prompt that was not read whole, or nothing said. */
function readEnding(completion: Completion, cutOff: string | undefined): Completion {
  if (cutOff !== undefined) return { ...completion, finish: 'unfinished', ending: cutOff };
  if (completion.finish !== 'stop') return completion;
  if (isOnlyThoughts(completion.text)) return { ...completion, finish: 'unfinished', ending: ONLY_THOUGHTS };
  if (completion.text.trim() !== '') return completion;
  return { ...completion, finish: 'unfinished', ending: 'the answer is empty' };
}

/** The lessons after which JSON is asked for in words, beyond what is known; none where it is so already. */
function wordsOnly(protocol: Pick<Protocol<never>, 'nextFormat'>, known: Learned): Learned {
  const lessons = new Set<string>();
  for (;;) {
    const next = protocol.nextFormat(new Set([...known, ...lessons]));
    if (next === undefined) return lessons;
    lessons.add(next);
  }
}

/** The completion with only the JSON that was asked for; undefined where there is none. */
function readFormatted(format: ReplyFormat, completion: Completion): Completion | undefined {
  if (looksLike(format, completion.text)) return completion;
  const { text, removed } = findReply(completion.text);
  if (!looksLike(format, text)) return undefined;
  return { ...completion, text, adapted: [...completion.adapted, ...removed] };
}
