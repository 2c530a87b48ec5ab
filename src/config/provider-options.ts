// What a config says of a provider: its kind, where it is asked, by which key, how fast and at what price.
import * as z from 'zod';
import type { LiveKind, ProviderKind } from '../models/provider-kind.ts';

export const EnvironmentName = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]*$/, 'expected the name of an environment variable, such as OPENAI_API_KEY');

const AllowPrivate = z.array(z.string()).meta({
  description: 'Private hosts, names that lead to private addresses, and loopback hosts that may get the key.',
});

/** US dollars per million tokens; `0` for a model that costs nothing. */
export const Price = z.union([
  z.literal(0).transform(() => ({ input: 0, output: 0 })),
  z.strictObject({
    input: z.number().min(0),
    cachedInput: z.number().min(0).optional(),
    cacheWrite: z.number().min(0).optional(),
    output: z.number().min(0),
  }),
]);

function live<Kind extends LiveKind>(kind: Kind) {
  return z.strictObject({
    kind: z.literal(kind),
    baseUrl: z.url().optional(),
    apiKeyEnv: EnvironmentName.optional(),
    headersEnv: z.record(z.string(), EnvironmentName).optional(),
    allowPrivate: AllowPrivate.optional(),
    concurrency: z.int().min(1).max(256).optional().meta({
      description: 'Calls at once; 8 unless set, halved where calls time out. A server with one slot: 1.',
    }),
    price: Price.optional(),
  });
}

const Flex = z.enum(['unattended', 'always']).meta({
  description:
    'Asks spare capacity (`service_tier: flex`) first, at half the price and slower: `unattended` in seeding, nights and work on banks, `always` in checks, too. What does not come that way is asked at the usual price.',
});

const PROVIDERS = {
  openai: live('openai').extend({ flex: Flex.optional() }),
  anthropic: live('anthropic'),
  simulated: z.strictObject({ kind: z.literal('simulated'), world: z.string() }),
  recorded: z.strictObject({ kind: z.literal('recorded'), file: z.string() }),
} as const satisfies { readonly [Kind in ProviderKind]: z.ZodObject<{ kind: z.ZodLiteral<Kind> }> };

export const Provider = z
  .discriminatedUnion('kind', [PROVIDERS.openai, PROVIDERS.anthropic, PROVIDERS.simulated, PROVIDERS.recorded])
  .meta({
    description:
      'Where models are asked. A key is named by its environment variable and only ever sent to this origin.',
  });
