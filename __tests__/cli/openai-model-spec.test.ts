// The gate on a real spec: two published versions of the OpenAI Model Spec, with a bank of real queries.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import type { RunRecord } from '../../src/report/run-record.ts';
import { createRepository, type GitRepository } from '../support/git-repository.ts';
import { runCommand } from '../support/run-command.ts';
import { sharedData } from '../support/shared-data.ts';

const base = sharedData('openai-model-spec/2025-02-12.md');
const head = sharedData('openai-model-spec/2025-04-11.md');
const queries = sharedData('stress-test-queries.jsonl');

const EDITED = [
  'avoid_overstepping',
  'definitions',
  'do_not_facilitate_illicit_behavior',
  'do_not_lie',
  'risk_taxonomy',
];
/** Every sixth query is linked to an edited clause, the others to clauses that stay as they are. */
const LINKS = [
  ...EDITED,
  'be_kind',
  'assume_objective_pov',
  'respect_creators',
  'avoid_info_hazards',
  'be_empathetic',
  'no_agenda',
  'seek_truth',
].map((id) => (id === 'assume_objective_pov' ? 'assume_best_intentions' : id));

const CONFIG = `spec: docs/model_spec.md
bank: bank.jsonl
providers:
  sim: { kind: simulated, world: world.yml }
models: [sim/one, sim/two, sim/three, sim/four]
judges: [sim/first, sim/second, sim/third]
`;
const WORLD = `models: { one: {}, two: {}, three: {}, four: {} }
judges: { first: {}, second: {}, third: {} }
`;

describe.skipIf(base === undefined || head === undefined || queries === undefined)(
  '2025-02-12 against 2025-04-11',
  () => {
    let repository: GitRepository;
    let output = '';
    let report: Report;
    const read = (file: string): string => readFileSync(join(repository.path, 'spec-gate-report', file), 'utf8');

    beforeAll(async () => {
      const rows = readFileSync(queries!, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { id: string; text: string });
      const bank = rows.map(({ id, text }, index) =>
        JSON.stringify({ id, query: text, clauses: [LINKS[index % LINKS.length]] }),
      );
      repository = createRepository();
      repository.write('spec-gate.yml', CONFIG);
      repository.write('world.yml', WORLD);
      repository.write('bank.jsonl', `${bank.join('\n')}\n`);
      repository.write('.gitignore', '.spec-gate/\nspec-gate-report/\n');
      repository.write('docs/model_spec.md', readFileSync(base!));
      repository.commit('the spec of February');
      repository.branch('april');
      repository.write('docs/model_spec.md', readFileSync(head!));
      repository.commit('the spec of April');
      const run = await runCommand(['check', '--base', 'main'], { cwd: repository.path });
      output = `${run.stdout}${run.stderr}`;
      report = JSON.parse(read('report.json')) as Report;
    });
    afterAll(() => repository?.remove());

    test('names the five edited clauses', () => {
      expect(
        report.changes
          .filter(({ kind }) => kind !== 'cosmetic')
          .map(({ kind, id }) => `${kind} ${id}`)
          .sort(),
      ).toEqual(EDITED.map((id) => `edited ${id}`));
      expect(report.base.clauses).toBe(71);
      for (const id of EDITED) expect(output).toContain(id);
    });

    test('runs only scenarios linked to them', () => {
      expect(report.selection.length).toBeGreaterThan(20);
      for (const { clauses, affected } of report.selection) {
        expect(clauses.every((id) => EDITED.includes(id))).toBe(true);
        expect(affected).toBe(true);
      }
      expect(report.comparison).toBe('target');
      expect(report.endpoints.disagreement?.status).toBe('not-applicable');
    });

    test('does not fail: simulated judges without demands find no effect', () => {
      expect(report.verdict.status).not.toBe('fail');
      expect(report.simulated).toBe(true);
    });

    test('runs again without a call and writes the same report', async () => {
      const before = read('report.json');
      expect((JSON.parse(read('run.json')) as RunRecord).calls.made).toBeGreaterThan(0);
      await runCommand(['check', '--base', 'main'], { cwd: repository.path });
      expect((JSON.parse(read('run.json')) as RunRecord).calls.made).toBe(0);
      expect(read('report.json')).toBe(before);
    });
  },
);
