// Where imports come from: a local file or an https address, read in ranges and never whole.
import { resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
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
  requireSafe(name, fail);
  const read = async (start: number, end: number): Promise<{ readonly bytes: ArrayBuffer; readonly total: number }> => {
    const headers = { range: `bytes=${start}-${end - 1}`, 'accept-encoding': 'identity' };
    const request = { headers, redirect: 'follow', signal: AbortSignal.timeout(PATIENCE) } as const;
    const response = await fetch(name, request).catch((error: unknown) => fail(`cannot be reached: ${String(error)}`));
    if (response.url !== '') requireSafe(response.url, fail);
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

/** https anywhere, http on this machine only. */
function requireSafe(address: string, fail: (message: string) => never): void {
  const url = URL.canParse(address) ? new URL(address) : fail('not an address');
  const isLocal = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) fail(`${url.protocol} is not https`);
}

/** Never keeps more than was asked for, whatever the server sends. */
async function readExactly(response: Response, length: number, fail: (message: string) => never): Promise<ArrayBuffer> {
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
