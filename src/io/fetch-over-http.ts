// Requests to local servers over plain http: Node's fetch gives up on headers after five minutes by itself, and a model
// on a CPU sends none before its answer is whole. Everything else goes through fetch.
import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { BodyReader, Received } from '../models/transport/read-body.ts';
import type { OutgoingInit } from '../models/transport/attempt.ts';

/** `fetch` for what the gate sends: a text as its body, headers as a record, redirects never followed. */
export function fetchWithPatience(url: string, init: OutgoingInit): Promise<Received> {
  return url.startsWith('http:') ? fetchOverHttp(url, init) : globalThis.fetch(url, init);
}

/** Loaded with the first request: it brings all of Node's fetch along, which a run from stored answers has no use for. */
let http: typeof import('node:http') | undefined;

async function fetchOverHttp(url: string, { method = 'GET', headers, body, signal }: OutgoingInit): Promise<Received> {
  const { request } = (http ??= await import('node:http'));
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const { hostname, port, path } = addressOf(url);
    const sent = request({ hostname, port, path, method, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        answer.destroy();
        // As fetch says it with `redirect: 'error'`.
        reject(new TypeError('fetch failed', { cause: new Error('unexpected redirect') }));
        return;
      }
      answer.once('close', () => signal.removeEventListener('abort', stop));
      const reader = readerOf(unpacked(answer));
      const isOk = status >= 200 && status < 300;
      resolve({ ok: isOk, status, headers: headersOf(answer), body: { getReader: () => reader } });
    });
    const stop = (): void => void sent.destroy(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    sent.on('error', (error) => {
      signal.removeEventListener('abort', stop);
      reject(signal.aborted ? (signal.reason as Error) : new TypeError('fetch failed', { cause: error }));
    });
    sent.end(typeof body === 'string' ? body : undefined);
  });
}

interface Address {
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
}

const addresses = new Map<string, Address>();
const MOST_ADDRESSES = 64;

/** Parsed once: every call of a model goes to the same address. */
function addressOf(url: string): Address {
  const known = addresses.get(url);
  if (known !== undefined) return known;
  const { hostname, port, pathname, search } = new URL(url);
  // An address of IPv6 stands in brackets in an URL only.
  const made = { hostname: hostname.replace(/^\[(.*)\]$/, '$1'), port, path: `${pathname}${search}` };
  if (addresses.size >= MOST_ADDRESSES) addresses.clear();
  addresses.set(url, made);
  return made;
}

function headersOf({ headers }: IncomingMessage): Received['headers'] {
  return {
    get: (name) => {
      const value = headers[name.toLowerCase()];
      return value === undefined ? null : [value].flat().join(', ');
    },
  };
}

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** Nothing asks for a packed body here, and some gateways pack it all the same. */
function unpacked(answer: IncomingMessage): Readable {
  const decode = DECODERS[answer.headers['content-encoding']?.trim().toLowerCase() ?? ''];
  // What breaks reaches whoever reads the last stream.
  return decode === undefined ? answer : pipeline(answer, decode(), () => {});
}

/** Piece by piece; an end before the last byte, and a broken connection, are the `TypeError` that fetch has for them. */
function readerOf(answer: Readable): BodyReader {
  const pieces: Uint8Array[] = [];
  let end: { readonly error?: Error } | undefined;
  let wake = (): void => {};
  const stop = (error?: Error): void => {
    end ??= error === undefined ? {} : { error: new TypeError('terminated', { cause: error }) };
    wake();
  };
  answer.on('data', (piece: Uint8Array) => {
    pieces.push(piece);
    wake();
  });
  answer.once('end', () => stop());
  answer.once('error', stop);
  // Every answer closes, nearly all of them after their end: no error, with its stack, is made for those.
  answer.once('close', () => end ?? stop(new Error('the connection was closed before the end')));
  return {
    read: async () => {
      if (pieces.length === 0 && end === undefined) await new Promise<void>((resolve) => (wake = resolve));
      const value = pieces.shift();
      if (value !== undefined) return { done: false, value };
      if (end?.error !== undefined) throw end.error;
      return { done: true };
    },
    cancel: () => {
      answer.destroy();
      return Promise.resolve();
    },
  };
}
