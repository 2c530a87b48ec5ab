// A row of bars in one line of text.

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** Values on a scale from 0 to `most` (at least their largest); a gap is a space. `sparkline([0, 0.5, 1])` is `▁▅█`. */
export function sparkline(values: readonly (number | null)[], most = 0): string {
  const top = Math.max(most, ...values.map((value) => value ?? 0));
  return values
    .map((value) => {
      if (value === null) return ' ';
      return BARS[top === 0 ? 0 : Math.round((value / top) * (BARS.length - 1))];
    })
    .join('');
}
