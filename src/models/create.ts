// Models by their configuration: one transport for each provider, shared by its models.
import type { LiveKind } from './provider-kind.ts';
import { UserError } from '../core/errors.ts';
import { createAnthropicModel } from './anthropic/anthropic.ts';
import type { Model, ModelRef } from './model.ts';
import { createOpenAIModel } from './openai/openai.ts';
import type { ResolvedProvider } from './provider.ts';
import { createTransport, type Transport, type TransportLimits, type TransportPorts } from './transport/transport.ts';

export interface ModelPorts extends TransportPorts {
  /** Models that need no provider (`simulated`, `recorded`), asked for first. */
  readonly offline?: (ref: ModelRef) => Model | undefined;
  readonly limits?: TransportLimits;
}

export interface Models {
  /**
   * The model of a reference; the same reference, the same model. `provider` is absent for the offline kinds.
   * @throws UserError for parameters that the gate itself sets; Error where a live reference has no provider.
   */
  create(ref: ModelRef, provider?: ResolvedProvider): Model;
  /** Requests and retries of every provider so far, by its name. */
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

/** Nothing is loaded and nothing is sent before a model's first call. */
export function createModels({ offline, limits, ...ports }: ModelPorts): Models {
  const transports = new Map<string, Transport>();
  const models = new Map<ModelRef, Model>();

  const transportOf = (provider: ResolvedProvider): Transport => {
    const transport = transports.get(provider.name) ?? createTransport(provider, ports, limits);
    transports.set(provider.name, transport);
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
    return MAKERS[provider.kind](ref, provider, transportOf(provider));
  };

  return {
    create: (ref, provider) => {
      const model = models.get(ref) ?? create(ref, provider);
      models.set(ref, model);
      return model;
    },
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
