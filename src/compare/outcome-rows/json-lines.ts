// JSON Lines, and JSON values, as rows.
import { findRepeatedMember } from '../../core/untrusted-json.ts';
import { parseLooseJson } from '../../scenarios/harness/loose-json.ts';
import { type RawRow, rowOf } from '../../scenarios/rows/raw-row.ts';

/** The lines of a text that are not blank, each as a row. */
export function jsonLines(text: string): readonly RawRow[] {
  return text.split(/\r?\n/).flatMap((line, index): readonly RawRow[] => {
    if (line.replace(/^\uFEFF/, '').trim() === '') return [];
    try {
      const row = rowOf(parseLooseJson(line), index + 1);
      const repeated = findRepeatedMember(line);
      return [repeated === undefined ? row : { kind: 'bad', number: row.number, reason: repeated.reason, excerpt: '' }];
    } catch {
      return [{ kind: 'bad', number: index + 1, reason: 'not JSON', excerpt: '' }];
    }
  });
}

/** Values as rows, counted from 1. */
export function toRows(values: readonly unknown[]): readonly RawRow[] {
  return values.map((value, index) => rowOf(value, index + 1));
}
