// Which context window a local server needs for the longest prompt of the bank.
import type { DoctorNote } from './notes.ts';
import type { Probe } from './probes.ts';
import { windowFor, type TokenMeasure } from './token-measure.ts';

export interface WindowNeed {
  /** The judge's id. */
  readonly judge: string;
  /** Tokens of the longest prompt, by the judge's own measure where there is one. */
  readonly prompt: number;
  /** Tokens of the window that holds it and a ruling. */
  readonly window: number;
}

export function windowNeeds(longest: readonly Probe[], measure: TokenMeasure): readonly WindowNeed[] {
  return longest.map(({ ref, request }) => ({
    judge: ref.id,
    ...windowFor(request.messages, measure.rangeOf(ref.id)),
  }));
}

/** What is worth knowing where all went well, too: a bank's prompts grow. */
export function windowNotes(needs: readonly WindowNeed[], measure: TokenMeasure): readonly DoctorNote[] {
  return needs.flatMap((need) => {
    const range = measure.rangeOf(need.judge);
    return range === undefined ? [] : [{ kind: 'window' as const, ...need, range }];
  });
}
