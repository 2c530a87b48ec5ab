// The one issue that stands while an alarm does, and the closed one that keeps a note of the anchor before there was any.
import { renderNightMarkdown } from './markdown.ts';
import { alarmKey } from '../decision/record.ts';
import type { NightIssue, NightReport } from './report.ts';
import { alarmPhrase } from './words.ts';
import { percent } from '../../render/format-numbers.ts';
import { codeSpan } from '../../render/safe-markdown.ts';
import type { AnchorNote } from '../io/anchor-note.ts';
import { visibleLine } from '../../render/visible-text.ts';

/** The issue that belongs to a complete night: open while an alarm stands, else closed. */
export function writeNightIssue(report: NightReport): NightIssue {
  const [first, ...others] = report.alarms;
  if (first === undefined) {
    const over =
      report.status === 'anchored'
        ? `Accepted: the night of ${report.date} is the new anchor.`
        : `Gone against the anchor on ${report.date}.`;
    return {
      state: 'closed',
      title: 'Spec Gate: no alarm',
      body: `${over}\n\n${renderNightMarkdown(report)}`,
      about: [],
    };
  }
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return {
    state: 'open',
    title: `Spec Gate: ${alarmPhrase(first, (id) => visibleLine(id, 80))} since ${first.since}${more}`,
    body: renderNightMarkdown(report),
    about: report.alarms.map(alarmKey),
  };
}

/** Of the first issue, which is closed as soon as it is made. */
export function writeNoteIssue({ date, nonCompliance }: AnchorNote): Pick<NightIssue, 'title' | 'body'> {
  const figures = Object.entries(nonCompliance).map(([id, share]) => `- ${codeSpan(id)}: ${percent(share)}\n`);
  return {
    title: 'Spec Gate: what nights are held against',
    body: `Nights are held against the anchor of ${date}, where the share of non-compliant answers was:\n\n${figures.join('')}\nNothing is wrong: this issue is closed and only keeps a note. By it a night knows that its history was lost, and does not take today's behaviour for the normal. Alarms have issues of their own.\n`,
  };
}
