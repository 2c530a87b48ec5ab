// Stores kept in step through real S3 servers.
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '../../../src/core/canonical-json.ts';
import { explainStoreRefusal } from '../../../src/io/object-store/explain-refusal.ts';
import { fetchSegments, removeFromObjects, sendSegments } from '../../../src/io/object-store/keep-in-step.ts';
import type { ObjectFolder } from '../../../src/io/object-store/object-folder.ts';
import { chooseEndpoint, openS3Folder } from '../../../src/io/object-store/s3-folder.ts';
import { pruneFiles } from '../../../src/io/store/pruned-files.ts';
import { openSegmentStore } from '../../../src/io/store/segment-store.ts';
import { BUCKET, S3_KEYS, listS3Servers, type S3Server } from '../../support/s3-server.ts';
import { close, listen } from '../../support/provider-servers.ts';
import { completion } from '../../support/scripted-models.ts';

const answer = (text: string) => ({ completion: completion(text) });
const key = (name: string): string => sha256(name);

test('the environment may say where a bucket is on the command line, and not in the Action', () => {
  const env = { AWS_ENDPOINT_URL_S3: 'https://elsewhere.example' };
  const at = { url: 's3://answers', endpoint: 'https://policy.example' };
  expect(chooseEndpoint({ url: 's3://answers' }, env, 'environment')).toBe('https://elsewhere.example');
  expect(chooseEndpoint({ url: 's3://answers' }, env, 'policy')).toBeUndefined();
  expect(chooseEndpoint(at, env, 'environment')).toBe('https://policy.example');
});

/** One object, whose bytes come in another way each time it is read. */
function flaky(
  whole: string,
  readings: readonly (() => AsyncIterable<Uint8Array>)[],
): ObjectFolder & { reads: number } {
  const objects = {
    address: 's3://flaky',
    reads: 0,
    list: () => Promise.resolve([{ name: '20261123T100000Z-0000000a.jsonl', size: whole.length }]),
    read: () => Promise.resolve(readings[(objects.reads += 1) - 1]!()),
    writeNew: () => Promise.reject(new Error('not written')),
    remove: () => Promise.reject(new Error('not removed')),
  };
  return objects;
}

