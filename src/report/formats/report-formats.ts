// The names of the formats a report can be written in; apart from their renderers, so that naming them loads nothing.

export const REPORT_FORMATS = ['html', 'markdown', 'summary', 'json', 'junit', 'sarif', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
