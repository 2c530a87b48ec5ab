// A message's content as servers send it: one text, or parts of several kinds.
import { fieldOf, textOf } from './usage.ts';

const THOUGHTS = /think|thought|reason/i;

/** Thoughts in a part of their own, by its kind (Anthropic, Mistral, Databricks, Inspect) or by a mark (Gemini). They are never judged. */
export function isThought(part: unknown): boolean {
  return THOUGHTS.test(textOf(fieldOf(part, 'type')) ?? '') || fieldOf(part, 'thought') === true;
}

/** What the parts of a content say under one name, thoughts left out; a content, or a part, that is a text is what it says as `text`. */
export function joinParts(content: unknown, name: 'text' | 'refusal'): string {
  const parts: readonly unknown[] = Array.isArray(content) ? content : [content];
  return parts.map((part) => partText(part, name)).join('');
}

function partText(part: unknown, name: 'text' | 'refusal'): string {
  if (typeof part === 'string') return name === 'text' ? part : '';
  return isThought(part) ? '' : (textOf(fieldOf(part, name)) ?? '');
}
