// An imported scenario joins a bank under an id that is free, or fills in what the bank says of it already.
import { basename } from 'node:path';
import type { Scenario } from '../../scenarios/scenario.ts';
import { ID_PATTERN } from '../../scenarios/scenario-schema.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import type { BankSpool } from '../io/bank-spool.ts';
import { asksTheSame, fillScenario } from './fill-scenario.ts';

export type AddOutcome =
  | 'added'
  /** In the bank already, with something to add from the import. */
  | 'filled'
  | 'unchanged'
  /** The bank has another query under its id. */
  | 'clash'
  /** With what is put before it, the id is longer than ids may be. */
  | 'long-id';

/**
 * Many sets number their rows from one: where such a number is another set's already, the name of the file (`source`) is put
 * before it. Any other id that is taken names the same scenario in other words, which is for a person to settle. `prefix` is
 * put before every id.
 */
export function addToBank(
  bank: BankSpool,
  brought: Scenario,
  { source, prefix }: { readonly source: string; readonly prefix: string },
): { readonly outcome: AddOutcome; readonly id: string } {
  const named = { ...brought, id: `${prefix}${brought.id}` };
  const outcome = put(bank, named);
  if (outcome !== 'clash' || !/^\d+$/.test(named.id)) return { outcome, id: named.id };
  const apart = { ...named, id: `${stemOf(source)}-${named.id}` };
  return { outcome: put(bank, apart), id: apart.id };
}

/** The bank's own rows are never lost: an imported scenario with a known id and another query is left out. */
function put(bank: BankSpool, brought: Scenario): AddOutcome {
  if (!ID_PATTERN.test(brought.id)) return 'long-id';
  const known = bank.get(brought.id);
  if (known === undefined) {
    bank.put(brought);
    return 'added';
  }
  if (!asksTheSame(known, brought)) return 'clash';
  const both = fillScenario(known, brought);
  if (serializeScenario(both) === serializeScenario(known)) return 'unchanged';
  bank.put(both);
  return 'filled';
}

/** A file's name as the beginning of an id. */
function stemOf(source: string): string {
  const stem = basename(source)
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 100);
  return /^[\p{L}\p{N}]/u.test(stem) ? stem : 'set';
}
