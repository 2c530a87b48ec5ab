// Text that would nest deeper than a parser can follow: found before it is parsed, since one that overflows may end the process.
import { UserError } from './errors.ts';

/** Levels. Nobody writes so many; the YAML parser gives up at about 800. */
const DEEPEST = 500;

/** What is wrong, in words for a `Problem`; undefined where nothing is. Brackets in prose count as well: they are mostly closed. */
export function describeDeepNesting(text: string): string | undefined {
  let depth = 0;
  // Lists in lists on one line: `- - - x`.
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1);
    const isSpaced = text[at + 1] === ' ' || text[at + 1] === '\t';
    if (isSpaced && '-?:'.includes(sign)) marks += 1;
    else if (sign !== ' ' && sign !== '\t') marks = 0;
    if (depth > DEEPEST || marks > DEEPEST) return `nested more than ${DEEPEST} levels deep`;
  }
  return undefined;
}

/** For every reader of YAML, before it parses. @throws UserError for a text that nests too deep. */
export function refuseDeepNesting({ file, text }: { readonly file: string; readonly text: string }): void {
  const message = describeDeepNesting(text);
  if (message !== undefined) throw new UserError({ message, place: { file } });
}
