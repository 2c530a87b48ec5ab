// A loopback server that takes one kind's batches and single calls, as the vendors' do, and answers both from one function.
import { createServer, type IncomingMessage } from 'node:http';
import { close, listen, type Protocol } from './provider-servers.ts';

export interface Sent {
  readonly model: string;
  /** The last message's text. */
  readonly text: string;
  /** The schema that the reply is to have, as JSON; empty without. */
  readonly schema: string;
}

export interface BatchBehaviour {
  /** What an item's model says. */
  readonly say: (sent: Sent) => string;
  /** Looks at a batch before it is over. Default 0. */
  readonly looks?: number;
  /** Items (by the first batch they are in) whose time is over before their turn. */
  readonly expires?: (sent: Sent, batch: number) => boolean;
  /** Items that are refused with 400. */
  readonly refuses?: (sent: Sent) => boolean;
  /** Where the server says that results are; its own address otherwise. */
  readonly resultsAt?: string;
  /** All of a batch fails. */
  readonly fails?: boolean;
  /** A batch (from 1) that the server does not know, or knows without its results; at its first `looks` only, where that is given. */
  readonly forgets?: { readonly batch: number; readonly what: 'batch' | 'results'; readonly looks?: number };
}

export interface BatchServer {
  readonly baseUrl: string;
  /** Sizes of the batches submitted, and calls that came alone. */
  readonly seen: { readonly batches: number[]; alone: number; looks: number };
  behave(behaviour: BatchBehaviour): void;
  close(): Promise<void>;
}

interface Item {
  readonly custom_id: string;
  readonly sent: Sent;
}

