// The list of scenarios in a real browser: content, search, filters, addresses, keys; nothing refused, nothing asked for, no
// markup from outside; axe finds no fault in either scheme.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPageScript } from '../../../src/io/page-script.ts';
import { buildExplorer } from '../../../src/report/explorer/build-explorer.ts';
import { renderHtml } from '../../../src/report/html/html.ts';
import { namelessNodes, readAccessibilityTree } from '../../support/accessibility-tree.ts';
import { findChromium, startBrowser, type PageBrowser } from '../../support/chromium.ts';
import { explorerEvidence, type ExplorerSize } from '../../support/explorer-evidence.ts';
import { faultsInEachLook, wideInPrint } from '../../support/page-faults.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-text.ts';

const CHROMIUM = findChromium('the list of scenarios');

function pageOf(size: ExplorerSize): string {
  const parts = explorerEvidence(size);
  const pageScript = readPageScript();
  if (pageScript === undefined) throw new Error('dist/page.js is not built');
  return renderHtml({ report: parts.report, explorer: buildExplorer(parts), pageScript });
}

const choose = (page: Page, label: string): Locator =>
  page
    .locator('.filters label')
    .filter({ has: page.locator('span', { hasText: new RegExp(`^${label}$`) }) })
    .locator('select');

const rows = (page: Page): Promise<number> => page.locator('.found').count();

