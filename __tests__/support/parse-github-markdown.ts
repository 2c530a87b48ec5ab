// Markdown read as GitHub reads it (CommonMark with GFM), and everything in it that could act.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes, Root } from 'mdast';

export function parseGithubMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

export function allNodes(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap((child) => allNodes(child as Nodes))] : [node];
}

// What GitHub turns into links and images after Markdown, in text nodes: mentions, issue references (#1, GH-1,
// owner/repo#1), commits (40 to 7 hex digits), owner/repo@sha, bare addresses, emoji by name.
const CONVERSIONS = [
  /(^|[^\w`])@[a-z\d]/i,
  /#\d/,
  /\bgh-\d/i,
  /\b[0-9a-f]{7,40}\b/i,
  /:\/\//,
  /www\./i,
  /:[a-z\d_+-]+:/i,
  /[\w.+-]+@[\w-]/,
];

// Our own zero-width space (U+200B) is allowed: it is what breaks the conversions above.
const UNSEEN = /(?!\t|\n|\u200b|\ufe0f)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** Everything that acts or hides: nodes of kinds outside `allowed`, and text that GitHub would convert. */
export function findActiveMarkdown(markdown: string, allowed: readonly string[]): string[] {
  return allNodes(parseGithubMarkdown(markdown)).flatMap((node) => {
    const kind = allowed.includes(node.type) ? [] : [`${node.type}: ${JSON.stringify(node).slice(0, 200)}`];
    const text = node.type === 'text' ? node.value : '';
    const converted = CONVERSIONS.filter((pattern) => pattern.test(text)).map((pattern) => `${pattern} in ${text}`);
    const hidden =
      'value' in node && UNSEEN.test(node.value) ? [`unseen character in ${JSON.stringify(node.value)}`] : [];
    return [...kind, ...converted, ...hidden];
  });
}
