// Importing from start to end: a file's rows in, scenarios, rejects and repeats out, one event at a time.
import { UserError } from '../../core/errors.ts';
import { sha256 } from '../../core/canonical-json.ts';
import { parseScenarioRow } from '../../scenarios/parse-row.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { findHostileStructure } from '../../core/untrusted-json.ts';
import type { ByteSource } from '../../core/byte-source.ts';
import type { RecognisedColumns } from './columns.ts';
import { convertRow } from './foreign-row.ts';
import { type ImportEvent } from './import-event.ts';
import { excerptOf, type RawRow } from '../../scenarios/rows/raw-row.ts';
import { openRows, type OpenOptions } from './open-rows.ts';

export interface ImportOptions extends OpenOptions {
  readonly source: ByteSource;
}

/** Where an id was first seen, and a 48-bit digest of what it asked. */
interface Seen {
  readonly row: number;
  readonly asked: number;
}

/**
 * Imports a file. Memory is bounded by a row group (or a mebibyte of text), the ids seen so far, and for rulings (one row
 * a query and model, given out at the end as one scenario a query) the distinct queries. Rows and lines count from 1.
 * @throws UserError for a file that cannot be read at all; a row that cannot be read is a `reject`.
 */
export async function* importScenarios({ source, ...options }: ImportOptions): AsyncGenerator<ImportEvent> {
  const seen = new Map<string, Seen>();
  const ruled = new Map<string, Omit<ImportEvent & { kind: 'scenario' }, 'kind'>>();
  const shown = new WeakSet<RecognisedColumns>();
  let rows = 0;
  for await (const { row, columns } of openRows(source, options)) {
    rows += 1;
    if (columns !== undefined && !shown.has(columns)) {
      shown.add(columns);
      yield { kind: 'columns', columns: { shape: columns.shape, used: columns.used, ignored: columns.ignored } };
    }
    const event = readRow(row, columns);
    if (event.kind !== 'scenario') {
      yield event;
      continue;
    }
    const { scenario } = event;
    const first = seen.get(scenario.id);
    const asked = digest(scenario);
    if (first !== undefined && first.asked !== asked) {
      yield reject(row, `the id "${scenario.id}" has another query in row ${first.row}`);
      continue;
    }
    if (first === undefined) seen.set(scenario.id, { row: row.number, asked });
    if (columns?.shape === 'study-judgments') {
      const earlier = ruled.get(scenario.id);
      const merged = earlier === undefined ? { scenario, leftOut: [] } : mergeRulings(earlier.scenario, scenario);
      const leftOut = [...(earlier?.leftOut ?? []), ...(event.leftOut ?? []), ...merged.leftOut];
      ruled.set(scenario.id, { row: earlier?.row ?? row.number, scenario: merged.scenario, leftOut });
    } else {
      yield first === undefined ? event : { kind: 'repeat', row: row.number, of: first.row };
    }
  }
  for (const one of ruled.values()) yield { kind: 'scenario', ...one };
  if (rows === 0) throw new UserError({ message: 'there are no rows in it', place: { file: source.name } });
}

function readRow(row: RawRow, columns: RecognisedColumns | undefined): ImportEvent {
  if (row.kind === 'bad') return { kind: 'reject', row: row.number, reason: row.reason, excerpt: row.excerpt };
  if (columns === undefined) throw new Error('a row without columns');
  let value: unknown = row.fields;
  let leftOut: readonly string[] = [];
  if (columns.shape !== 'bank') {
    const converted = convertRow(row.fields, columns);
    if (converted.status === 'bad') return reject(row, converted.reason);
    value = converted.value;
    leftOut = converted.leftOut;
  }
  const hostile = findHostileStructure(value, 1);
  if (hostile !== undefined) return reject(row, hostile);
  const parsed = parseScenarioRow(value);
  if (parsed.status === 'valid') {
    return { kind: 'scenario', row: row.number, scenario: parsed.scenario, ...(leftOut.length > 0 && { leftOut }) };
  }
  return reject(row, parsed.problems.map(({ message }) => message).join('; '));
}

function reject(row: RawRow, reason: string): ImportEvent {
  const excerpt = row.kind === 'bad' ? row.excerpt : excerptOf(row.fields);
  return { kind: 'reject', row: row.number, reason, excerpt };
}

function digest({ messages }: Scenario): number {
  return Number.parseInt(sha256(JSON.stringify(messages)).slice(0, 12), 16);
}

/**
 * `a` with the rulings that only `b` has; both are about the same conversation. Where a judge ruled on a model's answers more
 * than once and not alike, the first ruling stands, and `leftOut` says so.
 */
function mergeRulings(a: Scenario, b: Scenario): { readonly scenario: Scenario; readonly leftOut: readonly string[] } {
  // A `Map`, since a model may have any name, `__proto__` included.
  const compliance = new Map(Object.entries(a.scored?.compliance ?? {}));
  const leftOut: string[] = [];
  for (const [model, rulings] of Object.entries(b.scored?.compliance ?? {})) {
    const first = compliance.get(model) ?? {};
    for (const [judge, ruling] of Object.entries(rulings)) {
      if (Object.hasOwn(first, judge) && first[judge] !== ruling) leftOut.push(SECOND_RULING);
    }
    compliance.set(model, { ...rulings, ...first });
  }
  return { scenario: { ...a, scored: { ...a.scored, compliance: Object.fromEntries(compliance) } }, leftOut };
}

const SECOND_RULING = 'another ruling of the same judge on the same model: the first one stands';
