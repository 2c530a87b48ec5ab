// Where a newcomer gets stuck, the answer names the next command.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failingReport } from '../support/report-builder.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-dead-end-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const git = (...args: readonly string[]): void =>
  void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder, stdio: 'ignore' });
const run = (line: string): Promise<CommandResult> => runCommand(line.split(' '), { cwd: folder });

/** A repository with a spec and the config that init writes, committed, and the spec edited. */
async function project(): Promise<void> {
  git('init', '-q', '-b', 'main');
  writeFileSync(
    join(folder, 'spec.md'),
    '# Kind\n\nBe kind.\n\n# Honest\n\nSay what is true.\n\n# Safe\n\nDo no harm.\n',
  );
  await run('init --yes --workflows none');
  git('add', '-A');
  git('commit', '-q', '-m', 'Gate the spec');
  writeFileSync(
    join(folder, 'spec.md'),
    '# Kind\n\nBe very kind.\n\n# Honest\n\nSay what is true.\n\n# Safe\n\nDo no harm.\n',
  );
}

test.each([
  ['plan --base main', /git init/],
  ['doctor', /spec-gate init/],
  ['calibrate', /spec-gate init/],
  ['report', /spec-gate check/],
  ['bank stats', /spec-gate bank import/],
])('in an empty folder: %s', async (line, way) => {
  const { code, stderr } = await run(line);
  expect(code).toBe(3);
  expect(stderr).toMatch(way);
});

test('in a repository without a commit', async () => {
  git('init', '-q', '-b', 'main');
  expect((await run('plan --base main')).stderr).toMatch(
    /nothing is committed here yet[^]*commit the spec and spec-gate\.yml first/,
  );
});

test('with nothing to compare with', async () => {
  await project();
  expect((await run('plan')).stderr).toMatch(/--base main .*--base HEAD/);
});

test('without a bank a plan says what it would write, or how to bring scenarios', async () => {
  await project();
  rmSync(join(folder, '.spec-gate/bank.jsonl'));
  const first = await run('plan --base main');
  expect(first.stdout).toMatch(/Writing +40 scenarios for kind[^]*Next +spec-gate check/);
  // Stand-ins for what is not written yet are no scenarios to read.
  expect(first.stdout).not.toMatch(/linked to kind/);
  const config = execFileSync('git', ['show', 'main:spec-gate.yml'], { cwd: folder, encoding: 'utf8' });
  writeFileSync(join(folder, 'spec-gate.yml'), config.replace(/^coverage: .*$/m, 'coverage: { write: false }'));
  expect((await run('plan --base main')).stdout).toMatch(/untested kind[^]*Next +spec-gate bank import/);
  expect((await run('calibrate')).stdout).toMatch(/The bank holds no scenario: spec-gate bank import/);
});

test('a night without a scenario watches nothing: it is refused, and sets no anchor that every later night would meet', async () => {
  await project();
  const { code, stdout, stderr } = await run('check --mode nightly');
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(
    /bank\.jsonl {2}the bank holds no scenario, so a night has nothing to watch\n.*spec-gate bank import/,
  );
  const store = join(folder, '.spec-gate/store');
  const nights = existsSync(store) ? readdirSync(store).filter((name) => name.includes('history')) : [];
  expect(nights).toEqual([]);
});

test('a plan says what keeps a check from its verdict: too small a budget, or a name that has no price', async () => {
  await project();
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
  writeFileSync(join(folder, 'spec-gate.yml'), config.replace(/usd: \d+, minutes/, 'usd: 0.01, minutes'));
  expect((await run('plan --base main')).stdout).toMatch(/Budget +\$0\.01 a run ends a check .*raise budget\.usd/);
  writeFileSync(join(folder, 'spec-gate.yml'), config.replace('openai/gpt-5.5', 'openai/gpt-55'));
  const { stdout } = await run('plan --base main');
  expect(stdout).toMatch(/Budget +no price is known of openai\/gpt-55: mend the name/);
  // The change of models has a plan of its own, and no scenario to compare them on.
  expect(stdout).toMatch(
    /Changed +models: openai\/gpt-5\.5 → openai\/gpt-55\nTesting +nothing: the bank holds no scenario/,
  );
  writeFileSync(join(folder, 'spec-gate.yml'), config);
  expect((await run('plan --base main')).stdout).not.toContain('Budget');
});

