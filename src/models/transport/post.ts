// One call of one model by its protocol: a body goes out, a reply of the expected shape comes in.
import type * as z from 'zod';
import { whereDefined } from '../../core/where-defined.ts';
import { CallError, type CallOptions, type ModelRef } from '../model.ts';
import type { Transport } from './transport.ts';

/** One call of one model. */
export interface PostContext {
  readonly ref: ModelRef;
  readonly transport: Transport;
  readonly options: CallOptions;
}

export interface Post<T> {
  readonly context: PostContext;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: object;
  readonly reply: z.ZodType<T>;
}

/**
 * Makes one call and reads the reply. The vendors' SDKs are not in the way: they read the environment, rename errors and cost
 * more processor time than all the rest of a call; their types describe the bodies.
 * @throws CallError: the transport's, prefixed with the model's id; `bad_response` for a reply of another shape.
 */
export async function post<T>({ context, url, headers = {}, body, reply }: Post<T>): Promise<T> {
  const { ref, transport, options } = context;
  const { id, model } = ref;
  let answer: unknown;
  try {
    const request = { method: 'POST', headers, body: JSON.stringify(body), signal: options.signal };
    answer = await (await transport.fetchFor(model)(url, request)).json();
  } catch (error) {
    if (error instanceof CallError) throw aboutModel(id, error);
    throw error;
  }
  const parsed = reply.safeParse(answer);
  if (!parsed.success) throw new CallError('bad_response', `${id}: the answer has another shape than the protocol's`);
  return parsed.data;
}

function aboutModel(id: string, { kind, message, attempts, status, cause }: CallError): CallError {
  return new CallError(kind, `${id}: ${message}`, { attempts, cause, ...whereDefined({ status }) });
}
