// Sentences that an edit carries from one clause to another: a clause split in two, two merged, a rule moved or said elsewhere.
import { isSubstantive, type ClauseChange } from './change.ts';
import type { Clause } from './clause.ts';
import { changedSentences } from './sentences.ts';
import { WORD } from './tokens.ts';

/** Share of a sentence's word pairs that a clause must have for the sentence to stand there, small edits allowed. */
const STANDS_FROM = 0.7;
/** Two words are a label, and stand everywhere. */
const LEAST_WORDS = 3;
/** What more clauses than this say is no text that one of them got from another. */
const MOST_HOLDERS = 3;
/** A word pair of more sentences than this is a common phrase and finds none of them. Keeps the search linear. */
const COMMON = 32;

/** What of an edited clause's text comes from other clauses, or went to them. */
export interface CarriedText {
  /** Clauses of the base that hold sentences which are new here. */
  readonly from: readonly Clause[];
  /** Clauses of the head that hold sentences which are gone here. */
  readonly to: readonly Clause[];
  /** Of the clause's words on the head, the share in sentences that came from others, 0 to 1. */
  readonly share: number;
}

/**
 * By id of change, for the clauses whose text was carried; a clause that was renamed or moved whole is one clause to the diff, and
 * carries nothing. Each text is read once, whatever the number of changes.
 */
export function findCarriedText(
  changes: readonly ClauseChange[],
  sides: { readonly base: readonly Clause[]; readonly head: readonly Clause[] },
): ReadonlyMap<string, CarriedText> {
  const edits = changes.filter(isSubstantive).map((change) => ({ change, ...foreignSentences(change) }));
  const places = {
    base: findHolders(
      edits.flatMap(({ gained }) => gained),
      sides.base,
    ),
    head: findHolders(
      edits.flatMap(({ lost }) => lost),
      sides.head,
    ),
  };
  return new Map(
    edits.flatMap(({ change, lost, gained }): [string, CarriedText][] => {
      const to = holdersOf(lost, places.head, change.head);
      const from = holdersOf(gained, places.base, change.base);
      if (to.clauses.length + from.clauses.length === 0) return [];
      const words = listWords(change.head?.text ?? '').length;
      return [[change.id, { from: from.clauses, to: to.clauses, share: words === 0 ? 0 : from.words / words }]];
    }),
  );
}

interface Sentence {
  readonly words: number;
  readonly pairs: ReadonlySet<string>;
}

/** Sentences of one side that the clause's other side does not have, not even reworded a little. */
function foreignSentences({ base, head }: ClauseChange): {
  readonly lost: readonly Sentence[];
  readonly gained: readonly Sentence[];
} {
  const changed = changedSentences({ ...(base && { base }), ...(head && { head }) });
  return { lost: sentencesWithout(changed.base, head), gained: sentencesWithout(changed.head, base) };
}

function sentencesWithout(sentences: readonly string[], other: Clause | undefined): readonly Sentence[] {
  if (sentences.length === 0) return [];
  const known = other === undefined ? new Set<string>() : new Set(pairsOf(listWords(other.text)));
  return sentences.map(readSentence).filter(({ words, pairs }) => {
    return words >= LEAST_WORDS && shareIn(pairs, known) < STANDS_FROM;
  });
}

function readSentence(text: string): Sentence {
  const words = listWords(text);
  return { words: words.length, pairs: new Set(pairsOf(words)) };
}

function shareIn(pairs: ReadonlySet<string>, known: ReadonlySet<string>): number {
  return [...pairs].filter((pair) => known.has(pair)).length / pairs.size;
}

/** The clauses in which each sentence stands, by its rarer word pairs. */
function findHolders(
  sentences: readonly Sentence[],
  clauses: readonly Clause[],
): ReadonlyMap<Sentence, readonly Clause[]> {
  const holders = new Map<Sentence, Clause[]>();
  if (sentences.length === 0) return holders;
  const byPair = indexByPair(sentences);
  const telling = countEach([...byPair.values()].flat());
  for (const clause of clauses) {
    const pairs = new Set(pairsOf(listWords(clause.text)));
    for (const [sentence, count] of countEach([...pairs].flatMap((pair) => byPair.get(pair) ?? []))) {
      if (count / telling.get(sentence)! < STANDS_FROM) continue;
      const found = holders.get(sentence);
      if (found === undefined) holders.set(sentence, [clause]);
      else found.push(clause);
    }
  }
  return holders;
}

function indexByPair(sentences: readonly Sentence[]): ReadonlyMap<string, readonly Sentence[]> {
  const byPair = new Map<string, Sentence[]>();
  for (const sentence of sentences) {
    for (const pair of sentence.pairs) {
      const others = byPair.get(pair);
      if (others === undefined) byPair.set(pair, [sentence]);
      else others.push(sentence);
    }
  }
  return new Map([...byPair].filter(([, holding]) => holding.length <= COMMON));
}

function countEach(sentences: readonly Sentence[]): ReadonlyMap<Sentence, number> {
  const counts = new Map<Sentence, number>();
  for (const sentence of sentences) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  return counts;
}

function holdersOf(
  sentences: readonly Sentence[],
  holders: ReadonlyMap<Sentence, readonly Clause[]>,
  own: Clause | undefined,
): { readonly clauses: readonly Clause[]; readonly words: number } {
  const found = new Set<Clause>();
  let words = 0;
  for (const sentence of sentences) {
    const others = (holders.get(sentence) ?? []).filter(({ id }) => id !== own?.id);
    if (others.length === 0 || others.length > MOST_HOLDERS) continue;
    words += sentence.words;
    for (const clause of others) found.add(clause);
  }
  return { clauses: [...found], words };
}

function listWords(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Neighbouring words. */
function pairsOf(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]!} ${word}`);
}
