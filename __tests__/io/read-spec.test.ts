// Reading a spec's files from the working tree and from a commit: the same rules in both.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { readFileIfThere, readSpecFiles, type SpecSource } from '../../src/io/read-spec.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';

let repo: GitRepository;
let sha: string;

beforeAll(() => {
  repo = createRepository();
  repo.write('docs/b.md', '# B\r\n');
  repo.write('docs/a.md', '\uFEFF# Ä\n');
  repo.write('docs/deep/c.md', '# C\n');
  repo.write('docs/deep/spec [v2] (final).md', '# V2\n');
  repo.write('docs/.hidden.md', '# Hidden\n');
  repo.write('docs/notes.txt', 'notes\n');
  repo.write('node_modules/x/readme.md', '# X\n');
  repo.write('bad/nul.md', 'line\nx\0y\n');
  repo.write('bad/latin1.md', Uint8Array.from([0x61, 0x0a, 0xe9, 0x0a]));
  repo.write('bad/utf16.txt', Buffer.from('\uFEFF# Ä\n', 'utf16le'));
  repo.write('bad/word.docx', Buffer.from('PK\x03\x04\x14\x00', 'latin1'));
  repo.write('bad/logo.png', Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'));
  repo.write('bad/lfs.md', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n');
  repo.write('bad/large.md', 'x'.repeat(16 * 1024 * 1024 + 1));
  symlinkSync('../docs/a.md', join(repo.path, 'bad', 'link.md'));
  symlinkSync('docs', join(repo.path, 'linked'));
  sha = repo.commit('all');
});

afterAll(() => repo.remove());

describe.each(['worktree', 'commit'] as const)('from a %s', (kind) => {
  const source = (): SpecSource => (kind === 'worktree' ? { kind, root: repo.path } : { kind, repo: repo.path, sha });
  const paths = async (...patterns: string[]): Promise<string[]> =>
    (await readSpecFiles(source(), patterns)).map(({ file }) => file);

  test('texts come as they are', async () => {
    expect(await readSpecFiles(source(), ['docs/a.md', './docs/b.md'])).toEqual([
      { file: 'docs/a.md', text: '\uFEFF# Ä\n' },
      { file: 'docs/b.md', text: '# B\r\n' },
    ]);
  });

  test.each([
    [['docs/*.md'], ['docs/a.md', 'docs/b.md']],
    [['docs/**/*.md'], ['docs/a.md', 'docs/b.md', 'docs/deep/c.md', 'docs/deep/spec [v2] (final).md']],
    [
      ['**/*.md', '!bad/**', '!**/*v2*'],
      ['docs/a.md', 'docs/b.md', 'docs/deep/c.md'],
    ],
    [
      ['docs/b.md', 'docs/*.md'],
      ['docs/b.md', 'docs/a.md'],
    ],
    [['docs/{b,a}.md'], ['docs/a.md', 'docs/b.md']],
    [['docs/.hidden.md'], ['docs/.hidden.md']],
    [['docs/deep/spec [v2] (final).md'], ['docs/deep/spec [v2] (final).md']],
    [['docs/deep/?.md'], ['docs/deep/c.md']],
  ])('%j', async (patterns, expected) => {
    expect(await paths(...patterns)).toEqual(expected);
  });

  test.each([
    ['docs/aa.md', /there is no file docs\/aa\.md[^]*did you mean docs\/a\.md\?/],
    ['c.md', /did you mean docs\/deep\/c\.md\?/],
    ['nothing/*.md', /no file matches nothing\/\*\.md/],
    ['docs', /there is no file docs/],
    ['linked/a.md', /linked\/a\.md/],
    ['node_modules/**/*.md', /no file matches/],
    ['../docs/a.md', /expected a path below the root/],
    ['/etc/passwd', /expected a path below the root/],
    ['C:\\spec.md', /expected a path below the root/],
    ['', /expected a path below the root/],
    ['bad/nul.md', /bad\/nul\.md:2:1 {2}a NUL byte/],
    ['bad/latin1.md', /bad\/latin1\.md:2:1 {2}not valid UTF-8/],
    ['bad/utf16.txt', /bad\/utf16\.txt:1:1 {2}UTF-16, not UTF-8/],
    ['bad/word.docx', /bad\/word\.docx:1:1 {2}a zip archive .*[^]*export it as Markdown/],
    ['bad/logo.png', /bad\/logo\.png:1:1 {2}a picture[^]*leaves it out/],
    ['bad/lfs.md', /bad\/lfs\.md:1:1 {2}a Git LFS pointer/],
    ['bad/large.md', /bad\/large\.md:1:1 {2}larger than 16 MB/],
    ['bad/link.md', /bad\/link\.md.* {2}a symbolic link[^]*name the file it points to[^]*pattern/],
  ])('refuses "%s"', async (pattern, message) => {
    const refusal = await paths(pattern).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UserError);
    expect(String(refusal)).toMatch(message);
  });

  test('all problems at once, in order', async () => {
    const refusal = await paths('bad/*.md', 'gone.md').catch((error: unknown) => error);
    expect((refusal as UserError).problems.map(({ place }) => place?.file)).toEqual([
      'bad/large.md',
      'bad/latin1.md',
      'bad/lfs.md',
      'bad/link.md',
      'bad/nul.md',
      'gone.md',
    ]);
  });
});

test('a commit is read from its blobs, whatever the working tree holds', async () => {
  const before = await readSpecFiles({ kind: 'commit', repo: repo.path, sha }, ['docs/b.md']);
  writeFileSync(join(repo.path, 'docs/b.md'), '# Changed\n');
  mkdirSync(join(repo.path, 'docs/new'));
  writeFileSync(join(repo.path, 'docs/new/d.md'), '# D\n');
  const commit = { kind: 'commit', repo: repo.path, sha } as const;
  expect(await readSpecFiles(commit, ['docs/b.md'])).toEqual(before);
  await expect(readSpecFiles(commit, ['docs/new/*.md'])).rejects.toThrow(UserError);
});

test('a file that a sparse checkout leaves out is not absent: it is said, and how it comes here', async () => {
  const sparse = createRepository();
  try {
    sparse.write('policy/spec.md', '# A\n');
    sparse.write('labelled.jsonl', '');
    sparse.write('README.md', 'x\n');
    sparse.commit('all');
    sparse.git('sparse-checkout', 'set', '--no-cone', '/README.md');
    const source = { kind: 'worktree', root: sparse.path } as const;
    await expect(readSpecFiles(source, ['policy/spec.md'])).rejects.toThrow(
      /policy\/spec\.md is in the repository and not in this sparse checkout[^]*git sparse-checkout add policy /,
    );
    await expect(readFileIfThere(source, 'labelled.jsonl')).rejects.toThrow(/not in this sparse checkout/);
    expect(await readFileIfThere(source, 'never.jsonl')).toBeUndefined();
    sparse.git('sparse-checkout', 'add', 'policy');
    expect(await readSpecFiles(source, ['policy/spec.md'])).toHaveLength(1);
  } finally {
    sparse.remove();
  }
});

test('a submodule is refused', async () => {
  repo.git('update-index', '--add', '--cacheinfo', `160000,${sha},module.md`);
  repo.git('commit', '--quiet', '--message', 'submodule');
  const head = repo.git('rev-parse', 'HEAD');
  const commit = { kind: 'commit', repo: repo.path, sha: head } as const;
  await expect(readSpecFiles(commit, ['*.md'])).rejects.toThrow(/module\.md {2}a submodule/);
});
