// Footnotes and link definitions that nothing refers to: a page shows nothing of them, and judges read them as they stand.
import { findNodes, parseMarkdown } from './markdown-tree.ts';

export interface UnusedDefinition {
  /** `^note` of a footnote, `name` of a link. */
  readonly label: string;
  readonly source: string;
}

/** A definition of fewer words is an address; more of them can say something. */
const FEWEST_WORDS = 4;

/** Definitions with words in them that this text itself does not refer to. */
export function findUnusedDefinitions(text: string): readonly UnusedDefinition[] {
  const tree = /^[ \t>]*\[/m.test(text) ? parseMarkdown(text) : undefined;
  if (tree === undefined) return [];
  const used = new Set([
    ...findNodes(tree, 'footnoteReference').map(({ identifier }) => `^${identifier}`),
    ...[...findNodes(tree, 'linkReference'), ...findNodes(tree, 'imageReference')].map(({ identifier }) => identifier),
  ]);
  const defined = [
    ...findNodes(tree, 'footnoteDefinition').map((node) => ({ label: `^${node.identifier}`, node })),
    ...findNodes(tree, 'definition').map((node) => ({ label: node.identifier, node })),
  ];
  return defined
    .filter(({ label }) => !used.has(label))
    .map(({ label, node: { position } }) => ({
      label,
      source: text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0),
    }))
    .filter(({ source }) => source.split(/\s+/).length >= FEWEST_WORDS);
}
