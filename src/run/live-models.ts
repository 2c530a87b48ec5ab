// Models over the network. Keys are read when the first call needs them; what is stored needs none.
import { providerName } from '../models/model-id.ts';
import { isLive } from '../models/provider-kind.ts';
import type { Project } from './load-project.ts';
import { createRandom } from '../core/random.ts';
import type { Clock } from '../core/clock.ts';
import { readEach, type Problem } from '../core/errors.ts';
import { createModels } from '../models/create.ts';
import { AT_FLEX_PRICE } from '../models/openai/flex.ts';
import { asksFlex } from './run-prices.ts';
import type { BatchPorts } from '../models/batch/batch-ports.ts';
import type { Completion, CompletionRequest, Model, ModelRef } from '../models/model.ts';
import { whereDefined } from '../core/where-defined.ts';
import type { Lookup } from '../models/transport/resolved-host.ts';
import {
  checkKeyBinding,
  DEFAULT_CONCURRENCY,
  resolveProvider,
  secretVariables,
  type Environment,
  type ProviderConfig,
  type ResolvedProvider,
} from '../models/provider.ts';

/** Node from which the vendors' own libraries are supported. */
const LEAST_NODE = 22;

export interface LiveModels {
  /**
   * A live model of the project.
   * @throws UserError for every key that is missing, an address that is refused, a Node that is too old.
   */
  readonly modelFor: (ref: ModelRef) => Model;
  readonly placesOf: (request: CompletionRequest) => { readonly provider: string; readonly concurrency: number };
  /** Requests that all live providers of the project take at once. */
  readonly places: () => number;
  readonly retries: () => number;
  /** Whether an answer came for half the price: in a batch, or by spare capacity. */
  readonly cameCheaper: (completion: Completion) => boolean;
  /** Whether a model's provider takes no key and no secret header. */
  readonly isKeyless: (ref: ModelRef) => boolean;
}

export interface LivePorts {
  readonly env: Environment;
  readonly clock: Clock;
  readonly nodeVersion: string;
  readonly fetch: Parameters<typeof createModels>[0]['fetch'];
  readonly lookup: Lookup;
  /** Somebody waits for the answers. Default: yes. */
  readonly attended?: boolean;
  /** Only providers that take no secret are there to be asked. */
  readonly keyless?: boolean;
  /** The journal of batches, where calls are sent in batches. */
  readonly batches?: Pick<BatchPorts, 'journal' | 'onEvent' | 'patience'>;
}

/** The live models of a project; nothing is read, checked or sent before the first `modelFor`. */
export function createLiveModels(project: Project, ports: LivePorts): LiveModels {
  const all = liveProviders(project);
  const isKeyless = (config: ProviderConfig): boolean => secretVariables(config).length === 0;
  const configs = ports.keyless === true ? all.filter(isKeyless) : all;
  let resolved: ReadonlyMap<string, ResolvedProvider> | undefined;
  // Jitter only: it keeps retries of many runs apart and never touches a result.
  const random = createRandom(`retry ${ports.clock.now()}`);
  const { fetch, clock, lookup, batches } = ports;
  const models = createModels({ fetch, clock, random, lookup, ...whereDefined({ batches }) });
  return {
    modelFor: (ref) => {
      resolved ??= resolveAll(configs, ports);
      return models.create(ref, resolved.get(providerName(ref)));
    },
    placesOf: ({ model }) => {
      const provider = providerName(model);
      return {
        provider,
        concurrency: configs.find(({ name }) => name === provider)?.concurrency ?? DEFAULT_CONCURRENCY,
      };
    },
    places: () => configs.reduce((sum, { concurrency }) => sum + (concurrency ?? DEFAULT_CONCURRENCY), 0),
    cameCheaper: (completion) => models.cameInBatch(completion) || completion.adapted.includes(AT_FLEX_PRICE),
    isKeyless: (ref) => configs.some((config) => config.name === providerName(ref) && isKeyless(config)),
    retries: () => Object.values(models.counts()).reduce((total, { retries }) => total + retries, 0),
  };
}

/** The providers that models, judges and classifier of a project are asked at. */
export function liveProviders({ config, panel }: Pick<Project, 'config' | 'panel'>): readonly ProviderConfig[] {
  const refs = [
    ...panel.models.map(({ ref }) => ref),
    ...panel.judges,
    ...(panel.classifier === undefined ? [] : [panel.classifier]),
  ];
  const names = new Set(refs.map(providerName));
  return Object.entries(config.providers).flatMap(([name, provider]): ProviderConfig[] => {
    if (!names.has(name) || !isLive(provider)) return [];
    const given = Object.entries(provider).filter(([, value]) => value !== undefined);
    return [{ name, ...Object.fromEntries(given) } as ProviderConfig];
  });
}

/** Why live providers cannot be asked on this Node; empty where they can. */
export function checkNode(nodeVersion: string): readonly Problem[] {
  if (Number.parseInt(nodeVersion, 10) >= LEAST_NODE) return [];
  return [
    {
      message: `live providers need Node ${LEAST_NODE} or newer; this is ${nodeVersion}`,
      hint: 'demo, diff, plan and recorded models run on this one',
    },
  ];
}

function resolveAll(
  configs: readonly ProviderConfig[],
  { env, nodeVersion, attended = true }: LivePorts,
): ReadonlyMap<string, ResolvedProvider> {
  const known = [...checkKeyBinding(configs), ...checkNode(nodeVersion)];
  const resolve = (config: ProviderConfig): ResolvedProvider => ({
    ...resolveProvider(config, env),
    ...(asksFlex(config, attended) && { flex: true }),
  });
  const resolved = readEach(configs, (config) => [config.name, resolve(config)] as const, known);
  return new Map(resolved);
}
