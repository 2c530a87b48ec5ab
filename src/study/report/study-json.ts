// A study for programs: `spec-gate/study@1`, the analysis as it is.
import { canonicalJson, type Json } from '../../core/canonical-json.ts';
import type { StudyAnalysis } from '../analyze-study.ts';

/** Two spaces of indent, keys in code-unit order, a line feed at the end. */
export function renderStudyJson(analysis: StudyAnalysis): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(analysis as unknown as Json)), null, 2)}\n`;
}
