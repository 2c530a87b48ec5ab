// A value that answers can serve: what pairs are drawn from and rubrics measure.
import type { Json } from '../../core/canonical-json.ts';
import type { Place } from '../../core/errors.ts';
import { showText } from '../../spec/shown/shown-text.ts';

export interface Value {
  readonly name: string;
  /** Second-level category. Two values of one category are never paired. */
  readonly category?: string;
  /** One line that says what it means. */
  readonly description?: string;
}

/** A value with the place of the user's file it came from. */
export interface LocatedValue extends Value {
  readonly place: Place;
}

/** What a prompt shows of a value. */
export function showValue({ name, description }: Value): Json {
  return { name: showText(name).text, description: description && showText(description).text };
}

/** How two spellings of one name are told to be the same. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
