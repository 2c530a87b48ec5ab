// Rows of a bank packed as numbers: half a million scenarios have millions of responses, of which only a few are
// different.
import type { StudyResponse, StudyRow, StudyRows } from '../analysis/evidence/study-data.ts';
import { createPool, type Pool } from '../core/pool.ts';

export interface BankRows {
  /** `responses` are given by `responseOf`, so that equal ones are one. */
  readonly add: (row: StudyRow) => void;
  /** What was added, by scenario in the order of their ids. */
  readonly read: () => StudyRows;
}

/** Things by the order in which they were first seen. */
interface Numbered<Thing> {
  readonly numberOf: (thing: Thing) => number;
  readonly at: (number: number) => Thing;
}

/**
 * About 100 bytes a scenario of twelve models, and one row at a time made from them. Equal lists of clauses and topics, pairs of
 * values and responses are kept once.
 */
export function createBankRows(): BankRows {
  const ids: string[] = [];
  const lists = createNumbered(createPool<readonly string[]>(), (list: readonly string[]) => JSON.stringify(list));
  const responses = createNumberedByIdentity<StudyResponse>();
  const numbers = createGrowing((length) => new Uint32Array(length));
  const levels = createGrowing((length) => new Float64Array(length));
  /** Where a row's numbers and levels begin. */
  const starts = createGrowing((length) => new Float64Array(length));
  const add = (row: StudyRow): void => {
    const { scenario, clauses, topics, value1, value2, disagreements } = row;
    ids.push(scenario);
    starts.push(numbers.size());
    starts.push(levels.size());
    numbers.push(lists.numberOf(clauses));
    numbers.push(lists.numberOf(topics));
    numbers.push(lists.numberOf(value1 === undefined || value2 === undefined ? [] : [value1, value2]));
    numbers.push(lists.numberOf(Object.keys(disagreements)));
    numbers.push(row.responses.length);
    for (const level of Object.values(disagreements)) levels.push(level);
    for (const response of row.responses) numbers.push(responses.numberOf(response));
  };
  const rowAt = (index: number): StudyRow => {
    const at = starts.at(2 * index);
    let level = starts.at(2 * index + 1);
    const [value1, value2] = lists.at(numbers.at(at + 2));
    const disagreements: Record<string, number> = {};
    for (const subset of lists.at(numbers.at(at + 3))) disagreements[subset] = levels.at(level++);
    const own: StudyResponse[] = [];
    const end = at + 5 + numbers.at(at + 4);
    for (let place = at + 5; place < end; place += 1) own.push(responses.at(numbers.at(place)));
    const values = value1 === undefined || value2 === undefined ? undefined : { value1, value2 };
    return {
      scenario: ids[index]!,
      draw: '',
      clauses: lists.at(numbers.at(at)),
      topics: lists.at(numbers.at(at + 1)),
      ...values,
      disagreements,
      responses: own,
    };
  };
  return { add, read: () => readInOrder(ids, rowAt) };
}

function readInOrder(ids: readonly string[], rowAt: (index: number) => StudyRow): StudyRows {
  const order = Uint32Array.from(ids, (_, index) => index).sort((one, other) => {
    return ids[one]! < ids[other]! ? -1 : ids[one]! > ids[other]! ? 1 : one - other;
  });
  // Two rows with one id count as one scenario with two draws.
  const firsts = order.filter((index, place) => place === 0 || ids[index] !== ids[order[place - 1]!]).length;
  const byScenario = function* (): Generator<readonly [string, readonly StudyRow[]]> {
    for (let place = 0; place < order.length;) {
      const id = ids[order[place]!]!;
      const draws: StudyRow[] = [];
      for (; place < order.length && ids[order[place]!] === id; place += 1) draws.push(rowAt(order[place]!));
      yield [id, draws];
    }
  };
  let places: ReadonlyMap<string, number> | undefined;
  return {
    size: firsts,
    get: (scenario) => {
      places ??= new Map(ids.map((id, index) => [id, index]));
      const index = places.get(scenario);
      return index === undefined ? undefined : [rowAt(index)];
    },
    *values() {
      for (const [, draws] of byScenario()) yield draws;
    },
    [Symbol.iterator]: byScenario,
  };
}

function createNumbered<Thing>(pool: Pool<Thing>, keyOf: (thing: Thing) => string): Numbered<Thing> {
  const { numberOf, at } = createNumberedByIdentity<Thing>();
  return { numberOf: (thing) => numberOf(pool(keyOf(thing), () => thing)), at };
}

function createNumberedByIdentity<Thing>(): Numbered<Thing> {
  const numbers = new Map<Thing, number>();
  const things: Thing[] = [];
  return {
    numberOf: (thing) => {
      const known = numbers.get(thing);
      if (known !== undefined) return known;
      numbers.set(thing, things.length);
      return things.push(thing) - 1;
    },
    at: (number) => things[number]!,
  };
}

interface Growing {
  readonly push: (number: number) => void;
  readonly at: (index: number) => number;
  readonly size: () => number;
}

function createGrowing(make: (length: number) => Uint32Array | Float64Array): Growing {
  let numbers = make(1024);
  let size = 0;
  return {
    push: (number) => {
      if (size === numbers.length) {
        const longer = make(2 * size);
        longer.set(numbers);
        numbers = longer;
      }
      numbers[size] = number;
      size += 1;
    },
    at: (index) => numbers[index]!,
    size: () => size,
  };
}
