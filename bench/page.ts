// How large the report's page is, how soon it paints, and how fast its list is narrowed: `npm run bench:page` (needs Chromium).
// The texts are drawn word by word, so they compress about as English does.
import { readPageScript } from '../src/io/page-script.ts';
import { buildExplorer } from '../src/report/explorer/build-explorer.ts';
import { renderHtml } from '../src/report/html/html.ts';
import { endBrowser, findChromium, startBrowser } from '../__tests__/support/chromium.ts';
import { explorerEvidence } from '../__tests__/support/explorer-evidence.ts';

const SIZES = [
  { scenarios: 200, models: 5, answer: 900 },
  { scenarios: 1000, models: 12, answer: 900 },
] as const;

const chromium = findChromium('the page');
const browser = chromium === undefined ? undefined : await startBrowser(chromium);
const pageScript = readPageScript();
if (pageScript === undefined) throw new Error('dist/page.js is not there: npm run build');
for (const size of SIZES) {
  for (const use of ['target', 'prompt'] as const) {
    const parts = explorerEvidence({ ...size, use });
    const page = renderHtml({ report: parts.report, explorer: buildExplorer(parts), pageScript });
    const megabytes = (Buffer.byteLength(page) / 1e6).toFixed(2);
    const line = `${size.scenarios} scenarios x ${size.models} models (${use}): ${megabytes} MB`;
    console.log(browser === undefined ? line : `${line}, ${await timesOf(page)}`);
  }
}
await browser?.close();
await endBrowser();

async function timesOf(html: string): Promise<string> {
  const { page } = await browser!.open(html);
  await page.waitForFunction(
    () => document.querySelector('.found-head')?.getAttribute('aria-expanded') === 'false',
    undefined,
    { timeout: 60_000 },
  );
  const figures = await page.evaluate(async () => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const usable = performance.now();
    const narrow = async (label: string, value: string): Promise<number> => {
      const select = [...document.querySelectorAll('label')]
        .find(({ textContent }) => textContent.startsWith(label))!
        .querySelector('select')!;
      const before = performance.now();
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - before;
    };
    const filters = [
      await narrow('Change', 'worse'),
      await narrow('Clause', 'clause_1'),
      await narrow('Change', 'any'),
      await narrow('Clause', ''),
    ];
    return { paint, usable, slowest: Math.max(...filters) };
  });
  return `first paint ${figures.paint.toFixed(0)} ms, usable by ${figures.usable.toFixed(0)} ms, slowest filter ${figures.slowest.toFixed(0)} ms`;
}
