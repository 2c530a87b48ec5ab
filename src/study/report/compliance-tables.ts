// Tables of rulings: outcomes, disagreement bins, judges, clauses in conflict.
import type { StudyAnalysis } from '../analyze-study.ts';
import type { BinTable } from '../bins.ts';
import type { OutcomeRow } from '../outcomes.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { name, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import {
  coefficientCell,
  countCell,
  foldCell,
  nameCell,
  shareCell,
  wordsCell,
  type StudyCell,
  type StudyTable,
} from './study-table.ts';

const NOBODY_RULED = say`no responses were ruled on`;

/** A row a subset of scenarios and a group of models: the shares on which all pass, some fail and all fail. */
export function outcomesTable({ outcomes }: StudyAnalysis): StudyTable {
  const panels = new Set(outcomes.map(({ panel }) => panel));
  const rows = outcomes.filter(({ scenarios }) => scenarios > 0);
  return {
    id: 'outcomes',
    title: wording('Outcomes'),
    note: say`How many of the models’ answers to a scenario are problematic: a majority of the judges rules non-compliant or ambiguous. High disagreement: the models’ scores on the 0-6 scales are spread by D of 1.5 or more (D is their standard deviation; 0: all alike). Beside or under each share, the range that holds with 95 % certainty.`,
    columns: [
      ...(panels.size > 1 ? [{ label: wording('models') }] : []),
      { label: wording('scenarios') },
      { label: wording('number'), isNumber: true },
      { label: wording('all pass'), isNumber: true },
      { label: wording('at least one fails'), isNumber: true },
      { label: wording('all fail'), isNumber: true },
    ],
    rows: rows.map((row) => [
      ...(panels.size > 1 ? [panelCell(row.panel, row.models)] : []),
      subsetCell(row),
      countCell(row.scenarios),
      shareCell(row.allPass),
      shareCell(row.someFail),
      shareCell(row.allFail),
    ]),
    empty: NOBODY_RULED,
  };
}

function subsetCell({ subset, panel }: OutcomeRow): StudyCell {
  if (subset === 'all scenarios') return wordsCell(wording('all'));
  if (subset === 'high disagreement (all)') return wordsCell(wording('high disagreement'));
  return nameCell(`high disagreement (${panel})`);
}

function panelCell(panel: string, models: number): StudyCell {
  return panel === 'all' ? wordsCell(`all ${count(models)}` as Wording) : nameCell(`${panel} (${models})`);
}

/** One table a panel that has scenarios in some bin. */
export function binTables({ bins }: StudyAnalysis): readonly StudyTable[] {
  const filled = bins.filter((table) => table.bins.some(({ majority }) => majority.share.status === 'defined'));
  return filled.map(binTable);
}

function binTable({ panel, models, unplaced, bins }: BinTable): StudyTable {
  const whose: Sentence =
    panel === 'all' ? say`all ${count(models)} models` : say`the ${count(models)} models of ${name(panel)}`;
  const hasAnyJudge = bins.some(({ anyJudge }) => anyJudge.share.status === 'defined');
  const byWhom = hasAnyJudge
    ? wording(
        ' by majority vote, or with at least one judge against each answer (where every judge was asked about every answer)',
      )
    : wording(' by majority vote');
  const without = unplaced === 0 ? say`` : say` ${count(unplaced)} without scores are left out.`;
  return {
    id: panel === 'all' ? 'bins' : `bins-${panel}`,
    title: wording('Frequent non-compliance by disagreement'),
    ...(panel !== 'all' && { of: panel }),
    note: say`Scenarios on which ${whose} are problematic,${byWhom}, by how far the models’ scores on the 0-6 scales are spread (D, their standard deviation; 0: all alike). Times: as many as in the first row.${without}`,
    columns: [
      { label: wording('D') },
      { label: wording('scenarios'), isNumber: true },
      { label: wording('majority'), isNumber: true },
      { label: wording('times'), isNumber: true },
      { label: wording('any judge'), isNumber: true },
      { label: wording('times'), isNumber: true },
    ],
    rows: bins.map(({ from, to, scenarios, majority, anyJudge }) => [
      wordsCell(`${from.toFixed(1)} to ${to.toFixed(1)}` as Wording),
      countCell(scenarios),
      shareCell(majority.share),
      foldCell(majority.fold),
      shareCell(anyJudge.share),
      foldCell(anyJudge.fold),
    ]),
    empty: NOBODY_RULED,
  };
}

