// The page: one file, no scripts, nothing loaded, nothing from outside becomes markup.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from '../../../src/render/html/markup.ts';
import { renderHtml } from '../../../src/report/html/html.ts';
import { hostileModelReport, modelReport } from '../../support/model-change-report.ts';
import { failingReport, hostileReport, REPORTS, untestedReport } from '../../support/report-builder.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { readTags } from '../../support/read-tags.ts';

const TAGS = new Set(
  `!doctype html head meta title style body main header section article p span code pre h1 h2 h3 h4 ul ol li strong
  table thead tbody tr th td details summary ins del div svg line rect circle`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `lang charset http-equiv content name class aria-label role scope data-label open html tabindex title
  viewBox width height x y x1 x2 y1 y2 cx cy r rx preserveAspectRatio`.split(/\s+/),
);

const reports = [
  ...Object.entries(REPORTS),
  ['model', modelReport] as const,
  ['hostile', () => hostileReport(30)] as const,
  ['hostile model', () => hostileModelReport(30)] as const,
];

test.each(reports)('%s holds only tags and attributes of ours, all closed', (_, build) => {
  const { tags, unclosed } = readTags(renderHtml({ report: build() }));
  expect(tags.filter(({ tag }) => !TAGS.has(tag))).toEqual([]);
  expect(tags.flatMap(({ attributes }) => attributes).filter((attribute) => !ATTRIBUTES.has(attribute))).toEqual([]);
  expect(unclosed).toEqual([]);
});

test('whatever a text holds, the tags stay the same', () => {
  const tagsOf = (text: string): unknown => {
    const report = untestedReport();
    const change = { ...report.changes[0]!, id: text, words: [{ kind: 'added', text }] as const, file: text };
    return readTags(renderHtml({ report: { ...report, changes: [change], policyHash: text } }));
  };
  const expected = tagsOf('plain');
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(tagsOf(`plain${text}`)).toEqual(expected);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('the policy allows the one style sheet and nothing else', async () => {
  const page = renderHtml({ report: failingReport() });
  const style = /<style>([^]*?)<\/style>/.exec(page)![1]!;
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(style))).toString('base64');
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
  );
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\bstyle="|url\(|@import/);
});

test('a value is escaped once, markup is not', () => {
  expect(html`<b title="${'a"b'}">${'<i>'}${html`<i>${'&'}</i>`}</b>`.markup).toBe(
    '<b title="a&#34;b">&#60;i&#62;<i>&#38;</i></b>',
  );
});
