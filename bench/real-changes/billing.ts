// What a real provider would bill for a request: its prompt cache with its own rules, and reasoning that nobody sees.
import type { WireRequest } from '../../__tests__/support/provider-servers.ts';
import { sha256 } from '../../src/core/canonical-json.ts';

export interface Billed {
  readonly input: number;
  readonly cached: number;
  readonly cacheWrite: number;
  readonly output: number;
}

/** Called when a request comes in; what it gives is called with the reply, when that goes out. */
export type Billing = (request: WireRequest) => (reply: string) => Billed;

export interface BillingOptions {
  /** Milliseconds after its last use that a beginning is forgotten. Default: five minutes. */
  readonly lifetimeMs?: number;
  readonly now?: () => number;
}

/** Output tokens beside the text: models of these names think before they write, at low effort about so much. */
const REASONING: readonly (readonly [name: RegExp, tokens: number])[] = [[/^gpt-5|^o\d/, 200]];

const STEP_TOKENS = 128;
const LEAST_OPENAI = 1024;
const CHARACTERS = 4;

/**
 * OpenAI reads the longest beginning that it saw before, from 1,024 tokens on in steps of 128; Anthropic what a breakpoint
 * marked, from the model's least size on, and bills the first time for writing it. Neither serves a beginning before the
 * request that brought it has begun to be answered, nor five minutes after its last use.
 */
export function createBilling({ lifetimeMs = 300_000, now = () => performance.now() }: BillingOptions = {}): Billing {
  const lastUse = new Map<string, number>();
  const isKept = (name: string): boolean => {
    const at = lastUse.get(name);
    if (at === undefined || now() - at > lifetimeMs) return false;
    lastUse.set(name, now());
    return true;
  };
  const keep = (names: readonly string[]): void => {
    for (const name of names) lastUse.set(name, now());
  };
  return (request) => {
    const schema = request.schema === undefined ? '' : JSON.stringify(request.schema);
    const texts = request.messages.map(({ content }) => content);
    const input = texts.reduce((sum, text) => sum + tokensOf(text) + 4, tokensOf(schema));
    const thinking = REASONING.find(([name]) => name.test(request.model))?.[1] ?? 0;
    const { names, ...served } =
      request.protocol === 'openai'
        ? serveOpenAI(request.model, [schema, ...texts].join('\n'), isKept)
        : serveAnthropic(request, { schema, texts, isKept });
    return (reply) => {
      keep(names);
      return { input, ...served, output: tokensOf(reply) + thinking };
    };
  };
}

interface Served {
  readonly cached: number;
  readonly cacheWrite: number;
  /** Beginnings that are kept once the answer begins. */
  readonly names: readonly string[];
}

function serveOpenAI(model: string, prompt: string, isKept: (name: string) => boolean): Served {
  const size = STEP_TOKENS * CHARACTERS;
  const names: string[] = [];
  for (let end = size; end <= prompt.length; end += size) {
    names.push(sha256(`${names.at(-1) ?? model}\n${prompt.slice(end - size, end)}`));
  }
  const known = names.findIndex((name) => !isKept(name));
  const cached = STEP_TOKENS * (known === -1 ? names.length : known);
  return { cached: cached < LEAST_OPENAI ? 0 : cached, cacheWrite: 0, names };
}

/** The least sizes that the vendor's pages give; of Sonnet the larger of two that are told. */
function leastAnthropic(model: string): number {
  return /haiku|opus/.test(model) ? 4096 : 2048;
}

function serveAnthropic(
  request: WireRequest,
  {
    schema,
    texts,
    isKept,
  }: { readonly schema: string; readonly texts: readonly string[]; readonly isKept: (name: string) => boolean },
): Served {
  const marked = breakpointsOf(request.body).map((blocks) => {
    const beginning = texts.slice(0, blocks);
    return {
      tokens: beginning.reduce((sum, text) => sum + tokensOf(text) + 4, 0),
      name: sha256([request.model, schema, ...beginning].join('\n')),
    };
  });
  const cacheable = marked.filter(({ tokens }) => tokens >= leastAnthropic(request.model));
  const cached = cacheable.findLast(({ name }) => isKept(name))?.tokens ?? 0;
  const cacheWrite = Math.max(0, (cacheable.at(-1)?.tokens ?? 0) - cached);
  return { cached, cacheWrite, names: cacheable.map(({ name }) => name) };
}

/** How many blocks, system first, stand before and with each breakpoint. */
function breakpointsOf(body: Readonly<Record<string, unknown>>): readonly number[] {
  const blocks = [
    ...((body['system'] ?? []) as readonly object[]),
    ...((body['messages'] ?? []) as readonly { readonly content: readonly object[] }[]).flatMap(
      ({ content }) => content,
    ),
  ];
  return blocks.flatMap((block, index) => ('cache_control' in block ? [index + 1] : []));
}

function tokensOf(text: string): number {
  return Math.ceil(text.length / CHARACTERS);
}
