// What a night says when it pruned earlier ones.
import { decimal, plural } from '../../render/format-numbers.ts';
import { day, name, say, type Sentence } from '../../render/sentence.ts';

/** `bytes` of what was deleted. */
export function writePruned({
  nights,
  from,
  bytes,
}: {
  readonly nights: number;
  readonly from: string;
  readonly bytes: number;
}): Sentence {
  return say`pruned ${plural(nights, 'night')} before ${day(from)} (${name('nightly.keepNights')}): ${decimal(bytes / 1e6)} MB that no later night needs; what was found on them stays`;
}
