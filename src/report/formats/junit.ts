// The report as JUnit XML: a test case for the verdict, for each metric and for each changed clause.
import { clauseEffects, linesOf } from '../clause-effects.ts';
import { metricRows, type MetricRow } from '../metric-rows.ts';
import { writeHeadline } from '../headline.ts';
import { plainParagraph } from '../plain-text.ts';
import { plainText } from '../../render/plain-text.ts';
import type { Report } from '../report.ts';
import { asFullSentence } from '../../render/sentence.ts';
import type { View } from '../view.ts';
import { visibleText } from '../../render/visible-text.ts';

interface TestCase {
  readonly name: string;
  readonly file?: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly message: string;
  readonly text?: string;
}

/** A failed metric is a failure, an undecided one an error, one that cannot move is skipped. */
export function renderJunit({ report }: Pick<View, 'report'>): string {
  const suites = [
    suite('verdict', [verdictCase(report)]),
    suite(
      'endpoints',
      metricRows(report).map((row) => metricCase(row, report)),
    ),
    suite('clauses', clauseEffects(report).map(clauseCase)),
  ];
  const name = report.simulated ? 'spec-gate (simulated)' : 'spec-gate';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${name}">\n${suites.join('')}</testsuites>\n`;
}

function verdictCase(report: Report): TestCase {
  const { status, resolution, reasons } = report.verdict;
  const outcome = { pass: 'passed', fail: 'failure', inconclusive: 'error' } as const;
  return {
    name: 'verdict',
    outcome: resolution === undefined ? outcome[status] : 'skipped',
    message: plainText(writeHeadline(report).says),
    text: reasons.map(plainParagraph).join('\n'),
  };
}

function metricCase(
  { label, base, head, change, interval, tolerated, status }: MetricRow,
  { verdict }: Report,
): TestCase {
  const numbers = `base ${base || 'none'}, head ${head || 'none'}, change ${change || 'none'}${interval && ` (${interval})`}, tolerated ${tolerated || 'any'}`;
  const accepted = verdict.resolution !== undefined;
  const outcome = {
    pass: 'passed',
    fail: accepted ? 'skipped' : 'failure',
    inconclusive: accepted ? 'skipped' : 'error',
    report: 'passed',
    'not-applicable': 'skipped',
    'pre-existing': 'passed',
  } as const;
  return { name: label, outcome: outcome[status], message: numbers };
}

function clauseCase({ change, effect, what, tone }: ReturnType<typeof clauseEffects>[number]): TestCase {
  return {
    name: change.id,
    file: change.file,
    outcome: tone === 'unsure' ? 'skipped' : 'passed',
    message: `${plainText(asFullSentence(what))} ${plainText(asFullSentence(effect))}`,
    text: linesOf(change),
  };
}

function suite(name: string, cases: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const totals = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return `  <testsuite name="${name}" ${totals}>\n${cases.map((one) => testCase(one, name)).join('')}  </testsuite>\n`;
}

function testCase({ name, file, outcome, message, text }: TestCase, suiteName: string): string {
  const where = file === undefined ? '' : ` file="${escapeXml(file)}"`;
  const body = outcome === 'passed' ? systemOut(message) : outcomeElement(outcome, message, text);
  return `    <testcase classname="spec-gate.${suiteName}" name="${escapeXml(name)}"${where}>\n${body}    </testcase>\n`;
}

function systemOut(message: string): string {
  return `      <system-out>${escapeXml(message)}</system-out>\n`;
}

function outcomeElement(outcome: string, message: string, text = ''): string {
  return `      <${outcome} message="${escapeXml(message)}">${escapeXml(text)}</${outcome}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML 1.0 content and attributes; what XML cannot hold becomes visible or U+FFFD. */
export function escapeXml(text: string): string {
  return visibleText(text)
    .replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark]!)
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}
