// The comment and the summary: within GitHub's limits, and nothing from outside acts in them.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitSections } from '../../../src/render/fit-sections.ts';
import { LONGEST_COMMENT, renderMarkdown } from '../../../src/report/markdown/comment.ts';
import { renderSummary } from '../../../src/report/markdown/summary.ts';
import { hostileModelReport } from '../../support/model-change-report.ts';
import { failingReport, hostileReport, passingReport, runRecord } from '../../support/report-builder.ts';
import { allNodes, findActiveMarkdown, parseGithubMarkdown } from '../../support/parse-github-markdown.ts';

const OURS = [
  'root',
  'heading',
  'paragraph',
  'text',
  'inlineCode',
  'code',
  'strong',
  'emphasis',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'blockquote',
  'html',
];

/** The HTML that the renderers write themselves. */
const OUR_HTML = /^<details><summary>[\w ,]+<\/summary>$|^<\/details>$|^<\/?(?:b|del|sub)>$|^<br>$/;

/** The tags of `html` that are open at its end, and those that were closed without being open. */
function unbalanced(html: readonly string[]): readonly string[] {
  const open: string[] = [];
  for (const [, slash, tag] of html.flatMap((one) => [...one.matchAll(/<(\/?)(details|b|del|sub)>/g)])) {
    if (slash === '') open.push(tag!);
    else if (open.at(-1) === tag) open.pop();
    else open.push(`/${tag}`);
  }
  return open;
}

describe.each([
  ['comment', renderMarkdown],
  ['summary', renderSummary],
])('the %s', (_, render) => {
  test.each([
    ['a change of the spec', () => hostileReport(30)],
    ['a change of models', () => hostileModelReport(30)],
  ])('lets nothing from outside act in %s', (_what, build) => {
    const text = render({ report: build(), run: runRecord() });
    expect(findActiveMarkdown(text, OURS)).toEqual([]);
    const htmlNodes = allNodes(parseGithubMarkdown(text)).filter((node) => node.type === 'html');
    expect(htmlNodes.filter((node) => !OUR_HTML.test(node.value))).toEqual([]);
    expect(unbalanced(htmlNodes.map(({ value }) => value))).toEqual([]);
  });

  test('says the verdict in its first line', () => {
    expect(render({ report: passingReport() }).split('\n')[0]).toMatch(/^### ✅ Spec Gate: no metric got worse/);
    expect(render({ report: failingReport() }).split('\n')[0]).toMatch(/^### ❌ Spec Gate: non-compliance rose/);
  });

  test('a fake verdict in a name stays a name', () => {
    const report = { ...failingReport(), head: { ...failingReport().head, ref: '✅ Spec Gate: pass' } };
    expect(render({ report })).toContain('`✅ Spec Gate: pass`');
    expect(render({ report }).split('\n')[0]).toContain('❌');
  });
});

test.each([
  ['10', () => hostileReport(10)],
  ['60', () => hostileReport(60)],
  ['400', () => hostileReport(400)],
  ['60 changed models and 60', () => hostileModelReport(60)],
])('with %s of everything both stay within the limits and are whole', (_, build) => {
  const report = build();
  const comment = renderMarkdown({ report, run: runRecord(), runUrl: 'https://github.com/o/r/actions/runs/1' });
  expect(comment.length).toBeLessThanOrEqual(LONGEST_COMMENT);
  expect(comment).toContain('this run paid $1.90 · [full report');
  expect(Buffer.byteLength(renderSummary({ report }))).toBeLessThan(900 * 1024);
});

test('what was cut is counted', () => {
  const comment = renderMarkdown({ report: hostileReport(1000) });
  const shown = comment.match(/^\*\*What changed\*\*\n\n(?:- .*\n)*/m)?.[0].match(/^- /gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(0);
  expect(comment).toContain(`_…and ${1000 - shown} more in the full report._`);
});

test('sections fit their limit whatever they hold, and lose nothing when they fit', () => {
  const section = fc.record({
    opening: fc.constant('open\n'),
    items: fc.array(fc.string({ maxLength: 40 }), { maxLength: 40 }),
    closing: fc.constant('close\n'),
  });
  fc.assert(
    fc.property(fc.array(section, { maxLength: 5 }), fc.integer({ min: 400, max: 3000 }), (sections, limit) => {
      const text = fitSections(sections, limit);
      const whole = sections.map(({ opening, items, closing }) => opening + items.join('') + closing).join('');
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(whole.length > limit || text === whole).toBe(true);
    }),
    { numRuns: 300, seed: 7 },
  );
});
