// A night as Markdown: for the job summary, and for the one issue that stands while an alarm does.
import { NIGHT_ADVICE, alarmWords, eventWords, nightHeadline } from './nightly-words.ts';
import { percent, pValue, signedPoints } from './format-numbers.ts';
import type { NightIssue, NightModel, NightReport } from './nightly-report.ts';
import { codeSpan } from './safe-markdown.ts';
import { sparkline } from './sparkline.ts';
import { visibleLine } from './visible-text.ts';

const MARKS = { anchored: '⚓', steady: '✅', regressed: '❌', 'judge-drift': '⚠️', incomplete: '⚠️' } as const;

export function renderNightMarkdown(report: NightReport): string {
  const { alarms, closed, events } = report;
  const parts = [
    `### ${MARKS[report.status]} Night of ${report.date}: ${nightHeadline(report, codeSpan)}\n`,
    report.simulated
      ? '\n> **Simulated**: the models or judges are simulations; these numbers say nothing about a real model.\n'
      : '',
    list(
      'Alarms',
      alarms.map((alarm) => alarmWords(alarm, codeSpan)),
    ),
    alarms.length === 0 ? '' : `\n${NIGHT_ADVICE}\n`,
    list(
      'Closed',
      closed.map(({ kind, id, since }) => `${kind} ${codeSpan(id)}, open since ${since}`),
    ),
    list(
      'Also',
      events.map((event) => eventWords(event, codeSpan)),
    ),
    modelTable(report),
    judgeTable(report),
    basis(report),
  ];
  return parts.join('');
}

/** The issue that belongs to a complete night: open while an alarm stands, else closed. */
export function writeNightIssue(report: NightReport): NightIssue {
  const [first, ...others] = report.alarms;
  if (first === undefined) {
    return {
      state: 'closed',
      title: 'Spec Gate: no alarm',
      body: `Gone against the anchor on ${report.date}.\n\n${renderNightMarkdown(report)}`,
    };
  }
  const what = first.kind === 'model' ? 'answers less compliantly' : 'judges otherwise';
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return {
    state: 'open',
    title: `Spec Gate: ${visibleLine(first.id, 80)} ${what} since ${first.since}${more}`,
    body: renderNightMarkdown(report),
  };
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `\n**${title}**\n\n${items.map((item) => `- ${item}\n`).join('')}`;
}

function modelTable({ models, trend }: NightReport): string {
  const rows = models.map((model) => [
    codeSpan(model.id),
    ...modelColumns(model),
    `\`${sparkline(trend.models[model.id] ?? [], 0.5)}\``,
  ]);
  const head = [
    'model',
    'non-compliance',
    'against the anchor',
    'last 7 nights',
    'against last night',
    'refusals',
    `last ${trend.dates.length}`,
  ];
  return `\n${table([head, ...rows])}`;
}

/** Share tonight, change against the anchor, of the week, against last night, refusals. */
export function modelColumns(model: NightModel): readonly string[] {
  const change = (test: NightModel['tonight']): string =>
    test === undefined ? '-' : `${signedPoints(test.change)} (p ${pValue(test.p)})`;
  const refusals = model.refusals === undefined ? '-' : percent(model.refusals);
  return [
    model.nonCompliance === undefined ? '-' : percent(model.nonCompliance),
    change(model.tonight),
    change(model.week),
    model.lastChange === undefined ? '-' : signedPoints(model.lastChange),
    model.anchorRefusals === undefined ? refusals : `${percent(model.anchorRefusals)} → ${refusals}`,
  ];
}

function judgeTable({ judges }: NightReport): string {
  if (judges.length === 0) return '';
  const rows = judges.map(({ judge, answers, bias, flips, p }) => [
    codeSpan(judge),
    String(answers),
    signedPoints(bias),
    signedPoints(flips),
    pValue(p),
  ]);
  return `\n${table([['judge', 'same answers', 'ruled against', 'turned beyond retest', 'p'], ...rows])}`;
}

function basis({ level, betweenNights, asked, calls, usd, anchor }: NightReport): string {
  const price = usd === 'unknown' ? 'price unknown' : `$${usd.toFixed(2)}`;
  const set = `${asked.sentinels} sentinels and ${asked.rotation} scenarios of the rotation; ${calls} calls, ${price}.`;
  if (level === undefined || betweenNights === undefined) return `\n<sub>${set}</sub>\n`;
  const accepted = anchor?.accepted === undefined ? '' : ` (accepted: ${codeSpan(anchor.accepted.reason)})`;
  return `\n<sub>${set} Anchor: ${anchor?.date}${accepted}. An alarm needs p ≤ ${level.toPrecision(2)} on two sets of draws together: at most 0.5 false alarms are expected a quarter. A spread of ${percent(betweenNights)} between nights is allowed for.</sub>\n`;
}

function table(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `| ${row.join(' | ')} |\n`);
  return `${lines[0]}|${':--|'.repeat(rows[0]!.length)}\n${lines.slice(1).join('')}`;
}
