// Links to a clause's lines: the right commit, and nothing of a hostile path that would end a link or an attribute.
import { expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/html.ts';
import { renderMarkdown } from '../../src/report/markdown/comment.ts';
import { sourceLink } from '../../src/report/source-link.ts';
import { HOSTILE_TEXTS } from '../support/hostile-text.ts';
import { allNodes, parseGithubMarkdown } from '../support/parse-github-markdown.ts';
import { failingReport } from '../support/report-builder.ts';

const repositoryUrl = 'https://github.example/octo/specs';
const base = failingReport();
const report = { ...base, base: { ...base.base, sha: 'b'.repeat(40) }, head: { ...base.head, sha: 'a'.repeat(40) } };
const [first] = report.changes;

test('a clause leads to its lines in the head, a removed one to those in the base', () => {
  const lines = `L${first!.lines[0]}-L${first!.lines[1]}`;
  expect(sourceLink({ report, repositoryUrl }, first!)).toBe(
    `${repositoryUrl}/blob/${report.head.sha}/docs/model_spec.md?plain=1#${lines}`,
  );
  expect(sourceLink({ report, repositoryUrl }, { ...first!, kind: 'removed' })).toContain(`/blob/${report.base.sha}/`);
});

test('no link where no repository is known, or no commit', () => {
  expect(sourceLink({ report }, first!)).toBeUndefined();
  const { sha: _sha, ...head } = report.head;
  expect(sourceLink({ report: { ...report, head }, repositoryUrl }, first!)).toBeUndefined();
});

test('a finding leads to its lines at the judged commit', () => {
  const found = report.findings.find(({ place }) => place !== undefined)!;
  const { file, line, endLine = line } = found.place!;
  const address = `${repositoryUrl}/blob/${report.head.sha}/${file}?plain=1#L${line}-L${endLine}`;
  expect(renderHtml({ report, repositoryUrl })).toContain(`<p class="place"><a href="${address}">`);
});

test.each(HOSTILE_TEXTS)('a path %j stays inside its link', (file) => {
  const link = sourceLink({ report, repositoryUrl }, { ...first!, file })!;
  expect(link.startsWith(`${repositoryUrl}/blob/${report.head.sha}/`)).toBe(true);
  expect(link).toMatch(/^[\w:/.\-~%?=#]+$/);
  const view = { report: { ...report, changes: [{ ...first!, file }], findings: [] }, repositoryUrl };
  expect(renderHtml(view).match(/<a /g)).toHaveLength(1);
  const links = allNodes(parseGithubMarkdown(renderMarkdown(view))).flatMap((node) =>
    node.type === 'link' ? node.url : [],
  );
  expect(links).toEqual([link]);
});
