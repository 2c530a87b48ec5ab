// The scenario bank in memory: the scenarios in file order, and where each came from.
import type { Scenario } from './scenario.ts';

export interface Bank {
  /** The path shown to people. */
  readonly file: string;
  readonly scenarios: readonly Scenario[];
  readonly byId: ReadonlyMap<string, Scenario>;
  /** The line each id stands on, counted from 1. */
  readonly lines: ReadonlyMap<string, number>;
  /** `digestBank` of it, where it was made on the way. */
  readonly digest?: string;
}
