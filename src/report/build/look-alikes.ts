// Words spelt with letters of another script that look like the usual ones.

const LETTERS = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
};

// Letters that look like Latin ones in common typefaces, from Unicode's table of confusables (UTS 39) for these scripts.
const LATIN_LIKE =
  /^[\u0405\u0406\u0408\u0410\u0412\u0415\u041A\u041C-\u041E\u0420-\u0423\u0425\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u04CF\u0501\u051B\u051D\u0391\u0392\u0395-\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B9\u03BD\u03BF\u03C1\u03C5]+$/u;

/** Words that mix scripts, and in a text that is mostly Latin those of another script made of letters that look Latin. */
export function findLookAlikes(text: string): readonly string[] {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const latin = words.filter((word) => scriptsOf(word).includes('Latin')).length;
  const found = words.filter((word) => {
    const scripts = scriptsOf(word);
    if (scripts.length > 1) return true;
    return latin > words.length / 2 && word.length > 1 && LATIN_LIKE.test(word);
  });
  return [...new Set(found)].slice(0, 5);
}

function scriptsOf(word: string): string[] {
  if (/^[A-Za-z]+$/.test(word)) return ['Latin'];
  return Object.entries(LETTERS).flatMap(([script, pattern]) => (pattern.test(word) ? [script] : []));
}
