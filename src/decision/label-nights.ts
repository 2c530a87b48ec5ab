// Which draws were made on one night, by the dates of their answers.
import type { Cell } from '../evaluation/cell.ts';
import { NIGHT_HOURS } from './bounds.ts';

/** Numbers of nights in order of time: of each base draw, and of the head's last one. */
export interface DrawNights {
  readonly base: readonly number[];
  readonly head: number;
}

const NIGHT = NIGHT_HOURS * 3_600_000;

/** Whether these answers were made without a pause as long as that between nights. Those without dates have no nights. */
export function isOneNight(cells: readonly Cell[]): boolean {
  const times = cells.flatMap(({ at }) => (at === undefined ? [] : [Date.parse(at)])).sort((a, b) => a - b);
  return times.every((time, index) => index === 0 || time - times[index - 1]! <= NIGHT);
}

/**
 * Draws of one run count as one night: a new one begins where nothing was made for NIGHT_HOURS. Undefined where an answer has no
 * date (simulated and recorded models have no nights).
 */
export function labelNights(cells: readonly Cell[], draws: number): DrawNights | undefined {
  const latest = new Map<string, number>();
  for (const { arm, draw, at, problematic } of cells) {
    if (problematic === 'missing') continue;
    if (at === undefined) return undefined;
    const place = arm === 'head' ? 'head' : String(draw);
    latest.set(place, Math.max(latest.get(place) ?? 0, Date.parse(at)));
  }
  const times = [...new Set(latest.values())].sort((a, b) => a - b);
  const nights = new Map<number, number>();
  let night = 0;
  for (const [index, time] of times.entries()) {
    if (index > 0 && time - times[index - 1]! > NIGHT) night += 1;
    nights.set(time, night);
  }
  const labelOf = (place: string): number => nights.get(latest.get(place) ?? times.at(-1) ?? 0) ?? 0;
  return { base: Array.from({ length: draws }, (_, index) => labelOf(String(index + 1))), head: labelOf('head') };
}
