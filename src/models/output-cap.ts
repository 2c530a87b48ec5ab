// The most tokens a reply may have where the configuration names no cap, so that a small model cannot write on for minutes.
import type { CompletionRequest } from './model.ts';
import { DEFAULT_MAX_TOKENS } from './cost/tokens.ts';

/** A server whose window is smaller than the cap refuses it, and is then asked without a cap. */
export const OWN_CAP_DROPPED = 'output cap dropped';

/**
 * What local servers are asked for: a whole answer of a model under test; a judge's or classifier's reply under a schema,
 * which bounds its length by itself; the same asked for in words, where a model may think aloud first. A small model that
 * keeps to nothing writes on to the cap each time: a processor gives it 20 to 40 tokens a second.
 */
const LOCAL = { answer: 4096, byFormat: 1024, inWords: 2048 } as const;

/** The cap a model's own parameters name. */
export function givenCap({ params }: CompletionRequest['model']): number | undefined {
  const caps = [params['maxTokens'], params['max_tokens'], params['max_completion_tokens']];
  return caps.find((cap) => typeof cap === 'number');
}

/** The gate's own cap; undefined where the model has its own, where the server is not local, or would not take one. */
export function outputCapOf(
  request: CompletionRequest,
  { local, learned }: { readonly local: boolean; readonly learned: ReadonlySet<string> },
): number | undefined {
  if (!local || learned.has(OWN_CAP_DROPPED) || givenCap(request.model) !== undefined) return undefined;
  if (request.mostTokens !== undefined) return request.mostTokens;
  if (request.format === undefined) return LOCAL.answer;
  return [...learned].some((lesson) => lesson.endsWith('-> plain')) ? LOCAL.inWords : LOCAL.byFormat;
}

/** Tokens that money is set aside for: the model's own cap, or as many as any reply is given. */
export function worstOutput(request: CompletionRequest): number {
  return givenCap(request.model) ?? DEFAULT_MAX_TOKENS;
}
