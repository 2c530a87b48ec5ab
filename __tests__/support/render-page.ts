// Markdown as a browser shows it: rendered by micromark, read by a browser's HTML parser, comments left out.
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * A line for each tag and each run of text, white space as a page shows it. `clean` is applied to what a reader reads.
 */
export function renderPage(markdown: string, clean: (text: string) => string = (text) => text): string {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const parts: string[] = [];
  for (const child of parseFragment(html).childNodes) write(child, { parts, clean, isRaw: false });
  return (
    parts
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n')
      // A tag that is never closed opens again around white space, where nothing shows.
      .replaceAll(/^<(b|i|em|strong|del)\[\]>\n<\/\1>\n?/gm, '')
      .trim()
  );
}

interface Writing {
  readonly parts: string[];
  readonly clean: (text: string) => string;
  /** Inside an element that keeps its white space. */
  readonly isRaw: boolean;
}

function write(node: Node, writing: Writing): void {
  const { parts, clean, isRaw } = writing;
  if (node.nodeName === '#comment') return;
  if (node.nodeName === '#text') {
    const text = clean((node as DefaultTreeAdapterTypes.TextNode).value);
    return writeText(parts, isRaw ? JSON.stringify(text.replace(/\n$/, '')).slice(1, -1) : text);
  }
  const element = node as Element;
  const attributes = element.attrs.map(({ name, value }) => [
    name,
    name === 'alt' || name === 'title' ? clean(value) : value,
  ]);
  parts.push(`<${element.nodeName}${JSON.stringify(attributes)}>`);
  const keepsSpace = isRaw || ['pre', 'textarea', 'script', 'style'].includes(element.nodeName);
  const { childNodes } = 'content' in element ? (element.content as Element) : element;
  for (const child of childNodes) write(child, { ...writing, isRaw: keepsSpace });
  parts.push(`</${element.nodeName}>`);
}

/** Text that only a comment parts is one text. */
function writeText(parts: string[], text: string): void {
  const last = parts.at(-1);
  const plain = text.replace(/[ \t\n\f\r]+/g, ' ').replaceAll('<', '\u2039');
  if (last === undefined || last.startsWith('<')) parts.push(plain);
  else parts[parts.length - 1] = (last + plain).replace(/ +/g, ' ');
}
