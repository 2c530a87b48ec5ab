// Rows of a study, written short.
import type { ResponseType, Ruling } from '../../src/core/study-words.ts';
import { isProblematic } from '../../src/evaluation/ruling.ts';
import {
  groupByScenario,
  type StudyData,
  type StudyResponse,
  type StudyRow,
  type StudyRuling,
} from '../../src/analysis/evidence/study-data.ts';

const LETTERS: Readonly<Record<string, Ruling>> = { c: 'compliant', n: 'non-compliant', a: 'ambiguous' };

/** `ruledBy('ccn')`: judges j1 to j3; `cites` gives each judge's clauses. */
export function ruledBy(letters: string, cites?: readonly (readonly string[])[]): readonly StudyRuling[] {
  return Array.from(letters, (letter, index) => ({
    judge: `j${index + 1}`,
    ruling: LETTERS[letter]!,
    ...(cites === undefined ? {} : { clauses: cites[index]! }),
  }));
}

interface ResponseParts {
  readonly rulings?: readonly StudyRuling[];
  readonly fullPanel?: boolean;
  readonly scores?: readonly [number | null, number | null];
  readonly type?: ResponseType;
  readonly text?: string;
}

export function response(
  model: string,
  { rulings = [], fullPanel = true, scores, type, text }: ResponseParts,
): StudyResponse {
  return {
    model,
    rulings,
    fullPanel,
    problematic: isProblematic(
      rulings.map(({ judge, ruling }) => ({ status: 'ruled', judge, ruling, clauses: [], reasoning: '' })),
    ),
    ...(scores === undefined ? {} : { scores: { value1: scores[0], value2: scores[1] } }),
    ...(type === undefined ? {} : { responseType: type }),
    ...(text === undefined ? {} : { text }),
  };
}

export function row(scenario: string, parts: Partial<Omit<StudyRow, 'scenario'>>): StudyRow {
  return { scenario, draw: '', clauses: [], topics: [], disagreements: {}, responses: [], ...parts };
}

export function study(rows: readonly StudyRow[], parts: Partial<StudyData> = {}): StudyData {
  return {
    source: 'bank',
    simulated: false,
    rows: groupByScenario(rows),
    places: new Map(),
    categories: new Map(),
    ...parts,
  };
}

/** `count` rows `s1`, `s2`, ... */
export function times(count: number, make: (id: string, index: number) => StudyRow): readonly StudyRow[] {
  return Array.from({ length: count }, (_, index) => make(`s${index + 1}`, index));
}
