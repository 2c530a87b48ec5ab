// The one issue that stands while an alarm does, and the closed one that keeps a note of the anchor before there was any.
import { renderNightMarkdown } from './markdown.ts';
import { alarmKey } from '../decision/record.ts';
import type { NightIssue, NightReport } from './report.ts';
import { alarmPhrase } from './words.ts';
import { plainText } from '../../render/plain-text.ts';
import { percent } from '../../render/format-numbers.ts';
import { codeSpan } from '../../render/safe-markdown.ts';
import type { AnchorNote } from '../io/anchor-note.ts';

/** The issue that belongs to a complete night: open while an alarm stands, else closed. */
export function writeNightIssue(report: NightReport): NightIssue {
  const [first, ...others] = report.alarms;
  if (first === undefined) {
    const over =
      report.status === 'anchored'
        ? `Accepted: the night of ${report.date} is the new anchor, with which every later night is compared.`
        : `No alarm any more on ${report.date}: nothing differs from the anchor.`;
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
    title: `Spec Gate: ${plainText(alarmPhrase(first))} since ${first.since}${more}`,
    body: renderNightMarkdown(report),
    about: report.alarms.map(alarmKey),
  };
}

/** Of the first issue, which is closed as soon as it is made. */
export function writeNoteIssue({ date, nonCompliance }: AnchorNote): Pick<NightIssue, 'title' | 'body'> {
  const figures = Object.entries(nonCompliance).map(([id, share]) => `- ${codeSpan(id)}: ${percent(share)}\n`);
  return {
    title: 'Spec Gate: what nights are compared with',
    body: `Every night is compared with the anchor, the night of ${date}, in which the share of answers that break the spec was:\n\n${figures.join('')}\nNothing is wrong: this issue is closed and only keeps a note. Should the stored history of nights be lost, this note shows that there was one, so that today's behaviour is not taken for the normal. Alarms have issues of their own.\n`,
  };
}
