// The shape of a request for something to be written or read off: first what many requests share, which providers cache.
import * as z from 'zod';
import type { CompletionRequest, ReplyFormat } from '../../models/model.ts';

/** What the reply is called and what it holds. */
interface WrittenReply {
  readonly name: string;
  readonly reply: z.ZodType;
}

export interface WritingPrompt {
  readonly instructions: string;
  readonly format: WrittenReply;
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
    format: formatOf(format),
    draw,
  };
}

const formats = new WeakMap<WrittenReply, ReplyFormat>();

/** Made when it is first asked for, and once: a check loads all of these prompts, and most ask none of them. */
function formatOf(written: WrittenReply): ReplyFormat {
  const known = formats.get(written);
  if (known !== undefined) return known;
  const format = { name: written.name, schema: z.toJSONSchema(written.reply) as ReplyFormat['schema'] };
  formats.set(written, format);
  return format;
}
