// JSON Lines, and JSON values, as rows.
import { findRepeatedMember } from '../../core/untrusted-json.ts';
import { parseLooseJson } from '../../scenarios/harness/loose-json.ts';
import type { RawRow } from '../../scenarios/rows/raw-row.ts';

/** The lines of a text that are not blank, each as a row. */
export function jsonLines(text: string): readonly RawRow[] {
  return text.split(/\r?\n/).flatMap((line, index): readonly RawRow[] => {
    if (line.replace(/^\uFEFF/, '').trim() === '') return [];
    try {
      const row = toRow(parseLooseJson(line), index);
      const repeated = findRepeatedMember(line);
      return [repeated === undefined ? row : { kind: 'bad', number: row.number, reason: repeated.reason, excerpt: '' }];
    } catch {
      return [{ kind: 'bad', number: index + 1, reason: 'not JSON', excerpt: '' }];
    }
  });
}

/** `index` counts from 0. */
export function toRow(value: unknown, index: number): RawRow {
  const number = index + 1;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { kind: 'bad', number, reason: 'not an object', excerpt: '' };
  }
  return { kind: 'row', number, fields: value as Readonly<Record<string, unknown>> };
}
