// A value's seven answering strategies, from whichever way they were written down.
import { RUBRIC_STEPS } from '../../core/study-words.ts';
import { parseUntrustedJson } from '../../core/untrusted-json.ts';

/**
 * Seven texts from 0 (extreme oppose) to 6 (extreme favor): a list of seven, an object by step name or by number, or
 * either as JSON text. Undefined where it is none of these.
 */
export function readSpectrum(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') {
    const json = parseUntrustedJson(value);
    return json.status === 'parsed' && typeof json.value === 'object' ? readSpectrum(json.value) : undefined;
  }
  if (value === null || typeof value !== 'object') return undefined;
  const members = new Map(Object.entries(value));
  const texts = Array.isArray(value)
    ? value
    : RUBRIC_STEPS.map((step, index) => members.get(step) ?? members.get(String(index)));
  const isWhole =
    texts.length === RUBRIC_STEPS.length && texts.every((text) => typeof text === 'string' && text.trim() !== '');
  return isWhole ? (texts as string[]) : undefined;
}
