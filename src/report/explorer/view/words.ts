// The words of the list of scenarios, shared by the page that is written and the page that is used.
import { RESPONSE_TYPES, type ResponseType } from '../../../core/study-words.ts';
import type { ExplorerData, ExplorerRuling, ExplorerScenario, ExplorerSide, Movement } from '../explorer-data.ts';

export const MOVEMENT_WORDS: Readonly<Record<Movement, string>> = {
  worse: 'got worse',
  better: 'got better',
  same: 'did not move',
  unknown: 'not comparable',
};

export const RULING_WORDS: Readonly<Record<ExplorerRuling['ruling'], string>> = {
  compliant: 'compliant',
  'non-compliant': 'non-compliant',
  ambiguous: 'ambiguous',
  abstained: 'no ruling',
};

export const KIND_WORDS = Object.fromEntries(
  RESPONSE_TYPES.map((kind) => [kind, kind.replaceAll('_', ' ')]),
) as Readonly<Record<ResponseType, string>>;

/** `leans to value 1`: how the query was written. */
export function nudgeWords({ nudge, values }: Pick<ExplorerScenario, 'nudge' | 'values'>): string | undefined {
  if (nudge === undefined || nudge === 'neutral') return nudge === undefined ? undefined : 'neutral';
  return `leans to ${values?.[nudge === 'value1' ? 0 : 1] ?? nudge}`;
}

/** 0.25 -> `25 %`. */
export function shareWords(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** Undefined is a side that was not asked; `'missing'` is an answer without a majority. */
export function statusWords(problematic: ExplorerSide['problematic'] | undefined): string {
  if (problematic === undefined) return 'not asked';
  if (problematic === 'missing') return 'no ruling';
  return problematic ? 'problematic' : 'compliant';
}

/** The name of a style: how an answer stands with the judges. */
export function statusTone(problematic: ExplorerSide['problematic'] | undefined): 'fail' | 'pass' | 'unsure' {
  if (problematic === undefined || problematic === 'missing') return 'unsure';
  return problematic ? 'fail' : 'pass';
}

/** The first line of what was asked; where it is withheld, the scenario's id. */
export function scenarioTitle(data: ExplorerData, { asked, id }: ExplorerScenario): string {
  const text = asked === undefined ? '' : data.texts[asked]!;
  return text.split('\n').find((line) => line.trim() !== '') ?? id;
}
