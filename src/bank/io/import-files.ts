// Where imports come from: a local file or an https address, read in ranges and never whole.
import { resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { classifyHost } from '../../models/transport/address.ts';
import { openFile, refusePointer, type OpenFile } from '../../io/open-file.ts';
import { unpackGzip } from '../../io/unpack-gzip.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Milliseconds for one range, from the request to its last byte. */
const PATIENCE = 120_000;

/** Opens a full path, or an https address with `fetch`. @throws UserError naming it. */
export function openSource(place: string, fetch: Fetch): Promise<OpenFile> {
  return isAddress(place) ? openUrl(place, fetch) : openFile(place);
}

/** What a person names, as `openSource` takes it: an address as it is, a file from the folder that they are in. */
export function locateSource(cwd: string, name: string): string {
  return isAddress(name) ? name : resolve(cwd, name);
}

/** Whether it begins with a protocol, `https://`. */
export function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(name);
}

/** The server must answer ranges: a Parquet file is read from its end, and nothing is read that is not needed. */
async function openUrl(name: string, fetch: Fetch): Promise<OpenFile> {
  const fail = (message: string): never => {
    throw new UserError({ message, hint: 'Download it and import the file.', place: { file: name } });
  };
  const follow = createFollower(fail);
  const read = async (start: number, end: number): Promise<{ readonly bytes: ArrayBuffer; readonly total: number }> => {
    const headers = { range: `bytes=${start}-${end - 1}`, 'accept-encoding': 'identity' };
    const init = { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) } as const;
    const response = await follow(name, (address) =>
      fetch(address, init).catch((error: unknown) => fail(`cannot be reached: ${String(error)}`)),
    );
    if (response.status !== 206) {
      await response.body?.cancel();
      return fail(response.ok ? 'the server does not answer ranges' : `the server answered ${response.status}`);
    }
    const total = Number(/\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1] ?? Number.NaN);
    if (!Number.isSafeInteger(total)) fail('the server does not say how long it is');
    const bytes = await readExactly(response, end - start, fail).catch((error: unknown) => {
      throw error instanceof UserError ? error : fail(`broke off: ${String(error)}`);
    });
    return { bytes, total };
  };
  const { total } = await read(0, 1);
  const source: OpenFile = {
    name,
    byteLength: total,
    slice: async (start, end = total) => (end === start ? new ArrayBuffer(0) : (await read(start, end)).bytes),
    close: () => Promise.resolve(),
  };
  await refusePointer(source);
  return unpackGzip(source);
}

type Fail = (message: string) => never;

/** Redirects in a row. */
const MOST_HOPS = 5;

/** Follows redirects one by one: each address on the way is held to the same rules before it is asked. */
function createFollower(
  fail: Fail,
): (address: string, ask: (address: string) => Promise<Response>) => Promise<Response> {
  return async (first, ask) => {
    let url = requireSafe(first, fail);
    for (let hop = 0; hop <= MOST_HOPS; hop += 1) {
      const response = await ask(url.href);
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || next === null) return response;
      await response.body?.cancel();
      url = requireSafe(URL.canParse(next, url) ? new URL(next, url).href : next, fail, url);
    }
    return fail(`more than ${MOST_HOPS} redirects`);
  };
}

/** https anywhere, http on this machine only. A public server sends nobody to this machine or into a private network. */
function requireSafe(address: string, fail: Fail, from?: URL): URL {
  const url = URL.canParse(address) ? new URL(address) : fail('not an address');
  const kind = classifyHost(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && kind === 'loopback'))
    fail(`${url.protocol} is not https`);
  if (from !== undefined && kind !== 'public' && classifyHost(from.hostname) !== kind)
    fail(`it leads to ${url.hostname}, an address of this machine or of a private network`);
  return url;
}

/** Never keeps more than was asked for, whatever the server sends. */
async function readExactly(response: Response, length: number, fail: Fail): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let done = 0;
  for await (const piece of response.body ?? []) {
    if (done + piece.length > length) {
      await response.body?.cancel().catch(() => undefined);
      fail('the server sent more than was asked for');
    }
    bytes.set(piece, done);
    done += piece.length;
  }
  if (done < length) fail('the server sent less than was asked for');
  return bytes.buffer;
}
