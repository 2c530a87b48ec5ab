// A bank too large for memory: it keeps what selection needs of each scenario, and reads the rest from the file again
// when it is asked for.
import type { ByteSource } from '../core/byte-source.ts';
import { UserError } from '../core/errors.ts';
import { createPool, createWords } from '../core/pool.ts';
import { createRecent } from '../core/recent.ts';
import { createBankDigest } from './bank-digest.ts';
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

/** What of a scenario is read again where it is asked for: long, and looked at for few. */
const HEAVY = ['messages', 'rubric1', 'rubric2', 'scored'] as const;
type Heavy = (typeof HEAVY)[number];

/** What stays of a scenario, where its line is (`line` counts from 1), and what else that line has. */
export interface LightRow {
  readonly kept: Omit<Scenario, Heavy>;
  readonly heavy: readonly Heavy[];
  readonly place: RowPlace;
  readonly line: number;
}

const NOTHING: readonly string[] = [];

/** Whole scenarios at hand: a check asks for those it selected again and again. */
const KEPT = 2048;

export interface LightBankOptions extends StreamOptions {
  readonly readAgain: ReadAgain;
}

/**
 * Reads the whole bank once, line by line. Its scenarios look like any others; conversation, rubrics and what scoring found
 * (unless it is left out) are read again when they are asked for. Memory: about 300 bytes a scenario and the longest line.
 * `keep` is told each row. @throws UserError with every problem of its lines.
 */
export async function readLightBank(
  source: ByteSource,
  { keep, ...options }: LightBankOptions & { readonly keep?: (row: LightRow) => void },
): Promise<Bank> {
  const { add, finish } = createLightBank(source.name, options);
  const digest = createBankDigest();
  const lines = await streamBank(
    source,
    (scenario, { offset, bytes, number: line }) => {
      digest.add(scenario);
      const row = toRow(scenario, { offset, bytes }, line);
      add(row);
      keep?.(row);
    },
    options,
  );
  return finish(lines, digest.read());
}

function toRow(scenario: Scenario, place: RowPlace, line: number): LightRow {
  const { messages: _messages, rubric1: _rubric1, rubric2: _rubric2, scored: _scored, ...kept } = scenario;
  return { kept, heavy: HEAVY.filter((name) => scenario[name] !== undefined), place, line };
}

/** A bank from rows that are known already, one after another; their ids are unique. */
export function createLightBank(
  file: string,
  options: LightBankOptions,
): { readonly add: (row: LightRow) => void; readonly finish: (lines: Bank['lines'], digest: string) => Bank } {
  const scenarios: Scenario[] = [];
  const byId = new Map<string, Scenario>();
  const lighten = createLightRows(file, options);
  return {
    add: (row) => {
      const light = lighten(row);
      scenarios.push(light);
      byId.set(light.id, light);
    },
    finish: (lines, digest) => ({ file, scenarios, byId, lines, digest }),
  };
}

/** The scenario with other links; a light one stays light. */
export function withClauses(scenario: Scenario, clauses: readonly string[]): Scenario {
  return Object.defineProperties({} as Scenario, {
    ...Object.getOwnPropertyDescriptors(scenario),
    clauses: { value: clauses, enumerable: true, configurable: true, writable: true },
  });
}

/** Where its line is, and the links it has there; not enumerable, so that a copy of the scenario is a plain whole one. */
const PLACE = Symbol('place');

type Light = Scenario & { readonly [PLACE]: RowPlace & Pick<Scenario, 'clauses'> };

function createLightRows(file: string, { readAgain, ...options }: LightBankOptions): (row: LightRow) => Scenario {
  const word = createWords();
  const lists = createPool<readonly string[]>();
  const single = createPool<readonly string[]>();
  const listOf = (names: readonly string[]): readonly string[] => {
    const [name] = names;
    if (name === undefined) return NOTHING;
    const make = (): readonly string[] => names.map((one) => word(one));
    return names.length === 1 ? single(name, make) : lists(JSON.stringify(names), make);
  };
  const recent = createRecent<Scenario>(KEPT);
  const wholeOf = (light: Light): Scenario =>
    recent(light.id, () => {
      const line = readAgain(light[PLACE]).replace(/^\uFEFF/, '');
      const row = parseScenarioLine(line.trim(), options);
      if (row.status === 'valid' && isSame(row.scenario, light)) return row.scenario;
      throw new UserError({
        message: `the bank was changed while it was read: "${light.id}" is not where it was`,
        hint: 'run it again when nothing writes the bank',
        place: { file },
      });
    });
  // The same functions for every row, so that all rows share one shape.
  const again = (key: Heavy): PropertyDescriptor => ({
    get(this: Light) {
      return wholeOf(this)[key];
    },
    enumerable: true,
    configurable: true,
  });
  const getters = {
    messages: again('messages'),
    rubric1: again('rubric1'),
    rubric2: again('rubric2'),
    scored: again('scored'),
  };
  return ({ kept: { clauses, topics, ...rest }, heavy, place: { offset, bytes } }) => {
    const { value1, value2, source, group } = rest;
    const light = {
      ...rest,
      ...(value1 !== undefined && { value1: word(value1) }),
      ...(value2 !== undefined && { value2: word(value2) }),
      ...(source !== undefined && { source: word(source) }),
      ...(group !== undefined && { group: word(group) }),
      clauses: listOf(clauses),
      topics: listOf(topics),
    } as Scenario;
    // Each property is defined once, in the same order: redefining one would turn the object into a slow one of four
    // times the size.
    Object.defineProperty(light, PLACE, { value: { offset, bytes, clauses: light.clauses } });
    for (const name of heavy) Object.defineProperty(light, name, getters[name]);
    return light;
  };
}

/** Whether a line says what was kept of it: who it is, and all that selection rests on. */
function isSame({ id, clauses, disagreement }: Scenario, light: Light): boolean {
  const links = light[PLACE].clauses;
  return (
    id === light.id &&
    disagreement === light.disagreement &&
    clauses.length === links.length &&
    clauses.every((clause, index) => clause === links[index])
  );
}
