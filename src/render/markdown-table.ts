// Tables of GitHub Markdown. Cells are Markdown already; what comes from others was made harmless before.

export type Alignment = 'left' | 'right' | 'centre';

const RULES: Readonly<Record<Alignment, string>> = { left: ':--', right: '--:', centre: ':-:' };

export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** The heads of the columns, and the line under them. */
export function markdownHead(columns: readonly (readonly [head: string, alignment: Alignment])[]): string {
  return `${markdownRow(columns.map(([head]) => head))}|${columns.map(([, alignment]) => `${RULES[alignment]}|`).join('')}\n`;
}
