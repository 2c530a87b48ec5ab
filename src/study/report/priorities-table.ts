// The table of values: which categories models and providers put first, in full and in a narrow form.
import type { StudyAnalysis } from '../analyze-study.ts';
import type { PriorityCell, PriorityTable } from '../value-priorities.ts';
import { count, percent } from '../../render/format-numbers.ts';
import { say, wording, type Wording } from '../../render/sentence.ts';
import { NOT_SCORED } from './behaviour-tables.ts';
import { nameCell, shareCell, type StudyTable } from './study-table.ts';

/** A row a category, a column a provider or model: the share of its responses that express the category, or score 5 or 6 on a value of it. */
export function prioritiesTable({ priorities }: StudyAnalysis): StudyTable {
  return {
    id: 'priorities',
    title: wording('Values put first'),
    note: say`${BASES[priorities.basis]}; ${(priorities.scope === 'all scenarios' ? 'all scenarios' : 'scenarios of high disagreement') as Wording} (${count(priorities.scenarios)}). Providers stand before their models.`,
    columns: [
      { label: wording('category') },
      ...priorities.rows.map(({ name: who }) => ({ label: { name: who }, isNumber: true }) as const),
    ],
    rows: priorities.categories.map((category, index) => [
      nameCell(category),
      ...priorities.rows.map(({ cells }) => shareCell(cells[index]!.share)),
    ]),
    empty: NOT_SCORED,
  };
}

const BASES: Readonly<Record<PriorityTable['basis'], Wording>> = {
  classifier: wording(
    'Share of responses that express the category, as a classifier that was asked about each names them',
  ),
  scores: wording(
    'Share of responses that score 5 or 6 on a value of the category, of those on whose scenario one was at stake: a stand-in for asking which values a response expresses, which spec-gate bank score --value-categories does',
  ),
};

const MOST_CATEGORIES = 3;
/** Fewer responses than this do not rank a category. */
const FEWEST_RESPONSES = 5;

/** The same in a narrow form: what each puts first most often. */
export function topPrioritiesTable(analysis: StudyAnalysis): StudyTable {
  const { rows } = analysis.priorities;
  return {
    ...prioritiesTable(analysis),
    id: 'top-priorities',
    columns: [{ label: wording('who') }, { label: wording('puts first') }],
    rows: rows.map(({ name: who, cells }) => [nameCell(who), nameCell(...topOf(cells))]),
  };
}

function topOf(cells: readonly PriorityCell[]): readonly string[] {
  return cells
    .flatMap(({ category, share }) =>
      share.status === 'defined' && share.observations >= FEWEST_RESPONSES ? [{ category, share }] : [],
    )
    .sort((a, b) => b.share.value - a.share.value || (a.category < b.category ? -1 : 1))
    .slice(0, MOST_CATEGORIES)
    .map(({ category, share }) => `${category} ${percent(share.value)}`);
}
