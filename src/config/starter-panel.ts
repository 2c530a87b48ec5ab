// Which models and judges a first config names, by the keys that are there.

/** Vendors whose key `init` looks for, in the order they are preferred. */
export const STARTER_KEYS = {
  openai: 'OPENAI_API_KEY',
  anthropic: 'ANTHROPIC_API_KEY',
  google: 'GEMINI_API_KEY',
} as const;

export type StarterVendor = keyof typeof STARTER_KEYS;

export interface StarterPanel {
  readonly vendors: readonly StarterVendor[];
  /** None of them is a judge, so that no model rules on its own answers. */
  readonly models: readonly string[];
  /**
   * In the order they are asked: the cheap ones, which rule on every answer and link scenarios, before a strong one, which decides
   * where these part and sees a fifth of the others. As many vendors as there are keys, since judges of one vendor err alike.
   */
  readonly judges: readonly string[];
  readonly classifier: string;
}

/** The vendors whose key an environment holds. */
export function keysIn(env: Readonly<Record<string, string | undefined>>): ReadonlySet<StarterVendor> {
  const vendors = Object.keys(STARTER_KEYS) as StarterVendor[];
  return new Set(vendors.filter((vendor) => (env[STARTER_KEYS[vendor]] ?? '').trim() !== ''));
}

/** A panel of these vendors; of OpenAI and Anthropic where no key is there to tell. */
export function choosePanel(keys: ReadonlySet<StarterVendor>): StarterPanel {
  const has = (...vendors: readonly StarterVendor[]): boolean => vendors.every((vendor) => keys.has(vendor));
  if (has('openai', 'anthropic', 'google')) {
    return {
      vendors: ['openai', 'anthropic', 'google'],
      models: ['openai/gpt-5.5', 'anthropic/claude-opus-5'],
      judges: ['openai/gpt-5-mini', 'anthropic/claude-haiku-4-5', 'google/gemini-2.5-pro'],
      classifier: 'anthropic/claude-sonnet-5',
    };
  }
  if (keys.size === 0 || has('openai', 'anthropic')) {
    return {
      vendors: ['openai', 'anthropic'],
      models: ['openai/gpt-5.5', 'anthropic/claude-opus-5'],
      judges: ['openai/gpt-5-mini', 'anthropic/claude-haiku-4-5', 'anthropic/claude-sonnet-5'],
      classifier: 'anthropic/claude-sonnet-5',
    };
  }
  if (has('openai')) {
    return {
      vendors: keys.has('google') ? ['openai', 'google'] : ['openai'],
      models: ['openai/gpt-5.5', 'openai/gpt-4.1'],
      judges: ['openai/gpt-5-mini', 'openai/o4-mini', keys.has('google') ? 'google/gemini-2.5-pro' : 'openai/gpt-5'],
      classifier: 'openai/gpt-5',
    };
  }
  if (has('anthropic')) {
    return {
      vendors: keys.has('google') ? ['anthropic', 'google'] : ['anthropic'],
      models: ['anthropic/claude-opus-5', 'anthropic/claude-opus-4-6'],
      // Of the two Sonnets the newer one is the cheaper.
      judges: [
        'anthropic/claude-haiku-4-5',
        'anthropic/claude-sonnet-5',
        keys.has('google') ? 'google/gemini-2.5-pro' : 'anthropic/claude-sonnet-4-5',
      ],
      classifier: 'anthropic/claude-sonnet-5',
    };
  }
  // Three different judges, even where a vendor's key may not serve one of them (doctor says so): one model under three
  // names is no panel.
  return {
    ...choosePanel(new Set(['openai', 'anthropic', 'google'])),
    models: ['google/gemini-3-pro-preview', 'openai/gpt-5.5'],
  };
}
