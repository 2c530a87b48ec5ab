// The words of a text, for every measure of likeness.

const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`;
const WORD = new RegExp(String.raw`${IDEOGRAPH}|(?:(?!${IDEOGRAPH})[\p{L}\p{M}\p{N}])+`, 'gu');
const STARTS_IDEOGRAPH = new RegExp(`^${IDEOGRAPH}`, 'u');

/** Lower-case runs of letters and digits; in scripts without spaces every character is a word. */
export function normalizedWords(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** Whether a word is one character that carries meaning by itself. */
export function isIdeograph(word: string): boolean {
  return STARTS_IDEOGRAPH.test(word);
}
