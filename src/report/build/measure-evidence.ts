// What the evidence of a comparison shows, measured once: several parts of the report read it.
import { measureAgreement, summariseJudges } from '../../analysis/agreement.ts';
import { findCellOutliers } from '../../analysis/cell-outliers.ts';
import { findConflicts } from '../../analysis/conflicts.ts';
import { pairedCells } from '../../analysis/paired-cells.ts';
import { isKnown, isRight } from '../../decision/judge-panel.ts';
import type { ControlRuling } from '../../evaluation/controls/control.ts';
import type { ReportJudge } from '../report.ts';
import type { ReportParts } from '../report-parts.ts';
import { readingFindings } from './reading-findings.ts';
import { reportLetThrough } from './report-let-through.ts';
import { reportModelChanges } from './report-model-changes.ts';
import { reportOutliers, respondentOf } from './report-outliers.ts';
import { listCauses } from './why-missing.ts';

const NOBODY = { slots: [], cells: [] } as const;

export type Measured = ReturnType<typeof measureEvidence>;

/** All of it is of the stage that decided, but for `causes`, which are of every answer that is missing. */
export function measureEvidence(parts: ReportParts) {
  const { comparison, verdict, cells, disclosure, added = NOBODY, modelOrigins = new Map<never, never>() } = parts;
  const stage = parts.rounds.at(-1)?.stage ?? 'screen';
  const deciding = cells.filter((cell) => cell.stage === stage);
  const scenarios = parts.affected.map(({ scenario }) => scenario);
  const models = comparison.slots.map(({ id }) => id);
  // Models that replace none are shown beside the panel; they are no part of the decision.
  const together = {
    comparison: { ...comparison, slots: [...comparison.slots, ...added.slots] },
    cells: [...deciding, ...added.cells],
    disclosure,
  };
  const outliers = reportOutliers(findCellOutliers(together.cells, { kind: comparison.kind, panel: new Set(models) }), {
    ...together,
    scenarios: parts.selected.map(({ scenario }) => scenario),
    touched: new Set(parts.changes.filter(({ kind }) => kind !== 'cosmetic').map(({ id }) => id)),
  });
  const everybody = { ...together, outliers };
  const { controls = { controls: [], rulings: [] } } = parts;
  return {
    stage,
    deciding,
    scenarios,
    models,
    everybody,
    allCells: [...cells, ...added.cells],
    controls,
    modelChanges: reportModelChanges({
      ...everybody,
      scenarios: parts.selected.map(({ scenario }) => scenario),
      origins: new Map([...modelOrigins, ...added.slots.map(({ id }) => [id, 'added'] as const)]),
      categories: parts.categories ?? new Map<never, never>(),
      stage,
      seed: parts.seed,
    }),
    // The screen holds four base draws against one of the head: counts of both sides need the same draws.
    conflicts: findConflicts(pairedCells(deciding)),
    readings: readingFindings({ verdict, cells: deciding, changes: parts.changes }),
    judges: describeJudges(parts, { deciding, rulings: controls.rulings }),
    causes: listCauses([...cells, ...added.cells], (cell) => respondentOf(everybody.comparison, cell)),
    letThrough: reportLetThrough({ comparison, scenarios, cells: deciding, stage, controls, disclosure }),
  };
}

/** Each judge by itself, and how far they agree on either side. */
function describeJudges(
  { comparison }: ReportParts,
  { deciding, rulings }: { readonly deciding: ReportParts['cells']; readonly rulings: readonly ControlRuling[] },
) {
  const ids = comparison.judges.map(({ id }) => id);
  return {
    panel: summariseJudges(deciding, ids).map((judge) => ({ ...judge, ...knownOf(judge.judge, rulings) })),
    base: measureAgreement(deciding.filter(({ arm }) => arm === 'base')),
    head: measureAgreement(deciding.filter(({ arm }) => arm === 'head')),
  };
}

/** What a judge's rulings on answers of known ruling say: canaries, and labelled violations under the base text. */
function knownOf(judge: string, rulings: readonly ControlRuling[]): Pick<ReportJudge, 'known'> {
  const own = rulings.filter(isKnown);
  const right = own.filter((one) =>
    one.judgments.some((judgment) => judgment.judge === judge && isRight(one, judgment)),
  );
  return own.length === 0 ? {} : { known: { right: right.length, asked: own.length } };
}
