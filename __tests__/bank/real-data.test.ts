// Selection on real things: the OpenAI Model Spec's versions and 250 real queries nobody linked to its clauses.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSource } from '../../src/bank/io/import-files.ts';
import { importScenarios } from '../../src/bank/import/import-scenarios.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { selectScenarios } from '../../src/scenarios/selection/select.ts';
import { suggestScenarios } from '../../src/scenarios/selection/suggest.ts';
import { diffSpec } from '../../src/spec/diff.ts';
import { parseSpec } from '../../src/spec/parse.ts';
import { sharedData } from '../support/shared-data.ts';
import { bankOf } from '../scenarios/scenario-builders.ts';

const queries = sharedData('stress-test-queries.jsonl');
const specs = sharedData('openai-model-spec');

async function importQueries(): Promise<readonly Scenario[]> {
  const source = await openSource(queries!, fetch);
  const scenarios: Scenario[] = [];
  for await (const event of importScenarios({ source })) if (event.kind === 'scenario') scenarios.push(event.scenario);
  await source.close();
  return scenarios;
}

const readSpec = (date: string) =>
  parseSpec([{ file: `${date}.md`, text: readFileSync(`${specs}/${date}.md`, 'utf8') }], { clauses: 'headings' });

describe.skipIf(queries === undefined || specs === undefined)('real queries and a real spec', () => {
  test.each([
    ['avoid_targeted_political_manipulation', /political campaign/],
    ['support_mental_health', /depression/],
    ['protect_privileged_information', /personal information/],
    ['do_not_encourage_self_harm', /burden to everyone/],
  ])('what is suggested for %s is about its subject', async (id, subject) => {
    const scenarios = await importQueries();
    const clause = (await readSpec('2025-09-12')).clauses.find((candidate) => candidate.id === id)!;
    const [[best] = []] = suggestScenarios(scenarios, [clause])[0]!;
    expect(scenarios.find((scenario) => scenario.id === best)?.messages[0]?.content).toMatch(subject);
  });

  test('most clauses have nothing like them among 250 queries, and it is said so', async () => {
    const scenarios = await importQueries();
    const [base, head] = await Promise.all([readSpec('2025-02-12'), readSpec('2025-04-11')]);
    const changes = diffSpec(base, head);
    const selection = selectScenarios({ bank: bankOf(...scenarios), changes, size: 8, extendTo: 16, seed: 's' });
    const suggestedFor = selection.linked.map(({ reason }) => (reason.kind === 'suggested' ? reason.clause : 'linked'));
    const named = new Set([...suggestedFor, ...selection.untested.map(({ clause }) => clause)]);
    expect(named).toEqual(
      new Set([
        'avoid_overstepping',
        'definitions',
        'do_not_facilitate_illicit_behavior',
        'do_not_lie',
        'risk_taxonomy',
      ]),
    );
    expect(selection.untested.length).toBeGreaterThan(0);
  });

  test('linked by hand, the five edited clauses share the selection', async () => {
    const scenarios = await importQueries();
    const changes = diffSpec(await readSpec('2025-02-12'), await readSpec('2025-04-11'));
    const edited = changes.filter(({ kind }) => kind === 'edited').map(({ id }) => id);
    const linked = scenarios.map((scenario, index) =>
      index < 100 ? { ...scenario, clauses: [edited[index % 5]!] } : scenario,
    );
    const selection = selectScenarios({ bank: bankOf(...linked), changes, size: 20, extendTo: 40, seed: 's' });
    expect(selection.untested).toEqual([]);
    const screen = selection.linked
      .slice(0, 20)
      .flatMap(({ reason }) => (reason.kind === 'linked' ? reason.clauses : []));
    expect(edited.map((clause) => screen.filter((other) => other === clause).length)).toEqual([4, 4, 4, 4, 4]);
  });
});
