// Paid answers of the built Action in an object store: the policy names it, the default branch fills it, everybody else reads.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openS3Folder } from '../../src/io/object-store/s3-folder.ts';
import { pushEvent } from '../support/runner/events.ts';
import {
  createGatedRepository,
  harborConfig,
  HARMLESS,
  QUICK,
  type GatedRepository,
  type RunOptions,
} from '../support/runner/gated-repository.ts';
import { BUCKET, S3_KEYS, startS3rver, type S3Server } from '../support/s3-server.ts';

const URL = `s3://${BUCKET}/specs`;
const withKeys: RunOptions = { cache: 'on', env: S3_KEYS };
let s3: S3Server;
let gated: GatedRepository;
let cold = 0;

const configAt = (endpoint: string): string =>
  harborConfig(QUICK, ['providers:', `store: { url: ${URL}, endpoint: "${endpoint}" }\nproviders:`]);

beforeAll(async () => {
  s3 = await startS3rver();
  gated = await createGatedRepository({ 'spec-gate.yml': configAt(s3.endpoint) });
  const first = await gated.run(gated.open(HARMLESS), withKeys);
  cold = Number(first.outputs['calls']);
});
afterAll(async () => {
  await gated.close();
  await s3.close();
});

const objects = async (): Promise<readonly string[]> => {
  const { env } = process;
  Object.assign(env, S3_KEYS);
  const found = await openS3Folder({ url: URL, endpoint: s3.endpoint }, {}).list();
  for (const name of Object.keys(S3_KEYS)) delete env[name];
  return found.map(({ name }) => name);
};

test('a pull request reads it and writes nothing; a push fills it, and the next pull request pays less', async () => {
  expect(cold).toBeGreaterThan(0);
  expect(await objects()).toEqual([]);
  const seeded = await gated.start(pushEvent(gated.server.github, { before: gated.base, after: gated.base }), {
    ...withKeys,
    inputs: { mode: 'seed' },
  });
  expect(seeded.exitCode).toBe(0);
  expect(seeded.masks).toContain(S3_KEYS.AWS_SECRET_ACCESS_KEY);
  expect(await objects()).toEqual([expect.stringMatching(/\.jsonl$/)]);
  const warm = await gated.run(gated.open(HARMLESS), withKeys);
  expect(warm.outputs['cache-hit']).toBe('true');
  expect(Number(warm.outputs['calls'])).toBeLessThan(cold - 60);
  expect(await objects()).toHaveLength(1);
});

test('a fork does not look, not even with credentials at hand, and is judged all the same', async () => {
  const run = await gated.run(gated.open(HARMLESS, { author: 'mallory', fork: 'mallory/specs' }), withKeys);
  expect(run.log).toContain(`${URL} is not read for a change from a fork`);
  expect(Number(run.outputs['calls'])).toBe(cold);
});

test('a pull request that names another store is judged with the default branch’s', async () => {
  const files = { ...HARMLESS, 'spec-gate.yml': configAt('http://127.0.0.1:9') };
  const run = await gated.run(gated.open(files), withKeys);
  expect(run.log).not.toContain('was not read');
  expect(Number(run.outputs['calls'])).toBeLessThan(cold - 60);
  expect(run.summary).toContain('store');
});

test('one that refuses costs a warning, and the answers', async () => {
  const run = await gated.run(gated.open(HARMLESS), { cache: 'on', env: { ...S3_KEYS, AWS_ACCESS_KEY_ID: 'OTHER' } });
  expect(run.log).toContain('the object store was not read');
  expect(Number(run.outputs['calls'])).toBe(cold);
});
