// Two panels on the same answers: how often they part, which way, and under which clauses.
import { clusteredMean } from '../stats/clustered-error.ts';
import { meanInterval } from '../stats/t-test.ts';
import { wilson } from '../stats/wilson.ts';
import type { Rate } from '../report/judge-accuracy.ts';
import type { Bias, MigrateReport } from '../report/migrate.ts';
import type { ValueScores } from '../evaluation/ruling.ts';

export interface PairedRuling {
  readonly scenario: string;
  /** Clauses the scenario tests. */
  readonly clauses: readonly string[];
  readonly old: boolean;
  readonly new: boolean;
}

/** Flip rate, bias and both by clause; clauses with the largest bias first. */
export function compareRulings(pairs: readonly PairedRuling[]): Pick<MigrateReport, 'flips' | 'bias' | 'clauses'> {
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

type Scores = Pick<ValueScores, 'value1' | 'value2' | 'responseType'>;

/** Two classifiers on the same answers; undefined without any. */
export function compareScores(
  pairs: readonly { readonly old: Scores; readonly new: Scores }[],
): MigrateReport['classifier'] {
  if (pairs.length === 0) return undefined;
  const mean = (value: (pair: (typeof pairs)[number]) => number): number =>
    pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
  const shift =
    (key: 'value1' | 'value2') =>
    (pair: (typeof pairs)[number]): number =>
      pair.new[key] - pair.old[key];
  return {
    answers: pairs.length,
    distance: mean((pair) => (Math.abs(shift('value1')(pair)) + Math.abs(shift('value2')(pair))) / 2),
    shift: [mean(shift('value1')), mean(shift('value2'))],
    sameType: rate(pairs.filter((pair) => pair.old.responseType === pair.new.responseType).length, pairs.length),
  };
}

function flipRate(pairs: readonly PairedRuling[]): Rate {
  return rate(pairs.filter((pair) => pair.old !== pair.new).length, pairs.length);
}

function rate(count: number, trials: number): Rate {
  return { count, trials, interval: wilson({ count, trials }) };
}

/** Answers to one scenario hang together, so the error is clustered by scenario (Miller, arXiv:2411.00640, 2.2). */
function biasOf(pairs: readonly PairedRuling[]): Bias {
  const clusters = new Map<string, number[]>();
  for (const pair of pairs) {
    const own = clusters.get(pair.scenario) ?? [];
    clusters.set(pair.scenario, own);
    own.push(Number(pair.new) - Number(pair.old));
  }
  const mean = clusteredMean([...clusters.values()]);
  if (mean.status === 'undefined') {
    const change =
      pairs.reduce((sum, pair) => sum + Number(pair.new) - Number(pair.old), 0) / Math.max(1, pairs.length);
    return { change, scenarios: clusters.size };
  }
  const interval = mean.standardError === 0 ? {} : { interval: meanInterval(mean, 0.95) };
  return { change: mean.value, ...interval, scenarios: clusters.size };
}
