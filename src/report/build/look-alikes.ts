// Words spelt with letters of another script that look like the usual ones, by Unicode's table of confusables (UTS 39).
import unhomoglyph from 'unhomoglyph';

const LATIN = /\p{Script=Latin}/u;
const FOREIGN = /[^\p{Script=Latin}\p{M}]/u;
/** No word of any language mixes these with Latin. Greek stands beside Latin in units and formulas, Japanese in names. */
const NEVER_MIXED = /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const MOST_WORDS = 5;

interface Word {
  readonly text: string;
  readonly isLatin: boolean;
  readonly isForeign: boolean;
}

/**
 * Words of Latin letters among which others stand that look Latin, and in a text that is mostly Latin words made only of such
 * others (mathematical letters, too). A word between others of its own script is a quotation of that language.
 */
export function findLookAlikes(text: string): readonly string[] {
  // Nearly every text is done here, which keeps this fast.
  if (!FOREIGN_IN_WORD.test(text)) return [];
  const words = (text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map((word): Word => ({
    text: word,
    isLatin: LATIN.test(word),
    isForeign: FOREIGN.test(word),
  }));
  const isMostlyLatin = words.filter(({ isLatin }) => isLatin).length > words.length / 2;
  const found = words.filter((word, index) => {
    if (!word.isForeign) return false;
    if (word.isLatin) return NEVER_MIXED.test(word.text) || foreignOf(word.text).some(looksLatin);
    const letters = foreignOf(word.text);
    if (!isMostlyLatin || letters.length < 2 || !letters.every(looksLatin)) return false;
    return ![words[index - 1], words[index + 1]].some((next) => next !== undefined && isOfAnotherLanguage(next));
  });
  return [...new Set(found.map((word) => word.text))].slice(0, MOST_WORDS);
}

const FOREIGN_IN_WORD = /(?!\p{Script=Latin})\p{L}/u;

/** Written in another script, and plainly so. */
function isOfAnotherLanguage({ text, isLatin, isForeign }: Word): boolean {
  return !isLatin && isForeign && !foreignOf(text).every(looksLatin);
}

function foreignOf(word: string): readonly string[] {
  return Array.from(word.normalize('NFC')).filter((letter) => FOREIGN.test(letter));
}

/** `looksLatin('\u0430')`, the Cyrillic letter that looks like `a`. */
function looksLatin(letter: string): boolean {
  return /^[a-z]+$/i.test(unhomoglyph(letter));
}
