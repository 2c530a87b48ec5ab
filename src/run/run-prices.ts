// What a run's calls cost: half in a batch or by spare capacity, and nothing that has no price where dollars are limited.
import { whereDefined } from '../core/where-defined.ts';
import { UserError } from '../core/errors.ts';
import { BATCH_SHARE } from '../models/batch/batched-model.ts';
import type { Price } from '../models/cost/price-table.ts';
import { priceOf, type PriceOverrides } from '../models/cost/prices.ts';
import { providerName } from '../models/model-id.ts';
import type { ProviderConfig } from '../models/provider.ts';
import type { Completion, CompletionRequest } from '../models/model.ts';
import type { Project } from './load-project.ts';

/** What the same tokens cost in a batch, or by spare capacity. */
export function halved(price: Price | 'unknown'): Price | 'unknown' {
  if (price === 'unknown') return price;
  const { input, output, cachedInput, cacheWrite } = price;
  const half = (usd: number | undefined): number | undefined => (usd === undefined ? undefined : usd * BATCH_SHARE);
  return {
    input: input * BATCH_SHARE,
    output: output * BATCH_SHARE,
    ...whereDefined({ cachedInput: half(cachedInput), cacheWrite: half(cacheWrite) }),
  };
}

export interface RunPrices {
  /** By the tables and the config. */
  readonly listed: (request: CompletionRequest) => Price | 'unknown';
  /** What its answer cost: half of that in a batch, or by spare capacity. */
  readonly paid: (request: CompletionRequest, completion: Completion) => Price | 'unknown';
}

export function createRunPrices(
  overrides: PriceOverrides,
  cameCheaper: (completion: Completion) => boolean,
): RunPrices {
  const listed: RunPrices['listed'] = ({ model }) => priceOf(model, overrides);
  return {
    listed,
    paid: (request, completion) => (cameCheaper(completion) ? halved(listed(request)) : listed(request)),
  };
}

/** The prices that work will mostly be done at: those of the config, halved for models whose spare capacity is asked first. */
export function expectedPrices(
  { config, panel }: Project,
  { attended }: { readonly attended: boolean },
): PriceOverrides {
  const refs = [...panel.models.map(({ ref }) => ref), ...panel.judges];
  const own = refs.flatMap((ref): readonly (readonly [string, Price])[] => {
    const name = providerName(ref);
    const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : undefined;
    const price = halved(priceOf(ref, config.prices));
    return provider !== undefined && 'flex' in provider && asksFlex(provider, attended) && price !== 'unknown'
      ? [[ref.id, price]]
      : [];
  });
  return own.length === 0 ? config.prices : { ...config.prices, ...Object.fromEntries(own) };
}

/** Whether a provider's spare capacity is asked first. */
export function asksFlex(provider: { readonly flex?: ProviderConfig['flex'] }, attended: boolean): boolean {
  return provider.flex === 'always' || (provider.flex === 'unattended' && !attended);
}

/** Those who are asked and whose price nobody knows, by id. */
export function unpricedModels({ config, panel }: Pick<Project, 'config' | 'panel'>): readonly string[] {
  const refs = [
    ...panel.models.map(({ ref }) => ref),
    ...panel.judges,
    ...(panel.classifier === undefined ? [] : [panel.classifier]),
  ];
  return [...new Set(refs.filter((ref) => priceOf(ref, config.prices) === 'unknown').map(({ id }) => id))];
}

export function unknownPrices(project: Project): UserError {
  return new UserError(
    unpricedModels(project).map((id) => ({
      message: `${id}: no price is known, so the dollar budget could not hold`,
      hint: `add prices: { ${id}: { input: ..., output: ... } } in US dollars per million tokens, or set budget.allowUnknownPrices: true`,
    })),
  );
}
