// The one comment is true whatever ended the last run, and what is said of lines is said where people see it.
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  harborFile,
  HARMLESS,
  QUICK,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';
import type { ActionRun } from '../support/runner/start-action.ts';

/** As if we had one: the process throws what nobody expects where it writes its report. */
const BUG = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const write = fs.writeFileSync;
    fs.writeFileSync = (path, ...rest) => {
      if (String(path).endsWith('report.json')) throw new TypeError('undefined is not a report');
      return write(path, ...rest);
    };
    syncBuiltinESMExports();`)}`,
};

let gated: GatedRepository;
beforeAll(async () => {
  gated = await createGatedRepository({ 'spec-gate.yml': harborConfig(QUICK) });
});
afterAll(() => gated.close());

const shaOf = (number: number): string => gated.server.github.pulls.get(number)!.head.sha.slice(0, 7);
const titleOf = (number: number): string => gated.comments(number)[0]!.split('\n')[0]!;

describe('a verdict of an older commit does not stand', () => {
  test('when the next run finds the set-up broken, is given a wrong input, is cancelled, or has no keys', async () => {
    const number = gated.open(CONFLICT);
    await gated.run(number);
    expect(titleOf(number)).toMatch(new RegExp(`^### ❌ Spec Gate: .* \\(commit \`${shaOf(number)}\`\\)$`));

    gated.push(number, { 'bank.jsonl': `${harborFile('bank.jsonl')}{"id": 7}\n` });
    expect((await gated.run(number)).exitCode).toBe(3);
    expect(titleOf(number)).toBe(`### ⚠️ Spec Gate: no verdict (commit \`${shaOf(number)}\`)`);
    expect(gated.comments(number)[0]).toContain('bank.jsonl:40');

    gated.push(number, { 'bank.jsonl': harborFile('bank.jsonl') });
    expect((await gated.run(number, { inputs: { 'max-usd': 'lots' } })).exitCode).toBe(3);
    expect(titleOf(number)).toContain(`no verdict (commit \`${shaOf(number)}\`)`);
    expect(gated.comments(number)[0]).toContain('input max-usd');

    gated.push(number, { 'spec.md': CONFLICT['spec.md'].replace('Half an answer', 'Half of an answer') });
    const cancelled = await gated.run(number, { cancelAfter: 20 });
    expect(cancelled.exitCode).toBe(2);
    expect(titleOf(number)).toMatch(new RegExp(`^### ❔ Spec Gate: .*stopped.* \\(commit \`${shaOf(number)}\`\\)$`));
    expect(gated.server.github.comments.get(number)).toHaveLength(1);
  });

  test('when the next run breaks off by a bug of ours', async () => {
    const number = gated.open(CONFLICT);
    await gated.run(number);
    gated.push(number, { 'README.md': 'words\n' });
    const run = await gated.run(number, { env: BUG });
    expect([run.exitCode, run.outputs['exit-code']]).toEqual([4, '4']);
    expect(run.log).toContain('This is a bug in Spec Gate');
    expect(titleOf(number)).toBe(`### ⚠️ Spec Gate: no verdict (commit \`${shaOf(number)}\`)`);
    expect(gated.comments(number)[0]).toContain('broke off by a bug of Spec Gate');
  });

  test('but a cancelled second run of a commit leaves what was said of it, and a broken run opens no comment', async () => {
    const number = gated.open(HARMLESS);
    await gated.run(number);
    const before = gated.comments(number);
    await gated.run(number, { cancelAfter: 20 });
    expect(gated.comments(number)).toEqual(before);
    const broken = gated.open({ 'bank.jsonl': 'no json\n' });
    expect((await gated.run(broken)).exitCode).toBe(3);
    expect(gated.comments(broken)).toEqual([]);
  });
});

test('two gates of one repository are told apart by their configs', async () => {
  const files = ['spec.md', 'bank.jsonl', 'world.yml', 'labelled.jsonl'];
  const folder = Object.fromEntries(files.map((name) => [`pets/${name}`, harborFile(name)]));
  const main = await createGatedRepository({ ...folder, 'pets/spec-gate.yml': harborConfig(QUICK) });
  const both = main.open({ ...CONFLICT, 'pets/spec.md': CONFLICT['spec.md'] });
  await main.run(both, { inputs: { 'output-dir': 'a' } });
  await main.run(both, { inputs: { config: 'pets/spec-gate.yml', 'output-dir': 'b' } });
  const titles = main.comments(both).map((text) => text.split('\n')[0]!);
  expect(titles.map((title) => /Spec Gate(?: `pets\/spec-gate\.yml`)?:/.exec(title)?.[0])).toEqual([
    'Spec Gate:',
    'Spec Gate `pets/spec-gate.yml`:',
  ]);
  await main.close();
});

describe('annotations', () => {
  /** Lines that the pull request changed, of each file. */
  function changedLines(number: number): ReadonlyMap<string, ReadonlySet<number>> {
    const found = new Map<string, Set<number>>();
    const args = ['-C', gated.git.path, 'diff', '--unified=0', `${gated.base}...change-${number}`];
    let file = '';
    for (const line of execFileSync('git', args, { encoding: 'utf8' }).split('\n')) {
      file = /^\+\+\+ b\/(.*)$/.exec(line)?.[1] ?? file;
      const hunk = /^@@ \S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
      if (hunk === null) continue;
      const lines = found.get(file) ?? new Set();
      // Where lines only went, the one before them is in the hunk.
      for (let at = 0; at < Math.max(1, Number(hunk[2] ?? 1)); at += 1) lines.add(Number(hunk[1]) + at);
      found.set(file, lines);
    }
    return found;
  }

  function misplaced(run: ActionRun, number: number): readonly string[] {
    const changed = changedLines(number);
    return run.annotations.flatMap(({ message, properties: { file, line, endLine } }) => {
      if (file === undefined) return [];
      const lines = changed.get(file) ?? new Set();
      // GitHub shows three unchanged lines above a hunk: a clause's heading may be among them.
      const isSeen = lines.has(Number(endLine)) && [0, 1, 2, 3].some((above) => lines.has(Number(line) + above));
      return isSeen ? [] : [`${file}:${line}-${endLine} ${message.slice(0, 60)}`];
    });
  }

  const paragraphs = harborFile('spec.md').split('\n\n');
  test.each<[string, Readonly<Record<string, string | null>>]>([
    ['the clause that conflicts', CONFLICT],
    ['a clause that is gone', { 'spec.md': paragraphs.filter((text) => !text.includes('suspect')).join('\n\n') }],
    ['one word in the last line of a clause', { 'spec.md': harborFile('spec.md').replace(/\.\n*$/, ', always.\n') }],
    [
      'a model that is new',
      { 'spec-gate.yml': harborConfig(QUICK, ['  - sim/dogwood', '  - sim/dogwood\n  - sim/birch-next']) },
    ],
    ['a margin', { 'spec-gate.yml': harborConfig(QUICK, ['judgeAgreement: 0.1', 'judgeAgreement: 0.4']) }],
  ])('stand on changed lines: %s', async (_name, files) => {
    const number = gated.open(files);
    const run = await gated.run(number);
    expect(run.annotations.filter(({ properties }) => properties['file'] !== undefined).length).toBeGreaterThan(0);
    expect(misplaced(run, number)).toEqual([]);
  });
});
