// The formats a report can be written in; apart from their renderers, so that naming them loads nothing.

/**
 * What each shows beside the report itself: nothing, the list of scenarios where the judged answers were kept, or those
 * answers, without which it is nothing.
 */
export const FORMAT_SHOWS = {
  html: 'scenarios',
  markdown: 'report',
  summary: 'report',
  json: 'report',
  junit: 'report',
  sarif: 'report',
  csv: 'answers',
} as const satisfies Readonly<Record<string, 'report' | 'scenarios' | 'answers'>>;

export type ReportFormat = keyof typeof FORMAT_SHOWS;
export const REPORT_FORMATS = Object.keys(FORMAT_SHOWS) as readonly ReportFormat[];
