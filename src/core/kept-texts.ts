// Texts that are kept one after another and read again by their numbers: in memory, or wherever there is more room.

export interface KeptTexts {
  /** The number of the text: 0, 1, 2 and so on. */
  readonly add: (text: string) => number;
  readonly at: (number: number) => string;
}

export function keepInMemory(): KeptTexts {
  const texts: string[] = [];
  return { add: (text) => texts.push(text) - 1, at: (number) => texts[number]! };
}
