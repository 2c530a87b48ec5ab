// Models by their configuration: one transport for each provider, shared by its models.
import type { LiveKind } from './provider-kind.ts';
import { UserError } from '../core/errors.ts';
import { createAnthropicModel } from './anthropic/anthropic.ts';
import type { Completion, Model, ModelRef } from './model.ts';
import { createAnthropicBatches } from './batch/anthropic-batch.ts';
import type { BatchProtocol, BatchServer } from './batch/batch-protocol.ts';
import { createBatchedModel, type BatchedModel } from './batch/batched-model.ts';
import type { BatchPorts } from './batch/batch-ports.ts';
import { createBatches, type Batches } from './batch/batches.ts';
import { createOpenAIBatches } from './batch/openai-batch.ts';
import { flexLimits } from './openai/flex.ts';
import { createOpenAIModel } from './openai/openai.ts';
import type { ResolvedProvider } from './provider.ts';
import { createTransport, type Transport, type TransportPorts } from './transport/transport.ts';
import type { TransportLimits } from './transport/transport-limits.ts';

export interface ModelPorts extends TransportPorts {
  /** Models that need no provider (`simulated`, `recorded`), asked for first. */
  readonly offline?: (ref: ModelRef) => Model | undefined;
  readonly limits?: TransportLimits;
  /** The journal of batches, where calls with a name are sent in batches. */
  readonly batches?: Pick<BatchPorts, 'journal' | 'onEvent'>;
}

export interface Models {
  /**
   * The model of a reference; the same reference, the same model. `provider` is absent for the offline kinds.
   * @throws UserError for parameters that the gate itself sets; Error where a live reference has no provider.
   */
  create(ref: ModelRef, provider?: ResolvedProvider): Model;
  /** Whether an answer came in a batch, and so for half the price. */
  cameInBatch(completion: Completion): boolean;
  /** Requests and retries of every provider so far, by its name; those for spare capacity by themselves. */
  counts(): Readonly<Record<string, ReturnType<Transport['counts']>>>;
}

/** Sent by the gate itself: another value would change what is asked, or how it is answered. */
const RESERVED_PARAMS = [
  'model',
  'messages',
  'system',
  'stream',
  'n',
  'response_format',
  'output_config',
  'tools',
  'tool_choice',
];

/** Each kind that is asked over the network, by its protocol. */
const MAKERS: Readonly<Record<LiveKind, typeof createOpenAIModel>> = {
  openai: createOpenAIModel,
  anthropic: createAnthropicModel,
};

const BATCHES: Readonly<Record<LiveKind, (server: BatchServer) => BatchProtocol>> = {
  openai: createOpenAIBatches,
  anthropic: createAnthropicBatches,
};

/** Nothing is loaded and nothing is sent before a model's first call. */
export function createModels({ offline, limits, batches, ...ports }: ModelPorts): Models {
  const transports = new Map<string, Transport>();
  const models = new Map<ModelRef, Model>();
  const batchesOfServers = new Map<string, Batches>();
  const batched = new Set<BatchedModel>();

  const transportOf = (provider: ResolvedProvider): Transport => {
    const transport = transports.get(provider.name) ?? createTransport(provider, ports, limits);
    transports.set(provider.name, transport);
    return transport;
  };
  const flexOf = (provider: ResolvedProvider): Transport | undefined => {
    if (provider.flex !== true) return undefined;
    const name = `${provider.name} (flex)`;
    const transport = transports.get(name) ?? createTransport(provider, ports, flexLimits(limits));
    transports.set(name, transport);
    return transport;
  };
  const create = (ref: ModelRef, provider: ResolvedProvider | undefined): Model => {
    const local = offline?.(ref);
    if (local !== undefined) return local;
    checkParams(ref);
    // The reference's origin is in every key: an answer must come from where its key says.
    if (provider === undefined || provider.kind !== ref.kind || provider.origin !== ref.origin) {
      throw new Error(`no provider of kind ${ref.kind} at ${ref.origin} for ${ref.id}`);
    }
    const model = MAKERS[provider.kind](ref, provider, transportOf(provider), flexOf(provider));
    if (batches === undefined) return model;
    const inBatches = createBatchedModel(model, batchesAt(provider, batches));
    batched.add(inBatches);
    return inBatches;
  };
  const batchesAt = (provider: ResolvedProvider, given: Pick<BatchPorts, 'journal' | 'onEvent'>): Batches => {
    const transport = transportOf(provider);
    const { baseUrl: server } = provider;
    const known = batchesOfServers.get(provider.name);
    if (known !== undefined) return known;
    const protocol = BATCHES[provider.kind]({ baseUrl: server, transport });
    const { clock } = ports;
    const made = createBatches({ ...given, server, protocol, clock, refuse: (...of) => transport.refuse(...of) });
    batchesOfServers.set(provider.name, made);
    return made;
  };

  return {
    create: (ref, provider) => {
      const model = models.get(ref) ?? create(ref, provider);
      models.set(ref, model);
      return model;
    },
    cameInBatch: (completion) => [...batched].some((model) => model.cameInBatch(completion)),
    counts: () => Object.fromEntries([...transports].map(([name, transport]) => [name, transport.counts()])),
  };
}

function checkParams({ id, params }: ModelRef): void {
  const reserved = RESERVED_PARAMS.filter((name) => name in params);
  if (reserved.length === 0) return;
  throw new UserError(
    reserved.map((name) => ({
      message: `model ${id}: the parameter ${name} cannot be set`,
      hint: `Remove ${name} from params.`,
    })),
  );
}
