// Which of millions of hash keys were seen, in eight bytes each instead of a hundred.

export interface KeySet {
  /** Whether the key is new. */
  readonly add: (key: string) => boolean;
  readonly has: (key: string) => boolean;
}

/** Places filled beyond which the table is doubled. */
const FULLEST = 0.7;

/**
 * Keys by their first 52 bits, in an open-addressing table. Two different keys of ten million are taken for one with a chance
 * of about one in a hundred: good enough for counting, not for looking anything up. Keys begin with 13 hexadecimal digits.
 */
export function createKeySet(): KeySet {
  let table = new Float64Array(1024);
  let size = 0;
  const place = (into: Float64Array, number: number): number => {
    let at = number % into.length;
    while (into[at] !== 0 && into[at] !== number) at = (at + 1) % into.length;
    return at;
  };
  const grow = (): void => {
    const larger = new Float64Array(table.length * 2);
    for (const number of table) if (number !== 0) larger[place(larger, number)] = number;
    table = larger;
  };
  return {
    has: (key) => {
      const number = numberOf(key);
      return table[place(table, number)] === number;
    },
    add: (key) => {
      const number = numberOf(key);
      const at = place(table, number);
      if (table[at] === number) return false;
      table[at] = number;
      size += 1;
      if (size > FULLEST * table.length) grow();
      return true;
    },
  };
}

/** Zero marks a free place. */
function numberOf(key: string): number {
  return Number.parseInt(key.slice(0, 13), 16) + 1;
}
