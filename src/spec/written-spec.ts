// The spec as a model gets it whose system prompt it is: the files as they are written.
import type { Spec } from './clause.ts';
import { scanBlocks } from './scan-blocks.ts';
import { withoutHiddenComments } from './shown/shown-text.ts';

/** What may be left out: YAML front matter, and HTML comments that a page does not show. */
export type LeftOutOfPrompt = 'frontMatter' | 'comments';

/** Byte for byte, several files one after another with a blank line between them. */
export function writtenSpec(spec: Spec, without: readonly LeftOutOfPrompt[] = []): string {
  const texts = spec.files.map(({ text }) => {
    const body = without.includes('frontMatter') ? withoutFrontMatter(text) : text;
    return without.includes('comments') ? withoutHiddenComments(body) : body;
  });
  return texts.map((text, index) => (index === texts.length - 1 ? text : text.replace(/\n*$/, '\n\n'))).join('');
}

function withoutFrontMatter(text: string): string {
  const lines = text.split('\n');
  const [first] = scanBlocks(lines).blocks;
  return first?.kind === 'frontMatter' ? lines.slice(first.end).join('\n').replace(/^\n+/, '') : text;
}
