// Loopback servers that speak the protocols of real providers, answer from a function and can fail in every known way.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message } from '../../src/models/model.ts';

export type Protocol = 'openai' | 'anthropic';

export interface WireRequest {
  readonly protocol: Protocol;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The body as it was sent. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly model: string;
  /** The messages of either protocol in one shape; a tool's text has the role `tool`. */
  readonly messages: readonly Message[];
  /** The JSON schema asked for, if any. */
  readonly schema?: unknown;
}

export interface WireUsage {
  readonly input?: number;
  readonly cached?: number;
  readonly cacheWrite?: number;
  readonly output?: number;
}

export type Fault =
  | 'no-headers'
  | 'stall'
  | 'drip'
  | 'reset'
  | 'reset-mid-body'
  | 'cut'
  | 'html'
  | 'no-body'
  | 'not-utf8'
  | 'huge'
  | 'array';

export type Answer =
  | {
      readonly text: string | null;
      readonly finish?: string;
      readonly usage?: WireUsage | 'none';
      readonly model?: string;
    }
  | { readonly refusal: string }
  | {
      readonly status: number;
      readonly error?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Any bytes at all: what a server sends that keeps to no protocol of the two. */
  | { readonly raw: string; readonly rawStatus?: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly fault: Fault };

/** What to answer to the n-th request (from 0). */
export type Answerer = (request: WireRequest, index: number) => Answer | Promise<Answer>;

export interface ProviderServer {
  readonly origin: string;
  /** What a provider's `baseUrl` would be. */
  readonly baseUrl: string;
  /** Every request, in the order it came in. */
  readonly requests: readonly WireRequest[];
  /** Connections opened so far. */
  connections(): number;
  answer(answerer: Answerer): void;
  close(): Promise<void>;
}

/** A server on 127.0.0.1. Requests are journaled before they are answered. */
export async function startProviderServer(protocol: Protocol, answerer: Answerer): Promise<ProviderServer> {
  const requests: WireRequest[] = [];
  let current = answerer;
  const respond = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = readRequest(protocol, incoming, await readText(incoming));
    requests.push(request);
    await sendAnswer(response, request, await current(request, requests.length - 1));
  };
  const server = createServer((incoming, response) => {
    respond(incoming, response).catch((error: unknown) => {
      response.writeHead(599, { 'content-type': 'text/plain' }).end(String(error));
    });
  });
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  const origin = await listen(server);
  return {
    connections: () => connections,
    origin,
    baseUrl: protocol === 'openai' ? `${origin}/v1` : origin,
    requests,
    answer: (next) => {
      current = next;
    },
    close: () => close(server),
  };
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function readRequest(protocol: Protocol, incoming: IncomingMessage, text: string): WireRequest {
  const body = JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
  return {
    protocol,
    path: incoming.url ?? '',
    headers: incoming.headers as Record<string, string | undefined>,
    body,
    model: String(body['model']),
    ...(protocol === 'openai' ? readOpenAI(body) : readAnthropic(body)),
  };
}

function readOpenAI(body: Record<string, unknown>): Pick<WireRequest, 'messages' | 'schema'> {
  const messages = (body['messages'] ?? []) as { role: Message['role']; content: unknown }[];
  const format = body['response_format'] as { json_schema?: { schema?: unknown } } | undefined;
  const schema = format?.json_schema?.schema;
  return {
    messages: messages.map(({ role, content }) => ({ role, content: textOf(content) })),
    ...(schema !== undefined && { schema }),
  };
}

function readAnthropic(body: Record<string, unknown>): Pick<WireRequest, 'messages' | 'schema'> {
  const system = blocksOf(body['system']).map((block) => ({ role: 'system' as const, content: textOf([block]) }));
  const messages = (body['messages'] ?? []) as { role: Message['role']; content: unknown }[];
  const turns = messages.flatMap(({ role, content }) =>
    blocksOf(content).flatMap((block): Message[] => {
      if (block['type'] === 'tool_use') return [];
      if (block['type'] === 'tool_result') return [{ role: 'tool', content: textOf(block['content']) }];
      return [{ role, content: textOf([block]) }];
    }),
  );
  const config = body['output_config'] as { format?: { schema?: unknown } } | undefined;
  const schema = config?.format?.schema;
  return { messages: [...system, ...turns], ...(schema !== undefined && { schema }) };
}

function blocksOf(content: unknown): readonly Record<string, unknown>[] {
  if (content === undefined || content === null) return [];
  return typeof content === 'string' ? [{ type: 'text', text: content }] : (content as Record<string, unknown>[]);
}

function textOf(content: unknown): string {
  return blocksOf(content)
    .map((block) => (typeof block['text'] === 'string' ? block['text'] : ''))
    .join('');
}

async function sendAnswer(response: ServerResponse, request: WireRequest, answer: Answer): Promise<void> {
  if ('fault' in answer) return sendFault(response, request, answer.fault);
  if ('raw' in answer) {
    const { raw, rawStatus = 200, headers = {} } = answer;
    response.writeHead(rawStatus, { 'content-type': 'application/json', ...headers }).end(raw);
    return;
  }
  if ('status' in answer) {
    const { status, error = { type: 'error', message: `status ${status}` }, headers = {} } = answer;
    const body = request.protocol === 'openai' ? { error } : { type: 'error', error };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(replyTo(request, answer)));
}

function replyTo(
  request: WireRequest,
  answer: Exclude<Answer, { fault: Fault } | { status: number } | { raw: string }>,
): object {
  return request.protocol === 'openai' ? openaiReply(request, answer) : anthropicReply(request, answer);
}

type Reply = Exclude<Answer, { fault: Fault } | { status: number } | { raw: string }>;

function openaiReply(request: WireRequest, answer: Reply): object {
  const text = 'text' in answer ? answer.text : null;
  const usage = usageOf(request, answer);
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: ('model' in answer && answer.model) || request.model,
    system_fingerprint: 'fp_1',
    ...('service_tier' in request.body && { service_tier: request.body['service_tier'] }),
    choices: [
      {
        index: 0,
        finish_reason: ('finish' in answer && answer.finish) || 'stop',
        logprobs: null,
        message: { role: 'assistant', content: text, refusal: 'refusal' in answer ? answer.refusal : null },
      },
    ],
    ...(usage && {
      usage: {
        prompt_tokens: usage.input,
        completion_tokens: usage.output,
        total_tokens: usage.input + usage.output,
        prompt_tokens_details: { cached_tokens: usage.cached, cache_write_tokens: usage.cacheWrite },
      },
    }),
  };
}

