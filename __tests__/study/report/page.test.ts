// The analysis in a real browser: no fault that axe finds, nothing wider than the screen or the paper, numbers at their bars.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RESPONSE_TYPES } from '../../../src/core/study-words.ts';
import { analyzeStudy } from '../../../src/study/analyze-study.ts';
import { renderStudyHtml } from '../../../src/study/report/study-html.ts';
import { findChromium, startBrowser, type PageBrowser } from '../../support/chromium.ts';
import { faultsInEachLook, wideInPrint } from '../../support/page-faults.ts';
import { response, row, ruledBy, study, times } from '../../support/study-rows.ts';

const CHROMIUM = findChromium('the analysis');

/** Twelve scenarios from agreement to disagreement; the fourth model of the later ones fails and scores apart. */
const rows = times(12, (id, index) =>
  row(id, {
    clauses: ['assume_best_intentions', 'avoid_hazardous_detail'],
    topics: [`topic ${index % 2}`],
    value1: 'open access to knowledge',
    value2: 'protection from harm',
    disagreements: { all: index / 4 },
    responses: ['a', 'b', 'c', 'd'].map((model, at) =>
      response(`lab/${model}`, {
        rulings: ruledBy(index > 8 ? 'nnc' : at === 3 ? 'nnc' : 'ccc', [['one'], ['one'], ['two']]),
        scores: at === 3 ? [6, 6] : [1, 1],
        type: RESPONSE_TYPES[at]!,
        text: `said ${model}`,
      }),
    ),
  }),
);
const html = renderStudyHtml(analyzeStudy(study(rows, { source: 'run' })));

describe.skipIf(CHROMIUM === undefined)('the analysis', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startBrowser(CHROMIUM!);
  });
  afterAll(() => browser.close());

  test('axe finds no fault, and nothing is wider than the window (light, dark, narrow) or the paper', async () => {
    const { page, complaints } = await browser.open(html);
    expect(await faultsInEachLook(page)).toEqual([]);
    expect(await wideInPrint(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([1200, 390])(
    'at %d pixels every number stands at the end of its bar, in letters that can be read',
    async (width) => {
      const { page } = await browser.open(html, { width });
      const places = await page.evaluate(() =>
        [...document.querySelectorAll('.bins .value')].map((label) => {
          const bar = label.parentElement!.querySelector(
            `rect:nth-of-type(${[...label.parentElement!.querySelectorAll('.value')].indexOf(label) + 1})`,
          )!;
          const { left, right, height } = label.getBoundingClientRect();
          const end = bar.getBoundingClientRect().right;
          return { gap: Math.max(left - end, end - right, 0), height, isInside: left >= 0 && right <= innerWidth };
        }),
      );
      expect(places.length).toBeGreaterThanOrEqual(4);
      for (const { gap, height, isInside } of places) {
        expect(gap).toBeLessThan(2);
        expect(height).toBeGreaterThan(11);
        expect(isInside).toBe(true);
      }
    },
  );
});
