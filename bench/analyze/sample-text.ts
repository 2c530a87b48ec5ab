// Sentences by chance, of the length that queries, rubrics and answers have: only their size matters.
import { shuffle, type Random } from '../../src/core/random.ts';

const WORDS =
  'a answer asks before building calm careful choice clear doctor doubt each every family gives help honest however keeps landlord leaves letter limits matters may names neighbour next not offers once other own plain question reader reason risk safe says school should simple steps still takes teacher tells than that their they time trust under user usually weighs what when whether who without work would'.split(
    ' ',
  );

/** A text of this many sentences of about 100 characters, each taken from a stock that is made once. */
export type SampleText = (sentences: number, random: Random) => string;

export function createSampleText(random: Random): SampleText {
  const stock = Array.from({ length: 400 }, () => `${shuffle(WORDS, random).slice(0, 17).join(' ')}.`);
  return (sentences, own) => Array.from({ length: sentences }, () => stock[own.below(stock.length)]!).join(' ');
}
