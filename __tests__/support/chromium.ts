// A real browser for pages, where one is installed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const PATH = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (command) => spawnSync(command, ['--version'], { timeout: 120_000 }).status === 0,
);

/** Undefined, and said, where there is none. */
export function findChromium(what: string): string | undefined {
  if (PATH === undefined) console.log(`skipped: no Chromium on this machine, so ${what} is not tried in a browser`);
  return PATH;
}

export interface OpenedPage {
  readonly page: Page;
  /** Errors, warnings of the policy, and requests for anything but the file itself. */
  readonly complaints: readonly string[];
}

export interface PageBrowser {
  /** In the place of the page that was open before. */
  readonly open: (html: string, options?: { hash?: string; dark?: boolean; width?: number }) => Promise<OpenedPage>;
  readonly close: () => Promise<void>;
}

/** One for all files that a test process runs: it ends with the process. */
let shared: Promise<Browser> | undefined;

/** Ends the shared browser: a program that is no test would wait for it for ever. */
export async function endBrowser(): Promise<void> {
  await (await shared)?.close();
  shared = undefined;
}

export async function startBrowser(executable: string): Promise<PageBrowser> {
  shared ??= chromium.launch({
    executablePath: spawnSync('which', [executable], { encoding: 'utf8' }).stdout.trim(),
    args: ['--no-sandbox'],
  });
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-page-'));
  // One page, led to one file after another: a page of its own for each would be a process for each.
  const page = await (await shared).newPage();
  let pages = 0;
  return {
    open: async (html, { hash = '', dark = false, width = 1200 } = {}) => {
      const file = join(folder, `${(pages += 1)}.html`);
      writeFileSync(file, html);
      await page.removeAllListeners(undefined, { behavior: 'ignoreErrors' });
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media: null, colorScheme: dark ? 'dark' : 'light' });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (request.url().split('#')[0] !== `file://${file}`) complaints.push(`asked for ${request.url()}`);
      });
      await page.goto(`file://${file}${hash}`);
      return { page, complaints };
    },
    close: async () => {
      await page.context().close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
