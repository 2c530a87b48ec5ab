// Calls through a vendor's SDK that keep the transport's own errors, which the SDKs wrap, rename or drop.
import type * as z from 'zod';
import { CallError, type CallOptions, type ModelRef } from '../model.ts';
import type { ResolvedProvider } from '../provider.ts';
import type { Fetch, Transport } from './transport.ts';

/** The SDKs' own timers are out of the way: the transport's deadlines cover headers and body. */
export const NO_SDK_TIMEOUT = 2_147_483_647;

/** What the SDKs are given for a key. The real one is written by the transport, so no SDK log or error can hold it. */
export const NO_SDK_KEY = 'the-transport-writes-the-key';

/** One call of one model. */
export interface SdkContext {
  readonly ref: ModelRef;
  readonly provider: ResolvedProvider;
  readonly transport: Transport;
  readonly options: CallOptions;
}

export interface SdkCall<T> {
  readonly context: SdkContext;
  readonly call: (fetch: Fetch) => Promise<unknown>;
  readonly reply: z.ZodType<T>;
}

/**
 * Makes one call and reads the reply.
 * @throws CallError: the transport's, prefixed with the model's id; `bad_response` for a reply of another shape.
 */
export async function callSdk<T>({ context, call, reply }: SdkCall<T>): Promise<T> {
  const { ref, transport, options } = context;
  const { id } = ref;
  const fetch = transport.fetchFor(ref.model);
  let failure: unknown;
  const watched: Fetch = async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (error) {
      failure = error;
      throw error;
    }
  };
  let body: unknown;
  try {
    body = await call(watched);
  } catch (error) {
    if (failure instanceof CallError) throw aboutModel(id, failure);
    if (options.signal.aborted) throw new CallError('aborted', `${id}: the call was stopped`);
    throw failure ?? error;
  }
  const parsed = reply.safeParse(body);
  if (!parsed.success) throw new CallError('bad_response', `${id}: the answer has another shape than the protocol's`);
  return parsed.data;
}

function aboutModel(id: string, { kind, message, attempts, status, cause }: CallError): CallError {
  return new CallError(kind, `${id}: ${message}`, { attempts, cause, ...(status !== undefined && { status }) });
}
