// What a screen reader is given: the page's accessibility tree, as Chromium builds it.
import type { Page } from 'playwright-core';

export interface AccessibleNode {
  readonly role: string;
  /** What is read out. */
  readonly name: string;
  /** `true` and `false` of what can be opened; undefined of everything else. */
  readonly expanded: boolean | undefined;
}

/** Of nodes that are not left out, in the order of the page. */
export async function readAccessibilityTree(page: Page): Promise<readonly AccessibleNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? '').trim(),
      expanded: properties?.find((one) => one.name === 'expanded')?.value.value as boolean | undefined,
    }));
}

/** Roles that mean nothing to somebody who does not see the page unless they have a name. */
const NAMED = new Set([
  'button',
  'link',
  'searchbox',
  'textbox',
  'combobox',
  'checkbox',
  'heading',
  'image',
  'img',
  'columnheader',
  'rowheader',
  'DisclosureTriangle',
]);

export function namelessNodes(nodes: readonly AccessibleNode[]): readonly string[] {
  return nodes.filter(({ role, name }) => NAMED.has(role) && name === '').map(({ role }) => role);
}
