// What the commands that build a bank print: their result as JSON, or one sentence a line.
import { plainText } from '../../render/plain-text.ts';
import type { Sentence } from '../../render/sentence.ts';

export function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

export function toText(lines: readonly Sentence[]): string {
  return lines.map((line) => `${plainText(line)}\n`).join('');
}
