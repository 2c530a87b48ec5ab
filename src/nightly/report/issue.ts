// The one issue that stands while an alarm does.
import { renderNightMarkdown } from './markdown.ts';
import type { NightIssue, NightReport } from './report.ts';
import { alarmPhrase } from './words.ts';
import { visibleLine } from '../../render/visible-text.ts';

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
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return {
    state: 'open',
    title: `Spec Gate: ${alarmPhrase(first, (id) => visibleLine(id, 80))} since ${first.since}${more}`,
    body: renderNightMarkdown(report),
  };
}