export async function startBatchServer(protocol: Protocol, given: BatchBehaviour): Promise<BatchServer> {
  let behaviour = given;
  let origin = '';
  const seen = { batches: [] as number[], alone: 0, looks: 0 };
  const files = new Map<string, string>();
  const batches: { items: readonly Item[]; looks: number }[] = [];

  const submit = (items: readonly Item[]): string => {
    batches.push({ items, looks: 0 });
    seen.batches.push(items.length);
    return `batch_${batches.length}`;
  };
  /** The batch, and whether it is over by now. */
  const look = (id: string): { items: readonly Item[]; number: number; isOver: boolean } => {
    const number = Number(id.slice('batch_'.length));
    const batch = batches[number - 1]!;
    seen.looks += 1;
    batch.looks += 1;
    return { items: batch.items, number, isOver: batch.looks > (behaviour.looks ?? 0) };
  };

  let unknown = 0;
  const isForgotten = (id: string | undefined, what: 'batch' | 'results'): boolean => {
    const { forgets } = behaviour;
    if (forgets?.what !== what || id !== `batch_${forgets.batch}`) return false;
    unknown += 1;
    return unknown <= (forgets.looks ?? Infinity);
  };

  const openai = (method: string, path: string, text: string): object | string | number => {
    if (path === '/v1/chat/completions') {
      seen.alone += 1;
      return completion(readSent(JSON.parse(text)), behaviour);
    }
    if (method === 'POST' && path === '/v1/files') {
      if (!/name="purpose"\r\n\r\nbatch\r\n/.test(text)) return 400;
      const content = /application\/jsonl\r\n\r\n([\s\S]*?)\r\n--/.exec(text)?.[1];
      if (content === undefined) return 400;
      files.set(`file_${files.size}`, content);
      return { id: `file_${files.size - 1}`, object: 'file', purpose: 'batch' };
    }
    if (method === 'POST' && path === '/v1/batches') {
      const body = JSON.parse(text) as Record<string, string>;
      if (body['endpoint'] !== '/v1/chat/completions' || body['completion_window'] !== '24h') return 400;
      const lines = files.get(body['input_file_id']!)!.trim().split('\n');
      const items = lines.map(
        (line) => JSON.parse(line) as { custom_id: string; method: string; url: string; body: object },
      );
      if (items.some(({ method: how, url }) => how !== 'POST' || url !== body['endpoint'])) return 400;
      if (new Set(items.map(({ body: { model } }: { body: { model?: string } }) => model)).size > 1) return 400;
      return {
        id: submit(items.map(({ custom_id, body: sent }) => ({ custom_id, sent: readSent(sent) }))),
        status: 'validating',
      };
    }
    const batch = /^\/v1\/batches\/(\w+)$/.exec(path)?.[1];
    if (batch !== undefined) {
      if (isForgotten(batch, 'batch')) return 404;
      if (behaviour.fails === true)
        return {
          id: batch,
          status: 'failed',
          errors: { data: [{ code: 'token_limit_exceeded', message: 'Enqueued token limit reached.' }] },
        };
      const { items, number, isOver } = look(batch);
      if (!isOver) return { id: batch, status: 'in_progress' };
      const [output, errors] = [[] as object[], [] as object[]];
      for (const { custom_id, sent } of items.toReversed()) {
        if (behaviour.expires?.(sent, number) === true) {
          errors.push({
            id: 'x',
            custom_id,
            response: null,
            error: {
              code: 'batch_expired',
              message: 'This request could not be executed before the completion window expired.',
            },
          });
        } else if (behaviour.refuses?.(sent) === true) {
          errors.push({
            id: 'x',
            custom_id,
            response: { status_code: 400, body: { error: { message: 'No.', type: 'invalid_request_error' } } },
            error: null,
          });
        } else
          output.push({
            id: 'x',
            custom_id,
            response: { status_code: 200, body: completion(sent, behaviour) },
            error: null,
          });
      }
      const write = (name: string, lines: readonly object[]): string => {
        files.set(name, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
        return name;
      };
      return {
        id: batch,
        status: errors.length > 0 && output.length === 0 ? 'expired' : 'completed',
        output_file_id: output.length > 0 ? write(`${batch}_output`, output) : null,
        error_file_id: errors.length > 0 ? write(`${batch}_errors`, errors) : null,
      };
    }
    const file = /^\/v1\/files\/(\w+)\/content$/.exec(path)?.[1];
    if (isForgotten(file?.replace(/_output$/, ''), 'results')) return 404;
    return files.get(file ?? '') ?? 404;
  };

  const anthropic = (method: string, path: string, text: string): object | string | number => {
    if (path === '/v1/messages') {
      seen.alone += 1;
      return message(readSent(JSON.parse(text)), behaviour);
    }
    if (method === 'POST' && path === '/v1/messages/batches') {
      const { requests } = JSON.parse(text) as { requests: readonly { custom_id: string; params: object }[] };
      if (requests.some(({ custom_id }) => !/^[\w-]{1,64}$/.test(custom_id))) return 400;
      const id = submit(requests.map(({ custom_id, params }) => ({ custom_id, sent: readSent(params) })));
      return { id, type: 'message_batch', processing_status: 'in_progress', results_url: null };
    }
    const [, batch, results] = /^\/v1\/messages\/batches\/(\w+)(\/results)?$/.exec(path) ?? [];
    if (batch === undefined || isForgotten(batch, results === undefined ? 'batch' : 'results')) return 404;
    if (results === undefined) {
      const { isOver } = look(batch);
      return {
        id: batch,
        type: 'message_batch',
        processing_status: isOver ? 'ended' : 'in_progress',
        results_url: `${behaviour.resultsAt ?? origin}/v1/messages/batches/${batch}/results`,
      };
    }
    const number = Number(batch.slice('batch_'.length));
    const lines = batches[number - 1]!.items.toReversed().map(({ custom_id, sent }) => {
      if (behaviour.expires?.(sent, number) === true) return { custom_id, result: { type: 'expired' } };
      if (behaviour.refuses?.(sent) === true) {
        return {
          custom_id,
          result: {
            type: 'errored',
            error: { type: 'error', error: { type: 'invalid_request_error', message: 'No.' } },
          },
        };
      }
      return { custom_id, result: { type: 'succeeded', message: message(sent, behaviour) } };
    });
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  };

  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const reply = (protocol === 'openai' ? openai : anthropic)(request.method ?? '', request.url ?? '', text);
      if (typeof reply === 'number') response.statusCode = reply;
      response.setHeader('content-type', typeof reply === 'string' ? 'application/x-jsonl' : 'application/json');
      response.end(typeof reply === 'string' ? reply : JSON.stringify(typeof reply === 'number' ? {} : reply));
    });
  });
  origin = await listen(server);
  return {
    baseUrl: protocol === 'openai' ? `${origin}/v1` : origin,
    seen,
    behave: (next) => {
      behaviour = next;
    },
    close: () => close(server),
  };
}

function readSent(body: unknown): Sent {
  const { model, messages, ...rest } = body as { model: string; messages: readonly { content: unknown }[] };
  const content = messages.at(-1)!.content;
  const text =
    typeof content === 'string' ? content : (content as { text: string }[]).map((block) => block.text).join('');
  return { model, text, schema: JSON.stringify(rest) };
}

function completion(sent: Sent, { say }: BatchBehaviour): object {
  const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: say(sent) } }];
  return {
    id: 'x',
    object: 'chat.completion',
    model: sent.model,
    choices,
    usage: { prompt_tokens: 1000, completion_tokens: 1000 },
  };
}

function message(sent: Sent, { say }: BatchBehaviour): object {
  const content = [{ type: 'text', text: say(sent) }];
  return {
    id: 'x',
    type: 'message',
    role: 'assistant',
    model: sent.model,
    content,
    stop_reason: 'end_turn',
    usage: { input_tokens: 1000, output_tokens: 1000 },
  };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
