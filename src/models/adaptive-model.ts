// A model over a protocol: learns once per run what its server does not take, and asks again without it.
import {
  CallError,
  type CallOptions,
  type Completion,
  type CompletionRequest,
  type Model,
  type ModelRef,
  type ReplyFormat,
  NO_USAGE,
  type Usage,
} from './model.ts';
import { providerDetail, type ProviderDetail } from './transport/provider-error.ts';
import { looksLike, withoutFence } from './structured-reply.ts';

/** Things learned, as they are recorded on answers: `temperature dropped`, `json_schema -> plain`. */
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
  /** What to do without, after a refusal of `body`; undefined where the refusal is about something else. */
  learn(detail: ProviderDetail, body: Body): string | undefined;
  /** The next way to ask for JSON after a reply that is none; undefined after the last. */
  nextFormat(learned: Learned): string | undefined;
}

/** Empty answers happen; the second one in a row is no accident. */
const EMPTY_ATTEMPTS = 2;

export function createAdaptiveModel<Body>(ref: ModelRef, protocol: Protocol<Body>): Model {
  const learned = new Set<string>();

  /** One accepted request, after as many refused ones as there are things to learn. */
  const ask = async (request: CompletionRequest, options: CallOptions): Promise<Accepted> => {
    for (;;) {
      const known: Learned = new Set(learned);
      const { body, adapted } = protocol.prepare(request, known);
      try {
        const completion = await protocol.send(body, options);
        return { known, completion: { ...completion, adapted: [...adapted, ...completion.adapted] } };
      } catch (error) {
        const detail = error instanceof CallError ? providerDetail(error) : undefined;
        const lesson = detail && protocol.learn(detail, body);
        // A lesson that was known already did not help. One that a call beside this one taught meanwhile may.
        if (lesson === undefined || known.has(lesson)) throw error;
        learned.add(lesson);
      }
    }
  };

  return {
    ref,
    complete: async (request, options) => {
      let paid = NO_USAGE;
      for (let empty = 0; ;) {
        const { completion, known } = await ask(request, options);
        paid = addUsage(paid, completion.usage);
        if (completion.finish !== 'stop') return { ...completion, usage: paid };
        if (completion.text.trim() === '') {
          empty += 1;
          if (empty < EMPTY_ATTEMPTS) continue;
          throw new CallError('empty', `${ref.id}: the answer is empty`, { attempts: empty });
        }
        const answer = request.format === undefined ? completion : readFormatted(request.format, completion);
        const next = answer === undefined ? protocol.nextFormat(known) : undefined;
        if (next === undefined) return { ...(answer ?? completion), usage: paid };
        learned.add(next);
      }
    },
  };
}

interface Accepted {
  readonly completion: Completion;
  /** What was known when the request was prepared. */
  readonly known: Learned;
}

/** The completion where it is JSON as asked, without a fence around it; undefined where it is not. */
function readFormatted(format: ReplyFormat, completion: Completion): Completion | undefined {
  if (looksLike(format, completion.text)) return completion;
  const inner = withoutFence(completion.text);
  if (inner === undefined || !looksLike(format, inner)) return undefined;
  return { ...completion, text: inner, adapted: [...completion.adapted, 'fence removed'] };
}

function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
}
