import { expect, expectTypeOf, test } from 'vitest';
import { poolDraw, SELECTION_DRAW, type ComparableDraw } from '../../src/evaluation/draw.ts';

test('the draw that selects cannot be compared: not by value, not by type', () => {
  expect(() => poolDraw(0)).toThrow(RangeError);
  expectTypeOf(SELECTION_DRAW).not.toExtend<ComparableDraw>();
});
