// JSON as Python writes it: NaN and Infinity stand in it bare where a number is missing.
const BARE = /(?:-?\bInfinity|\bNaN)\b/y;

/**
 * Parses JSON; bare NaN, Infinity and -Infinity become null, as no number that counts.
 * @throws SyntaxError where it is no JSON even so.
 */
export function parseLooseJson(text: string): unknown {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(source);
  } catch (error) {
    if (!/NaN|Infinity/.test(source)) throw error;
    return JSON.parse(replaceBare(source));
  }
}

/** Outside strings only: a text may well say NaN. */
function replaceBare(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at);
    } else if (character === 'N' || character === 'I' || character === '-') {
      BARE.lastIndex = at;
      const found = BARE.exec(text)?.[0];
      if (found === undefined) continue;
      parts.push(text.slice(kept, at), 'null');
      kept = at + found.length;
      at = kept - 1;
    }
  }
  return [...parts, text.slice(kept)].join('');
}

/** The place of the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
