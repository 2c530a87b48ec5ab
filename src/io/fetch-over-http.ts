// Requests to servers of one's own, over plain http: Node's fetch gives up on headers after five minutes by itself, and a
// model on a CPU sends none before its answer is whole. Everything else goes through fetch.
import { request } from 'node:http';
import { Readable } from 'node:stream';

type Fetch = typeof globalThis.fetch;

/** Statuses whose response has no body: `Response` takes none for them. */
const BODILESS: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/** `fetch` for what the gate sends: a text as its body, headers as a record, redirects never followed. */
export function fetchWithPatience(...[input, init = {}]: Parameters<Fetch>): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : input);
  return url.protocol === 'http:' ? fetchOverHttp(url, init) : globalThis.fetch(input, init);
}

async function fetchOverHttp(url: URL, { method = 'GET', headers, body, signal }: RequestInit): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers: Object.fromEntries(new Headers(headers)), ...(signal && { signal }) },
      (answer) => {
        const status = answer.statusCode ?? 0;
        if (status >= 300 && status < 400) {
          answer.destroy();
          // As fetch says it with `redirect: 'error'`.
          reject(new TypeError('fetch failed', { cause: new Error('unexpected redirect') }));
          return;
        }
        const isEmpty = BODILESS.has(status);
        const stream = isEmpty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
        const got = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
          value === undefined ? [] : [[name, [value].flat().join(', ')]],
        );
        resolve(new Response(stream, { status, headers: got }));
      },
    );
    sent.on('error', (error) => {
      reject(signal?.aborted === true ? (signal.reason as Error) : new TypeError('fetch failed', { cause: error }));
    });
    sent.end(typeof body === 'string' ? body : undefined);
  });
}
