// The shape of a request for something to be written or read off: first what many requests share, which providers cache.
import type { CompletionRequest } from '../../models/model.ts';

export interface WritingPrompt {
  readonly instructions: string;
  readonly format: NonNullable<CompletionRequest['format']>;
  /** Data blocks that many requests have in common, a message each. */
  readonly shared?: readonly string[];
  /** Data blocks of this one. */
  readonly own: readonly string[];
}

export function writingRequest(
  { model, draw }: Pick<CompletionRequest, 'model' | 'draw'>,
  { instructions, format, shared = [], own }: WritingPrompt,
): CompletionRequest {
  return {
    model,
    messages: [
      { role: 'system', content: instructions },
      ...shared.map((content) => ({ role: 'user' as const, content })),
      { role: 'user', content: own.join('\n\n') },
    ],
    sharedMessages: 1 + shared.length,
    format,
    draw,
  };
}
