// A scenario and its line are the same thing, in both directions.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBank, parseBank } from '../../src/scenarios/parse-bank.ts';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { bankJsonSchema } from '../../src/scenarios/scenario-schema.ts';
import { serializeBank, serializeScenario } from '../../src/scenarios/serialize-scenario.ts';

const text = fc.string({ minLength: 1, unit: 'grapheme' }).filter((value) => value.trim() !== '');
const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,20}$/),
    messages: fc
      .array(fc.record({ role: fc.constantFrom('system', 'user', 'assistant', 'tool'), content: text }), {
        maxLength: 3,
      })
      .chain((turns) => text.map((content) => [...turns, { role: 'user' as const, content }])),
    clauses: fc.uniqueArray(text, { maxLength: 3 }),
    topics: fc.uniqueArray(text, { maxLength: 3 }),
    disagreement: fc.double({ min: 0, max: 3, noNaN: true }).map((d) => d + 0),
  })
  .map((row) => row as Scenario);

test('parse(serialize(x)) is x, on one line', () => {
  fc.assert(
    fc.property(scenario, (given) => {
      const line = serializeScenario(given);
      expect(line).not.toContain('\n');
      expect(parseBank({ file: 'b', text: line }).scenarios).toEqual([given]);
    }),
  );
});

test('keys have one order whatever order the object had, and a single user message is a query', () => {
  const a: Scenario = {
    topics: ['t'],
    clauses: [],
    scored: {
      compliance: { b: { j: 'compliant' }, a: {} },
      scores: { z: { value1: 1, value2: null }, y: { value2: 2, value1: 3 } },
    },
    messages: [{ role: 'user', content: 'Q?' }],
    id: 'a',
  };
  expect(serializeScenario(a)).toBe(
    '{"id":"a","query":"Q?","topics":["t"],"scored":{"scores":{"y":{"value1":3,"value2":2},"z":{"value1":1,"value2":null}},' +
      '"compliance":{"a":{},"b":{"j":"compliant"}}}}',
  );
});

test('a bank file is ordered by id', () => {
  const rows = ['b', 'a'].map((id): Scenario => ({
    id,
    messages: [{ role: 'user', content: id }],
    clauses: [],
    topics: [],
  }));
  expect(serializeBank(rows)).toBe('{"id":"a","query":"a"}\n{"id":"b","query":"b"}\n');
  expect(() => createBank('b', [...rows, rows[0]!])).toThrow('duplicate ids');
});

test('the JSON Schema names every field and refuses unknown ones', () => {
  const schema = bankJsonSchema();
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false, required: ['id'] });
  expect(schema['oneOf']).toEqual([{ required: ['query'] }, { required: ['messages'] }]);
  expect(Object.keys(schema['properties'] as object)).toContain('rubric1');
});
