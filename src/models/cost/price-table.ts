// Published prices, kept by hand and in US dollars per million tokens; the configuration's `prices` come first.

/** US dollars per million tokens. */
export interface Price {
  readonly input: number;
  /** Input read from the provider's prompt cache. Default: `input`. */
  readonly cachedInput?: number | undefined;
  /** Input written to the provider's prompt cache. Default: `input`. */
  readonly cacheWrite?: number | undefined;
  readonly output: number;
}

/**
 * When the table was made. Its source is `@pydantic/genai-prices` 0.1.8, a snapshot of the providers' price pages:
 * standard tier, prompts of up to 200,000 tokens. Models it does not name are unknown here too.
 */
export const PRICES_AS_OF = '2026-11-23';

// Anthropic writes to its five-minute cache at 1.25 times the input price.
const OPUS_4: Price = { input: 15, cachedInput: 1.5, cacheWrite: 18.75, output: 75 };
const OPUS_5: Price = { input: 5, cachedInput: 0.5, cacheWrite: 6.25, output: 25 };
const SONNET_4: Price = { input: 3, cachedInput: 0.3, cacheWrite: 3.75, output: 15 };
const SONNET_5: Price = { input: 2, cachedInput: 0.2, cacheWrite: 2.5, output: 10 };

/** By the origin that is paid, then by model; a dated snapshot (`-20250514`, `-2025-08-07`) costs what its model costs. */
export const PRICE_TABLE: Readonly<Record<string, Readonly<Record<string, Price>>>> = {
  'https://api.openai.com': {
    'gpt-5.5': { input: 5, cachedInput: 0.5, output: 30 },
    'gpt-5': { input: 1.25, cachedInput: 0.125, output: 10 },
    'gpt-5-mini': { input: 0.25, cachedInput: 0.025, output: 2 },
    'gpt-4.1': { input: 2, cachedInput: 0.5, output: 8 },
    'gpt-4.1-mini': { input: 0.4, cachedInput: 0.1, output: 1.6 },
    'gpt-4o': { input: 2.5, cachedInput: 1.25, output: 10 },
    o3: { input: 2, cachedInput: 0.5, output: 8 },
    'o4-mini': { input: 1.1, cachedInput: 0.275, output: 4.4 },
  },
  'https://api.anthropic.com': {
    'claude-opus-5': OPUS_5,
    'claude-opus-5-5': { input: 4, cachedInput: 0.2, cacheWrite: 5, output: 20 },
    'claude-sonnet-5': SONNET_5,
    'claude-sonnet-5-5': SONNET_5,
    'claude-opus-4-6': OPUS_5,
    'claude-opus-4-5': OPUS_5,
    'claude-opus-4-1': OPUS_4,
    'claude-opus-4': OPUS_4,
    'claude-sonnet-4-5': SONNET_4,
    'claude-sonnet-4': SONNET_4,
    'claude-haiku-4-5': { input: 1, cachedInput: 0.1, cacheWrite: 1.25, output: 5 },
    'claude-3-7-sonnet': SONNET_4,
    'claude-3-5-sonnet': SONNET_4,
    'claude-3-opus': OPUS_4,
  },
  'https://generativelanguage.googleapis.com': {
    'gemini-2.5-pro': { input: 1.25, cachedInput: 0.125, output: 10 },
    'gemini-3-pro-preview': { input: 2, cachedInput: 0.2, output: 12 },
  },
  'https://api.x.ai': {
    'grok-4': { input: 3, cachedInput: 0.75, output: 15 },
  },
};
