// What a config says of a provider: its kind, where it is asked, by which key, how fast and at what price.
import * as z from 'zod';
import { vendorKeys, type LiveKind, type OfflineKind, type ProviderKind } from '../models/provider-kind.ts';

export const EnvironmentName = z
  .string()
  .regex(/^[A-Z_][A-Z0-9_]*$/, 'expected the name of an environment variable, such as OPENAI_API_KEY');

const AllowPrivate = z.array(z.string()).meta({
  description: 'Hosts that may get the key although they are loopback or private, or lead to a private address.',
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

const VENDOR_KEYS = vendorKeys()
  .map((key) => `\`${key}\``)
  .join(', ');

function live<Kind extends LiveKind>(kind: Kind) {
  return z.strictObject({
    kind: z.literal(kind).meta({ description: 'The protocol it speaks; `openai` is chat completions.' }),
    baseUrl: z.url().optional().meta({ description: "Its address; default: the vendor's own." }),
    apiKeyEnv: EnvironmentName.optional().meta({
      description: `The variable that holds the key; default at the vendors: ${VENDOR_KEYS}.`,
    }),
    headersEnv: z
      .record(z.string(), EnvironmentName)
      .optional()
      .meta({ description: 'Further headers, each with the variable that holds its value.' }),
    allowPrivate: AllowPrivate.optional(),
    concurrency: z.int().min(1).max(256).optional().meta({
      description:
        'Calls at once. Unless set 8, and on a server of your own as many as get more done; halved where calls time out.',
    }),
    price: Price.optional().meta({
      description: 'US dollars per million tokens of all its models (`{ input, output }`); `0` where it costs nothing.',
    }),
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

type ProviderOptions = (typeof PROVIDERS)[ProviderKind];

// Not written out, so that no kind of the table is left out.
export const Provider = z
  .discriminatedUnion('kind', Object.values(PROVIDERS) as [ProviderOptions, ...ProviderOptions[]])
  .meta({
    description:
      'Where models are asked. A key is named by its environment variable and only ever sent to this origin.',
  });

/** The file that an offline provider answers from, and the option that names it. */
export function offlineFile(provider: z.infer<typeof Provider> & { readonly kind: OfflineKind }): {
  readonly option: string;
  readonly path: string;
} {
  switch (provider.kind) {
    case 'simulated':
      return { option: 'world', path: provider.world };
    case 'recorded':
      return { option: 'file', path: provider.file };
    default:
      return provider satisfies never;
  }
}
