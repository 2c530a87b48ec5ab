// What the page's list is given: the deciding stage's answers, each text once, nothing that is withheld.
import { expect, test } from 'vitest';
import { buildExplorer } from '../../../src/report/explorer/build-explorer.ts';
import { filterScenarios, NO_FILTER } from '../../../src/report/explorer/view/filter.ts';
import { explorerEvidence } from '../../support/explorer-evidence.ts';

const parts = explorerEvidence({ scenarios: 20, models: 3, use: 'target' });

test('every scenario with answers is there, those that got worse first', () => {
  const { scenarios } = buildExplorer(parts);
  expect(scenarios).toHaveLength(20);
  expect(scenarios.slice(0, 4).map(({ movement }) => movement)).toEqual(['worse', 'worse', 'worse', 'worse']);
  expect(scenarios.slice(4).every(({ movement }) => movement === 'same')).toBe(true);
  expect(scenarios.every(({ answers }) => answers.length === 3)).toBe(true);
});

test('an answer that both sides share travels once', () => {
  const { texts, scenarios } = buildExplorer(parts);
  expect(new Set(texts).size).toBe(texts.length);
  const [{ base, head } = {}] = scenarios[0]!.answers;
  expect(base?.text).toBeDefined();
  expect(base?.text).toBe(head?.text);
});

test('another stage than the one that decided is not shown', () => {
  const cells = parts.cells.map((cell, index) => (index === 0 ? { ...cell, stage: 'confirm' as const } : cell));
  const { scenarios } = buildExplorer({ ...parts, cells });
  const [first] = scenarios.find(({ id }) => id === cells[0]!.scenario)!.answers;
  expect(first?.base).toBeUndefined();
  expect(first?.head).toBeDefined();
});

test('of several draws the one is shown on which the sides part', () => {
  const [base, head] = parts.cells.filter(
    ({ problematic, scenario }) => !problematic && scenario === parts.cells.at(-1)!.scenario,
  );
  const again = { ...head!, draw: 2, problematic: true, responseText: 'the second draw' };
  const { scenarios, texts } = buildExplorer({ ...parts, cells: [...parts.cells, { ...base!, draw: 2 }, again] });
  const answer = scenarios
    .find(({ id }) => id === again.scenario)!
    .answers.find(({ head: side }) => side?.problematic === true);
  expect(texts[answer!.head!.text!]).toBe('the second draw');
  expect(answer!.draws.head).toEqual([2, 1]);
});

test('where texts are withheld only their lengths are there', () => {
  const withheld = {
    ...parts,
    scenarios: parts.scenarios.map(({ query: _query, ...rest }) => rest),
    cells: parts.cells.map(({ responseText: _text, ...cell }) => ({
      ...cell,
      judgments: cell.judgments.map((one) => (one.status === 'ruled' ? { ...one, reasoning: '' } : one)),
    })),
  };
  const data = buildExplorer(withheld);
  expect(data.disclosure).toBe('ids');
  expect(data.texts).toEqual([]);
  expect(data.scenarios[0]!.askedLength).toBeGreaterThan(100);
  expect(data.scenarios[0]!.answers[0]!.head?.length).toBeGreaterThan(100);
});

test.each([
  ['movement', { movement: 'worse' as const }, 4],
  ['a clause', { clause: 'clause_1' }, 3],
  ['a topic', { topic: 'topic 0' }, 7],
  ['rulings that part', { parting: 'rulings' as const }, 4],
  ['a model that is not there', { model: 'nobody' }, 0],
])('the list can be narrowed by %s', (_name, filter, left) => {
  expect(filterScenarios(buildExplorer(parts), { ...NO_FILTER, ...filter }, undefined)).toHaveLength(left);
});

test('kind of answer, model and parting must hold for one and the same answer', () => {
  const data = buildExplorer(explorerEvidence({ scenarios: 30, models: 4 }));
  const kind = data.scenarios[3]!.answers[2]!.head!.kind!;
  const model = data.models[2]!;
  const found = filterScenarios(data, { ...NO_FILTER, kind, model }, undefined);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(30);
  for (const { answers } of found) {
    const own = answers.find((answer) => data.models[answer.model] === model)!;
    expect([own.base?.kind, own.head?.kind]).toContain(kind);
  }
});

test('the list can be narrowed to what was written for the change', () => {
  const [first, ...rest] = parts.report.scenarios;
  const report = { ...parts.report, scenarios: [{ ...first!, written: true as const }, ...rest] };
  const data = buildExplorer({ ...parts, report });
  const found = filterScenarios(data, { ...NO_FILTER, news: 'written' }, undefined);
  expect(found.map(({ id }) => id)).toEqual([first!.scenario]);
});

test('an answer without a ruling is found as one, and is not in order', () => {
  const place = parts.cells.findIndex(({ arm, problematic }) => arm === 'head' && problematic === false);
  const { scenario, model } = parts.cells[place]!;
  const cells = parts.cells.map((cell, index) =>
    index === place ? { ...cell, problematic: 'missing' as const } : cell,
  );
  const data = buildExplorer({ ...parts, cells });
  const ids = (status: 'missing' | 'compliant'): readonly string[] =>
    filterScenarios(data, { ...NO_FILTER, status, model }, undefined).map(({ id }) => id);
  expect(ids('missing')).toEqual([scenario]);
  expect(ids('compliant')).not.toContain(scenario);
  expect(ids('compliant')).toHaveLength(15);
});