test('a bank that the config names has to be there', async () => {
  await project();
  const config = execFileSync('git', ['show', 'main:spec-gate.yml'], { cwd: folder, encoding: 'utf8' });
  writeFileSync(join(folder, 'spec-gate.yml'), `${config}\nbank: own.jsonl\n`);
  const { code, stderr } = await run('plan --base main');
  expect(code).toBe(3);
  expect(stderr).toMatch(/own\.jsonl {2}there is no such bank\n.*spec-gate bank import/);
});

test('a spec file that was renamed on the branch is followed, whichever name the config has', async () => {
  await project();
  git('checkout', '-q', '-b', 'rename');
  git('add', '-A');
  git('mv', 'spec.md', 'constitution.md');
  git('commit', '-q', '-m', 'A better name');
  expect((await run('plan --base main')).stdout).toMatch(/kind/);
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
  writeFileSync(join(folder, 'spec-gate.yml'), config.replace('spec: "spec.md"', 'spec: "constitution.md"'));
  const { code, stdout } = await run('plan --base main');
  expect(code).toBe(0);
  // Only the clause whose words changed.
  expect(stdout).toMatch(/kind/);
  expect(stdout).not.toMatch(/honest/);
});

test('a spec that the config names anew is held against the one that the base names', async () => {
  await project();
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
  writeFileSync(join(folder, 'spec-gate.yml'), config.replace('spec: "spec.md"', 'spec: "other.md"'));
  writeFileSync(join(folder, 'other.md'), '# Unlike\n\nNothing of it was there before.\n');
  expect((await run('plan --base main')).stdout).toMatch(/^ +\+ unlike /m);
});

test('a config that is not committed yet', async () => {
  await project();
  git('rm', '-q', '--cached', 'spec-gate.yml');
  git('commit', '-q', '-m', 'without');
  expect((await run('plan --base HEAD --base-policy')).stderr).toMatch(
    /no spec-gate\.yml in commit [0-9a-f]{7}\n.*commit it there first/,
  );
  expect((await run('plan --base HEAD')).code).toBe(0);
});

test('a night’s folder is no report', async () => {
  mkdirSync(join(folder, 'night'));
  writeFileSync(join(folder, 'night/night.json'), '{}');
  expect((await run('report night')).stderr).toMatch(/holds a night[^]*open night\/night\.html/);
});

test('a word that is nearly right is answered with the right one', async () => {
  await project();
  writeFileSync(join(folder, 'queries.txt'), 'May I lie?\n');
  expect((await run('plan --base mian')).stderr).toContain('did you mean main?');
  expect((await run('bank import querys.txt')).stderr).toContain('did you mean queries.txt?');
  expect((await run('init --spec spce.md')).stderr).toMatch(/no file spce\.md[^]*found here: spec\.md/);
  mkdirSync(join(folder, 'docs'));
  expect((await run('init --spec docs')).stderr).toMatch(/docs is a folder[^]*found here: spec\.md/);
  expect((await run('compare docs docs2')).stderr).toMatch(/results-before\.json/);
});

test.each([
  ['analyze', /for example: spec-gate analyze spec-gate-report/],
  ['accept nonComplianceRose', /for example: spec-gate accept nonComplianceRose --reason/],
  ['compare one.json', /for example: spec-gate compare results-before\.json results-after\.json/],
  ['bank import', /for example: spec-gate bank import queries\.txt/],
])('what a command lacks is shown by an example: %s', async (line, example) => {
  const { code, stderr } = await run(line);
  expect(code).toBe(3);
  expect(stderr).toMatch(example);
});

test('who accepts one finding is told what else blocks, and that nobody may approve yet', async () => {
  mkdirSync(join(folder, 'spec-gate-report'));
  writeFileSync(join(folder, 'spec-gate-report/report.json'), JSON.stringify(failingReport()));
  const [first, ...others] = failingReport().verdict.reasons.map(({ code }) => code);
  const accept = (codes: string): Promise<CommandResult> => run(`accept ${codes} --reason meant`);
  const { stdout } = await accept(first!);
  expect(stdout).toMatch(new RegExp(`Not accepted yet, and blocking as well: ${others[0]}`));
  expect(stdout).toMatch(/Nobody may approve yet.*approvers: \[/);
  // One command takes all of them, as the report writes it; one that names nothing there writes nothing.
  expect((await accept(`${others.join(' ')} nothingRose`)).stderr).toContain('nothing called "nothingRose"');
  const all = await accept(others.join(' '));
  expect(all.stdout.match(/^\.spec-gate\/accepted\/\S+\.json$/gm)).toHaveLength(others.length);
  expect(all.stdout).not.toContain('Not accepted yet');
});
