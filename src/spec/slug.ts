// Ids made from words: readable, stable, and fit for any script.
import { sha256 } from '../core/canonical-json.ts';

/**
 * Most words of a slug, and most characters: ids are typed and copied. Slugs that come out equal are told apart by
 * whoever gives out the ids.
 */
const MOST_WORDS = 6;
const LONGEST = 60;

/**
 * The first lower-case words joined by `-`; letters of every script stay, Markdown link targets, quotes and characters that
 * show nothing go.
 * `slugify("Don't *lie*") === 'dont-lie'`, `slugify('Über uns') === 'über-uns'`. Never empty.
 */
export function slugify(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\]\([^()\s]{0,2000}\)/g, ' ')
    .replace(/['’‘`"“”]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}_]+/gu);
  if (words === null) return `section-${sha256(title).slice(0, 8)}`;
  const slug = words.slice(0, MOST_WORDS).join('-');
  if (slug.length <= LONGEST) return slug;
  const whole = Array.from(slug.slice(0, LONGEST * 2)).slice(0, LONGEST);
  return whole.join('').replace(/-$/, '');
}

/**
 * An id as releases before derived it (numbers of headings and all their words were part of it) in today's form.
 * `currentId('terms/1-weapons') === 'terms/weapons'`
 */
export function currentId(id: string): string {
  return id
    .split('/')
    .map((part) => slugify(part.replace(/^\p{M}*-?\d+(?:-\d+)*-(?=\p{L})/u, '').replaceAll('-', ' ')))
    .join('/');
}
