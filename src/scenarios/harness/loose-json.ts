// JSON as other languages write it: NaN and Infinity stand in it bare where a number is missing, and integers may have more
// digits than a number here can hold.
import { endOfString } from '../../core/untrusted-json.ts';

const BARE = /-?(?:Infinity|NaN)\b/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Whether an integer of so many digits may stand there: most texts are settled by that. */
const LONG_INTEGER = /[:[,\s]-?\d{16,}\s*(?:[,}\]]|$)/;

/**
 * Parses JSON; bare NaN, Infinity and -Infinity become null, as no number that counts. An integer that a number cannot hold
 * becomes its digits as text: two ids that differ in the last of them would be one.
 * @throws SyntaxError where it is no JSON even so.
 */
export function parseLooseJson(text: string): unknown {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (LONG_INTEGER.test(source)) return JSON.parse(replaceNumbers(source));
  try {
    return JSON.parse(source);
  } catch (error) {
    if (!/NaN|Infinity/.test(source)) throw error;
    return JSON.parse(replaceNumbers(source));
  }
}

/** The text with what JSON here does not hold written in a way that it does, as `parseLooseJson` reads it. */
export function asPlainJson(text: string): string {
  return LONG_INTEGER.test(text) || /NaN|Infinity/.test(text) ? replaceNumbers(text) : text;
}

/** Outside strings only: a text may well say NaN. */
function replaceNumbers(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (character === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (!/[-\dNI]/.test(character)) continue;
    const bare = matchAt(BARE, text, at);
    const found = bare ?? matchAt(NUMBER, text, at);
    if (found === undefined) continue;
    const instead = bare === undefined ? quoteLong(found) : 'null';
    if (instead !== found) {
      parts.push(text.slice(kept, at), instead);
      kept = at + found.length;
    }
    at += found.length - 1;
  }
  return [...parts, text.slice(kept)].join('');
}

function quoteLong(number: string): string {
  return /^-?\d+$/.test(number) && !Number.isSafeInteger(Number(number)) ? `"${number}"` : number;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
