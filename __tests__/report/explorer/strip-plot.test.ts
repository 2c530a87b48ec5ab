// Spectra: two lines where each side has answers of its own, one where both sides judge the same ones.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { ExplorerData, ExplorerSide } from '../../../src/report/explorer/explorer-data.ts';
import { StripPlot } from '../../../src/report/explorer/view/strip-plot.ts';

const side = (over: Partial<ExplorerSide>): ExplorerSide => ({ problematic: false, rulings: [], length: 80, ...over });

function drawn(base: ExplorerSide, head: ExplorerSide): string {
  const answers = [{ model: 0, draws: { base: [1, 0], head: [1, 0] } as const, base, head }];
  const data = { models: ['lab/one'] } as unknown as ExplorerData;
  return render(h(StripPlot, { data, answers, value: 0, name: 'candour' }));
}

test('the same answers under both texts stand on one line', () => {
  const svg = drawn(side({}), side({ scores: [4, 1] }));
  expect(svg).toContain('both sides: lab/one 4');
  expect(svg.match(/class="axis"/g)).toHaveLength(1);
});

test('answers of each side stand on a line of their own', () => {
  const svg = drawn(side({ scores: [2, 1] }), side({ scores: [4, 1] }));
  expect(svg).toContain('base: lab/one 2; head: lab/one 4');
  expect(svg.match(/class="axis"/g)).toHaveLength(2);
});

test('a side whose other answers have no score is drawn empty, not as shared', () => {
  expect(drawn(side({ length: 12 }), side({ scores: [4, 1] }))).toContain('base: none; head: lab/one 4');
});
