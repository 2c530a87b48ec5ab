// The report as it is without evidence beside it, in a real browser: a change of a spec and one of models, on a phone and in print.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../../src/report/html/html.ts';
import { findChromium, startBrowser, type PageBrowser } from '../../support/chromium.ts';
import { axeFaults, COLOUR_RULES, orphanedHeadings, overflowOf, wideInPrint } from '../../support/page-faults.ts';
import { modelReport } from '../../support/model-change-report.ts';
import { failingReport } from '../../support/report-builder.ts';

const CHROMIUM = findChromium('the report');

describe.skipIf(CHROMIUM === undefined)('the page of', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startBrowser(CHROMIUM!);
  });
  afterAll(() => browser.close());

  test.each([
    ['a change of the spec', failingReport],
    ['a change of models', modelReport],
  ])('%s has no fault that axe finds, and fits a phone and the paper', async (_, build) => {
    const { page, complaints } = await browser.open(renderHtml({ report: build() }), { dark: true, width: 390 });
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    expect(await axeFaults(page, { only: COLOUR_RULES })).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await axeFaults(page)).toEqual([]);
    expect(await wideInPrint(page)).toEqual([]);
    expect(await orphanedHeadings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
