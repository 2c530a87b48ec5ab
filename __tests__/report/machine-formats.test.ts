// JSON, JUnit, SARIF and annotations: what machines read keeps their rules, whatever the texts hold.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../../src/core/canonical-json.ts';
import { listAnnotations } from '../../src/report/formats/annotations.ts';
import { renderCsv } from '../../src/report/formats/csv.ts';
import { renderJson } from '../../src/report/formats/json.ts';
import { escapeXml, renderJunit } from '../../src/report/formats/junit.ts';
import { buildSarif, MOST_RESULTS, renderSarif } from '../../src/report/formats/sarif.ts';
import type { Report } from '../../src/report/report.ts';
import {
  acceptedReport,
  failingReport,
  hostileReport,
  inconclusiveReport,
  REPORTS,
} from '../support/report-builder.ts';
import { explorerEvidence } from '../support/explorer-evidence.ts';
import { junitProblems, reportProblems, sarifProblems } from '../support/official-schemas.ts';
import { readCsv } from '../../src/scenarios/rows/csv.ts';
import { hostileText } from '../support/hostile-text.ts';

const reports = [...Object.entries(REPORTS), ['hostile', () => hostileReport(40)] as const];

describe('json', () => {
  test.each(reports)('%s is the report and nothing else', (_, build) => {
    const text = renderJson({ report: build() });
    expect(JSON.parse(text)).toEqual(build());
    expect(text.endsWith('}\n')).toBe(true);
  });

  test.each(reports)('%s has the fields of the published schema, and no others', (_, build) => {
    expect(reportProblems(JSON.parse(renderJson({ report: build() })))).toEqual([]);
  });

  test('the schema would tell a field that it does not know, or one that is not there', () => {
    const { verdict: _, ...rest } = failingReport();
    expect(reportProblems({ ...rest, colour: 'red' }).join()).toMatch(/verdict.*colour|colour.*verdict/);
  });

  test('the bytes do not depend on the order of keys', () => {
    const report = failingReport();
    const reversed = Object.fromEntries(Object.entries(report).reverse()) as unknown as Report;
    expect(renderJson({ report: reversed })).toBe(renderJson({ report }));
    expect(canonicalJson(JSON.parse(renderJson({ report })) as Json)).toBe(canonicalJson(report as unknown as Json));
  });
});

