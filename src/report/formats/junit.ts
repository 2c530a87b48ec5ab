// The report as JUnit XML: a test case for the verdict, for each metric and for each changed clause.
import { clauseEffects, linesOf } from '../clause-effects.ts';
import { metricRows, STATUS_WORDS, type MetricRow } from '../metric-rows.ts';
import { writeHeadline } from '../headline.ts';
import { plainParagraph } from '../plain-text.ts';
import { plainText } from '../../render/plain-text.ts';
import type { Report } from '../report.ts';
import { asFullSentence } from '../../render/sentence.ts';
import { writeWayOn } from '../way-on.ts';
import type { View } from '../view.ts';
import { visibleText } from '../../render/visible-text.ts';

interface TestCase {
  readonly name: string;
  readonly outcome: 'passed' | 'failure' | 'error' | 'skipped';
  readonly message: string;
  readonly text?: string;
}

/**
 * A test case is green only where something was judged and is as it should be. What failed is a failure, what could not be
 * decided an error; what is not judged, or got worse without blocking, is skipped and says why. Valid by the schema that
 * Jenkins reads JUnit with: it knows no place of a test case, and no attributes of `skipped`.
 */
export function renderJunit({ report }: Pick<View, 'report'>): string {
  const suites = [
    suite('verdict', [verdictCase(report)]),
    suite(
      'metrics',
      metricRows(report).map((row) => metricCase(row, report)),
    ),
    suite(
      'clauses',
      clauseEffects(report).map((effect) => clauseCase(effect, report)),
    ),
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
    text: status === 'pass' ? '' : [...reasons.map(plainParagraph), ...writeWayOn(report).map(plainText)].join('\n'),
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
    report: 'skipped',
    'not-applicable': 'skipped',
    'pre-existing': 'skipped',
  } as const;
  return { name: label, outcome: outcome[status], message: `${STATUS_WORDS[status].word}: ${numbers}` };
}

function clauseCase(
  { change, effect, what, tone }: ReturnType<typeof clauseEffects>[number],
  { verdict }: Report,
): TestCase {
  const blocks = verdict.status === 'fail' && verdict.resolution === undefined;
  const outcome = { bad: blocks ? 'failure' : 'skipped', unsure: 'skipped', good: 'passed', plain: 'passed' } as const;
  const lead = tone === 'bad' && !blocks ? 'Got worse, and does not block. ' : '';
  return {
    name: change.id,
    outcome: outcome[tone],
    message: `${lead}${plainText(asFullSentence(what))} ${plainText(asFullSentence(effect))}`,
    text: `${change.file}, ${linesOf(change)}`,
  };
}

function suite(name: string, cases: readonly TestCase[]): string {
  const count = (outcome: TestCase['outcome']): number => cases.filter((one) => one.outcome === outcome).length;
  const totals = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  return `  <testsuite name="${name}" ${totals}>\n${cases.map((one) => testCase(one, name)).join('')}  </testsuite>\n`;
}

function testCase({ name, outcome, message, text = '' }: TestCase, suiteName: string): string {
  const body = outcomeElement(outcome, message, text);
  return `    <testcase classname="spec-gate.${suiteName}" name="${escapeXml(name)}">\n      ${body}\n    </testcase>\n`;
}

function outcomeElement(outcome: TestCase['outcome'], message: string, text: string): string {
  const whole = escapeXml(text === '' ? message : `${message}\n${text}`);
  switch (outcome) {
    case 'passed':
      return `<system-out>${whole}</system-out>`;
    case 'skipped':
      return `<skipped>${whole}</skipped>`;
    case 'failure':
    case 'error':
      return `<${outcome} message="${escapeXml(message)}">${escapeXml(text)}</${outcome}>`;
    default:
      return outcome satisfies never;
  }
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
