// A model behind a protocol: asked until it gives a whole answer in the form that was asked for, or gives none.
import { addUsage } from './add-usage.ts';
import { createLearningSender } from './learning-sender.ts';
import {
  type Completion,
  type CompletionRequest,
  type Model,
  type ModelRef,
  type ReplyFormat,
  NO_USAGE,
} from './model.ts';
import { createPromptMeter, type PromptMeter } from './prompt-read.ts';
import type { Learned, Protocol } from './protocol.ts';
import { findReply, looksLike } from './structured-reply.ts';
import { isOnlyThoughts, ONLY_THOUGHTS } from './thoughts.ts';

/** Empty and broken-off answers happen by chance; two in a row are taken as the answer. */
const UNFINISHED_ATTEMPTS = 2;
/** After so many replies that were cut off with a schema and without one, the schema is not the reason. */
const MOST_CUT_OFF = 2;

const NOTHING: Learned = new Set();

export function createAdaptiveModel<Body>(ref: ModelRef, protocol: Protocol<Body>): Model {
  const sender = createLearningSender(protocol);
  const meter = createPromptMeter();
  let cutOffInVain = 0;

  /** The lessons to try after a reply that was cut off: JSON asked for in words. None where that is not the reason. */
  const afterCutOff = (known: Learned, inWords: Learned): Learned => {
    if (inWords.size > 0) {
      cutOffInVain += 1;
      return NOTHING;
    }
    return cutOffInVain < MOST_CUT_OFF ? wordsOnly(protocol, known) : NOTHING;
  };

  return {
    ref,
    complete: async (request, options) => {
      let paid = NO_USAGE;
      let inWords = NOTHING;
      for (let unfinished = 1; ;) {
        const { completion, known } = await sender.send(request, inWords, options);
        paid = addUsage(paid, completion.usage);
        const cutOff = cutPromptWords(request, completion, meter);
        const whole = readEnding(completion, cutOff);
        if (whole.finish === 'unfinished' && cutOff === undefined && unfinished < UNFINISHED_ATTEMPTS) {
          unfinished += 1;
          continue;
        }
        if (whole.finish === 'length' && request.format !== undefined) {
          const words = afterCutOff(known, inWords);
          if (words.size > 0) {
            inWords = words;
            continue;
          }
        }
        if (whole.finish !== 'stop') return { ...whole, usage: paid };
        const answer = request.format === undefined ? whole : readFormatted(request.format, whole);
        if (answer !== undefined) for (const lesson of inWords) sender.learn(lesson);
        const next = answer === undefined ? protocol.nextFormat(known) : undefined;
        if (next === undefined) return { ...(answer ?? whole), usage: paid };
        sender.learn(next);
      }
    },
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
