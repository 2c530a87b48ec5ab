// Ids made from words: readable, stable, and fit for any script.
import { sha256 } from '../core/canonical-json.ts';

/** Longest slug, in characters; a longer one is cut and gets a piece of its hash. */
const LONGEST = 80;

/**
 * Lower-case words joined by `-`; letters of every script stay, Markdown link targets and quotes go.
 * `slugify("Don't *lie*") === 'dont-lie'`, `slugify('Über uns') === 'über-uns'`. Never empty.
 */
export function slugify(title: string): string {
  const words = title
    .normalize('NFC')
    .replace(/\]\([^()\s]{0,2000}\)/g, ' ')
    .replace(/['’‘`"“”]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}_]+/gu);
  if (words === null) return `section-${sha256(title).slice(0, 8)}`;
  const slug = words.join('-');
  if (slug.length <= LONGEST) return slug;
  const whole = Array.from(slug.slice(0, LONGEST * 2)).slice(0, LONGEST);
  return `${whole.join('')}-${sha256(slug).slice(0, 8)}`;
}
