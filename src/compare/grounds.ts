// Why a comparison fails or stays open, and what it had to leave out: each with the numbers its sentence is made from.
import type { Severity } from '../decision/severity.ts';
import type { Arm } from './design.ts';

/** What was measured when it was decided. Shares; a positive change is worse. */
export interface Measured {
  readonly change: number;
  readonly margin: number;
  /** One-sided, for these prompts. */
  readonly p: number;
  readonly scenarios: number;
}

/** What is missing of what was expected. `most` and `least` are the shares beyond which nothing is concluded. */
interface Lacking {
  readonly missing: number;
  readonly expected: number;
}

export interface GroundArgs {
  readonly rose: Measured;
  readonly undecided: Measured;
  readonly 'screen-undecided': Measured;
  readonly 'confirmation-needed': Measured;
  /** Which look it was, and how many more scenarios the next one needs. */
  readonly 'look-open': { readonly look: number; readonly scenarios: number };
  readonly 'nothing-in-common': Readonly<Record<string, never>>;
  readonly 'missing-scenarios': Lacking & { readonly most: number };
  readonly 'missing-outcomes': Lacking & { readonly arm: Arm; readonly most: number };
  readonly 'model-silent': Lacking & { readonly arm: Arm; readonly model: string; readonly least: number };
  readonly 'models-missing': { readonly arm: Arm; readonly models: readonly string[] };
}

export interface NoteArgs {
  readonly 'scenarios-without-base': { readonly scenarios: readonly string[] };
  readonly 'scenarios-without-head': { readonly scenarios: readonly string[] };
  /** Answers to a scenario: the fewest and the most that one has. */
  readonly 'unequal-draws': { readonly arm: Arm; readonly least: number; readonly most: number };
  readonly 'outcomes-missing': { readonly arm: Arm; readonly count: number; readonly expected: number };
  readonly 'models-left-out': { readonly models: readonly string[] };
}

type OneOf<Args> = { [Code in keyof Args]: { readonly code: Code; readonly args: Args[Code] } }[keyof Args];

export type Ground = OneOf<GroundArgs> & { readonly severity: Severity };
export type Note = OneOf<NoteArgs> & { readonly severity: Severity };

/** What keeps a comparison from passing, without failing it. */
export function warning<Kind extends OneOf<GroundArgs> | OneOf<NoteArgs>>(
  kind: Kind,
): Kind & { readonly severity: 'warning' } {
  return { ...kind, severity: 'warning' };
}
