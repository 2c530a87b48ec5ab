// What the tests of change read: one unit's outcomes in both arms.

/** One unit of exchange (a scenario, or a stored response): the outcome of each draw of each arm, higher is worse. */
export interface UnitDraws {
  readonly base: ArrayLike<number>;
  readonly head: ArrayLike<number>;
}
