// The page in a real browser, where one is installed: its own policy must let its style sheet in and nothing else act.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/html.ts';
import { findChromium, startBrowser, type PageBrowser } from '../support/chromium.ts';
import { failingReport, hostileReport } from '../support/report-builder.ts';

const CHROMIUM = findChromium('the page');

describe.skipIf(CHROMIUM === undefined)('a browser', () => {
  let browser: PageBrowser;
  beforeAll(async () => {
    browser = await startBrowser(CHROMIUM!);
  });
  afterAll(() => browser.close());

  test('shows the page, styled, without a refusal', async () => {
    const { page, complaints } = await browser.open(renderHtml({ report: failingReport() }));
    expect(await page.content()).toContain('assume_best_intentions');
    expect(complaints).toEqual([]);
  });

  test('finds no element in hostile text', async () => {
    const { page, complaints } = await browser.open(renderHtml({ report: hostileReport(20) }));
    const dom = await page.content();
    expect(dom).toContain('Spec Gate');
    expect(dom).not.toMatch(/<(?:script|img|a|b|iframe)[\s>]/);
    expect(complaints).toEqual([]);
  });

  test('sets what was asked in the direction that it is read in', async () => {
    const report = failingReport();
    const [first] = report.scenarios;
    const edgesOf = async (query: string): Promise<readonly [number, number]> => {
      const { page } = await browser.open(renderHtml({ report: { ...report, scenarios: [{ ...first!, query }] } }));
      return page.evaluate(() => {
        const pre = document.querySelector('.scenario pre')!;
        pre.closest('details')!.open = true;
        const text = document.createRange();
        text.selectNodeContents(pre);
        const [own, around] = [text.getBoundingClientRect(), pre.getBoundingClientRect()];
        return [own.left - around.left, around.right - own.right] as const;
      });
    };
    const [left, right] = await edgesOf('كيف؟');
    expect(left).toBeGreaterThan(right + 100);
    const [before, after] = await edgesOf('How?');
    expect(after).toBeGreaterThan(before + 100);
  });

  test('would have said so: another style sheet is refused', async () => {
    const { complaints } = await browser.open(renderHtml({ report: failingReport() }).replace('</style>', ' </style>'));
    expect(complaints.join()).toMatch(/Content Security Policy/i);
  });
});
