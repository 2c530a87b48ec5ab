// Keeps one copy of equal values (interning): a hundred thousand scenarios have a million responses that are made of few
// different words.

/** The thing known under a key; `make` is asked for it once. */
export type Pool<Thing> = (key: string, make: () => Thing) => Thing;

export function createPool<Thing>(): Pool<Thing> {
  const known = new Map<string, Thing>();
  return (key, make) => {
    const same = known.get(key);
    if (same !== undefined) return same;
    const thing = make();
    known.set(key, thing);
    return thing;
  };
}

/** One string object for all equal strings: parsing JSON makes a new one each time. */
export function createWords(): <Word extends string>(word: Word) => Word {
  const known = createPool<string>();
  return <Word extends string>(word: Word) => known(word, () => word) as Word;
}
