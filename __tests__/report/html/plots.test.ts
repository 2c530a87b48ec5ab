// What the page draws and says besides its tables: figures worked out by hand, and nothing where there is nothing.
import { describe, expect, test } from 'vitest';
import type { ExplorerAnswer, ExplorerData } from '../../../src/report/explorer/explorer-data.ts';
import { disagreementPart } from '../../../src/report/html/disagreement-plot.ts';
import { provenancePart } from '../../../src/report/html/provenance-part.ts';
import { valueMapPart } from '../../../src/report/html/value-map.ts';
import { withheldAnswers } from '../../../src/report/html/withheld.ts';
import type { ReportScenario } from '../../../src/report/report-answers.ts';
import { failingReport } from '../../support/report-builder.ts';

const scenario = (disagreement: number, head: number): ReportScenario => ({
  scenario: `s${disagreement}-${head}`,
  clauses: [],
  problematicModels: { base: [], head: [] },
  head,
  disagreement: { head: disagreement },
  missing: 0,
});

describe('disagreement against non-compliance', () => {
  const rows = [scenario(0.2, 0), scenario(0.6, 0.1), scenario(1.2, 0.2), scenario(1.4, 0.4), scenario(2.6, 1)];
  const part = (scenarios: readonly ReportScenario[]): string =>
    disagreementPart({ ...failingReport(), scenarios }).markup;

  test('says the mean of each range of D that holds a scenario', () => {
    const markup = part([...rows, scenario(3, 0.5)]);
    expect(markup).toContain(
      'D 0 to 1: 5 % on 2 scenarios; D 1 to 1.5: 30 % on 2 scenarios; D 2.5 to 3: 75 % on 2 scenarios',
    );
    expect(markup.match(/<circle/g)).toHaveLength(6);
    expect(markup.match(/class="mean"/g)).toHaveLength(3);
  });

  test('scenarios of one place are one dot, which names them', () => {
    const markup = part([...rows, scenario(2.6, 1), scenario(2.6, 1)]);
    expect(markup.match(/<circle/g)).toHaveLength(5);
    expect(markup).toContain('s2.6-1, s2.6-1, s2.6-1: D 2.60, 100 %');
  });

  test('is not there for a handful, nor where all disagree alike', () => {
    expect(part(rows)).toBe('');
    expect(part(Array.from({ length: 9 }, () => scenario(1, 0.5)))).toBe('');
  });
});

describe('models and values', () => {
  const answer = (model: number, base: number, head: number): ExplorerAnswer => {
    const side = (score: number) => ({ problematic: false, rulings: [], scores: [score, 6 - score] as const });
    return { model, draws: { base: [1, 0], head: [1, 0] }, base: side(base), head: side(head) };
  };
  const data: ExplorerData = {
    disclosure: 'ids',
    comparesSpecs: true,
    models: ['lab/a', 'lab/b'],
    judges: [],
    texts: [],
    scenarios: [
      { id: 'one', values: ['candour', 'care'], clauses: [], topics: [], movement: 'same', answers: [answer(0, 2, 6)] },
      { id: 'two', values: ['candour', 'care'], clauses: [], topics: [], movement: 'same', answers: [answer(0, 4, 5)] },
    ],
  };

  test('a cell is the mean over scenarios, with how far it moved; who answered nothing has no column', () => {
    const markup = valueMapPart(data).markup.replaceAll(/\s+/g, ' ');
    expect(markup).toMatch(/candour<\/th> <td class="heat heat-5" title="2 answers"> 5\.5 <span class="moved">▲2\.5/);
    expect(markup).toMatch(/care<\/th> <td class="heat warm heat-5" title="2 answers"> 0\.5 <span class="moved">▼2\.5/);
    expect(markup).not.toContain('lab/b');
  });

  test('is not there where nothing was scored', () => {
    expect(valueMapPart({ ...data, scenarios: [] }).markup).toBe('');
  });
});

describe('how to get a report again', () => {
  const provenance = {
    version: '1.2.3',
    config: 'gates/it’s mine.yml',
    bank: 'b4nk',
    scenarios: 1200,
    prompts: ['judge@2', 'classify@2'],
  };

  test('names commits, command, hashes and the words asked in', () => {
    const report = failingReport();
    const markup = provenancePart({ report, provenance }).markup;
    expect(markup).toContain(`git checkout ${report.head.sha}`);
    expect(markup).toContain(
      `npx spec-gate@1.2.3 check --base ${report.base.sha} --config &#39;gates/it’s mine.yml&#39;`,
    );
    for (const text of [report.base.specHash, report.head.specHash, report.policyHash, 'b4nk', '1,200', 'judge@2']) {
      expect(markup).toContain(text);
    }
  });

  test('without a commit of the base it gives no command', () => {
    const { sha: _, ...base } = failingReport().base;
    expect(provenancePart({ report: { ...failingReport(), base }, provenance }).markup).not.toContain('npx');
  });
});

test('withheld answers are said to be, with the line that shows them; an answer that is shown is not', () => {
  expect(withheldAnswers([{}, undefined]).markup).toContain('<code>disclose: full</code>');
  expect(withheldAnswers([{ response: 'text' }, {}]).markup).toBe('');
  expect(withheldAnswers([]).markup).toBe('');
});
