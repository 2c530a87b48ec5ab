// The release workflow without GitHub and npm: every shell step as it stands in the file, on a copy of this repository with an
// origin of its own. What leaves the machine is a stand-in that only remembers what it was told.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from './support/cli.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly environment?: string;
}

const VERSION = '9.9.9';
/** Main once a release is prepared, the newest commit first. */
const PREPARED = [`The reusable workflow of v${VERSION}`, `Release v${VERSION}`, 'before'];
const workflow = parse(readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8')) as {
  jobs: Record<string, Job>;
};
/** Every file that pins a commit of this Action. */
const PINNED = execFileSync(
  'git',
  ['grep', '-l', 'spec-gate/spec-gate@[0-9a-f]', '--', 'README.md', 'docs', 'examples', '.github'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .trim()
  .split('\n');

let temp: string;
let origin: string;
/** The deploy key that main lets by, where there is one. */
let releaseKey = '';
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'release-'));
  origin = join(temp, 'origin.git');
  const first = join(temp, 'first');
  for (const name of ['package.json', 'package-lock.json', 'CHANGELOG.md', 'README.md', 'LICENSE', 'action.yml'])
    cpSync(join(ROOT, name), join(first, name));
  for (const name of ['.github', 'docs', 'examples', 'fixtures', 'tools', 'dist'])
    cpSync(join(ROOT, name), join(first, name), { recursive: true, filter: isNeeded });
  git(temp, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
  git(first, 'init', '--quiet', '--initial-branch=main');
  git(first, 'add', '--all');
  git(first, 'commit', '--quiet', '--message', 'before');
  git(first, 'push', '--quiet', origin, 'main');
  standIns();
});
afterAll(() => rmSync(temp, { recursive: true, force: true }));

/** Pictures and chunks (ten megabytes) are left out: no step reads them, but each would clone, pack and hash them. */
function isNeeded(path: string): boolean {
  return !/\.(?:png|svg)$|[\\/]dist[\\/]chunks$/.test(path);
}

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com'];
  return execFileSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}

/** What asks the network remembers what it was asked; `npm version` and `npm pack` are the real ones. */
function standIns(): void {
  const bin = join(temp, 'bin');
  mkdirSync(bin);
  const npm = execFileSync('which', ['npm'], { encoding: 'utf8' }).trim();
  writeFileSync(
    join(bin, 'npm'),
    `#!/usr/bin/env bash
echo "npm $*" >> "${temp}/calls"
case "$1" in
  ci|cit) ;;
  run) [ ! -e "${temp}/other-dist" ] || echo '// changed' >> dist/cli.js ;;
  sbom) echo '{"bomFormat":"CycloneDX"}' ;;
  view) if [ "$3" = name ]; then [ -e "${temp}/known" ]; else cat "${temp}/published" 2>/dev/null || exit 1; fi ;;
  publish) [ ! -e "${temp}/npm-down" ] && echo ${VERSION} > "${temp}/published" ;;
  *) exec "${npm}" "$@" ;;
esac
`,
  );
  writeFileSync(
    join(bin, 'gh'),
    `#!/usr/bin/env bash
echo "gh $*" >> "${temp}/calls"
case "$2" in
  view) [ -e "${temp}/released" ] ;;
  create) touch "${temp}/released" ;;
esac
`,
  );
  // What is pushed with a deploy key goes to GitHub's address; the key is looked at on its way.
  writeFileSync(
    join(bin, 'ssh'),
    `#!/usr/bin/env bash
echo "ssh $(cat "$2") $7 $8" >> "${temp}/calls"
[ "$(stat -c %a "$2")" = 600 ] && exec git-receive-pack "${origin}"
`,
  );
  for (const name of ['npm', 'gh', 'ssh']) chmodSync(join(bin, name), 0o755);
}

const calls = (): readonly string[] => readFileSync(join(temp, 'calls'), 'utf8').trim().split('\n');
const refs = (): string => git(origin, 'for-each-ref', '--format=%(refname) %(objectname)');
const at = (ref: string, file: string): string => git(origin, 'show', `${ref}:${file}`);