function anthropicReply(request: WireRequest, answer: Reply): object {
  const text = 'text' in answer ? answer.text : answer.refusal;
  const usage = usageOf(request, answer);
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: ('model' in answer && answer.model) || request.model,
    content: text === null ? [] : [{ type: 'text', text, citations: null }],
    stop_reason: 'refusal' in answer ? 'refusal' : (answer.finish ?? 'end_turn'),
    stop_sequence: null,
    ...(usage && {
      usage: {
        input_tokens: usage.input - usage.cached - usage.cacheWrite,
        cache_read_input_tokens: usage.cached,
        cache_creation_input_tokens: usage.cacheWrite,
        output_tokens: usage.output,
      },
    }),
  };
}

/** Given numbers, or the length of the texts: the same in both protocols. */
function usageOf(request: WireRequest, answer: Reply): Required<WireUsage> | undefined {
  const given = 'usage' in answer ? answer.usage : undefined;
  if (given === 'none') return undefined;
  const input = request.messages.reduce((sum, { content }) => sum + content.length, 0);
  const output = ('text' in answer ? (answer.text ?? '') : answer.refusal).length;
  return { input, cached: 0, cacheWrite: 0, output, ...given };
}

async function sendFault(response: ServerResponse, request: WireRequest, fault: Fault): Promise<void> {
  const json = { 'content-type': 'application/json' };
  const whole = JSON.stringify(replyTo(request, { text: 'a whole answer' }));
  switch (fault) {
    case 'no-headers':
      return;
    case 'stall':
      response.writeHead(200, json).write(whole.slice(0, 20));
      return;
    case 'drip': {
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
      return;
    }
    case 'reset':
      response.socket?.destroy();
      return;
    case 'reset-mid-body':
      response.writeHead(200, { ...json, 'content-length': String(whole.length) }).write(whole.slice(0, 7), () => {
        setTimeout(() => response.socket?.destroy(), 5);
      });
      return;
    case 'cut':
      response.writeHead(200, json).end(whole.slice(0, whole.length / 2));
      return;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please log in</body></html>');
      return;
    case 'no-body':
      response.writeHead(200, json).end();
      return;
    case 'not-utf8':
      response.writeHead(200, json).end(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
      return;
    case 'huge':
      response.writeHead(200, json).end(`{"filler":"${'x'.repeat(2_000_000)}"}`);
      return;
    case 'array':
      response.writeHead(200, json).end('[1]');
  }
}
