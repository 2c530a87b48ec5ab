// The plots in bench/README.md are what bench/plots.ts draws from the recorded figures, and show each of them where it belongs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawChart, readCharts } from '../../bench/plots.ts';
import { ROOT } from '../support/cli.ts';

const readme = readFileSync(join(ROOT, 'bench/README.md'), 'utf8');

test('every chart is drawn, shown, and of figures that a command of the benchmarks measures again', () => {
  const charts = readCharts();
  expect(readdirSync(join(ROOT, 'bench/plots')).sort()).toEqual(charts.map(({ name }) => `${name}.svg`).sort());
  for (const chart of charts) {
    // `npm run bench:plots` renews them.
    expect(readFileSync(join(ROOT, 'bench/plots', `${chart.name}.svg`), 'utf8')).toBe(drawChart(chart));
    expect(readme).toContain(`](plots/${chart.name}.svg)`);
    for (const { command } of chart.series) expect(readme).toContain(command);
  }
});

test('twice as large lies further right and up, ten times as much a whole step', () => {
  const chart = { name: 'x', title: 't', size: 'n', unit: 's', machine: 'm' };
  const svg = drawChart({
    ...chart,
    series: [
      {
        name: 'a',
        command: 'c',
        points: [
          [10, 1],
          [100, 10],
          [1000, 20],
        ],
      },
    ],
  });
  const points = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [first, second, third] = [points[0]!, points[1]!, points[2]!];
  expect(second[0] - first[0]).toBeCloseTo(third[0] - second[0], 0);
  const decade = first[1] - second[1];
  expect((second[1] - third[1]) / decade).toBeCloseTo(Math.log10(2), 1);
});
