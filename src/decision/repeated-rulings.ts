// Judges that only repeat themselves: asked again about one answer they say the same, word for word (temperature 0, a fixed seed, a
// proxy that keeps replies). What they say then is no further draw.
import type { Cell } from '../evaluation/cell.ts';
import type { Reason } from './decision.ts';

/** Further rulings on an answer, of so many at least, of which this share are the first one again. */
const LEAST_REPEATS = 8;
const LEAST_SHARE = 0.95;
/** Share of answers about which a judge's words must be its own: words that fit any answer repeat by themselves. */
const LEAST_OWN_WORDS = 0.5;

type Ruled = Pick<Cell, 'arm' | 'scenario' | 'model' | 'response' | 'judgments'>;

interface Repeats {
  /** Texts by the answer that they were first said of. */
  readonly first: Map<string, string>;
  repeats: number;
  same: number;
}

/** The judges of a panel that repeat themselves, or none where one of them rules anew: then its majority does, too. */
export function findRepeating(cells: readonly Ruled[]): readonly string[] {
  const judges = new Map<string, Repeats>();
  for (const { arm, scenario, model, response, judgments } of cells) {
    if (response === '') continue;
    const place = JSON.stringify([arm, scenario, model, response]);
    for (const judgment of judgments) {
      if (judgment.status !== 'ruled' || judgment.reasoning === '') continue;
      const { judge, ruling, reasoning } = judgment;
      const known = judges.get(judge) ?? { first: new Map<string, string>(), repeats: 0, same: 0 };
      judges.set(judge, known);
      const words = JSON.stringify([ruling, reasoning]);
      const before = known.first.get(place);
      if (before === undefined) {
        known.first.set(place, words);
        continue;
      }
      known.repeats += 1;
      known.same += Number(before === words);
    }
  }
  const asked = [...judges].filter(([, { repeats }]) => repeats >= LEAST_REPEATS);
  return asked.every(([, known]) => isRepeating(known)) ? asked.map(([judge]) => judge).sort() : [];
}

function isRepeating({ first, repeats, same }: Repeats): boolean {
  const own = new Set(first.values()).size;
  return same >= LEAST_SHARE * repeats && own >= LEAST_OWN_WORDS * first.size;
}

/** The note about them, which stands beside any verdict. */
export function repeatNotes({ repeating }: { readonly repeating: readonly string[] }): readonly Reason[] {
  return repeating.length === 0 ? [] : [{ code: 'repeated-rulings', args: { judges: repeating }, severity: 'notice' }];
}
