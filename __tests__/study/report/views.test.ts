// Every view of a study: what stands in it, and that text from outside stays text.
import { RESPONSE_TYPES } from '../../../src/core/study-words.ts';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { analyzeStudy, type StudyAnalysis } from '../../../src/study/analyze-study.ts';
import { renderStudyCsv } from '../../../src/study/report/study-csv.ts';
import { renderStudyHtml } from '../../../src/study/report/study-html.ts';
import { renderStudyJson } from '../../../src/study/report/study-json.ts';
import { renderStudyMarkdown } from '../../../src/study/report/study-markdown.ts';
import { renderStudyText } from '../../../src/study/report/study-text.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { parseGithubMarkdown } from '../../support/parse-github-markdown.ts';
import { readTags } from '../../support/read-tags.ts';
import { response, row, ruledBy, study, times } from '../../support/study-rows.ts';

/** A study in which every table has rows, and every name is `name`. */
function filled(name: string): StudyAnalysis {
  const place = { file: `${name}.md`, line: 12, endLine: 14 };
  const rows = times(8, (id, index) =>
    row(`${id}${name}`, {
      clauses: [`one${name}`, `two${name}`],
      topics: [`topic${name}`],
      value1: `v1${name}`,
      value2: `v2${name}`,
      disagreements: { all: 1.6 + index / 6 },
      responses: ['a', 'b', 'c', 'd'].map((model, at) =>
        response(`p/${model}${name}`, {
          rulings: ruledBy(at === 3 ? 'nnc' : 'ccc', [[`one${name}`], [`one${name}`], [`two${name}`]]),
          scores: at === 3 ? [6, 6] : [1, 1],
          type: at === 2 ? RESPONSE_TYPES[5] : RESPONSE_TYPES[at]!,
          text: `said ${name}`,
        }),
      ),
    }),
  );
  return analyzeStudy(study(rows, { simulated: true, source: 'run', places: new Map([[`one${name}`, place]]) }));
}

const RENDERERS = {
  text: renderStudyText,
  markdown: renderStudyMarkdown,
  csv: renderStudyCsv,
  html: renderStudyHtml,
  json: renderStudyJson,
};
const views = Object.entries(RENDERERS);

describe.each(views)('%s', (format, render) => {
  const text = render(filled(''));

  test('says that it is simulated, names the clause with its place, and has every table', () => {
    expect(text).toMatch(/simulated/i);
    expect(text).toContain(format === 'json' ? '"line": 12' : '.md:12');
    const last = format === 'csv' ? 'priorities' : format === 'json' ? '"priorities"' : 'Values put first';
    expect(text).toContain(last);
  });

  test('has no number that is none', () => {
    // JSON says `undefined` as the status of an estimate.
    expect(text.replaceAll('"undefined"', '')).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  test('is the same twice, and shows a study without anything', () => {
    expect(render(filled(''))).toBe(text);
    expect(render(analyzeStudy(study([])))).not.toMatch(/NaN|Infinity|\[object/);
  });
});

describe.each(['text', 'markdown', 'html'] as const)('%s of answers that nobody ruled on or scored', (format) => {
  const bare = analyzeStudy(study([row('s', { responses: [response('p/a', {}), response('p/b', {})] })]));
  const text = RENDERERS[format](bare);

  test('has no heading of a table without rows; what is not there is named once, with why', () => {
    expect(text).toContain('Not in this analysis');
    for (const title of ['Outcomes', 'Kinds of response', 'Values put first', 'Clauses cited against each other']) {
      expect(text.split(title).length - 1).toBe(1);
    }
    expect(text).toMatch(/Outcomes, Judges, Agreement of the judges: no responses were ruled on/);
  });
});

test('a column without a single figure is left out, but not from the CSV', () => {
  const audited = filled('');
  const bins = audited.bins.map((table) => ({
    ...table,
    bins: table.bins.map((bin) => ({
      ...bin,
      anyJudge: { share: { status: 'undefined' as const }, fold: { status: 'undefined' as const } },
    })),
  })) as unknown as StudyAnalysis['bins'];
  expect(renderStudyText(audited)).toContain('any judge');
  expect(renderStudyText({ ...audited, bins })).not.toContain('any judge');
  expect(renderStudyCsv({ ...audited, bins })).toContain('any judge');
});

test('a terminal of 60 columns holds every line', () => {
  const lines = renderStudyText(filled(' of a rather long name that goes on'), { width: 60 }).split('\n');
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
});

test('CSV: eight fields a line, shares as numbers', () => {
  const lines = renderStudyCsv(filled('')).trimEnd().split('\r\n');
  expect(lines[0]).toBe('table,row,column,text,value,lower,upper,simulated');
  expect(lines.filter((line) => line.split(',').length !== 8 && !line.includes('"'))).toEqual([]);
  const share = lines.find((line) => line.startsWith('outcomes,1,at least one fails'))!.split(',');
  expect(Number(share[4])).toBe(1);
  expect(Number(share[5])).toBeCloseTo(8 / (8 + 1.959964 ** 2), 6);
});

test('CSV: a name that a spreadsheet would run is text', () => {
  const responses = [response('+1', { rulings: ruledBy('nn') }), response('@x', { rulings: ruledBy('cc') })];
  const outliers = response('=cmd|calc', { scores: [6, 6] });
  const others = ['a', 'b', 'c'].map((model) => response(model, { scores: [1, 1] }));
  const rows = [row('s', { responses: [...responses, outliers, ...others] })];
  const fields = renderStudyCsv(analyzeStudy(study(rows))).split(/[,\r\n]+/);
  expect(fields.filter((field) => /^[=+@]/.test(field))).toEqual([]);
  expect(fields).toContain("'=cmd|calc");
});

test('whatever a name holds, the tags of the page stay the same, and all are closed', () => {
  const expected = readTags(renderStudyHtml(filled('plain')));
  expect(expected.unclosed).toEqual([]);
  expect(expected.tags.map(({ tag }) => tag)).not.toContain('script');
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(readTags(renderStudyHtml(filled(`plain${text}`)))).toEqual(expected);
    }),
    { numRuns: 15, seed: 7 },
  );
});

test('whatever a name holds, Markdown has it in code', () => {
  const kinds = (text: string): readonly string[] => {
    const found: string[] = [];
    const walk = (node: Nodes): void => {
      found.push(node.type);
      if ('children' in node) for (const child of node.children) walk(child);
    };
    walk(parseGithubMarkdown(renderStudyMarkdown(filled(text))));
    return found;
  };
  const expected = kinds('plain');
  expect(expected).toContain('inlineCode');
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(kinds(`plain${text}`)).toEqual(expected);
    }),
    { numRuns: 15, seed: 7 },
  );
});