/** Runs jobs in their order: a checkout is a clone, an artifact a folder, and every `run` is what the file says. */
function release(names: readonly string[] = Object.keys(workflow.jobs)): void {
  const artifact = join(temp, 'artifact');
  for (const name of names) {
    const job = workflow.jobs[name]!;
    const workspace = mkdtempSync(join(temp, `${name}-`));
    const fill = (text: string): string =>
      text
        .replaceAll('${{ inputs.version }}', VERSION)
        .replaceAll('${{ github.workspace }}', workspace)
        .replaceAll('${{ github.token }}', 'none')
        .replaceAll('${{ secrets.RELEASE_KEY }}', releaseKey);
    for (const step of job.steps) {
      if (step.uses?.startsWith('actions/checkout@')) {
        git(temp, 'clone', '--quiet', origin, workspace);
        git(
          workspace,
          'checkout',
          '--quiet',
          '--detach',
          step.with?.['ref'] === undefined ? 'origin/main' : fill(step.with['ref']),
        );
      } else if (step.uses?.startsWith('actions/upload-artifact@')) {
        cpSync(join(workspace, step.with!['path']!), artifact, { recursive: true });
      } else if (step.uses?.startsWith('actions/download-artifact@')) {
        cpSync(artifact, join(workspace, step.with!['path']!), { recursive: true });
      }
      if (step.run === undefined) continue;
      const env = Object.fromEntries(
        Object.entries({ ...job.env, ...step.env }).map(([key, value]) => [key, fill(value)]),
      );
      execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', fill(step.run)], {
        cwd: workspace,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: `${join(temp, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`,
          HOME: temp,
          GITHUB_REPOSITORY: 'spec-gate/spec-gate',
          ...env,
        },
      });
    }
  }
}

describe.skipIf(process.platform === 'darwin')('a release', () => {
  test('of a package that npm does not know yet is refused before anything is pushed: a workflow cannot make it known', () => {
    expect(() => release(['prepare'])).toThrow(/npm names no package spec-gate[^]*publish one by hand/);
    expect(git(origin, 'log', '--format=%s', 'main')).toBe('before');
    expect(refs()).not.toContain('refs/tags/');
    writeFileSync(join(temp, 'known'), '');
  });

  test('that breaks off between GitHub and npm has moved neither pins nor the major tag', () => {
    writeFileSync(join(temp, 'npm-down'), '');
    expect(() => release()).toThrow(/publish\.sh/);
    rmSync(join(temp, 'npm-down'));
    expect(calls().filter((call) => call.startsWith('gh release create'))).toHaveLength(1);
    expect(git(origin, 'log', '--format=%s', 'main').split('\n')).toEqual(PREPARED);
    expect(refs()).not.toContain('refs/tags/v9 ');
  });

  test('started again with the same version goes on: one commit and a tag, published once with provenance, pins and the major tag point to it', () => {
    release();
    const tag = git(origin, 'rev-parse', `v${VERSION}^{commit}`);
    expect(git(origin, 'log', '--format=%s', 'main').split('\n')).toEqual([`Pins: v${VERSION}`, ...PREPARED]);
    // Who calls the reusable workflow at the tag, before its pins were written, runs this release too.
    const action = git(origin, 'rev-parse', `v${VERSION}~1`);
    expect(at(`v${VERSION}`, '.github/workflows/gate.yml')).toContain(`spec-gate/spec-gate@${action} # v${VERSION}`);
    expect(git(origin, 'diff', '--name-only', action, tag)).toBe('.github/workflows/gate.yml');
    expect(JSON.parse(at(`v${VERSION}`, 'package.json'))).toMatchObject({ version: VERSION });
    expect(JSON.parse(at(`v${VERSION}`, 'package-lock.json'))).toMatchObject({ version: VERSION });
    expect(at(`v${VERSION}`, 'CHANGELOG.md')).toMatch(
      new RegExp(`^## Unreleased\n\n## ${VERSION} \\(\\d{4}-\\d\\d-\\d\\d\\)$`, 'm'),
    );
    for (const file of PINNED) {
      expect(at('main', file)).toContain(`spec-gate/spec-gate@${tag} # v${VERSION}`);
      expect(at('main', file)).not.toContain('0'.repeat(40));
    }
    expect(at('main', 'examples/gitlab-ci.yml')).toContain(`SPEC_GATE_VERSION: "${VERSION}"`);
    expect(at('main', 'examples/gate.sh')).toContain(`VERSION=\${VERSION:-${VERSION}}`);
    expect(git(origin, 'rev-parse', 'v9')).toBe(git(origin, 'rev-parse', 'main'));
    const publish = calls().filter((call) => call.startsWith('npm publish'));
    // The one that broke off, and the one that did not.
    expect(publish).toHaveLength(2);
    expect(publish[1]).toMatch(/spec-gate-9\.9\.9\.tgz --provenance --access public --tag latest --ignore-scripts$/);
    expect(calls().filter((call) => call.startsWith('gh release create'))).toEqual([
      expect.stringMatching(/ --verify-tag .*SHA256SUMS.*sbom\.cdx\.json.*\.tgz$/),
    ]);
  });

  test('started again changes nothing and publishes nothing twice', () => {
    const before = refs();
    release();
    expect(refs()).toBe(before);
    expect(calls().filter((call) => /^(npm publish|gh release create)/.test(call))).toHaveLength(3);
  });

  test('is what its checksums say, and the package that it holds names its own release to use', () => {
    const artifact = join(temp, 'artifact');
    const listed = readFileSync(join(artifact, 'SHA256SUMS'), 'utf8').trim().split('\n');
    expect(listed.map((line) => line.split(/ +/)[1])).toEqual([`spec-gate-${VERSION}.tgz`, 'sbom.cdx.json']);
    const archive = join(artifact, `spec-gate-${VERSION}.tgz`);
    const tag = git(origin, 'rev-parse', `v${VERSION}^{commit}`);
    for (const file of PINNED.filter((name) => name.startsWith('examples/'))) {
      const text = execFileSync('tar', ['-xzOf', archive, `package/${file}`], { encoding: 'utf8' });
      expect(text).toContain(`spec-gate/spec-gate@${tag} # v${VERSION}`);
    }
    const sums = readFileSync(join(artifact, 'SHA256SUMS'), 'utf8');
    writeFileSync(join(artifact, 'SHA256SUMS'), sums.replace(/^[0-9a-f]{8}/, '00000000'));
    expect(() => release(['publish'])).toThrow(/publish\.sh/);
    writeFileSync(join(artifact, 'SHA256SUMS'), sums);
  });

  test('is pushed with the deploy key where there is one, to a server that must be GitHub', () => {
    releaseKey = 'the key';
    git(origin, 'update-ref', '-d', 'refs/tags/v9');
    release(['point']);
    releaseKey = '';
    expect(git(origin, 'rev-parse', 'v9')).toBe(git(origin, 'rev-parse', 'main'));
    expect(calls().filter((call) => call.startsWith('ssh '))).toEqual(['ssh the key -o StrictHostKeyChecking=yes']);
  });

  test('stops where dist/ is not what the source builds, and where the tag is not on main', () => {
    writeFileSync(join(temp, 'other-dist'), '');
    expect(() => release(['verify'])).toThrow(/verify\.sh/);
    rmSync(join(temp, 'other-dist'));
    const side = join(temp, 'side');
    git(temp, 'clone', '--quiet', origin, side);
    git(side, 'commit', '--quiet', '--allow-empty', '--message', 'beside');
    git(side, 'push', '--quiet', '--force', 'origin', `HEAD:refs/tags/v${VERSION}`);
    expect(() => release(['verify'])).toThrow(/is not on main/);
    expect(() => release(['point'])).toThrow(/is not on main/);
  });

  test('moves the major tag only forward', () => {
    const side = join(temp, 'side');
    git(side, 'push', '--quiet', '--force', 'origin', `${git(origin, 'rev-parse', 'main~1')}:refs/tags/v${VERSION}`);
    git(side, 'push', '--quiet', '--force', 'origin', 'HEAD:refs/tags/v9');
    expect(() => release(['point'])).toThrow(/moves only forward/);
  });
});

