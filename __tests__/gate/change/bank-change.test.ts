// What a change does to the bank: additions are welcome, an easier exam is a loosened policy.
import { expect, test } from 'vitest';
import { bankLoosened, diffBank } from '../../../src/gate/change/bank-change.ts';
import { createBank, parseBank } from '../../../src/scenarios/parse-bank.ts';
import { harborBank } from '../../support/harbor.ts';
import { serializeBank } from '../../../src/scenarios/serialize-scenario.ts';

const base = createBank('bank.jsonl', harborBank());
const [first, second, ...rest] = base.scenarios;

test('order, line ends and key order are no edit', () => {
  const again = parseBank({
    file: 'bank.jsonl',
    text: serializeBank(base.scenarios.toReversed()).replaceAll('\n', '\r\n'),
  });
  expect(diffBank(base, again)).toEqual({ added: [], edited: [], removed: [] });
  expect(bankLoosened(base, diffBank(base, again))).toEqual([]);
});

test('additions loosen nothing; removing, rewording and unlinking do', () => {
  const added = { ...first!, id: 'new-one' };
  const unlinked = { ...second!, clauses: [] };
  const head = createBank('bank.jsonl', [added, unlinked, ...rest]);
  const change = diffBank(base, head);
  expect(change).toEqual({ added: [added], edited: [second!.id], removed: [first!.id] });
  expect(bankLoosened(base, change)).toEqual([
    { option: 'bank', base: '39 scenarios', head: `1 removed (${first!.id}); 1 edited (${second!.id})` },
  ]);
  expect(bankLoosened(base, diffBank(base, createBank('bank.jsonl', [...base.scenarios, added])))).toEqual([]);
});

test('many are counted, few are named', () => {
  const [option] = bankLoosened(base, diffBank(base, createBank('bank.jsonl', [])));
  expect(option?.head).toMatch(/^39 removed \([\w-]+, [\w-]+, [\w-]+ and 36 more\)$/);
});