describe.skipIf(CHROMIUM === undefined)('the list of scenarios', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startBrowser(CHROMIUM!);
  });
  afterAll(() => browser.close());

  const small = pageOf({ scenarios: 100, models: 4 });
  /** Enough to show every sort of row. */
  const few = pageOf({ scenarios: 12, models: 4 });

  test('shows what was asked; filters and search narrow it', async () => {
    const { page, complaints } = await browser.open(small);
    await page.waitForFunction(() => document.querySelectorAll('.found').length === 60);
    expect(await page.locator('.found .asked').first().textContent()).toMatch(/^Question \d+: /);
    await page.getByLabel('Change', { exact: false }).first().selectOption('worse');
    await expect.poll(() => rows(page)).toBe(20);
    await page.getByLabel('Clause').first().selectOption('clause_0');
    await expect.poll(() => rows(page)).toBe(3);
    await page.getByRole('button', { name: 'Clear' }).click();
    // Every fifth scenario is in order on base and not on head; the others are in order on both.
    await choose(page, 'On head').selectOption('compliant');
    await expect.poll(() => rows(page)).toBe(60);
    expect(await page.getByRole('status').textContent()).toContain('80 of 100 scenarios');
    await choose(page, 'On head').selectOption('problematic');
    await expect.poll(() => rows(page)).toBe(20);
    await choose(page, 'New').selectOption('failing');
    await choose(page, 'Model').selectOption('lab-1/model-1');
    await expect.poll(() => page.getByRole('status').textContent()).toContain('20 of 100 scenarios');
    await choose(page, 'On head').selectOption('compliant');
    await expect.poll(() => rows(page)).toBe(0);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('searchbox').fill('pair-0042');
    await page.waitForFunction(() => document.querySelectorAll('.found').length === 1);
    expect(await page.getByRole('status').textContent()).toContain('1 of 100 scenarios');
    expect(complaints).toEqual([]);
  });

  test('an opened scenario shows both answers, the spectra, and every ruling with its reason', async () => {
    const { page } = await browser.open(few, { hash: '#scenario/pair-0005_neutral' });
    const row = page.locator('.found.current');
    await row.waitFor();
    expect(await row.locator('.model-answer').count()).toBe(4);
    expect(await row.locator('.model-answer').first().locator('.side pre').count()).toBe(2);
    expect(await row.locator('.strip').count()).toBe(2);
    expect(await row.locator('.judgments li').count()).toBe(4 * 2 * 3);
    expect(await row.locator('.judgments li p').first().textContent()).not.toBe('');
  });

  test('an address leads to a clause and to a model; a wrong one leads nowhere and breaks nothing', async () => {
    const { page, complaints } = await browser.open(small, { hash: '#clause/clause_2' });
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('14 of 100'));
    await page.goto(`${page.url().split('#')[0]}#model/lab-1%2Fmodel-1`);
    await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('100 of 100'));
    await page.goto(`${page.url().split('#')[0]}#scenario/%E0%A4%A`);
    expect(await rows(page)).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('j, k, enter and / work the list', async () => {
    const { page } = await browser.open(few);
    // Twelve rows were written with the page; what is typed into comes with the script that listens to keys.
    await page.getByRole('searchbox').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.waitForFunction(() => document.querySelector('.found')?.classList.contains('current'));
    const isOpen = (): Promise<string | null> =>
      page.locator('.found.current button').first().getAttribute('aria-expanded');
    expect(await isOpen()).toBe('false');
    await page.waitForFunction(() => document.activeElement?.closest('.found.current') !== null);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.found.current .found-body') !== null);
    expect(await isOpen()).toBe('true');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  });

  test('text from outside is text', async () => {
    const hostile = pageOf({ scenarios: 40, models: 3, hostile: HOSTILE_TEXTS });
    const { page, complaints } = await browser.open(hostile, { hash: '#scenario/pair-0000_neutral' });
    await page.locator('.found.current').waitFor();
    expect(await page.locator('#explorer :is(script, img, iframe, b, object, embed)').count()).toBe(0);
    expect(await page.locator('#explorer a:not([href^="#"])').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('without a script the page holds the list as it was written', () => {
    const parts = explorerEvidence({ scenarios: 100, models: 4 });
    const written = renderHtml({ report: parts.report, explorer: buildExplorer(parts) });
    expect(written.match(/class="found"/g)?.length).toBe(40);
    expect(written).toContain('Question 0: ');
    expect(written).not.toContain('<script>');
  });

  test('axe finds no fault, and nothing is wider than the window (light, dark, narrow) or the paper', async () => {
    const { page } = await browser.open(few, { hash: '#scenario/pair-0005_neutral' });
    await page.locator('.found.current').waitFor();
    expect(await faultsInEachLook(page)).toEqual([]);
    expect(await wideInPrint(page)).toEqual([]);
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(1000);
  });

  test('a screen reader is told what everything is: names of filters, rows, answers, charts and tables', async () => {
    const { page } = await browser.open(few, { hash: '#scenario/pair-0005_neutral' });
    await page.locator('.found.current').waitFor();
    const nodes = await readAccessibilityTree(page);
    expect(namelessNodes(nodes)).toEqual([]);
    const named = (role: string): readonly string[] =>
      nodes.filter((node) => node.role === role).map((node) => node.name);
    expect(named('searchbox')).toEqual(['Search']);
    expect(named('combobox')).toEqual(
      ['Change', 'On head', 'New', 'Sides differ in', 'Clause', 'Topic', 'Model', 'Kind of answer', 'Order'], // in the order of the page
    );
    const questions = nodes.filter(({ role, name }) => role === 'button' && name.startsWith('Question '));
    expect(questions).toHaveLength(12);
    expect(questions.filter(({ expanded }) => expanded === true)).toEqual([
      expect.objectContaining({ name: expect.stringMatching(/^Question 5: /) }),
    ]);
    expect(questions.filter(({ expanded }) => expanded === false)).toHaveLength(11);
    expect(named('table')).toEqual(
      expect.arrayContaining(['Measured', 'Models and values', 'Each judge', 'Agreement of the judges']),
    );
    expect(named('image')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^candour 5, from 0 oppose to 6 favour\. base: .*lab-0\/model-0 \d/),
        expect.stringMatching(/^Kinds of response, of 192: full compliance \d+, /),
      ]),
    );
    // The row that a key has chosen is where the reader is.
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(/Question \d+: /);
  });
});