test('what is published is attested before, and npm takes it from this workflow only', () => {
  const { steps, permissions, environment } = workflow.jobs['publish']!;
  const attest = steps.findIndex(({ uses }) => uses?.startsWith('actions/attest-build-provenance@'));
  const publish = steps.findIndex(({ run }) => run?.includes('publish.sh'));
  expect(steps[attest]?.with).toEqual({ 'subject-checksums': 'out/SHA256SUMS' });
  expect(attest).toBeLessThan(publish);
  expect([permissions['id-token'], permissions['attestations'], environment]).toEqual(['write', 'write', 'release']);
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest).toMatchObject({
    repository: { url: 'git+https://github.com/spec-gate/spec-gate.git' },
    publishConfig: { access: 'public', provenance: true },
  });
  expect(manifest['dependencies']).toBeUndefined();
});

test('what a package was made of is listed by npm as CycloneDX', () => {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const { bomFormat, components } = JSON.parse(
    execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }),
  ) as { bomFormat: string; components: readonly { name: string }[] };
  expect(bomFormat).toBe('CycloneDX');
  // Bundled into dist/.
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['zod', 'openai', 'commander']));
});

test('only jobs behind the protected environment may write or sign, and none restores a cache', () => {
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const writes = Object.values(job.permissions).includes('write');
    expect([name, job.environment]).toEqual([name, writes ? 'release' : undefined]);
  }
  const text = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8');
  expect(text).not.toMatch(/actions\/cache|cache: npm/);
  expect(text.match(/package-manager-cache: false/g)).toHaveLength(3);
});
