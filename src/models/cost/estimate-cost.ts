// What a request may cost before it is sent: what a plan adds up and a budget sets aside.
import type { CompletionRequest, ReplyFormat, Usage } from '../model.ts';
import { worstOutput } from '../output-cap.ts';
import { costOf, type Cost } from './prices.ts';
import type { Price } from './price-table.ts';
import { estimateTokens } from './tokens.ts';

/** Tokens a message takes beside its text: role and separators. */
const MESSAGE_OVERHEAD = 4;

/** Everything in the prompt, nothing of it cached, and as much output as the model may give. */
export function worstUsage(request: CompletionRequest): Usage {
  const { messages, format } = request;
  const texts = messages.map(({ content }) => estimateTokens(content) + MESSAGE_OVERHEAD);
  const schema = format === undefined ? 0 : tokensOfSchema(format);
  return {
    inputTokens: texts.reduce((sum, tokens) => sum + tokens, schema),
    cachedInputTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: worstOutput(request),
  };
}

const schemaTokens = new WeakMap<ReplyFormat, number>();

/** Thousands of requests have the same one. */
function tokensOfSchema(format: ReplyFormat): number {
  const known = schemaTokens.get(format) ?? estimateTokens(JSON.stringify(format.schema));
  schemaTokens.set(format, known);
  return known;
}

/** US dollars that a request costs at most, by the estimate of its tokens. */
export function worstCost(request: CompletionRequest, price: Price | 'unknown'): Cost {
  const usage = worstUsage(request);
  // Where writing to the prompt cache costs more than plain input, the first request of a prefix pays that.
  const written = price !== 'unknown' && (price.cacheWrite ?? 0) > price.input && request.sharedMessages > 0;
  return costOf(written ? { ...usage, cacheWriteTokens: usage.inputTokens } : usage, price);
}
