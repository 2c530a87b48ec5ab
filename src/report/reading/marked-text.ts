// One stretch of rendered text with the words marked that came or went.
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import type { TextMarks } from './mark-words.ts';

export interface Marker {
  /** A stretch of the page and the range of the source that it was read from. */
  readonly mark: (value: string, source: { readonly start: number; readonly end: number }) => Html;
  /** The removed words that have not been shown yet. */
  readonly rest: () => Html;
}

/** Shows each removed run once, before the first stretch that ends behind its place. */
export function createMarker(source: string, { added, removed }: TextMarks): Marker {
  let shown = 0;
  const goneUpTo = (place: number): Html => {
    const from = shown;
    while (shown < removed.length && removed[shown]!.at <= place) shown += 1;
    return html`${removed.slice(from, shown).map(deleted)}`;
  };
  const isAdded = (place: number): boolean => added.some(({ start, end }) => place >= start && place < end);
  const isUntouched = added.length + removed.length === 0;
  const mark: Marker['mark'] = (value, { start, end }) => {
    if (isUntouched) return html`${value}`;
    const places = align(value, source.slice(start, end));
    if (places === undefined) {
      const isTouched = added.some((range) => range.start < end && range.end > start);
      return html`${goneUpTo(end)}${isTouched ? html`<ins>${value}</ins>` : html`${value}`}`;
    }
    const parts: Html[] = [];
    let from = 0;
    while (from < value.length) {
      const first = start + places[from]!;
      parts.push(goneUpTo(first));
      const next = shown < removed.length ? removed[shown]!.at : Number.POSITIVE_INFINITY;
      const isNew = isAdded(first);
      let to = from + 1;
      while (to < value.length && start + places[to]! < next && isAdded(start + places[to]!) === isNew) to += 1;
      const run = value.slice(from, to);
      parts.push(isNew && run.trim() !== '' ? html`<ins>${run}</ins>` : html`${run}`);
      from = to;
    }
    parts.push(goneUpTo(end));
    return html`${parts}`;
  };
  return { mark, rest: () => goneUpTo(Number.POSITIVE_INFINITY) };
}

function deleted({ text }: TextMarks['removed'][number]): Html {
  return text.trim() === '' ? NOTHING : html`<del>${text}</del>`;
}

/**
 * For each character of what is shown its place in the source, which holds the same characters in order and signs of
 * Markdown between them; undefined where it does not (a named entity).
 */
function align(value: string, source: string): readonly number[] | undefined {
  const places: number[] = [];
  let at = 0;
  for (const character of value) {
    const found = source.indexOf(character, at);
    if (found < 0) return undefined;
    for (let unit = 0; unit < character.length; unit += 1) places.push(found + unit);
    at = found + character.length;
  }
  return places;
}