describe('an object whose bytes break off', () => {
  const text = 'the whole line\n';
  const bytes = async function* (...parts: readonly (string | Error | Promise<never>)[]): AsyncGenerator<Uint8Array> {
    for (const part of parts) {
      if (part instanceof Error) throw part;
      yield Buffer.from(await part);
    }
  };
  const never = new Promise<never>(() => {});
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'spec-gate-flaky-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test.each([
    ['with an error', () => bytes('the wh', new Error('ECONNRESET'))],
    ['as if it were whole', () => bytes('the wh')],
    ['in silence', () => bytes('the wh', never)],
  ])('%s is asked for again, and is whole', async (_how, broken) => {
    const objects = flaky(text, [broken, broken, () => bytes('the whole ', 'line\n')]);
    expect(await fetchSegments(objects, folder, 5)).toBe(1);
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([text]);
    const hopeless = flaky(text, [broken, broken, broken]);
    rmSync(folder, { recursive: true });
    await expect(fetchSegments(hopeless, folder, 5)).rejects.toThrow(
      /ECONNRESET|broke off after 6 of 15|nothing came for/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('what is refused is asked for once', async () => {
    const refused = Object.assign(new Error('no'), { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
    const objects = flaky(text, [() => bytes(refused)]);
    await expect(fetchSegments(objects, folder)).rejects.toThrow('no');
    expect(objects.reads).toBe(1);
  });
});

test('an object that was deleted since it was listed is passed over', async () => {
  const folder = join(tmpdir(), 'spec-gate-never-made');
  const objects: ObjectFolder = { ...flaky('gone', []), read: () => Promise.resolve(undefined) };
  expect(await fetchSegments(objects, folder)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

describe('what speaks HTTP, and is no object store or half of one', () => {
  interface Said {
    readonly status?: number;
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
  }
  let say: (request: IncomingMessage) => Said = () => ({});
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      asked += 1;
      const { status = 200, body = '', headers = {} } = say(request);
      response.writeHead(status, headers).end(body);
    });
  });
  let objects: ObjectFolder;
  beforeAll(async () => {
    for (const [variable, value] of Object.entries({ ...S3_KEYS, AWS_MAX_ATTEMPTS: '1' })) vi.stubEnv(variable, value);
    objects = openS3Folder({ url: 's3://answers/p', endpoint: await listen(server) }, {});
  });
  afterAll(async () => {
    await close(server);
    vi.unstubAllEnvs();
  });
  const told = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: unknown) => explainStoreRefusal(error, 's3://answers/p').replace('s3://answers/p: ', ''));
  const listing = (more: string) =>
    `<?xml version="1.0"?><ListBucketResult><Name>answers</Name>${more}<Contents><Key>p/a.jsonl</Key><Size>3</Size></Contents></ListBucketResult>`;
  const refusal = (code: string, message = code) =>
    `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;

  test.each<[name: string, said: Said, expected: unknown]>([
    [
      'a page',
      { body: '<!DOCTYPE html><html><title>Console</title></html>' },
      expect.stringMatching(/no object store$/),
    ],
    ['JSON', { body: '{"status":"ok"}' }, expect.stringMatching(/no object store$/)],
    ['nothing', {}, expect.stringMatching(/no object store$/)],
    [
      'a page of a listing without the way to the next',
      { body: listing('<IsTruncated>true</IsTruncated>') },
      expect.stringMatching(/lists only a part/),
    ],
    [
      'the same page of a listing again and again',
      { body: listing('<IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>') },
      expect.stringMatching(/lists only a part/),
    ],
    [
      'a whole listing with an empty token',
      { body: listing('<IsTruncated>false</IsTruncated><NextContinuationToken></NextContinuationToken>') },
      [{ name: 'a.jsonl', size: 3 }],
    ],
    [
      'an endpoint that ends with the bucket',
      { status: 404, body: refusal('NoSuchKey', 'The specified key does not exist.') },
      expect.stringMatching(/write `endpoint` without the name of the bucket$/),
    ],
    ['a page of a gateway', { status: 502, body: '<html></html>' }, 'the server failed; try again later (502)'],
    [
      'a refusal that is a code',
      { status: 401, body: refusal('Unauthorized') },
      'the credentials are not taken (Unauthorized, 401)',
    ],
  ])('%s, where a listing was asked for', async (_, said, expected) => {
    say = () => said;
    expect(await told(objects.list())).toEqual(expected);
  });

  test('a listing in pages is read to its end', async () => {
    say = ({ url }) => ({
      body: url!.includes('continuation-token=next')
        ? listing('<IsTruncated>false</IsTruncated>').replace('a.jsonl', 'b.jsonl')
        : listing('<IsTruncated>true</IsTruncated><NextContinuationToken>next</NextContinuationToken>'),
    });
    expect((await objects.list()).map(({ name }) => name)).toEqual(['a.jsonl', 'b.jsonl']);
  });

  test('a page that answers to a write is no store, and a write that meets another is begun again', async () => {
    const write = () => told(objects.writeNew('a.jsonl', Buffer.from('x\n')));
    say = () => ({ body: '<html></html>' });
    expect(await write()).toMatch(/no object store$/);
    asked = 0;
    say = () =>
      asked === 1 ? { status: 409, body: refusal('ConditionalRequestConflict') } : { headers: { etag: '"e"' } };
    expect([await write(), asked]).toEqual(['written', 2]);
    say = ({ headers }) =>
      headers['if-none-match'] === undefined
        ? { headers: { etag: '"e"' } }
        : { status: 400, body: refusal('NotImplemented') };
    expect(await write()).toBe('written');
  });

  test('https where none is spoken', async () => {
    const endpoint = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await told(openS3Folder({ url: 's3://answers/p', endpoint }, {}).list())).toMatch(/speaks no https/);
  });
});

// Words as AWS documents them under "Error responses" of the S3 API; s3rver and versitygw do not refuse for these reasons.
test.each([
  ['ExpiredToken', 'The provided token has expired.', 'the credentials have expired: get new ones (ExpiredToken)'],
  [
    'PermanentRedirect',
    'The bucket must be addressed using the specified endpoint.',
    'the bucket is in another region: say so with `region` beside the address, or AWS_REGION',
  ],
  [
    'AuthorizationHeaderMalformed',
    "The authorization header is malformed; the region 'us-east-1' is wrong; expecting 'eu-west-1'",
    'the bucket is in eu-west-1: say so with `region` beside the address, or AWS_REGION',
  ],
  [
    'AuthorizationHeaderMalformed',
    'the region "us-east-1" is wrong; expecting "eu-west-1"',
    'the bucket is in eu-west-1: say so with `region` beside the address, or AWS_REGION',
  ],
  ['RequestTimeTooSkewed', 'The difference is too large.', "this machine's clock differs too much from the server's"],
  ['SlowDown', 'Please reduce your request rate.', 'the server is too busy; try again later'],
  ['SomethingNew', 'As it came.', 'As it came. (418)'],
])('%s is told in words', (name, message, expected) => {
  const error = Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 418 } });
  expect(explainStoreRefusal(error, 's3://a')).toBe(`s3://a: ${expected}`);
});

