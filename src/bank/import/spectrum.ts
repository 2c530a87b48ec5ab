// A value's seven answering strategies, from whichever way they were written down.
import { RUBRIC_STEPS } from '../../core/study-words.ts';
import { BadRow, structureIn, type Cell } from './cell.ts';

/**
 * Seven texts from 0 (extreme oppose) to 6 (extreme favor): a list of seven, a list of `{position, response}`, an object by
 * step name or by number, or any of these as JSON text.
 * @throws BadRow where it is none of these.
 */
export function spectrumIn(column: string, cell: Cell): readonly string[] {
  const value = typeof cell === 'string' && /^\s*[[{]/.test(cell) ? structureIn(column, cell) : cell;
  const texts = Array.isArray(value)
    ? fromList(value)
    : typeof value === 'object'
      ? fromEntries(Object.entries(value ?? {}))
      : [];
  const isWhole =
    texts.length === RUBRIC_STEPS.length && texts.every((text) => typeof text === 'string' && text.trim() !== '');
  if (!isWhole) throw new BadRow(`${column}: not seven strategies`);
  return texts as string[];
}

function fromList(list: readonly unknown[]): readonly unknown[] {
  if (!list.every((item) => typeof item === 'object' && item !== null)) return list;
  const entries = list.map((item): [string, unknown] => {
    const { position, response, strategy, text } = item as Record<string, unknown>;
    return [String(position), response ?? strategy ?? text];
  });
  return entries.length === RUBRIC_STEPS.length ? fromEntries(entries) : [];
}

/** By the step's name in whatever case and with whatever between its words, or by its number. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): readonly unknown[] {
  const members = new Map(
    entries.map(([key, text]) => [
      key
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, '_'),
      text,
    ]),
  );
  return RUBRIC_STEPS.map((step, index) => members.get(step) ?? members.get(String(index)));
}
