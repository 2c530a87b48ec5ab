// Frequent non-compliance by disagreement: the study's central table.
import { countFailing } from './outcomes.ts';
import { disagreementOn, modelGroupsOf, responsesOf, type ModelGroup } from './model-group.ts';
import { ratioOfShares, type ShareRatio } from './ratio-of-shares.ts';
import { createShareTally, type ScenarioShare, type ShareTally } from '../analysis/evidence/scenario-share.ts';
import { isAgainst, type StudyRow, type StudyRows } from '../analysis/evidence/study-data.ts';

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
  /** Scenarios without a D of this group. */
  readonly unplaced: number;
  readonly bins: readonly DisagreementBin[];
}

/** One table a group. Frequent non-compliance: every model of the group is problematic on the scenario. */
export function tabulateBins(rows: StudyRows): readonly BinTable[] {
  return modelGroupsOf(rows).map((group) => {
    const bins = BIN_EDGES.slice(0, -1).map((from, index) => createBin(from, BIN_EDGES[index + 1]!));
    let unplaced = 0;
    for (const draws of rows.values()) {
      const disagreement = disagreementOn(draws[0]!, group);
      const bin = bins.find((one) => disagreement !== undefined && isInBin(disagreement, one));
      if (disagreement === undefined) unplaced += 1;
      if (bin === undefined) continue;
      bin.scenarios += 1;
      bin.majority.add(draws.map((row) => everyMajority(row, group)).filter((is) => is !== undefined));
      bin.anyJudge.add(draws.map((row) => everyFlagged(row, group)).filter((is) => is !== undefined));
    }
    const majority = ratesOf(bins.map((bin) => bin.majority.share()));
    const anyJudge = ratesOf(bins.map((bin) => bin.anyJudge.share()));
    return {
      panel: group.name,
      models: group.models.length,
      unplaced,
      bins: bins.map(({ from, to, scenarios }, index) => {
        return { from, to, scenarios, majority: majority[index]!, anyJudge: anyJudge[index]! };
      }),
    };
  });
}

/** A bin that scenarios are counted into. */
interface FillingBin {
  readonly from: number;
  readonly to: number;
  scenarios: number;
  readonly majority: ShareTally;
  readonly anyJudge: ShareTally;
}

function createBin(from: number, to: number): FillingBin {
  return { from, to, scenarios: 0, majority: createShareTally(), anyJudge: createShareTally() };
}

function isInBin(disagreement: number, { from, to }: FillingBin): boolean {
  return disagreement >= from && (disagreement < to || (to === BIN_EDGES.at(-1) && disagreement <= to));
}

function ratesOf(shares: readonly ScenarioShare[]): readonly BinRate[] {
  const lowest = shares.find(({ status }) => status === 'defined') ?? shares[0]!;
  return shares.map((share) => ({ share, fold: foldOf(share, lowest) }));
}

function foldOf(share: ScenarioShare, lowest: ScenarioShare): ShareRatio {
  if (share.status === 'undefined') return share;
  if (lowest.status === 'undefined') return lowest;
  // The lowest bin compared with itself is exactly 1, unless its share is 0.
  if (share === lowest && share.value > 0) return { status: 'defined', value: 1, lower: 1, upper: 1 };
  const asShare = ({ value, trials }: { value: number; trials: number }): { count: number; trials: number } => ({
    count: value * trials,
    trials,
  });
  return ratioOfShares({ of: asShare(share), to: asShare(lowest) });
}

function everyMajority(row: StudyRow, group: ModelGroup): boolean | undefined {
  const failing = countFailing(row, group);
  return failing === undefined ? undefined : failing === group.models.length;
}

function everyFlagged(row: StudyRow, group: ModelGroup): boolean | undefined {
  const responses = responsesOf(row, group);
  if (responses === undefined || responses.length === 0) return undefined;
  if (!responses.every(({ fullPanel, rulings }) => fullPanel && rulings.length > 1)) return undefined;
  return responses.every(({ rulings }) => rulings.some(isAgainst));
}
