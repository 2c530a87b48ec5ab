// Cells of tables that pandas saved as CSV: a list or a dictionary stands there as Python prints it, which is no JSON.
import { parseUntrustedJson } from '../../core/untrusted-json.ts';

/** What such a value consists of, piece by piece: texts in either quotes, words, numbers, signs. */
const PIECE = /'([^'\\]*(?:\\.[^'\\]*)*)'|"([^"\\]*(?:\\.[^"\\]*)*)"|([A-Za-z]+)|(-?\d[\d.eE+-]*)|([[\](){}:,])|\s+/sy;
const WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
  ['nan', 'null'],
]);
const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U00[\da-fA-F]{6}|.)/gs;
const CONTROL: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * The value of what `repr` gives for lists, tuples and dictionaries of texts, numbers, True, False and None, held to the same limits as
 * JSON; undefined for any other text.
 */
export function parsePython(text: string): unknown {
  if (!/^\s*[[{(]/.test(text)) return undefined;
  const json: string[] = [];
  for (let at = 0; at < text.length; at = PIECE.lastIndex) {
    PIECE.lastIndex = at;
    const found = PIECE.exec(text);
    if (found === null) return undefined;
    const piece = asJson(found);
    if (piece === undefined) return undefined;
    // `(1,)` is a tuple of one.
    if (piece === ']' && json.at(-1) === ',') json.pop();
    if (piece !== '') json.push(piece);
  }
  const parsed = parseUntrustedJson(json.join(''));
  return parsed.status === 'parsed' ? parsed.value : undefined;
}

function asJson([whole, single, double, word, number, sign]: RegExpExecArray): string | undefined {
  const said = single ?? double;
  if (said !== undefined) return JSON.stringify(said.replaceAll(ESCAPE, unescape));
  if (word !== undefined) return WORDS.get(word);
  if (sign !== undefined) return sign === '(' ? '[' : sign === ')' ? ']' : sign;
  return number === undefined ? '' : whole;
}

function unescape(escape: string): string {
  const [sign, digits] = [escape.slice(1, 2), escape.slice(2)];
  if (digits === '') return CONTROL.get(sign) ?? sign;
  const code = Number.parseInt(digits, 16);
  return code <= 0x10_ff_ff ? String.fromCodePoint(code) : escape;
}
