// The pictures in README and docs, made anew from the demo's own pages: `npm run screenshots` (needs Chromium and a built dist/).
// Names of pictures to make may follow; without any, all are made.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { renderNightHtml } from '../src/nightly/report/html/night-html.ts';
import { endBrowser, findChromium, startBrowser } from '../__tests__/support/chromium.ts';
import { monthOfNights } from '../__tests__/support/month-of-nights.ts';
import { digestPage, MADE_FROM } from './picture-digests.ts';
import { PICTURES, type Picture } from './pictures.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WIDTH = 1180;
/** Around an element that is shown by itself. */
const EDGE = 16;

const chromium = findChromium('the pictures');
if (chromium === undefined) throw new Error('pictures need Chromium: apt-get install chromium');
const folder = mkdtempSync(join(tmpdir(), 'spec-gate-pictures-'));
const browser = await startBrowser(chromium);
try {
  const pages = makePages();
  const wanted = process.argv.slice(2);
  for (const picture of PICTURES.filter(({ file }) => wanted.length === 0 || wanted.includes(file))) {
    await take(picture, pages[picture.page]());
    noteSource(picture);
    console.log(`docs/${picture.file}`);
  }
} finally {
  await browser.close();
  await endBrowser();
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Each page when it is asked for, as HTML. */
function makePages(): Readonly<Record<Picture['page'], () => string>> {
  const run = (...args: readonly string[]): void => {
    execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], { cwd: ROOT, stdio: 'ignore' });
  };
  run('demo', '--output-dir', folder);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return {
    conflict: () => read('conflict/report.html'),
    models: () => read('models/report.html'),
    repair: () => read('conflict/repair.html'),
    analysis: () => {
      run('analyze', join(folder, 'conflict'), '--format', 'html', '--output', join(folder, 'analysis.html'));
      return read('analysis.html');
    },
    // The demo has no thirty nights, and these are made up: the page says so as it does of every simulation.
    night: () => renderNightHtml(monthOfNights({ simulated: true })),
  };
}

/** For the test that tells when the pictures show other numbers than the demo. */
function noteSource({ file, page }: Picture): void {
  const path = join(ROOT, MADE_FROM);
  const known = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
  const noted: Readonly<Record<string, string>> = { ...known, [file]: digestPage(page, folder) };
  const inOrder = PICTURES.flatMap((picture) => {
    const digest = noted[picture.file];
    return digest === undefined ? [] : [[picture.file, digest] as const];
  });
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);
}

async function take({ file, hash = '', element, height }: Picture, html: string): Promise<void> {
  const { page, complaints } = await browser.open(html, { hash, width: WIDTH });
  if (html.includes('id="explorer-data"')) await page.waitForFunction(isInUse);
  if (element !== undefined) await page.locator(element).first().waitFor();
  if (complaints.length > 0) throw new Error(`${file}: ${complaints.join('; ')}`);
  const clip = await frameOf(page, { element, height });
  await page.screenshot({ path: join(ROOT, 'docs', file), fullPage: true, clip });
}

/** The script has taken over the list that was written with the page. */
function isInUse(): boolean {
  const row = document.querySelector('.found-head');
  return row === null || document.querySelectorAll('.found-body').length <= 1;
}

async function frameOf(
  page: Page,
  { element, height }: { readonly element: string | undefined; readonly height: number },
): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  const whole = await page.evaluate((selector) => {
    const box = (selector === undefined ? document.documentElement : document.querySelector(selector))!;
    const { top, height: own } = box.getBoundingClientRect();
    return { top: top + scrollY, height: own };
  }, element);
  if (element === undefined) return { x: 0, y: 0, width: WIDTH, height: Math.min(height, whole.height) };
  const y = Math.max(0, whole.top - EDGE);
  return { x: 0, y, width: WIDTH, height: Math.min(height, whole.height + 2 * EDGE) };
}