test('an endpoint where nobody listens, and a region that nobody named, are told in words', async () => {
  for (const [variable, value] of Object.entries(S3_KEYS)) vi.stubEnv(variable, value);
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere').stubEnv('AWS_MAX_ATTEMPTS', '1');
  const told = (location: { readonly url: string; readonly endpoint?: string }): Promise<unknown> =>
    openS3Folder(location, {})
      .list()
      .catch((error: unknown) => explainStoreRefusal(error, location.url));
  expect(await told({ url: 's3://answers', endpoint: 'http://127.0.0.1:1' })).toBe(
    's3://answers: nothing answers at this endpoint (ECONNREFUSED)',
  );
  expect(await told({ url: 's3://answers' })).toBe(
    's3://answers: no region is named (`region` beside the address, or AWS_REGION)',
  );
  vi.unstubAllEnvs();
});

describe.each([...listS3Servers()])('%s', (name, start) => {
  let server: S3Server;
  let root = '';
  let objects: ObjectFolder;
  let tests = 0;
  beforeAll(async () => {
    for (const [variable, value] of Object.entries(S3_KEYS)) vi.stubEnv(variable, value);
    server = await start();
    root = mkdtempSync(join(tmpdir(), 'spec-gate-step-'));
  });
  afterAll(async () => {
    await server.close();
    rmSync(root, { recursive: true, force: true });
    vi.unstubAllEnvs();
  });
  beforeEach(() => {
    objects = at(`s3://${BUCKET}/team/${(tests += 1)}`);
  });
  const at = (url: string) => openS3Folder({ url, endpoint: server.endpoint }, {});
  const machine = (called: string): string => join(root, `${tests}-${called}`);
  const put = (folder: string, time: string, answers: Readonly<Record<string, string>>): void => {
    const store = openSegmentStore(folder, { now: new Date(time) });
    for (const [asked, said] of Object.entries(answers)) store.put(key(asked), answer(said));
    store.close();
  };

  test('two machines that never met hold the same answers, and the older one of two', async () => {
    const [one, two] = [machine('one'), machine('two')];
    put(one, '2026-11-23T10:00:00Z', { a: 'early', b: 'of one' });
    put(two, '2026-11-23T11:00:00Z', { a: 'late', c: 'of two' });
    expect(await sendSegments(objects, one)).toBe(1);
    expect(await fetchSegments(objects, two)).toBe(1);
    expect(await sendSegments(objects, two)).toBe(1);
    expect(await fetchSegments(objects, one)).toBe(1);
    expect(
      await Promise.all([one, two].flatMap((held) => [sendSegments(objects, held), fetchSegments(objects, held)])),
    ).toEqual([0, 0, 0, 0]);
    const read = (folder: string) => {
      const store = openSegmentStore(folder, { now: new Date() });
      return ['a', 'b', 'c'].map((asked) => store.get(key(asked))?.completion.text);
    };
    expect(read(one)).toEqual(['early', 'of one', 'of two']);
    expect(read(two)).toEqual(read(one));
    expect((await objects.list()).map((object) => object.name).sort()).toEqual(readdirSync(one).sort());
  });

  test('a segment that grew after it was sent: what is new is sent, as whole lines, and nobody gets a line twice', async () => {
    const [one, two] = [machine('one'), machine('two')];
    put(one, '2026-11-23T10:00:00Z', { a: 'first' });
    const path = join(one, readdirSync(one)[0]!);
    await sendSegments(objects, one);
    const line = readFileSync(path, 'utf8');
    appendFileSync(path, `${line.replace('first', 'other')}{"torn`);
    expect(await sendSegments(objects, one)).toBe(1);
    expect([await sendSegments(objects, one), await fetchSegments(objects, one)]).toEqual([0, 0]);
    appendFileSync(path, ' and mended"}\n');
    expect(await sendSegments(objects, one)).toBe(1);
    expect([await fetchSegments(objects, one), await fetchSegments(objects, two)]).toEqual([0, 3]);
    const got = readdirSync(two).flatMap((file) => readFileSync(join(two, file), 'utf8').split('\n').slice(0, -1));
    expect(got.sort()).toEqual(readFileSync(path, 'utf8').split('\n').slice(0, -1).sort());
    expect(await sendSegments(objects, two)).toBe(0);
  });

  test('pruned nights go from the objects and from other machines, and do not come back', async () => {
    const [one, two, three] = [machine('one'), machine('two'), machine('three')];
    mkdirSync(one);
    const night = ['x.history.jsonl', 'x.night-2026-01-01.jsonl'];
    for (const file of [...night, 'a.jsonl']) writeFileSync(join(one, file), 'text\n');
    await sendSegments(objects, one);
    // It grew, so the rest of it is an object of its own.
    appendFileSync(join(one, night[1]!), 'more\n');
    await sendSegments(objects, one);
    await fetchSegments(objects, two);
    pruneFiles(one, night, new Date('2026-06-01T00:00:00Z'));
    await sendSegments(objects, one);
    expect(await removeFromObjects(objects, one)).toBeUndefined();
    const names = async () => (await objects.list()).map((object) => object.name);
    expect(await names()).toEqual([expect.stringMatching(/\.pruned\.jsonl$/), 'a.jsonl']);
    // A machine that has not looked yet brings them back; nobody fetches them, and the next one to look drops them.
    await sendSegments(objects, two);
    expect((await names()).length).toBeGreaterThan(2);
    expect(await fetchSegments(objects, three)).toBe(2);
    expect(await fetchSegments(objects, two)).toBe(1);
    expect(readdirSync(two).sort()).toEqual(readdirSync(three).sort());
    const mayNot = { ...objects, remove: () => Promise.reject(Object.assign(new Error(), { name: 'AccessDenied' })) };
    expect(await removeFromObjects(mayNot, two)).toBe(
      `pruned nights were not deleted, and are not fetched any more: ${objects.address}: these credentials may not do this`,
    );
    await removeFromObjects(objects, two);
    expect(await names()).toHaveLength(2);
  });

  test('what is no segment stays where it is, here and there', async () => {
    const [one, two] = [machine('one'), machine('two')];
    mkdirSync(join(one, 'vectors'), { recursive: true });
    for (const file of ['batches.json', '.env.jsonl', 'run.sh']) writeFileSync(join(one, file), 'text\n');
    expect(await sendSegments(objects, one)).toBe(0);
    for (const file of ['run.sh', 'deeper/2026.jsonl', '..jsonl']) await objects.writeNew(file, Buffer.from('text\n'));
    expect(await fetchSegments(objects, two)).toBe(0);
  });

  test('refusals are told in words', async () => {
    const told = async (url: string): Promise<string> => {
      const asked = at(url).list();
      return asked.then(
        () => 'nothing',
        (error: unknown) => explainStoreRefusal(error, url),
      );
    };
    expect(await told('s3://not-there/x')).toBe('s3://not-there/x: there is no such bucket at this endpoint');
    // One of them checks no secret, the other has words of its own for an unknown key.
    vi.stubEnv(name === 's3rver' ? 'AWS_ACCESS_KEY_ID' : 'AWS_SECRET_ACCESS_KEY', 'WRONG');
    expect(await told(`s3://${BUCKET}/x`)).toMatch(
      /^s3:\/\/answers\/x: the credentials are not taken \((InvalidAccessKeyId|SignatureDoesNotMatch)\)$/,
    );
    for (const [variable, value] of Object.entries(S3_KEYS)) vi.stubEnv(variable, value);
  });

  // s3rver does not know the condition.
  test.runIf(name !== 's3rver')('an object is never overwritten', async () => {
    expect(await objects.writeNew('a.jsonl', Buffer.from('one\n'))).toBe('written');
    expect(await objects.writeNew('a.jsonl', Buffer.from('two\n'))).toBe('there');
    let text = '';
    for await (const bytes of (await objects.read('a.jsonl'))!) text += Buffer.from(bytes).toString();
    expect(text).toBe('one\n');
  });
});
