// What a real provider would bill for a request: its prompt cache with its own rules, and reasoning that nobody sees.
import type { WireRequest } from '../../__tests__/support/provider-servers.ts';

export interface Billed {
  readonly input: number;
  readonly cached: number;
  readonly cacheWrite: number;
  readonly output: number;
}

/** Output tokens beside the text: models of these names think before they write, at low effort about so much. */
const REASONING: readonly (readonly [name: RegExp, tokens: number])[] = [[/^gpt-5|^o\d/, 200]];

/**
 * Bills requests in the order they come in. OpenAI reads any beginning of 1,024 tokens or more that it saw before, in steps of
 * 128; Anthropic what a breakpoint marked, from the model's least size on, and bills the first time for writing it.
 */
export function createBilling(): (request: WireRequest, reply: string) => Billed {
  const seen = new Set<string>();
  return (request, reply) => {
    const texts = request.messages.map(({ content }) => content);
    const schema = request.schema === undefined ? 0 : tokensOf(JSON.stringify(request.schema));
    const input = texts.reduce((sum, text) => sum + tokensOf(text) + 4, schema);
    const thinking = REASONING.find(([name]) => name.test(request.model))?.[1] ?? 0;
    const output = tokensOf(reply) + thinking;
    const common = { input, output };
    return request.protocol === 'openai'
      ? { ...common, ...billOpenAI(request.model, texts, seen) }
      : { ...common, ...billAnthropic(request, texts, seen) };
  };
}

function billOpenAI(model: string, texts: readonly string[], seen: Set<string>): Pick<Billed, 'cached' | 'cacheWrite'> {
  let cached = 0;
  let tokens = 0;
  let name = model;
  for (const text of texts.slice(0, -1)) {
    name += `\n${text}`;
    tokens += tokensOf(text) + 4;
    if (seen.has(name)) cached = tokens;
    seen.add(name);
  }
  return { cached: cached < 1024 ? 0 : cached - (cached % 128), cacheWrite: 0 };
}

function billAnthropic(
  request: WireRequest,
  texts: readonly string[],
  seen: Set<string>,
): Pick<Billed, 'cached' | 'cacheWrite'> {
  const shared = breakpointOf(request.body);
  if (shared === 0) return { cached: 0, cacheWrite: 0 };
  const beginning = texts.slice(0, shared);
  const tokens = beginning.reduce((sum, text) => sum + tokensOf(text) + 4, 0);
  if (tokens < (/haiku|opus/.test(request.model) ? 4096 : 1024)) return { cached: 0, cacheWrite: 0 };
  const name = [request.model, ...beginning].join('\n');
  if (seen.has(name)) return { cached: tokens, cacheWrite: 0 };
  seen.add(name);
  return { cached: 0, cacheWrite: tokens };
}

/** How many blocks, system first, stand before and with the breakpoint. */
function breakpointOf(body: Readonly<Record<string, unknown>>): number {
  const blocks = [
    ...((body['system'] ?? []) as readonly object[]),
    ...((body['messages'] ?? []) as readonly { readonly content: readonly object[] }[]).flatMap(
      ({ content }) => content,
    ),
  ];
  return blocks.findLastIndex((block) => 'cache_control' in block) + 1;
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / 4);
}
