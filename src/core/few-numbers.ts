// A long list of few different numbers, such as shares of four draws: a byte each instead of eight.

export interface FewNumbers {
  readonly add: (number: number) => void;
  /** All of them, in their order. */
  readonly read: () => readonly number[];
}

/** Numbers that a byte tells apart; of more different ones the list is kept as it is. */
const MOST = 256;

export function createFewNumbers(): FewNumbers {
  const places = new Map<number, number>();
  const different: number[] = [];
  let codes = new Uint8Array(64);
  let size = 0;
  let plain: number[] | undefined;
  const decode = (): number[] => Array.from(codes.subarray(0, size), (code) => different[code]!);
  const placeOf = (number: number): number | undefined => {
    const known = places.get(number);
    if (known !== undefined || different.length === MOST) return known;
    places.set(number, different.length);
    return different.push(number) - 1;
  };
  return {
    add: (number) => {
      const code = plain === undefined ? placeOf(number) : undefined;
      if (code === undefined) {
        plain ??= decode();
        plain.push(number);
        return;
      }
      if (size === codes.length) {
        const longer = new Uint8Array(2 * size);
        longer.set(codes);
        codes = longer;
      }
      codes[size] = code;
      size += 1;
    },
    read: () => plain ?? decode(),
  };
}
