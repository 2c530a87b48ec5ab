// One table of a study as every view gets it: words, names and numbers, before anyone decides how they look.
import { whereDefined } from '../../core/where-defined.ts';
import type { ScenarioShare } from '../../analysis/evidence/scenario-share.ts';
import type { ShareRatio } from '../ratio-of-shares.ts';
import type { Jackknife } from '../jackknife.ts';
import { count, decimal, percent, points } from '../../render/format-numbers.ts';
import { wording, type Sentence, type Wording } from '../../render/sentence.ts';

/** Words are ours; a name came from outside and is shown as code. Numbers keep their value for programs. */
export type StudyCell =
  | { readonly kind: 'words'; readonly text: Wording }
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | {
      readonly kind: 'number';
      /** As people read it; the interval apart, as `18 to 47`. */
      readonly text: Wording;
      readonly range?: Wording;
      /** Absent where it is undefined or infinite. */
      readonly value?: number;
      readonly lower?: number;
      readonly upper?: number;
      /** How the value is measured, for drawings. */
      readonly unit: 'share' | 'count' | 'statistic';
    };

export interface StudyColumn {
  readonly label: Wording | { readonly name: string };
  readonly isNumber?: true;
  /** Left out first where there is no room. */
  readonly isDispensable?: true;
}

export interface StudyTable {
  /** Stable name, for CSV and anchors. */
  readonly id: string;
  readonly title: Wording;
  /** A provider, where the table is about one. */
  readonly of?: string;
  /** What is counted, in a sentence or two. */
  readonly note: Sentence;
  readonly columns: readonly StudyColumn[];
  readonly rows: readonly (readonly StudyCell[])[];
  /** Where there are no rows: why, as the end of a sentence. A table without rows is named with others, not shown. */
  readonly empty: Sentence;
}

export const DASH = wording('–');

/** Words of our own. */
export function wordsCell(text: Wording): StudyCell {
  return { kind: 'words', text };
}

/** Names from outside: of models, clauses, scenarios. */
export function nameCell(...names: readonly string[]): StudyCell {
  return { kind: 'names', names };
}

/** A whole number; programs get it unrounded. */
export function countCell(value: number): StudyCell {
  return { kind: 'number', text: count(value), value, unit: 'count' };
}

/** A number on a scale of its own, to two decimals; programs get it unrounded. */
export function statisticCell(value: number): StudyCell {
  return { kind: 'number', text: decimal(value), value, unit: 'statistic' };
}

/** A bare share, where the interval stands elsewhere. */
export function levelCell(value: number): StudyCell {
  return { kind: 'number', text: percent(value), value, unit: 'share' };
}

/** `31 %` with `18 to 47`. */
export function shareCell(share: ScenarioShare): StudyCell {
  if (share.status === 'undefined') return { kind: 'number', text: DASH, unit: 'share' };
  const { value, interval } = share;
  const range = `${points(interval.lower)} to ${points(interval.upper)}` as Wording;
  return { kind: 'number', text: percent(value), range, value, ...interval, unit: 'share' };
}

/** `4.1×` with `2.0 to 8.3`; infinite where the group below the line has no case. */
export function foldCell(ratio: ShareRatio): StudyCell {
  if (ratio.status === 'undefined') return { kind: 'number', text: DASH, unit: 'statistic' };
  const { value, lower, upper } = ratio;
  if (lower === 1 && upper === 1) return { kind: 'number', text: wording('1×'), value: 1, unit: 'statistic' };
  const end = upper === undefined ? '∞' : times(upper);
  return {
    kind: 'number',
    text: (value === undefined ? '∞' : `${times(value)}×`) as Wording,
    range: `${times(lower)} to ${end}` as Wording,
    ...whereDefined({ value }),
    lower,
    ...whereDefined({ upper }),
    unit: 'statistic',
  };
}

/** `0.42` with `0.36 to 0.48`. */
export function coefficientCell(coefficient: Jackknife): StudyCell {
  if (coefficient.status === 'undefined') return { kind: 'number', text: DASH, unit: 'statistic' };
  const { value, interval } = coefficient;
  const range = `${decimal(interval.lower)} to ${decimal(interval.upper)}` as Wording;
  return { kind: 'number', text: decimal(value), range, value, ...interval, unit: 'statistic' };
}

function times(value: number): string {
  if (value < 0.05) return '0';
  return value >= 9.95 ? value.toFixed(0) : value.toFixed(1);
}
