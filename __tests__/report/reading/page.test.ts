// The spec where it is read, in a real browser: addresses lead to clauses and to their lines, changed words are marked, what
// nothing tests is said, and axe finds no fault.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPageScript } from '../../../src/io/page-script.ts';
import { buildExplorer } from '../../../src/report/explorer/build-explorer.ts';
import { buildReading } from '../../../src/report/reading/build-reading.ts';
import { renderHtml } from '../../../src/report/html/html.ts';
import { findChromium, startBrowser, type PageBrowser } from '../../support/chromium.ts';
import { explorerEvidence } from '../../support/explorer-evidence.ts';
import { harborReading } from '../../support/harbor-reading.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-text.ts';
import { faultsInEachLook, wideInPrint } from '../../support/page-faults.ts';

const CHROMIUM = findChromium('the spec');
const { report, clauses } = await harborReading();

/** The list's scenarios test two of the spec's clauses. */
function pageOf(lines = clauses): string {
  const parts = explorerEvidence({ scenarios: 12, models: 3 });
  const link = (ids: readonly string[]): string[] =>
    ids.map((id) => (id === 'clause_0' ? 'assume_best_intentions' : 'avoid_hazardous_detail'));
  const scenarios = parts.scenarios.map((one) => ({ ...one, clauses: link(one.clauses) }));
  const rows = parts.report.scenarios.map((one) => ({ ...one, clauses: link(one.clauses) }));
  const whole = { ...parts.report, ...report, scenarios: rows, rounds: parts.report.rounds };
  const pageScript = readPageScript();
  if (pageScript === undefined) throw new Error('dist/page.js is not built');
  return renderHtml({
    report: whole,
    reading: buildReading(whole, lines),
    explorer: buildExplorer({ ...parts, report: whole, scenarios }),
    pageScript,
    repositoryUrl: 'https://github.com/o/r',
  });
}

describe.skipIf(CHROMIUM === undefined)('the spec on the page', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startBrowser(CHROMIUM!);
  });
  afterAll(() => browser.close());

  const whole = pageOf();

  test('has every clause in the order of the file; an edited one is open, with its words, effect and lines', async () => {
    const { page, complaints } = await browser.open(whole);
    const titles = await page.locator('.read .read-title strong').allTextContents();
    expect(titles).toEqual(clauses.filter(({ kind }) => kind !== 'grouping').map(({ title }) => title));
    const edited = page.locator('.read', { has: page.locator('[id="clause/assume_best_intentions"]') });
    expect(await edited.getAttribute('open')).toBe('');
    expect(await edited.locator('ins').first().textContent()).toContain('the question in full');
    expect(await edited.locator('del').first().textContent()).toContain('that one');
    expect(await edited.locator('summary').textContent()).toContain('+37 points');
    expect(await edited.locator('.place a').first().getAttribute('href')).toBe(
      `https://github.com/o/r/blob/${report.head.sha}/head-conflict/spec.md?plain=1#L117-L129`,
    );
    const other = page.locator('.read', { has: page.locator('[id="clause/support_security_work"]') });
    expect(await other.getAttribute('open')).toBeNull();
    expect(await other.locator('summary').textContent()).toMatch(/3 scenarios, 2 of 3 demands tested/);
    expect(await other.locator('.untested li').count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('an address opens a clause that was closed and brings it into sight', async () => {
    const { page } = await browser.open(whole, { hash: '#clause/fit_the_answer' });
    const clause = page.locator('.read', { has: page.locator('[id="clause/fit_the_answer"]') });
    await expect.poll(() => clause.getAttribute('open')).toBe('');
    await expect
      .poll(() =>
        clause.locator('.read-body').evaluate((one) => {
          const { top } = one.getBoundingClientRect();
          return top >= 0 && top < innerHeight;
        }),
      )
      .toBe(true);
    expect(await page.getByRole('status').textContent()).toContain('12 of 12 scenarios');
  });

  test('from a clause to its scenarios, and from a scenario to the clause', async () => {
    const { page } = await browser.open(whole);
    await page.locator('.read .place a', { hasText: 'scenarios of this run' }).last().click();
    await expect.poll(() => page.getByRole('status').textContent()).toContain('2 of 12 scenarios');
    await page.locator('.found-head').first().click();
    await page.locator('.found-body a', { hasText: 'assume_best_intentions' }).first().click();
    const body = page.locator('[id="clause/assume_best_intentions"]');
    await expect.poll(() => body.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true);
  });

  test('axe finds no fault, and nothing is wider than the window (light, dark, narrow) or the paper', async () => {
    const { page } = await browser.open(whole, { hash: '#clause/protect_basic_interests' });
    await page.waitForFunction(() => document.querySelectorAll('.found').length === 12);
    expect(await faultsInEachLook(page)).toEqual([]);
    expect(await wideInPrint(page)).toEqual([]);
  });

  test('a hostile spec is text', async () => {
    const hostile = clauses.map((clause, index) => {
      const text = HOSTILE_TEXTS[index % HOSTILE_TEXTS.length]!;
      return { ...clause, title: text, text: `${text}\n\n${text}` };
    });
    const { page, complaints } = await browser.open(pageOf(hostile));
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
    expect(await page.locator('.spec :is(script, img, iframe, b, object, embed, form, style, svg)').count()).toBe(0);
    expect(await page.locator('.spec a:not([href^="#"], .place a)').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