describe('junit', () => {
  // What XML 1.0 can hold (section 2.2).
  const XML_TEXT = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

  test.each(reports)('%s is valid by the schema that Jenkins reads', async (_, build) => {
    const xml = renderJunit({ report: build() });
    expect(await junitProblems(xml)).toEqual([]);
    expect(xml).toMatch(XML_TEXT);
  });

  test('the schema would tell what it does not know', async () => {
    const xml = renderJunit({ report: failingReport() });
    expect(await junitProblems(xml.replace('<failure', '<broken'))).not.toEqual([]);
    expect(await junitProblems(xml.replace('classname=', 'file="spec.md" classname='))).not.toEqual([]);
  });

  test('any text is XML text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeXml(text)).toMatch(XML_TEXT);
        expect(escapeXml(text)).not.toMatch(/[<>"']/);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  test('counts what it holds, and an accepted failure fails nothing', () => {
    expect(renderJunit({ report: failingReport() })).toContain(
      '<testsuite name="metrics" tests="6" failures="3" errors="0" skipped="2">',
    );
    expect(renderJunit({ report: inconclusiveReport() })).toContain(
      '<testsuite name="metrics" tests="4" failures="0" errors="1" skipped="2">',
    );
    expect(renderJunit({ report: acceptedReport() })).not.toMatch(/<failure|<error/);
  });
});

describe('junit, clause by clause', () => {
  const caseOf = (report: Report, clause: string): string =>
    renderJunit({ report }).match(
      new RegExp(`<testcase classname="spec-gate.clauses" name="${clause}">[^]*?</testcase>`),
    )![0];

  test('a clause that rose is red where the check fails, and is never green', () => {
    const report = failingReport();
    expect(report.clauses.find(({ id }) => id === 'assume_best_intentions')).toMatchObject({ change: 0.24 });
    expect(caseOf(report, 'assume_best_intentions')).toMatch(/<failure message="Edited, .*\+24 points/);
    expect(caseOf(report, 'support_security_research')).toContain('<system-out>');
    const passing: Report = { ...report, verdict: { status: 'pass', reasons: [] } };
    expect(caseOf(passing, 'assume_best_intentions')).toContain('<skipped>Got worse, and does not block. Edited');
    expect(caseOf(acceptedReport(), 'assume_best_intentions')).not.toContain('<system-out>');
  });
});

describe('csv', () => {
  const { scenarios: _, ...evidence } = explorerEvidence({ scenarios: 3, models: 2 });

  test('a row a judged answer, which a reader of CSV reads back', async () => {
    const text = renderCsv({ report: failingReport(), cells: evidence.cells });
    const rows = await readBack(text);
    expect(rows).toHaveLength(evidence.cells.length);
    const [row, cell] = [rows[1]!, evidence.cells[1]!];
    expect(row).toMatchObject({
      scenario: cell.scenario,
      model: cell.model,
      side: cell.arm,
      replicate: `${cell.stage} ${cell.draw}`,
      problematic: String(cell.problematic),
      simulated: 'false',
    });
    const ruled = ['compliant_rulings', 'non_compliant_rulings', 'ambiguous_rulings', 'abstentions'] as const;
    expect(ruled.reduce((sum, name) => sum + Number(row[name]), 0)).toBe(cell.judgments.length);
  });

  test('what was simulated says so in each row; nothing is a formula', async () => {
    const cells = [{ ...evidence.cells[0]!, model: '=HYPERLINK("x")', scenario: 'a,"b"\nc' }];
    const text = renderCsv({ report: REPORTS.pass(), cells });
    expect(await readBack(text)).toMatchObject([
      { model: `'=HYPERLINK("x")`, scenario: 'a,"b"\nc', simulated: 'true' },
    ]);
  });
});

async function readBack(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const blob = new Blob([text]);
  const slice = (from: number, to?: number): Promise<ArrayBuffer> => blob.slice(from, to).arrayBuffer();
  const rows: Readonly<Record<string, unknown>>[] = [];
  for await (const row of readCsv({ name: 'outcomes.csv', byteLength: blob.size, slice })) {
    rows.push(row.kind === 'row' ? row.fields : { bad: row.reason });
  }
  return rows;
}

describe('sarif', () => {
  test.each(reports)('%s is valid SARIF 2.1.0', (_, build) => {
    expect(sarifProblems(renderSarif({ report: build() }))).toEqual([]);
  });

  test('the schema would tell what it does not know', () => {
    expect(sarifProblems(renderSarif({ report: failingReport() }).replace('"ruleId"', '"rule"'))).not.toEqual([]);
  });

  test.each(reports)('%s refers only to what it holds', (_, build) => {
    const log = buildSarif(build());
    expect(JSON.parse(renderSarif({ report: build() }))).toEqual(log);
    const [run] = log.runs;
    const { rules } = run!.tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const result of run!.results) {
      expect(rules[result.ruleIndex]?.id).toBe(result.ruleId);
      expect(result.message.text).not.toMatch(/(?<!\\)\[[^\]]*\]\(/);
      for (const { physicalLocation } of result.locations ?? []) {
        expect(physicalLocation.artifactLocation.uri).toMatch(/^(?:[\w.~!*'()/-]|%[0-9A-F]{2})*$/);
        expect(physicalLocation.region.endLine).toBeGreaterThanOrEqual(physicalLocation.region.startLine);
        expect(physicalLocation.region.startLine).toBeGreaterThanOrEqual(1);
      }
    }
  });

  test('keeps the first thousand results', () => {
    expect(buildSarif(hostileReport(1200)).runs[0]!.results).toHaveLength(MOST_RESULTS);
  });

  test('the same finding has the same fingerprint when only its numbers and lines move', () => {
    const [moved] = failingReport().verdict.reasons;
    const later = {
      ...moved!,
      args: { ...moved!.args, head: 0.4 },
      place: { ...moved!.place!, line: 300, endLine: 320 },
    };
    const printOf = (reasons: Report['verdict']['reasons']): string =>
      buildSarif({ ...failingReport(), verdict: { status: 'fail', reasons } }).runs[0]!.results[0]!.partialFingerprints[
        'specGate/v1'
      ];
    expect(printOf([later])).toBe(printOf([moved!]));
  });

  test('an accepted failure is suppressed with its reason', () => {
    expect(buildSarif(acceptedReport()).runs[0]!.results[0]!.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'Intended: the lab clause is rewritten next week.' },
    ]);
  });
});

describe('annotations', () => {
  test('at most nine of a level, and the rest is counted', () => {
    const annotations = listAnnotations(hostileReport(30));
    const levels = (level: string): number => annotations.filter((one) => one.level === level).length;
    expect(levels('error')).toBe(0);
    expect(levels('warning')).toBe(9);
    expect(annotations.at(-1)).toEqual({
      level: 'notice',
      title: 'Spec Gate',
      message: '…and 51 more in the full report.',
    });
  });

  test('errors come first and stand on the changed lines', () => {
    const [first] = listAnnotations(failingReport());
    expect(first).toMatchObject({
      level: 'error',
      file: 'docs/model_spec.md',
      line: 211,
      endLine: 238,
      title: 'Spec Gate: Non-compliance rose',
    });
  });

  test('no message is longer than GitHub shows or has more than one line', () => {
    for (const { message } of listAnnotations(hostileReport(60))) {
      expect(message.length).toBeLessThanOrEqual(4096);
      expect(message).not.toMatch(/\p{Cc}/u);
    }
  });
});
