// Frequent non-compliance by disagreement: the study's central table.
import { countFailing } from './outcomes.ts';
import { collectByScenario, disagreementOn, panelsOf, responsesOf, type Panel } from './panel.ts';
import { ratioOfShares, type ShareRatio } from './ratio-of-shares.ts';
import { shareOfScenarios, type ScenarioShare } from './scenario-share.ts';
import { isAgainst, type StudyRow } from './study-data.ts';

/** Edges of the study's bins; each holds its lower edge, the last one both. */
export const BIN_EDGES = [0, 1, 1.5, 2, 2.5, 3] as const;

/** One way to call a response problematic, with the fold increase against the lowest bin that has such a share. */
export interface BinRate {
  readonly share: ScenarioShare;
  readonly fold: ShareRatio;
}

export interface DisagreementBin {
  readonly from: number;
  readonly to: number;
  /** Scenarios whose D lies in the bin, with rulings or without. */
  readonly scenarios: number;
  readonly majority: BinRate;
  /** Every response has at least one judge against it; on rows where every judge was asked about every response. */
  readonly anyJudge: BinRate;
}

export interface BinTable {
  readonly panel: string;
  readonly models: number;
  /** Scenarios without a D of this panel. */
  readonly unplaced: number;
  readonly bins: readonly DisagreementBin[];
}

type Rule = (row: StudyRow, panel: Panel) => number | undefined;

/** One table a panel. Frequent non-compliance: every model of the panel is problematic on the scenario. */
export function tabulateBins(rows: readonly StudyRow[]): readonly BinTable[] {
  return panelsOf(rows).map((panel) => {
    const unplaced = rows.filter((row) => disagreementOn(row, panel) === undefined);
    const binned = BIN_EDGES.slice(0, -1).map((from, index) => {
      const to = BIN_EDGES[index + 1]!;
      return { from, to, rows: rows.filter((row) => isInBin(disagreementOn(row, panel), from, to)) };
    });
    const majority = ratesOf(binned, panel, everyMajority);
    const anyJudge = ratesOf(binned, panel, everyFlagged);
    return {
      panel: panel.name,
      models: panel.models.length,
      unplaced: countScenarios(unplaced),
      bins: binned.map(({ from, to, rows: own }, index) => ({
        from,
        to,
        scenarios: countScenarios(own),
        majority: majority[index]!,
        anyJudge: anyJudge[index]!,
      })),
    };
  });
}

function isInBin(disagreement: number | undefined, from: number, to: number): boolean {
  if (disagreement === undefined || disagreement < from) return false;
  return disagreement < to || (to === BIN_EDGES.at(-1) && disagreement <= to);
}

function ratesOf(
  bins: readonly { readonly rows: readonly StudyRow[] }[],
  panel: Panel,
  rule: Rule,
): readonly BinRate[] {
  const shares = bins.map(({ rows }) => shareOfScenarios(collectByScenario(rows, (row) => rule(row, panel))));
  const lowest = shares.find(({ status }) => status === 'defined') ?? shares[0]!;
  return shares.map((share) => ({ share, fold: foldOf(share, lowest) }));
}

function foldOf(share: ScenarioShare, lowest: ScenarioShare): ShareRatio {
  if (share.status === 'undefined') return share;
  if (lowest.status === 'undefined') return lowest;
  // The lowest bin against itself is 1 without any doubt, unless it is nothing against nothing.
  if (share === lowest && share.value > 0) return { status: 'defined', value: 1, lower: 1, upper: 1 };
  const asShare = ({ value, trials }: { value: number; trials: number }): { count: number; trials: number } => ({
    count: value * trials,
    trials,
  });
  return ratioOfShares({ of: asShare(share), to: asShare(lowest) });
}

function everyMajority(row: StudyRow, panel: Panel): number | undefined {
  const failing = countFailing(row, panel);
  return failing === undefined ? undefined : Number(failing === panel.models.length);
}

function everyFlagged(row: StudyRow, panel: Panel): number | undefined {
  const responses = responsesOf(row, panel);
  if (responses === undefined || responses.length === 0) return undefined;
  if (!responses.every(({ fullPanel, rulings }) => fullPanel && rulings.length > 1)) return undefined;
  return Number(responses.every(({ rulings }) => rulings.some(isAgainst)));
}

function countScenarios(rows: readonly StudyRow[]): number {
  return new Set(rows.map(({ scenario }) => scenario)).size;
}
