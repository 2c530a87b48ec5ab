// The page in a real browser, where one is installed: its own policy must let its style sheet in and nothing else act.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/html.ts';
import { failingReport, hostileReport } from '../support/report-builder.ts';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (command) => spawnSync(command, ['--version'], { timeout: 10_000 }).status === 0,
);
if (CHROMIUM === undefined) console.log('skipped: no Chromium on this machine, the page is not opened in a browser');

const FLAGS = `--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
  --disable-component-update --disable-sync --enable-logging=stderr --v=0 --dump-dom`.split(/\s+/);

const folder = mkdtempSync(join(tmpdir(), 'spec-gate-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

function open(page: string): { readonly dom: string; readonly log: string } {
  const file = join(folder, 'report.html');
  writeFileSync(file, page);
  const { stdout, stderr } = spawnSync(
    CHROMIUM!,
    [...FLAGS, `--user-data-dir=${join(folder, 'profile')}`, `file://${file}`],
    {
      encoding: 'utf8',
      timeout: 25_000,
    },
  );
  return { dom: stdout, log: stderr };
}

test.skipIf(CHROMIUM === undefined)('a browser shows the page, styled, without a refusal', () => {
  const { dom, log } = open(renderHtml({ report: failingReport() }));
  expect(dom).toContain('assume_best_intentions');
  expect(log).not.toMatch(/Content Security Policy|CONSOLE/i);
});

test.skipIf(CHROMIUM === undefined)('a browser finds no element in hostile text', () => {
  const { dom, log } = open(renderHtml({ report: hostileReport(20) }));
  expect(dom).toContain('Spec Gate');
  expect(dom).not.toMatch(/<(?:script|img|a|b|iframe)[\s>]/);
  expect(log).not.toMatch(/Content Security Policy|CONSOLE/i);
});

test.skipIf(CHROMIUM === undefined)('the browser would have said so: another style sheet is refused', () => {
  const { log } = open(renderHtml({ report: failingReport() }).replace('</style>', ' </style>'));
  expect(log).toMatch(/Content Security Policy/i);
});
