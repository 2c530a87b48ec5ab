// Commits that the tests make without git are those that git makes.
import { chmodSync, existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRepository, type GitRepository } from './git-repository.ts';

let repo: GitRepository;
let twin: GitRepository;

beforeEach(() => {
  repo = createRepository();
  twin = createRepository();
  // What somebody has configured is left to git.
  twin.git('config', 'example.any', 'value');
});
afterEach(() => {
  repo.remove();
  twin.remove();
});

/** Does the same in both and commits it; what git says of each. */
function commitBoth(message: string, edit: (repository: GitRepository) => void): readonly unknown[] {
  return [repo, twin].map((repository) => {
    edit(repository);
    const oid = repository.commit(message);
    return {
      oid,
      head: repository.git('rev-parse', 'HEAD'),
      staged: repository.git('ls-files', '--stage'),
      changed: repository.git('status', '--porcelain', '--ignored'),
    };
  });
}

test('files, folders and names in any order, changed and removed, on a branch, with a folder that is left out', () => {
  const steps: readonly [message: string, edit: (repository: GitRepository) => void][] = [
    ['nothing yet', () => undefined],
    [
      'files',
      (repository) => {
        for (const name of ['a', 'a.b/c', 'a-b/c', 'a0', 'über/ä', '漢/字 x', 'B']) repository.write(name, `${name}\n`);
        repository.write('empty', '');
        repository.write('bytes', Uint8Array.of(0, 255, 13, 10));
        repository.write('.gitignore', 'out/\n');
        repository.write('out/left.txt', 'out');
      },
    ],
    [
      'a folder where a file was',
      (repository) => (rmSync(join(repository.path, 'a')), repository.write('a/b/c', 'deep')),
    ],
    ['on a branch', (repository) => (repository.branch('other/side'), repository.write('a0', 'of the same length'))],
    ['less', (repository) => rmSync(join(repository.path, 'a-b'), { recursive: true })],
    ['back', (repository) => (repository.checkout('main'), repository.write('a0', 'a line\r\n'))],
  ];
  for (const [message, edit] of steps) {
    const [written, made] = commitBoth(message, edit);
    expect(written).toEqual(made);
  }
  expect(repo.git('fsck', '--strict')).toBe('');
  // Git leaves the message of the last commit that it made.
  expect([repo, twin].map(({ path }) => existsSync(join(path, '.git/COMMIT_EDITMSG')))).toEqual([false, true]);
});

test.each<[what: string, edit: (repository: GitRepository) => void]>([
  ['a link', (repository) => symlinkSync('file', join(repository.path, 'link'))],
  ['a program', (repository) => chmodSync(join(repository.path, 'file'), 0o755)],
  [
    'line ends that git changes',
    (repository) => (repository.write('.gitattributes', '* text eol=lf\n'), repository.write('file', 'a\r\n')),
  ],
  [
    'patterns that are left out',
    (repository) => (repository.write('.gitignore', '*.log\n!b.log\n'), repository.write('a.log', '')),
  ],
  [
    'a file in a folder that is left out',
    (repository) => (
      repository.write('out/x', ''),
      repository.git('add', '-f', 'out'),
      repository.write('.gitignore', 'out/\n'),
      repository.write('out/x', '2')
    ),
  ],
])('%s is what git makes of it', (_what, edit) => {
  commitBoth('file', (repository) => repository.write('file', 'text\n'));
  const [written, made] = commitBoth('more', edit);
  expect(written).toEqual(made);
});
