// One character of Unicode's 1,112,064, for generated texts.
import * as fc from 'fast-check';

const SURROGATES = { first: 0xd800, count: 0x800 };

/**
 * fast-check's own unit `binary`, character for character. That one writes a table of all of them when a text of it is made: most
 * of a second and 85 MB, in every test process.
 */
export const anyCharacter = fc.nat({ max: 0x10ffff - SURROGATES.count }).map(characterAt, (character) => {
  const point = typeof character === 'string' ? (character.codePointAt(0) ?? 0) : 0;
  const place = point < SURROGATES.first ? point : point - SURROGATES.count;
  if (characterAt(place) !== character) throw new Error('not one character');
  return place;
});

function characterAt(place: number): string {
  return String.fromCodePoint(place < SURROGATES.first ? place : place + SURROGATES.count);
}
