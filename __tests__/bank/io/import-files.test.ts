// Byte sources: files and addresses read in ranges; servers that misbehave are named, never believed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/core/errors.ts';
import { openSource, locateSource } from '../../../src/bank/io/import-files.ts';
import { readLines } from '../../../src/core/byte-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/data.jsonl`;
}

const textOf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
const content = 'first line\nsecond line\n';

const answerRanges: RequestListener = (request, response) => {
  const [start, end] = /bytes=(\d+)-(\d+)/
    .exec(request.headers.range ?? '')!
    .slice(1)
    .map(Number);
  const bytes = Buffer.from(content).subarray(start, end! + 1);
  response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${content.length}` }).end(bytes);
};

describe('the same bytes from', () => {
  test.each([
    ['a file', () => Promise.resolve(join(folder, 'data.jsonl'))],
    ['an address', () => serve(answerRanges)],
  ])('%s', async (_name, place) => {
    writeFileSync(join(folder, 'data.jsonl'), content);
    const source = await openSource(await place(), fetch);
    expect(source.byteLength).toBe(content.length);
    expect(textOf(await source.slice(6, 10))).toBe('line');
    expect(textOf(await source.slice(11))).toBe('second line\n');
    expect((await source.slice(3, 3)).byteLength).toBe(0);
    await source.close();
  });
});

/** A network of its own: addresses, each with where it sends who asks. */
const networkOf = (sends: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const ask = (url: string, { headers: sent }: RequestInit): Promise<Response> => {
    asked.push(url);
    const location = sends[url];
    if (location !== undefined) return Promise.resolve(new Response(null, { status: 302, headers: { location } }));
    const [start, end] = /(\d+)-(\d+)/.exec(new Headers(sent).get('range')!)!.slice(1).map(Number);
    const headers = { 'content-range': `bytes ${start}-${end}/${content.length}` };
    return Promise.resolve(new Response(content.slice(start, end! + 1), { status: 206, headers }));
  };
  return { asked, ask };
};
const SET = 'https://data.example/set.jsonl';

test.each([
  [
    'http on the way',
    { [SET]: 'http://data.example/b', 'http://data.example/b': 'https://c.example/' },
    /http: is not/,
  ],
  ['this machine on the way', { [SET]: 'http://127.0.0.1:80/b' }, /leads to 127\.0\.0\.1, an address of this machine/],
  ['a cloud’s own credentials', { [SET]: '/b', 'https://data.example/b': 'https://169.254.169.254/x' }, /leads to 169/],
  ['an endless chain', { [SET]: SET }, /more than 5 redirects/],
])('a redirect to %s is not followed', async (_where, sends, message) => {
  const { asked, ask } = networkOf(sends);
  await expect(openSource(SET, ask)).rejects.toThrow(message);
  expect(asked.every((url) => url.startsWith('https://data.example/'))).toBe(true);
});

test('a redirect from one public https address to another is followed, also as a path', async () => {
  const { asked, ask } = networkOf({ [SET]: '/b', 'https://data.example/b': 'https://cdn.example/c' });
  expect((await openSource(SET, ask)).byteLength).toBe(content.length);
  expect(asked.slice(0, 3)).toEqual([SET, 'https://data.example/b', 'https://cdn.example/c']);
});

test('what a person names is a file from where they are, or an address as it is', () => {
  expect(locateSource('/here', 'a/b.jsonl')).toBe('/here/a/b.jsonl');
  expect(locateSource('/here', 'https://data.example/a.jsonl')).toBe('https://data.example/a.jsonl');
});

describe('refused', () => {
  test.each<[string, RequestListener, RegExp]>([
    ['no ranges', (_, response) => response.end(content), /does not answer ranges/],
    ['an error', (_, response) => response.writeHead(404).end(), /answered 404/],
    [
      'no length',
      (_, response) => response.writeHead(206, { 'content-range': 'bytes 0-0/*' }).end('f'),
      /how long it is/,
    ],
    [
      'too much',
      (_, response) => response.writeHead(206, { 'content-range': 'bytes 0-0/9' }).end('first'),
      /more than was asked/,
    ],
    [
      'too little',
      (_, response) => response.writeHead(206, { 'content-range': 'bytes 0-0/9' }).end(),
      /less than was asked/,
    ],
    [
      'a redirect away from https',
      (_, response) => response.writeHead(302, { location: 'ftp://a.example/' }).end(),
      /ftp: is not https/,
    ],
  ])('%s', async (_name, listener, message) => {
    await expect(openSource(await serve(listener), fetch)).rejects.toThrow(message);
  });

  test.each([
    ['http to another machine', 'http://data.example/a.jsonl', /http: is not https/],
    ['another protocol', 'file:///etc/passwd', /file: is not https/],
    ['a missing file', join(folder, 'none.jsonl'), /no such file/],
    ['a folder', folder, /a folder; name the files in it/],
  ])('%s, without a request', async (_name, place, message) => {
    const never = () => Promise.reject(new Error('a request was made'));
    const error = await openSource(place, never).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toMatch(message);
  });
});

test('lines across the pieces they are read in, and a line too long for memory', async () => {
  const long = 'x'.repeat(3_000_000);
  const path = join(folder, 'lines.txt');
  writeFileSync(path, `é${'a'.repeat((1 << 20) - 3)}é\r\n${long}\nlast`);
  const source = await openSource(path, fetch);
  const lines = [];
  for await (const line of readLines(source, 1_200_000)) lines.push({ ...line, text: line.text.length });
  await source.close();
  expect(lines).toEqual([
    { number: 1, text: (1 << 20) - 1, length: 1 << 20, offset: 0, bytes: (1 << 20) + 2 },
    { number: 2, text: 1_200_001, length: 3_000_000, offset: (1 << 20) + 3, bytes: 3_000_000 },
    { number: 3, text: 4, length: 4, offset: (1 << 20) + 3_000_004, bytes: 4 },
  ]);
});
