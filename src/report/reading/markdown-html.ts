// A clause's Markdown as HTML of our own: tags are made here from the parsed tree, and every text in it is escaped. Raw HTML,
// links and images of the source are shown and never act.
import type { List, ListItem, Nodes, Parents, Root, Table } from 'mdast';
import { html, NOTHING, type Html } from '../../render/html/markup.ts';
import { parseMarkdown } from '../../spec/shown/markdown-tree.ts';
import type { TextMarks } from './mark-words.ts';
import { createMarker, type Marker } from './marked-text.ts';

export interface RenderOptions {
  readonly marks: TextMarks;
  /** The address within the page of a link's target in the spec; undefined where it leads out of it. */
  readonly addressOf: (url: string) => string | undefined;
}

/** Longest text that is read as Markdown, in characters; a longer one, or one that is nested too deep, stands as it is. */
const LONGEST_READ = 50_000;

/** Never throws: a source that is too long, or nested too deep to walk, stands in a `<pre>` as it is. */
export function renderMarkdownHtml(source: string, options: RenderOptions): Html {
  const tree = source.length > LONGEST_READ ? undefined : parseMarkdown(source);
  try {
    if (tree !== undefined) return renderTree(tree, { ...options, source });
  } catch (error) {
    // The tree is walked by functions that call themselves.
    if (!(error instanceof RangeError)) throw error;
  }
  const marker = createMarker(source, options.marks);
  return html`<pre>${marker.mark(source, { start: 0, end: source.length })}${marker.rest()}</pre>`;
}

interface Sheet extends Omit<RenderOptions, 'marks'> {
  readonly source: string;
  readonly marker: Marker;
}

function renderTree(tree: Root, { source, marks, addressOf }: RenderOptions & { readonly source: string }): Html {
  const marker = createMarker(source, marks);
  const body = children(tree, { source, addressOf, marker });
  const { markup } = marker.rest();
  return html`${body}${markup === '' ? NOTHING : html`<p>${{ markup }}</p>`}`;
}

function children(node: Parents, sheet: Sheet): readonly Html[] {
  return (node.children as readonly Nodes[]).map((child) => render(child, sheet));
}

function render(node: Nodes, sheet: Sheet): Html {
  switch (node.type) {
    case 'paragraph':
      return html`<p>${children(node, sheet)}</p>`;
    case 'heading':
      // The page's own headings are an outline of the page; one of the spec is set in bold.
      return html`<p class="spec-heading"><strong>${children(node, sheet)}</strong></p>`;
    case 'blockquote':
      return html`<blockquote>${children(node, sheet)}</blockquote>`;
    case 'list':
      return list(node, sheet);
    case 'listItem':
      return item(node, sheet);
    case 'table':
      return table(node, sheet);
    case 'code':
      return html`<pre>${marked(node, sheet)}</pre>`;
    case 'inlineCode':
      return html`<code>${marked(node, sheet)}</code>`;
    case 'text':
      return marked(node, sheet);
    case 'emphasis':
      return html`<em>${children(node, sheet)}</em>`;
    case 'strong':
      return html`<strong>${children(node, sheet)}</strong>`;
    case 'delete':
      return html`<s>${children(node, sheet)}</s>`;
    case 'break':
      return html`<br />`;
    case 'thematicBreak':
      return html`<hr />`;
    case 'link':
      return link(node.url, html`${children(node, sheet)}`, sheet);
    case 'linkReference':
    case 'footnoteDefinition':
      return html`${children(node, sheet)}`;
    case 'html':
    case 'image':
    case 'imageReference':
    case 'definition':
    case 'footnoteReference':
      return html`<code class="raw">${marked({ ...node, value: sourceOf(node, sheet) }, sheet)}</code>`;
    // Rows and cells are written by their table, and the rest is of no text that stands inside another.
    case 'root':
    case 'tableRow':
    case 'tableCell':
      return html`${children(node, sheet)}`;
    case 'yaml':
      return html`<pre>${node.value}</pre>`;
    default:
      throw new Error(`unknown node: ${JSON.stringify(node)}`);
  }
}

function marked(node: Nodes & { readonly value: string }, { marker }: Sheet): Html {
  const { start, end } = rangeOf(node);
  return marker.mark(node.value, { start, end });
}

function rangeOf({ position }: Nodes): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function sourceOf(node: Nodes, { source }: Sheet): string {
  const { start, end } = rangeOf(node);
  return source.slice(start, end);
}

function list(node: List, sheet: Sheet): Html {
  const items = children(node, sheet);
  if (node.ordered !== true)
    return html`<ul>
      ${items}
    </ul>`;
  return html`<ol start="${node.start ?? 1}">
    ${items}
  </ol>`;
}

function item(node: ListItem, sheet: Sheet): Html {
  const box = typeof node.checked === 'boolean' ? html`${node.checked ? '☑' : '☐'} ` : NOTHING;
  // Items that stand close have no paragraphs on a page either.
  const parts = node.children.map((child) =>
    child.type === 'paragraph' && node.spread !== true ? html`${children(child, sheet)}` : render(child, sheet),
  );
  return html`<li>${box}${parts}</li>`;
}

function table(node: Table, sheet: Sheet): Html {
  const rows = node.children.map((row, index) => {
    const cells = row.children.map((cell) =>
      index === 0 ? html`<th scope="col">${children(cell, sheet)}</th>` : html`<td>${children(cell, sheet)}</td>`,
    );
    return html`<tr>
      ${cells}
    </tr>`;
  });
  return html`<table class="plain" tabindex="0">
    <thead>
      ${rows.slice(0, 1)}
    </thead>
    <tbody>
      ${rows.slice(1)}
    </tbody>
  </table>`;
}

/** A link within the spec leads on; where another one leads is said, and nobody is led there. */
function link(url: string, words: Html, { addressOf }: Sheet): Html {
  const address = addressOf(url);
  if (address !== undefined) return html`<a href="#${address}">${words}</a>`;
  return html`<span class="leads-out" title="${url}">${words}</span>`;
}
