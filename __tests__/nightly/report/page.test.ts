// A night's page: thirty nights of every figure, its alarms marked, readable without a script, in a real browser.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderNightHtml } from '../../../src/nightly/report/html/night-html.ts';
import type { NightReport } from '../../../src/nightly/report/report.ts';
import { findChromium, startBrowser, type PageBrowser } from '../../support/chromium.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-text.ts';
import { monthOfNights } from '../../support/month-of-nights.ts';
import { nightReport } from '../../support/night-report.ts';
import { faultsInEachLook, wideInPrint } from '../../support/page-faults.ts';

const report = monthOfNights();
const html = renderNightHtml(report);

test('holds no script, and nothing of what is not there', () => {
  expect(html).not.toContain('<script');
  const quiet = renderNightHtml(nightReport({ status: 'steady', anchor: { date: '2026-11-20' }, alarms: [] }));
  expect(quiet.match(/<h2/g)).toBeNull();
  expect(quiet).toContain('No change seen since the anchor of 2026-11-20');
});

test('a first night has a point and no line', () => {
  const trend: NightReport['trend'] = {
    dates: ['2026-11-25'],
    models: { 'a/b': [0.2] },
    rejections: {},
    panel: {},
    alarms: [[]],
  };
  const first = renderNightHtml(nightReport({ status: 'anchored', alarms: [], trend }));
  expect(first).toContain('The first night');
  expect(first).not.toMatch(/NaN|Infinity|undefined/);
});

test('names from outside make no element', () => {
  for (const text of HOSTILE_TEXTS) {
    const trend = { ...report.trend, models: { [text]: [0.2] }, dates: ['2026-11-25'], alarms: [[]] };
    const page = renderNightHtml(nightReport({ trend, alarms: [{ ...report.alarms[0]!, id: text } as never] }));
    expect(page).not.toMatch(/<(?:script|img|b|iframe|td><\/td)[\s>]/);
  }
});

const CHROMIUM = findChromium('the night');

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startBrowser(CHROMIUM!);
  });
  afterAll(() => browser.close());

  test('each metric has a chart for each model, thirty nights wide, with its alarms where they stood', async () => {
    const { page, complaints } = await browser.open(html);
    expect(await page.locator('h2#trend').textContent()).toBe('The last 30 nights');
    const charts = await page
      .locator('.trend svg')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    const models = Object.keys(report.trend.models);
    for (const metric of ['non-compliance', 'rejections']) {
      for (const model of models)
        expect(charts.filter((one) => one.startsWith(`${metric}, ${model}:`))).toHaveLength(1);
    }
    const refusing = page.locator(`.trend svg[aria-label^="rejections, ${models[1]}"]`);
    expect(await refusing.locator('.alarm').count()).toBe(8);
    expect(await refusing.locator('.dot').count()).toBe(22);
    expect(await refusing.locator('.anchor').count()).toBe(1);
    const silent = page.locator(`.trend svg[aria-label^="non-compliance, ${models[0]}"]`);
    expect(await silent.locator('.dot').count()).toBe(29);
    expect((await silent.locator('.line').getAttribute('d'))!.match(/M/g)).toHaveLength(2);
    expect(await page.locator('.strips svg').count()).toBe(2);
    expect(await page.locator('details.long tbody tr').count()).toBe(30);
    expect(complaints).toEqual([]);
  });

  test('axe finds no fault, and nothing is wider than the window (light, dark, narrow) or the paper', async () => {
    const { page } = await browser.open(html);
    await page.locator('details.long').evaluate((one) => one.setAttribute('open', ''));
    expect(await faultsInEachLook(page)).toEqual([]);
    expect(await wideInPrint(page)).toEqual([]);
  });
});
