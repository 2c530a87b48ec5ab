// The tags of a page that escapes every `<` and `"` of its texts: enough to see whether a text became markup.

export interface Tag {
  readonly tag: string;
  readonly attributes: readonly string[];
}

const VOID = new Set(['!doctype', 'meta']);

/** Opening tags in order with their attributes' names, and what was not closed in order. */
export function readTags(page: string): { readonly tags: readonly Tag[]; readonly unclosed: readonly string[] } {
  const tags: Tag[] = [];
  const open: string[] = [];
  const unclosed: string[] = [];
  const content = page.replace(/<style>[^]*?<\/style>/, '<style></style>');
  for (const [, slash, name = '', rest = ''] of content.matchAll(/<(\/?)([!\w-]*)((?:"[^"]*"|[^">])*)>/g)) {
    const tag = name.toLowerCase();
    if (slash === '/') {
      const last = open.pop();
      if (last !== tag) unclosed.push(`${last} by ${tag}`);
      continue;
    }
    tags.push({
      tag,
      attributes: [...rest.replaceAll(/"[^"]*"/g, '').matchAll(/[\w-]+/g)].map(([attribute]) => attribute),
    });
    if (!VOID.has(tag) && !rest.endsWith('/')) open.push(tag);
  }
  return { tags, unclosed: [...unclosed, ...open] };
}
