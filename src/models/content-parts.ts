// A message's content as servers send it: one text, or parts of several kinds.
import { fieldOf, textOf } from './usage.ts';

/** Thoughts in parts of their own, whatever their fields are called (Mistral, Databricks, gateways). They are never judged. */
const THOUGHTS = /think|thought|reason/i;

/** What the parts of a content say under one name, thoughts left out; a content, or a part, that is a text is what it says as `text`. */
export function joinParts(content: unknown, name: 'text' | 'refusal'): string {
  const parts: readonly unknown[] = Array.isArray(content) ? content : [content];
  return parts.map((part) => partText(part, name)).join('');
}

function partText(part: unknown, name: 'text' | 'refusal'): string {
  if (typeof part === 'string') return name === 'text' ? part : '';
  return THOUGHTS.test(textOf(fieldOf(part, 'type')) ?? '') ? '' : (textOf(fieldOf(part, name)) ?? '');
}
