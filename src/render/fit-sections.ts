// Markdown cut to a limit in a way that does not depend on chance: whole items go, the longest list first.

export interface Section {
  /** Always shown. */
  readonly opening: string;
  /** Shown as far as they fit, in this order. */
  readonly items: readonly string[];
  readonly closing: string;
}

/**
 * The sections one after the other in at most `limit` characters. While they are too long, the section whose shown items
 * take most room shows half as many; a shortened section says how many it leaves out.
 */
export function fitSections(sections: readonly Section[], limit: number): string {
  const shown = sections.map((section) => section.items.length);
  for (;;) {
    const text = sections.map((section, index) => render(section, shown[index]!)).join('');
    if (text.length <= limit) return text;
    const lengths = sections.map((section, index) => section.items.slice(0, shown[index]).join('').length);
    const longest = lengths.indexOf(Math.max(...lengths));
    if (shown[longest] === 0) throw new Error(`nothing left to cut: ${text.length} characters, ${limit} allowed`);
    shown[longest] = Math.floor(shown[longest]! / 2);
  }
}

function render({ opening, items, closing }: Section, shown: number): string {
  const rest = items.length - shown;
  const more = rest > 0 ? `\n_…and ${rest} more in the full report._\n` : '';
  return `${opening}${items.slice(0, shown).join('')}${more}${closing}`;
}
