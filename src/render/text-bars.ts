// Bars and strips of characters, for pictures in a terminal.

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** `value` of `most` as a bar of at most `width` characters, to an eighth of one; never empty above 0. */
export function textBar(value: number, most: number, width: number): string {
  if (value <= 0 || most <= 0) return '';
  const eighths = Math.max(1, Math.round((value / most) * width * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

/** One character a number, by its height; `·` for none. Example: [0, 1, 4, 8] -> `·▁▄█`. */
export function textStrip(values: readonly number[]): string {
  const most = Math.max(...values, 1);
  return values.map((value) => (value <= 0 ? '·' : HEIGHTS[Math.ceil((value / most) * 8) - 1]!)).join('');
}
