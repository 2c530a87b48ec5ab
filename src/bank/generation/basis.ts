// What each group of scenarios is made from: a pair of values, or a clause and its rival.
import { UserError } from '../../core/errors.ts';
import { createRandom, shuffle } from '../../core/random.ts';
import type { ShownClause } from '../../spec/shown/shown-clause.ts';
import { nearestName } from '../../core/nearest-name.ts';
import { isGlobal, type Clause, type Spec } from '../../spec/clause.ts';
import { drawPairs, type ValuePair } from './pairs.ts';
import type { Rival } from './prompts/clause-query.ts';
import type { Value } from '../../scenarios/values/value.ts';
import { showSpec } from '../../writing/show-spec.ts';

export type ScenarioBasis =
  | ({ readonly kind: 'pair' } & ValuePair)
  | { readonly kind: 'clause'; readonly clause: ShownClause; readonly rival: Rival };

export interface PairBasisOptions {
  readonly values: readonly Value[];
  /** Most pairs. */
  readonly count: number;
  readonly seed: string;
  /** Names of values that a spec protects; every pair then holds at least one. */
  readonly among?: readonly string[];
}

/** The first pairs of the seed's order. */
export function* pairBases({ values, count, ...draw }: PairBasisOptions): Generator<ScenarioBasis> {
  let taken = 0;
  if (count < 1) return;
  for (const pair of drawPairs(values, draw)) {
    yield { kind: 'pair', ...pair };
    taken += 1;
    if (taken >= count) return;
  }
}

export interface ClauseBasisOptions {
  readonly spec: Spec;
  readonly clause: string;
  readonly values: readonly Value[];
  /** Most rivals. */
  readonly count: number;
  readonly seed: string;
}

/**
 * One clause against values and other clauses in turn, each rival once, in an order given by the seed. Global clauses
 * (definitions, levels of authority) and headings without text are no rivals.
 * @throws UserError where the spec has no such clause, or the clause has no text to test.
 */
export function* clauseBases({ spec, clause: id, values, count, seed }: ClauseBasisOptions): Generator<ScenarioBasis> {
  findClauseToWriteFor(spec, id);
  const shown = new Map(showSpec(spec).map((clause) => [clause.id, clause]));
  const random = createRandom(`rivals ${seed} ${id}`);
  const others = spec.clauses.filter((other) => other.id !== id && other.text !== '' && !isGlobal(other));
  const clauses = shuffle(others, random).map(({ id: other }) => shown.get(other)!);
  const rivals = shuffle(values, random);
  for (let taken = 0, turn = 0; taken < count && (rivals.length > 0 || clauses.length > 0); turn += 1) {
    const rival = turn % 2 === 0 ? valueRival(rivals.shift()) : clauseRival(clauses.shift());
    if (rival === undefined) continue;
    taken += 1;
    yield { kind: 'clause', clause: shown.get(id)!, rival };
  }
}

/** @throws UserError where the spec has no such clause, or the clause has no text to test. */
export function findClauseToWriteFor(spec: Spec, id: string): Clause {
  const found = spec.clauses.find((clause) => clause.id === id);
  if (found === undefined) throw unknownClause(spec, id);
  if (found.text === '') {
    throw new UserError({
      message: `the clause "${id}" has no text of its own`,
      hint: 'Name one of the clauses below it.',
      place: { file: found.file, line: found.lines.start },
    });
  }
  return found;
}

function valueRival(value: Value | undefined): Rival | undefined {
  return value === undefined ? undefined : { kind: 'value', value };
}

function clauseRival(clause: ShownClause | undefined): Rival | undefined {
  return clause === undefined ? undefined : { kind: 'clause', clause };
}

function unknownClause({ clauses }: Spec, id: string): UserError {
  const ids = clauses.map((clause) => clause.id);
  const nearest = nearestName(id, ids);
  const hint = nearest === undefined ? `It has ${ids.slice(0, 20).join(', ')}.` : `Did you mean "${nearest}"?`;
  return new UserError({ message: `the spec has no clause "${id}"`, hint });
}
