// Text in lines of a given width, for terminals.
import { clip } from './visible-text.ts';

/** Words of `text` in lines of at most `width` characters; a longer word has a line of its own. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Rows as columns of equal width, two spaces apart; columns of numbers are set to the right. */
function alignColumns(rows: readonly (readonly string[])[], rightColumns: readonly number[] = []): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        rightColumns.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!),
      )
      .join('  ')
      .trimEnd(),
  );
}

/**
 * Aligned rows in at most `width` characters: while they are wider, the columns named in `dispensable` go one by one; then
 * lines are cut.
 */
export function fitColumns(
  rows: readonly (readonly string[])[],
  {
    width,
    dispensable = [],
    right = [],
  }: { width: number; dispensable?: readonly number[]; right?: readonly number[] },
): readonly string[] {
  const lines = alignColumns(rows, right);
  if (lines.every((line) => line.length <= width)) return lines;
  const [gone, ...rest] = dispensable;
  if (gone === undefined) return lines.map((line) => clip(line, width));
  const left = (columns: readonly number[]): number[] =>
    columns.filter((column) => column !== gone).map((column) => (column > gone ? column - 1 : column));
  return fitColumns(
    rows.map((row) => row.filter((_, column) => column !== gone)),
    { width, dispensable: left(rest), right: left(right) },
  );
}
