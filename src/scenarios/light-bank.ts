// A bank too large to hold: of each scenario what selection looks at, and the rest read again from the file where it is asked for.
import type { ByteSource } from '../core/byte-source.ts';
import { createPool, createWords } from '../core/pool.ts';
import { createRecent } from '../core/recent.ts';
import type { Bank } from './bank.ts';
import { streamBank, type StreamOptions } from './parse-bank.ts';
import { parseScenarioLine } from './parse-row.ts';
import type { Scenario } from './scenario.ts';

/** Where a line's bytes lie in its file. */
export interface RowPlace {
  readonly offset: number;
  readonly bytes: number;
}

/** The text of a line once more. @throws UserError where the file cannot be read any more. */
export type ReadAgain = (place: RowPlace) => string;

/** Whole scenarios at hand: a check asks for those it selected again and again. */
const KEPT = 2048;

/**
 * Reads the whole bank once, line by line. Its scenarios look like any others; conversation, rubrics and what scoring found
 * (unless it is left out) are read again when they are asked for. Memory: about 300 bytes a scenario and the longest line.
 * @throws UserError with every problem of its lines.
 */
export async function readLightBank(
  source: ByteSource,
  { readAgain, ...options }: StreamOptions & { readonly readAgain: ReadAgain },
): Promise<Bank> {
  const scenarios: Scenario[] = [];
  const byId = new Map<string, Scenario>();
  const lighten = createLightRows(readAgain, options);
  const lines = await streamBank(
    source,
    (scenario, place) => {
      const light = lighten(scenario, place);
      scenarios.push(light);
      byId.set(light.id, light);
    },
    options,
  );
  return { file: source.name, scenarios, byId, lines };
}

/** The scenario with other links; a light one stays light. */
export function withClauses(scenario: Scenario, clauses: readonly string[]): Scenario {
  return Object.defineProperties({} as Scenario, {
    ...Object.getOwnPropertyDescriptors(scenario),
    clauses: { value: clauses, enumerable: true, configurable: true, writable: true },
  });
}

/** Where a light row's line is; not enumerable, so that a copy of the row is a plain whole one. */
const PLACE = Symbol('place');

type Light = Scenario & { readonly [PLACE]: RowPlace };
type Heavy = 'messages' | 'rubric1' | 'rubric2' | 'scored';

function createLightRows(
  readAgain: ReadAgain,
  options: StreamOptions,
): (scenario: Scenario, place: RowPlace) => Scenario {
  const word = createWords();
  const lists = createPool<readonly string[]>();
  const listOf = (names: readonly string[]): readonly string[] =>
    lists(JSON.stringify(names), () => names.map((name) => word(name)));
  const recent = createRecent<Scenario>(KEPT);
  const wholeOf = (light: Light): Scenario =>
    recent(light.id, () => {
      const row = parseScenarioLine(
        readAgain(light[PLACE])
          .replace(/^\uFEFF/, '')
          .trim(),
        options,
      );
      if (row.status === 'valid' && row.scenario.id === light.id) return row.scenario;
      throw new Error(`the bank was changed while it was read: "${light.id}" is not where it was`);
    });
  // The same functions for every row, so that all rows share one shape.
  const again = (key: Heavy): PropertyDescriptor => ({
    get(this: Light) {
      return wholeOf(this)[key];
    },
    enumerable: true,
    configurable: true,
  });
  const heavy = {
    messages: again('messages'),
    rubric1: again('rubric1'),
    rubric2: again('rubric2'),
    scored: again('scored'),
  };
  return ({ messages: _messages, rubric1, rubric2: _rubric2, scored, clauses, topics, ...rest }, { offset, bytes }) => {
    const { value1, value2, source, group } = rest;
    const light = {
      ...rest,
      ...(value1 === undefined ? {} : { value1: word(value1) }),
      ...(value2 === undefined ? {} : { value2: word(value2) }),
      ...(source === undefined ? {} : { source: word(source) }),
      ...(group === undefined ? {} : { group: word(group) }),
      clauses: listOf(clauses),
      topics: listOf(topics),
    } as Scenario;
    // One after another, and none a second time: a property that changes its kind would make a slow object of four times the size.
    Object.defineProperty(light, PLACE, { value: { offset, bytes } });
    Object.defineProperty(light, 'messages', heavy.messages);
    if (rubric1 !== undefined) {
      Object.defineProperty(light, 'rubric1', heavy.rubric1);
      Object.defineProperty(light, 'rubric2', heavy.rubric2);
    }
    if (scored !== undefined) Object.defineProperty(light, 'scored', heavy.scored);
    return light;
  };
}
