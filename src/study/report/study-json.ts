// A study for programs: `spec-gate/study@1`, the analysis as it is.
import type { StudyAnalysis } from '../analyze-study.ts';

/** Two spaces of indent, keys in code-unit order, a line feed at the end. */
export function renderStudyJson(analysis: StudyAnalysis): string {
  return `${JSON.stringify(analysis, inOrder, 2)}\n`;
}

/** Object after object as it is written: a large bank's outliers are too many to be copied all at once. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`not a JSON number: ${value}`);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
