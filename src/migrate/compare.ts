// Two panels' rulings on the same answers: how often they differ, in which direction, under which clauses, and how far
// each agrees.
import type { NightRecord } from '../nightly/decision/record.ts';
import type { Rate } from '../doctor/judge-accuracy.ts';
import type { Bias, MigrateReport, PanelAgreement } from './report.ts';
import { ac1 } from '../stats/ac1.ts';
import { clusteredMean } from '../stats/clustered-error.ts';
import { countRatings } from '../stats/rating-counts.ts';
import { rawAgreement } from '../stats/raw-agreement.ts';
import { meanInterval } from '../stats/t-test.ts';
import { wilson } from '../stats/wilson.ts';

export interface PairedRuling {
  readonly scenario: string;
  /** Clauses the scenario tests. */
  readonly clauses: readonly string[];
  readonly old: boolean;
  readonly new: boolean;
}

type Rulings = NonNullable<MigrateReport['rulings']>;

/** Flip rate, bias and both by clause; clauses with the largest bias first. */
export function compareRulings(pairs: readonly PairedRuling[]): Pick<Rulings, 'flips' | 'bias' | 'clauses'> {
  const ids = [...new Set(pairs.flatMap(({ clauses }) => clauses))].sort();
  const clauses = ids.map((clause) => {
    const own = pairs.filter((pair) => pair.clauses.includes(clause));
    return { clause, flips: flipRate(own), ...biasOf(own) };
  });
  return {
    flips: flipRate(pairs),
    bias: biasOf(pairs),
    clauses: clauses.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || (a.clause < b.clause ? -1 : 1)),
  };
}

/** An answer that every judge of a side was to rule on. */
export interface AuditedAnswer {
  readonly scenario: string;
  readonly clauses: readonly string[];
  /** The old panel's majority. */
  readonly old: boolean | 'missing';
  /** By judge. */
  readonly rulings: Readonly<Record<string, boolean>>;
}

/** Each judge of the new panel against the old panel's majority. */
export function compareJudges(judges: readonly string[], answers: readonly AuditedAnswer[]): Rulings['judges'] {
  return judges.flatMap((judge) => {
    const pairs = answers.flatMap(({ old, rulings, ...place }): readonly PairedRuling[] => {
      const ruling = rulings[judge];
      return old === 'missing' || ruling === undefined ? [] : [{ ...place, old, new: ruling }];
    });
    return pairs.length === 0 ? [] : [{ judge, flips: flipRate(pairs), bias: biasOf(pairs) }];
  });
}

/** How far the judges of one panel agree, on answers that all of them ruled on; undefined without any. */
export function measurePanel(
  judges: readonly string[],
  rulings: readonly Readonly<Record<string, boolean>>[],
): PanelAgreement | undefined {
  const ratings = rulings
    .map((own) => judges.map((judge) => own[judge]))
    .filter((row) => row.every((ruling) => ruling !== undefined))
    .map((row) => row.map(Number));
  const counts = countRatings(ratings, [0, 1]);
  const raw = rawAgreement(counts);
  if (raw.status === 'undefined') return undefined;
  const chance = ac1(counts);
  return { answers: raw.units, pairs: raw.value, ...(chance.status === 'defined' && { ac1: chance.value }) };
}

/** How often the old panel's majority turned when it ruled on the anchor night's answers a second time that night. */
export function retestOf({ date, cells, rejudged }: NightRecord): Rate | undefined {
  const placeOf = ({ scenario, model, draw }: { scenario: string; model: string; draw: number }): string =>
    `${scenario}\n${model}\n${draw}`;
  const first = new Map(cells.map((cell) => [placeOf(cell), cell.against]));
  const again = rejudged.filter(({ from, against }) => from === date && against !== 'missing');
  const both = again.filter((cell) => (first.get(placeOf(cell)) ?? 'missing') !== 'missing');
  if (both.length === 0) return undefined;
  return rateOf(both.filter((cell) => first.get(placeOf(cell)) !== cell.against).length, both.length);
}

function flipRate(pairs: readonly PairedRuling[]): Rate {
  return rateOf(pairs.filter((pair) => pair.old !== pair.new).length, pairs.length);
}

export function rateOf(count: number, trials: number): Rate {
  return { count, trials, interval: wilson({ count, trials }) };
}

function biasOf(pairs: readonly PairedRuling[]): Bias {
  return shiftOf(pairs.map(({ scenario, ...pair }) => ({ scenario, change: Number(pair.new) - Number(pair.old) })));
}

/** Mean change. Answers to one scenario hang together, so the error is clustered by scenario (Miller, arXiv:2411.00640, 2.2). */
export function shiftOf(changes: readonly { readonly scenario: string; readonly change: number }[]): Bias {
  const clusters = new Map<string, number[]>();
  for (const { scenario, change } of changes) {
    const own = clusters.get(scenario) ?? [];
    clusters.set(scenario, own);
    own.push(change);
  }
  const mean = clusteredMean([...clusters.values()]);
  if (mean.status === 'undefined') {
    const sum = changes.reduce((total, { change }) => total + change, 0);
    return { change: sum / Math.max(1, changes.length), scenarios: clusters.size };
  }
  const interval = mean.standardError === 0 ? {} : { interval: meanInterval(mean, 0.95) };
  return { change: mean.value, ...interval, scenarios: clusters.size };
}
