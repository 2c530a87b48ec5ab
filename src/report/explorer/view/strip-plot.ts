// Where each model's answer stands on one value's spectrum: a dot a model on a line from 0 to 6, base above head where the sides
// have answers of their own.
import { scaleLinear } from 'd3-scale';
import { h, type ComponentChildren } from 'preact';
import type { ExplorerAnswer, ExplorerData } from '../explorer-data.ts';

const WIDTH = 320;
const EDGE = 14;
const ROW = 34;
/** Dots of one score stand side by side, so that none hides another. */
const STEP = 9;

const x = scaleLinear()
  .domain([0, 6])
  .range([EDGE, WIDTH - EDGE]);

export interface StripPlotProps {
  readonly data: ExplorerData;
  readonly answers: readonly ExplorerAnswer[];
  /** Which of the two values. */
  readonly value: 0 | 1;
  readonly name: string;
}

interface Dot {
  readonly model: string;
  readonly score: number;
}

/** Nothing where no answer was scored. */
export function StripPlot({ data, answers, value, name }: StripPlotProps): ComponentChildren {
  const dotsOf = (side: 'base' | 'head'): readonly Dot[] =>
    answers.flatMap((answer) => {
      const score = answer[side]?.scores?.[value];
      return score === undefined ? [] : [{ model: data.models[answer.model]!, score }];
    });
  // Scores are the answer's, and are kept once where both sides judge the same answers.
  const shared = answers.every(
    ({ base, head }) => base?.scores === undefined && base?.text === head?.text && base?.length === head?.length,
  );
  const sides = (shared ? (['head'] as const) : (['base', 'head'] as const)).map((side) => ({
    side,
    label: shared ? 'both sides' : side,
    dots: dotsOf(side),
  }));
  if (sides.every(({ dots }) => dots.length === 0)) return null;
  const words = sides
    .map(({ label, dots }) => `${label}: ${dots.map(({ model, score }) => `${model} ${score}`).join(', ') || 'none'}`)
    .join('; ');
  const height = sides.length * ROW;
  return h('figure', { class: 'strip' }, [
    h('figcaption', null, name),
    h(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${height + 16}`,
        role: 'img',
        'aria-label': `${name}, from 0 oppose to 6 favour. ${words}`,
      },
      [
        ...sides.flatMap(({ side, label, dots }, row) => strip({ side, label }, dots, row * ROW + ROW / 2)),
        ...[0, 3, 6].map((tick) => h('text', { class: 'tick', y: height + 12, ...placeOf(tick) }, TICKS[tick])),
      ],
    ),
  ]);
}

/** The words at the ends stand within the drawing. */
function placeOf(tick: number): { readonly x: number; readonly 'text-anchor': string } {
  if (tick === 0) return { x: 0, 'text-anchor': 'start' };
  return tick === 6 ? { x: WIDTH, 'text-anchor': 'end' } : { x: x(tick), 'text-anchor': 'middle' };
}

const TICKS: Readonly<Record<number, string>> = { 0: '0 opposes', 3: '3', 6: '6 favours' };

function strip(
  { side, label }: { readonly side: 'base' | 'head'; readonly label: string },
  dots: readonly Dot[],
  y: number,
): readonly ComponentChildren[] {
  const seen = new Map<number, number>();
  return [
    h('line', { class: 'axis', x1: x(0), x2: x(6), y1: y, y2: y }),
    h('text', { class: 'tick', x: 0, y: y - 9 }, label),
    ...dots.map(({ model, score }) => {
      const before = seen.get(score) ?? 0;
      seen.set(score, before + 1);
      const offset = (before % 2 === 0 ? 1 : -1) * Math.ceil(before / 2) * STEP;
      return h(
        'circle',
        { class: `dot ${side}`, cx: x(score) + offset, cy: y, r: 4.5 },
        h('title', null, `${model}: ${score}`),
      );
    }),
  ];
}
