// Every format a report can be written in: name -> function of the same view.
import { renderCsv } from './csv.ts';
import { renderHtml } from '../html/html.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from '../markdown/comment.ts';
import type { ReportFormat } from './report-formats.ts';
import { renderSarif } from './sarif.ts';
import { renderSummary } from '../markdown/summary.ts';
import type { View } from '../view.ts';

export const RENDERERS: Readonly<Record<ReportFormat, (view: View) => string>> = {
  html: renderHtml,
  markdown: renderMarkdown,
  summary: renderSummary,
  json: renderJson,
  junit: renderJunit,
  sarif: renderSarif,
  csv: renderCsv,
};
