// Answers that a branch brings along count for nothing, however it puts them where the store is looked for.
import { mkdirSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { refuseCommittedStore } from '../../../src/gate/commands/committed-store.ts';
import { createRepository, type GitRepository } from '../../support/git-repository.ts';

const SEGMENT = '20261129T020000000Z-0a1b2c3d.jsonl';
const made: GitRepository[] = [];
let repo: GitRepository;
beforeEach(() => {
  repo = createRepository();
  made.push(repo);
  repo.write('spec.md', '# A spec\n');
});
afterAll(() => made.forEach((one) => one.remove()));

const refuse = (): Promise<void> => refuseCommittedStore(repo.path, join(repo.path, '.spec-gate/store'));

test('in the folder itself', async () => {
  repo.write(`.spec-gate/store/${SEGMENT}`, '{}\n');
  repo.commit('answers');
  await expect(refuse()).rejects.toThrow('no change is judged on answers of its own');
});

test.each([
  ['the folder', '.spec-gate/store', '../kept'],
  ['one above it', '.spec-gate', 'kept'],
])('by a link in the place of %s', async (_, link, target) => {
  repo.write(`kept/store/${SEGMENT}`, '{}\n');
  repo.write(`kept/${SEGMENT}`, '{}\n');
  if (link.includes('/')) mkdirSync(join(repo.path, '.spec-gate'));
  symlinkSync(target, join(repo.path, link));
  repo.commit('answers elsewhere');
  await expect(refuse()).rejects.toThrow('no change is judged on answers of its own');
  // A link that nobody has committed is the service's own; what it leads to is the commit's.
  repo.git('rm', '--quiet', '--cached', link);
  repo.git('commit', '--quiet', '--message', 'no link');
  await expect(refuse()).rejects.toThrow('no change is judged on answers of its own');
  unlinkSync(join(repo.path, link));
});

test('by another repository in the place of the folder', async () => {
  const sha = repo.commit('spec');
  repo.git('update-index', '--add', '--cacheinfo', `160000,${sha},.spec-gate/store`);
  repo.git('commit', '--quiet', '--message', 'a submodule');
  await expect(refuse()).rejects.toThrow('no change is judged on answers of its own');
});

test('what else lies beside it is no answer', async () => {
  repo.write('.spec-gate/bank.jsonl', '{}\n');
  repo.write('.spec-gate/store/README.md', 'words\n');
  repo.commit('bank');
  await expect(refuse()).resolves.toBeUndefined();
});
