// report.json: the report's own bytes, keys in order, readable in a diff.
import { canonicalJson, type Json } from '../../core/canonical-json.ts';
import type { View } from '../view.ts';

/** Two spaces of indent, keys in code-unit order, a line feed at the end; the same report always gives the same bytes. */
export function renderJson({ report }: Pick<View, 'report'>): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(report as unknown as Json)), null, 2)}\n`;
}
