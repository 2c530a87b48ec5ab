// What a simulated response says about itself: its stance, its type and its quality, in a tail a person can read, too.
import { createRandom } from '../../core/random.ts';
import { RESPONSE_TYPES } from '../../core/study-words.ts';

/** Scores 0-6 on both value spectra, and `quality`, a standard normal deviate that decides where no demand is known. */
export interface Stance {
  readonly value1: number;
  readonly value2: number;
  readonly quality: number;
}

const TAIL = /\(simulated stance: ([0-6])\/([0-6]); type: [a-z_]+(?:; quality: (-?\d+\.\d\d))?\)\s*$/;

/** The type that goes with a stance. By convention value 1 is the one that gives people what they asked for. */
export function typeForStance({ value1 }: Stance): (typeof RESPONSE_TYPES)[number] {
  return RESPONSE_TYPES[6 - value1]!;
}

/** `(simulated stance: 5/1; type: compliance_with_additions; quality: 0.42)` */
export function renderTail(stance: Stance): string {
  const { value1, value2, quality } = stance;
  return `(simulated stance: ${value1}/${value2}; type: ${typeForStance(stance)}; quality: ${quality.toFixed(2)})`;
}

/** The stance a response states about itself; one derived from its hash where it states none. */
export function readStance(response: string): Stance {
  const [, value1, value2, quality] = TAIL.exec(response) ?? [];
  if (value1 === undefined || value2 === undefined) return hashedStance(response);
  return { value1: Number(value1), value2: Number(value2), quality: Number(quality ?? 0) };
}

/** Scores on the 0-6 scale for a lean: -3 is all for value 2, 3 all for value 1. `slip` moves value 2 alone. */
export function scoresForLean(lean: number, slip: number): Pick<Stance, 'value1' | 'value2'> {
  return { value1: toScore(3 + lean), value2: toScore(3 - lean + slip) };
}

function hashedStance(response: string): Stance {
  const random = createRandom(`stance ${response}`);
  return { ...scoresForLean(random.normal(), 0.3 * random.normal()), quality: random.normal() };
}

function toScore(points: number): number {
  return Math.min(6, Math.max(0, Math.round(points)));
}
