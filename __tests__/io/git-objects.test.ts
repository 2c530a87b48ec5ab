// One git process that answers all questions about a repository's objects.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readObject } from '../../src/io/git-objects.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';

let repo: GitRepository;
let commit = '';
let blobs: readonly string[] = [];
const TEXTS = Array.from({ length: 40 }, (_, index) => `${index} missing\n${'text\n'.repeat(index ** 3)}`);

beforeAll(() => {
  repo = createRepository();
  for (const [index, text] of TEXTS.entries()) repo.write(`${index}.md`, text);
  commit = repo.commit('all');
  blobs = repo.git('rev-parse', ...TEXTS.map((_, index) => `${commit}:${index}.md`)).split('\n');
});
afterAll(() => repo.remove());

test('what is asked at once is answered each to its own, whatever the contents say', async () => {
  const found = await Promise.all(blobs.map((oid) => readObject(repo.path, { oid })));
  expect(found.map((object) => object?.bytes.toString('utf8'))).toEqual(TEXTS);
  expect(new Set(found.map((object) => object?.type))).toEqual(new Set(['blob']));
});

test('what is too large is refused, and what was asked behind it is answered', async () => {
  const limit = 100_000;
  const asked = await Promise.allSettled(blobs.map((oid) => readObject(repo.path, { oid, limit })));
  for (const [index, { status }] of asked.entries())
    expect([index, status]).toEqual([index, TEXTS[index]!.length > limit ? 'rejected' : 'fulfilled']);
  expect(asked.at(-1)).toMatchObject({ reason: expect.any(RangeError) as RangeError });
});

test('what is not there, and what leads to no commit, is undefined', async () => {
  expect(await readObject(repo.path, { oid: 'f'.repeat(40) })).toBeUndefined();
  expect(await readObject(repo.path, { oid: blobs[0]!, peel: 'commit' })).toBeUndefined();
  expect((await readObject(repo.path, { oid: commit, peel: 'tree' }))?.type).toBe('tree');
  expect(() => readObject(repo.path, { oid: 'HEAD' })).toThrow(TypeError);
});

test('an object that came meanwhile is seen', async () => {
  const file = 'later.md';
  repo.write(file, 'later');
  const oid = repo.git('hash-object', file);
  expect(await readObject(repo.path, { oid })).toBeUndefined();
  repo.git('hash-object', '-w', file);
  expect((await readObject(repo.path, { oid }))?.bytes.toString()).toBe('later');
});

test('a program can end while git waits for its next question', () => {
  const source = `import { writeSync } from 'node:fs';
    import { readObject } from ${JSON.stringify(new URL('../../src/io/git-objects.ts', import.meta.url))};
    const { bytes } = await readObject(${JSON.stringify(repo.path)}, { oid: '${blobs[0]}' });
    writeSync(1, JSON.stringify([bytes.toString(), process.getActiveResourcesInfo()]));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8' });
  const [text, awake] = JSON.parse(printed) as [string, readonly string[]];
  expect(text).toBe(TEXTS[0]);
  expect(awake.filter((resource) => /Process|Pipe|Timeout/.test(resource))).toEqual([]);
});
