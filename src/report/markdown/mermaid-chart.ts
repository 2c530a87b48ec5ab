// A Mermaid chart of the clauses' non-compliance, base against head. GitHub draws it in the job summary.
import { codeSpan } from '../../render/safe-markdown.ts';
import type { Report, ReportClause } from '../report.ts';

const MOST_BARS = 16;

/** Bars are the head, the line is the base, in percent. Empty where nothing was measured by clause. */
export function mermaidChart(report: Report): string {
  const rows = report.clauses.filter(isMeasured).slice(0, MOST_BARS);
  if (rows.length === 0) return '';
  const percents = (side: 'base' | 'head'): string => rows.map((row) => (row[side] * 100).toFixed(1)).join(', ');
  const top = Math.min(
    100,
    Math.ceil(Math.max(10, ...rows.flatMap((row) => [row.base * 110, row.head * 110])) / 10) * 10,
  );
  return [
    '',
    '```mermaid',
    'xychart-beta',
    '    title "Non-compliance by clause, percent (bars: head, line: base)"',
    `    x-axis [${rows.map((_, index) => `"${index + 1}"`).join(', ')}]`,
    `    y-axis "%" 0 --> ${top}`,
    `    bar [${percents('head')}]`,
    `    line [${percents('base')}]`,
    '```',
    '',
    rows.map((row, index) => `${index + 1} ${codeSpan(row.id, 60)}`).join(' · '),
    '',
  ].join('\n');
}

type Measured = ReportClause & { readonly base: number; readonly head: number };

function isMeasured(clause: ReportClause): clause is Measured {
  return clause.base !== undefined && clause.head !== undefined;
}
