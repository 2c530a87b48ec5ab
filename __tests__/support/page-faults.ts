// What is wrong with a page in a browser: what axe finds, and what is wider than the screen or the paper.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Less than half as much for a browser to read as what `axe-core` itself would hand it. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that another colour scheme can break: everything else is the same elements. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'] as const;

/** Which rules are tried. By default all. */
export type Tried = { readonly only: readonly string[] } | { readonly without: readonly string[] };

/** One line a rule that is broken, with the first place and why; none where axe finds nothing. */
export async function axeFaults(page: Page, tried: Tried = { without: [] }): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const chosen =
    'only' in tried
      ? { runOnly: [...tried.only] }
      : { rules: Object.fromEntries(tried.without.map((rule) => [rule, { enabled: false }])) };
  return page.evaluate(async (options) => {
    const { axe: found } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await found.run(document, { resultTypes: ['violations'], selectors: false, ...options });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`);
  }, chosen);
}

/**
 * Faults of a page that is open in the light scheme, 1,200 pixels wide: so, in the dark scheme and as narrow as a phone.
 * One line each, with the look; it leaves the page as narrow as a phone.
 */
export async function faultsInEachLook(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const look = async (name: string, tried?: Tried): Promise<void> => {
    const overflow = await overflowOf(page);
    if (overflow > 0) faults.push(`${name}: ${overflow} pixels wider than the window`);
    faults.push(...(await axeFaults(page, tried)).map((fault) => `${name}: ${fault}`));
  };
  await look('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('dark', { only: COLOUR_RULES });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 900 });
  // The colours are those of the first look, and weighing them takes longer than everything else.
  await look('narrow', { without: COLOUR_RULES });
  return faults;
}

/** Pixels by which the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What is cut or wider than the paper when the page is printed with all of it open, by the beginning of its markup. */
export async function wideInPrint(page: Page): Promise<readonly string[]> {
  // What is closed a browser need not have laid out for this width.
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
  await page.emulateMedia({ media: 'print' });
  // The paper of A4 between margins of 1 cm, in CSS pixels.
  await page.setViewportSize({ width: 718, height: 1000 });
  return page.evaluate(() =>
    [...document.querySelectorAll('table, pre, svg, .plot, .card')]
      .filter((one) => {
        const { right, width } = one.getBoundingClientRect();
        return width > 0 && (right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 1);
      })
      .map((one) => one.outerHTML.slice(0, 90)),
  );
}

/** Headings that the printed page may part from what they head: those without the rule that keeps them together. */
export async function orphanedHeadings(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, summary, thead')]
      .filter((one) => one.nextElementSibling !== null && getComputedStyle(one).breakAfter !== 'avoid')
      .map((one) => one.outerHTML.slice(0, 90)),
  );
}