/** A row a judge: how often it ruled each way, and the share that it flagged. */
export function judgesTable({ judgeTable }: StudyAnalysis): StudyTable {
  return {
    id: 'judges',
    title: wording('Judges'),
    note: say`Rulings on the ${plural(judgeTable.responses, 'response')} about which every judge was asked. Flagged: ruled non-compliant or ambiguous.`,
    columns: [
      { label: wording('judge') },
      { label: wording('compliant'), isNumber: true },
      { label: wording('non-compliant'), isNumber: true },
      { label: wording('ambiguous'), isNumber: true },
      { label: wording('flagged'), isNumber: true },
    ],
    rows: judgeTable.judges.map(({ judge, rulings, flagged }) => [
      nameCell(judge),
      countCell(rulings.compliant),
      countCell(rulings['non-compliant']),
      countCell(rulings.ambiguous),
      shareCell(flagged),
    ]),
    empty: NOBODY_RULED,
  };
}

/** A row a pair of judges (the share of answers on which they agree), then one for each coefficient over all judges. */
export function agreementTable({ judgeTable }: StudyAnalysis): StudyTable {
  const { pairs, fleissKappa, gwetAc1, krippendorffAlpha } = judgeTable;
  const coefficients = [
    [wording('Fleiss’ kappa'), fleissKappa],
    [wording('Gwet’s AC1'), gwetAc1],
    [wording('Krippendorff’s alpha'), krippendorffAlpha],
  ] as const;
  return {
    id: 'agreement',
    title: wording('Agreement of the judges'),
    note: say`How often two judges say the same of an answer: problematic or not. Kappa, AC1 and alpha count only what goes beyond guessing (1 is perfect, 0 is chance); kappa falls where nearly all answers get the same ruling, so read it beside AC1.`,
    columns: [{ label: wording('who') }, { label: wording('agreement'), isNumber: true }],
    rows:
      judgeTable.responses === 0
        ? []
        : [
            ...pairs.map(({ first, second, agreement }) => [nameCell(first, second), shareCell(agreement)]),
            ...coefficients.map(([label, value]) => [wordsCell(label), coefficientCell(value)]),
          ],
    empty: NOBODY_RULED,
  };
}

const MOST_CONFLICTS = 12;
const MOST_EXAMPLES = 3;

/** A row a pair of clauses, the most frequent first: the scenarios on which judges cite them against each other. */
export function conflictsTable({ conflicts, source }: StudyAnalysis): StudyTable {
  const hasBefore = conflicts.some(({ scenarios }) => scenarios.base > 0);
  return {
    id: 'conflicts',
    title: wording('Clauses cited against each other'),
    note: say`One judge forbids a response by one clause, another allows it by the other; the ${count(MOST_CONFLICTS)} most frequent pairs. One scenario may be a judge’s slip; many mean that the spec does not say which clause wins.`,
    columns: [
      { label: wording('cited against') },
      { label: wording('cited for') },
      { label: wording('scenarios'), isNumber: true },
      ...(hasBefore ? [{ label: wording('before'), isNumber: true } as const] : []),
      { label: wording('of'), isNumber: true },
      { label: wording('for example'), isDispensable: true },
    ],
    rows: conflicts
      .slice(0, MOST_CONFLICTS)
      .map(({ against, favour, scenarios, tested, examples }) => [
        nameCell(against),
        nameCell(favour),
        countCell(scenarios.head),
        ...(hasBefore ? [countCell(scenarios.base)] : []),
        countCell(tested),
        nameCell(...examples.slice(0, MOST_EXAMPLES)),
      ]),
    empty:
      source === 'bank'
        ? say`a bank keeps rulings without the clauses they cite; a run’s evidence has them`
        : say`no two clauses are cited against each other`,
  };
}
