// Calls through a vendor's SDK that keep the transport's own errors, which the SDKs wrap, rename or drop.
import type * as z from 'zod';
import { whereDefined } from '../../core/where-defined.ts';
import { CallError, type CallOptions, type ModelRef } from '../model.ts';

/** The SDKs' own timers are out of the way: the transport's deadlines cover headers and body. */
export const NO_SDK_TIMEOUT = 2_147_483_647;

/** What the SDKs are given for a key. The real one is written by the transport, so no SDK log or error can hold it. */
export const NO_SDK_KEY = 'the-transport-writes-the-key';

export interface SdkCall<Client, Reply> {
  readonly ref: ModelRef;
  /** Loads the SDK and makes its client, at the first call. */
  readonly openClient: () => Promise<Client>;
  readonly options: CallOptions;
  /** What `call` sends, for a batch. */
  readonly sent: object;
  readonly call: (client: Client) => Promise<unknown>;
  readonly reply: z.ZodType<Reply>;
}

/**
 * Makes one call and reads the reply.
 * @throws CallError: the transport's, prefixed with the model's id; `bad_response` for a reply of another shape.
 */
export async function callSdk<Client, Reply>(of: SdkCall<Client, Reply>): Promise<Reply> {
  const { ref, openClient, options, sent, call, reply } = of;
  const { name, signal, inBatch } = options;
  let body: unknown;
  try {
    body =
      name !== undefined && inBatch !== undefined
        ? await inBatch({ model: ref.model, name, body: sent, signal })
        : await call(await openClient());
  } catch (error) {
    const failure = callErrorIn(error);
    if (failure !== undefined) throw aboutModel(ref.id, failure);
    if (signal.aborted) throw new CallError('aborted', `${ref.id}: the call was stopped`);
    throw error;
  }
  const parsed = reply.safeParse(body);
  if (!parsed.success) {
    throw new CallError('bad_response', `${ref.id}: the answer has another shape than the protocol's`);
  }
  return parsed.data;
}

/** A client that is made once, when it is first asked for: making one costs more than a call through it. */
export function once<Client>(make: () => Promise<Client>): () => Promise<Client> {
  let made: Promise<Client> | undefined;
  return () => (made ??= make());
}

/** The SDKs name what their `fetch` threw as the cause of an error of their own. */
export function callErrorIn(error: unknown): CallError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof CallError) return at;
  }
  return undefined;
}

function aboutModel(id: string, { kind, message, attempts, status, cause }: CallError): CallError {
  return new CallError(kind, `${id}: ${message}`, { attempts, cause, ...whereDefined({ status }) });
}
