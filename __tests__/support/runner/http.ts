// A loopback server made of handlers: the first that answers a request wins.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Objects are sent as JSON. */
  readonly body?: Buffer | object;
}

/** `undefined` leaves the request to the next handler. */
export type Handler = (request: Request) => Reply | undefined | Promise<Reply | undefined>;

export interface LoopbackServer {
  readonly origin: string;
  /** Every request so far, in order. */
  readonly requests: readonly Request[];
  /** Puts a handler before all others. */
  prepend(handler: Handler): void;
  close(): Promise<void>;
}

export async function startLoopbackServer(handlers: readonly Handler[]): Promise<LoopbackServer> {
  const chain = [...handlers];
  const requests: Request[] = [];
  let origin = '';
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', origin);
      const request: Request = {
        method: incoming.method ?? 'GET',
        path: decodeURIComponent(url.pathname),
        query: url.searchParams,
        headers: incoming.headers,
        body: Buffer.concat(chunks),
        origin,
      };
      requests.push(request);
      void answer(chain, request).then(({ status, headers = {}, body }) => {
        const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));
        const type = Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json';
        outgoing.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers });
        outgoing.end(request.method === 'HEAD' ? undefined : bytes);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    requests,
    prepend: (handler) => chain.unshift(handler),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(chain: readonly Handler[], request: Request): Promise<Reply> {
  try {
    for (const handler of chain) {
      const reply = await handler(request);
      if (reply !== undefined) return reply;
    }
    return { status: 404, body: { message: `Not Found: ${request.method} ${request.path}` } };
  } catch (error) {
    return { status: 599, body: { message: `the double failed: ${String(error)}` } };
  }
}
