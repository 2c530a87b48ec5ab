// The panel that init writes, by the keys that are there.
import { expect, test } from 'vitest';
import { choosePanel, type StarterVendor } from '../../src/config/starter-panel.ts';
import { PRICE_TABLE } from '../../src/models/cost/price-table.ts';

const PRICES = new Map(Object.values(PRICE_TABLE).flatMap((models) => Object.entries(models)));

test.each<[keys: readonly StarterVendor[], inPairs: boolean]>([
  [['openai', 'anthropic', 'google'], true],
  [['openai', 'anthropic'], true],
  [['openai', 'google'], false],
  [['anthropic', 'google'], false],
  [['openai'], false],
  [['anthropic'], false],
  [['google'], true],
  [[], true],
])('with keys of %j: the dearest judge last, and none under test', (keys, inPairs) => {
  const { models, judges, vendors } = choosePanel(new Set(keys));
  const dollars = judges.map((id) => PRICES.get(id.slice(id.indexOf('/') + 1))!.output);
  expect(dollars).toEqual([...dollars].sort((a, b) => a - b));
  expect(new Set([...judges, ...models]).size).toBe(judges.length + models.length);
  const vendorOf = (id: string): string => id.slice(0, id.indexOf('/'));
  // Two of one vendor err alike: those that rule on everything are of two where there is a cheap one of each.
  expect(vendorOf(judges[0]!) !== vendorOf(judges[1]!)).toBe(inPairs);
  expect(new Set(judges.map(vendorOf)).size).toBe(Math.min(vendors.length, 3));
});
