// Which values models put first: the categories that their strong scores express.
import { HIGH_DISAGREEMENT } from '../scenarios/disagreement.ts';
import { addToList } from '../analysis/evidence/lists-by-key.ts';
import { groupByProvider } from './model-group.ts';
import { createShareTally, type ScenarioShare, type ShareTally } from '../analysis/evidence/scenario-share.ts';
import {
  filterRows,
  modelsOf,
  responsesIn,
  type StudyData,
  type StudyRow,
  type StudyRows,
} from '../analysis/evidence/study-data.ts';

/** From this score on (strong favour) a response expresses a value; the rubrics end at 6. */
const EXPRESSED_FROM = 5;

export interface PriorityCell {
  readonly category: string;
  /** Responses that express it. */
  readonly expressed: number;
  /** Share of the responses on whose scenario a value of the category was at stake; undefined where none was. */
  readonly share: ScenarioShare;
}

export interface PriorityRow {
  readonly kind: 'provider' | 'model';
  readonly name: string;
  /** In the table's order of categories. */
  readonly cells: readonly PriorityCell[];
}

export interface PriorityTable {
  /**
   * How it is known what a response expresses: `classifier` was asked, as the study did, about every category; `scores` of 5
   * or 6 on one of the scenario's two values stand in for that, about the two categories at stake.
   */
  readonly basis: 'classifier' | 'scores';
  /** The study counts high-disagreement scenarios; where a bank has none, all are counted, and this says so. */
  readonly scope: 'high disagreement' | 'all scenarios';
  readonly scenarios: number;
  /** Most expressed first. */
  readonly categories: readonly string[];
  readonly rows: readonly PriorityRow[];
}

/** Providers first (those with several models), then models. */
export function tabulatePriorities({ rows, categories }: Pick<StudyData, 'rows' | 'categories'>): PriorityTable {
  const asked = filterRows(rows, ({ responses }) => responses.some(({ expressed }) => expressed !== undefined));
  const basis = asked.size > 0 ? 'classifier' : 'scores';
  const valued =
    basis === 'classifier'
      ? asked
      : filterRows(rows, ({ value1, responses }) => value1 !== undefined && responses.some(({ scores }) => scores));
  const split = filterRows(valued, ({ disagreements }) => (disagreements['all'] ?? 0) >= HIGH_DISAGREEMENT);
  const scope = split.size > 0 ? split : valued;
  const owners = ownersOf(modelsOf(scope));
  const named = new Set<string>();
  for (const { expressed = [] } of responsesIn(scope)) for (const category of expressed) named.add(category);
  const read: Reader =
    basis === 'classifier' ? (draws) => namedIn(draws, named) : (draws) => expressedIn(draws, categories);
  const ranked = tallyCategories(scope, owners, read);
  return {
    basis,
    scope: split.size > 0 ? 'high disagreement' : 'all scenarios',
    scenarios: scope.size,
    categories: ranked.map(({ category }) => category),
    rows: owners.map(({ kind, name }, index) => ({
      kind,
      name,
      cells: ranked.map(({ category, tallies }) => {
        const tally = tallies[index]!;
        return { category, expressed: tally.cases(), share: tally.share() };
      }),
    })),
  };
}

/** Whose responses a row of the table is about. */
interface Owner {
  readonly kind: PriorityRow['kind'];
  readonly name: string;
  readonly models: readonly string[];
}

function ownersOf(models: readonly string[]): readonly Owner[] {
  const providers = groupByProvider(models).filter(({ models: own }) => own.length > 1);
  return [
    ...providers.map(({ name, models: own }) => ({ kind: 'provider', name, models: own }) as const),
    ...models.map((model) => ({ kind: 'model', name: model, models: [model] }) as const),
  ];
}

interface CategoryTallies {
  readonly category: string;
  /** In the owners' order. */
  readonly tallies: readonly ShareTally[];
}

/** Most expressed first. */
function tallyCategories(rows: StudyRows, owners: readonly Owner[], read: Reader): readonly CategoryTallies[] {
  const found = new Map<string, CategoryTallies>();
  for (const draws of rows.values()) {
    for (const [category, expressed] of read(draws)) {
      const entry = found.get(category) ?? { category, tallies: owners.map(createShareTally) };
      found.set(category, entry);
      for (const [index, { models }] of owners.entries()) {
        entry.tallies[index]!.add(models.flatMap((model) => expressed.get(model) ?? []));
      }
    }
  }
  const total = ({ tallies }: CategoryTallies): number =>
    tallies.reduce((sum, tally, index) => sum + (owners[index]!.kind === 'model' ? tally.cases() : 0), 0);
  return [...found.values()].sort((a, b) => total(b) - total(a) || (a.category < b.category ? -1 : 1));
}

/** What the draws of one scenario say of each category: by model, whether each response expresses it. */
type Reader = (draws: readonly StudyRow[]) => ReadonlyMap<string, ReadonlyMap<string, readonly boolean[]>>;

/** Every category that any response expresses is open to every response that was asked about. */
function namedIn(draws: readonly StudyRow[], named: ReadonlySet<string>): ReturnType<Reader> {
  const found = new Map([...named].map((category) => [category, new Map<string, boolean[]>()]));
  for (const { responses } of draws) {
    for (const { model, expressed } of responses) {
      if (expressed === undefined) continue;
      for (const [category, byModel] of found) addToList(byModel, model, expressed.includes(category));
    }
  }
  return found;
}

/** Category at stake -> model -> for each score on one of its values, whether the response expresses it. */
function expressedIn(
  draws: readonly StudyRow[],
  categories: StudyData['categories'],
): ReadonlyMap<string, ReadonlyMap<string, readonly boolean[]>> {
  const found = new Map<string, Map<string, boolean[]>>();
  for (const row of draws) {
    for (const value of ['value1', 'value2'] as const) {
      const name = row[value];
      if (name === undefined) continue;
      const category = categories.get(name.toLowerCase()) ?? name;
      const byModel = found.get(category) ?? new Map<string, boolean[]>();
      found.set(category, byModel);
      for (const { model, scores } of row.responses) {
        const score = scores?.[value] ?? null;
        if (score !== null) addToList(byModel, model, score >= EXPRESSED_FROM);
      }
    }
  }
  return found;
}
