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

/** `most` and `least` are the shares beyond which nothing is concluded. */
export type GroundKind =
  | { readonly code: 'rose' | 'undecided' | 'screen-undecided' | 'confirmation-needed'; readonly args: Measured }
  /** Which look it was, and how many more scenarios the next one needs. */
  | { readonly code: 'look-open'; readonly args: { readonly look: number; readonly scenarios: number } }
  | { readonly code: 'nothing-in-common'; readonly args: Readonly<Record<never, never>> }
  | {
      readonly code: 'missing-scenarios';
      readonly args: { readonly missing: number; readonly expected: number; readonly most: number };
    }
  | {
      readonly code: 'missing-outcomes';
      readonly args: { readonly arm: Arm; readonly missing: number; readonly expected: number; readonly most: number };
    }
  | {
      readonly code: 'model-silent';
      readonly args: {
        readonly arm: Arm;
        readonly model: string;
        readonly missing: number;
        readonly expected: number;
        readonly least: number;
      };
    }
  | { readonly code: 'models-missing'; readonly args: { readonly arm: Arm; readonly models: readonly string[] } };

export type NoteKind =
  | {
      readonly code: 'scenarios-without-base' | 'scenarios-without-head';
      readonly args: { readonly scenarios: readonly string[] };
    }
  /** Answers to a scenario: the fewest and the most that one has. */
  | {
      readonly code: 'unequal-draws';
      readonly args: { readonly arm: Arm; readonly least: number; readonly most: number };
    }
  | {
      readonly code: 'outcomes-missing';
      readonly args: { readonly arm: Arm; readonly count: number; readonly expected: number };
    }
  | { readonly code: 'models-left-out'; readonly args: { readonly models: readonly string[] } };

export type Ground = GroundKind & { readonly severity: Severity };
export type Note = NoteKind & { readonly severity: Severity };

/** What keeps a comparison from passing, without failing it. */
export function warning<Kind extends GroundKind | NoteKind>(kind: Kind): Kind & { readonly severity: 'warning' } {
  return { ...kind, severity: 'warning' };
}
