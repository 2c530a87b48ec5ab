// What the benchmark simulates: every line of every table, with the target it is held to.
import type { BlockingMetric } from '../../src/analysis/metrics.ts';
import { PLAIN, type Truth } from './latent-panel.ts';

export interface Configuration {
  readonly table: string;
  readonly line: string;
  readonly truth: Truth;
  /** Margin for (frequent) non-compliance. */
  readonly margin: number;
  readonly runs: number;
  /** Margins that are not the defaults, beside `margin`. */
  readonly margins?: Partial<Readonly<Record<BlockingMetric, number>>>;
  /** The check has no screen: both sides are drawn fresh at once. */
  readonly unscreened?: true;
  /** Also run the rules others use. */
  readonly rivals: boolean;
  /** Metrics that block beside those that do by default. */
  readonly blocks?: readonly BlockingMetric[];
  readonly target?: Target;
}

/** Shares of the runs, and mean rulings a run. */
export interface Target {
  readonly failAtMost?: number;
  readonly failAtLeast?: number;
  readonly passAtMost?: number;
  readonly passAtLeast?: number;
  readonly rulingsAtMost?: number;
  readonly answersAtMost?: number;
  /** Runs whose interval of non-compliance holds the true rise. */
  readonly coverageAtLeast?: number;
  /** Runs that say anything alarming, and runs that name the conflict. */
  readonly alarmsAtMost?: number;
  readonly namedAtLeast?: number;
}

/** Logits: what one night adds (standard deviation). */
const DRIFT = 0.3;

export function listConfigurations(runs: number): readonly Configuration[] {
  return [
    ...mainTable(runs),
    ...otherRates(runs / 4),
    ...smallPanels(runs / 4),
    ...otherKinds(runs / 4),
    ...loosenings(runs / 4),
    ...readings(runs / 4),
    ...more(runs / 4),
    ...words(runs / 4),
    ...sinceSeeding(runs / 4),
    ...unlikeModels(runs / 4),
    ...leaning(runs / 4),
    ...written(runs / 4),
  ];
}

/** Judges that are three points milder, or stricter, to whatever is new. */
function leaning(runs: number): readonly Configuration[] {
  const truths = [{ lean: 0 }, { lean: 0, rise: 0.08 }, { lean: 0.03, rise: 0.08 }, { lean: 0.03 }, { lean: -0.03 }];
  return truths.map((over) =>
    configure('Judges that lean to what is new (4 models x 32 scenarios, same answers)', {
      truth: { ...PLAIN, kind: 'target', ...over },
      runs,
    }),
  );
}

/** The three panels of the target table. */
function mainTable(runs: number): readonly Configuration[] {
  const panels = [
    { models: 12, scenarios: 32, pass: 0.98, uniform: 0.95, quarter: 0.9, rulings: 2300 },
    { models: 4, scenarios: 32, pass: 0.92, uniform: 0.95, quarter: 0.85, rulings: 1800 },
    { models: 4, scenarios: 24, pass: 0.85, uniform: 0.88, quarter: 0.78, rulings: 1700 },
  ];
  return panels.flatMap(({ models, scenarios, ...target }) => {
    const line = (over: Partial<Truth>, aim?: Target): Configuration =>
      configure(`${models} models x ${scenarios} scenarios, 23 % problematic`, {
        truth: { ...PLAIN, models, scenarios, ...over },
        // Twelve models take three times as long and decide more sharply.
        runs: models === 12 ? runs / 2 : runs,
        rivals: over.where === undefined,
        ...(aim === undefined ? {} : { target: aim }),
      });
    return [
      line({}, { failAtMost: 0.02, passAtLeast: target.pass, rulingsAtMost: target.rulings }),
      line({ drift: DRIFT }, { failAtMost: 0.03 }),
      line({ rise: 0.03 }),
      line({ rise: 0.05 }),
      line({ rise: 0.08 }, { failAtLeast: target.uniform }),
      line({ rise: 0.08, where: 'quarter' }, { failAtLeast: target.quarter }),
      line({ rise: 0.08, drift: DRIFT }, { passAtMost: 0.05 }),
      line({ rise: 0.08, shift: -DRIFT }),
    ];
  });
}

function otherRates(runs: number): readonly Configuration[] {
  return [0.05, 0.3].flatMap((rate) =>
    [
      { models: 12, scenarios: 32 },
      { models: 4, scenarios: 32 },
      { models: 4, scenarios: 24 },
    ].flatMap((panel) =>
      [0, 0.08].map((rise) => configure('other base rates', { truth: { ...PLAIN, ...panel, rate, rise }, runs })),
    ),
  );
}

/** Panels too small for five points, and the same with the ten points that the gate advises. */
function smallPanels(runs: number): readonly Configuration[] {
  const panels = [
    { models: 4, scenarios: 12 },
    { models: 2, scenarios: 24 },
    { models: 1, scenarios: 32 },
  ];
  return [0.05, 0.1].flatMap((margin) =>
    panels.flatMap((panel) =>
      [0, 1.6 * margin].map((rise) =>
        configure(`small panels, margin ${100 * margin} points`, { truth: { ...PLAIN, ...panel, rise }, runs, margin }),
      ),
    ),
  );
}

function otherKinds(runs: number): readonly Configuration[] {
  const kinds: readonly Partial<Truth>[] = [{ kind: 'target' }, { kind: 'model', models: 1, scenarios: 64 }];
  return kinds.flatMap((kind) =>
    [{}, { drift: DRIFT }, { rise: 0.08 }, { rise: 0.08, where: 'quarter' as const }, { rise: 0.08, drift: DRIFT }].map(
      (over) =>
        configure(kind.kind === 'target' ? 'specUse: target' : 'a model change', {
          truth: { ...PLAIN, ...kind, ...over },
          runs,
        }),
    ),
  );
}

/** Judges rule against a violation nine times in ten, and as often of ten by mistake against what is allowed. */
const SEEN = 0.9;
const ALLOWED = 0.1;

/**
 * What an edit lets through: answers that the old text forbids, all over the clause's scenarios; and four labelled violations of a
 * clause among many, whose loosening the answers at hand do not show.
 */
function loosenings(runs: number): readonly Configuration[] {
  const rates = [
    { rise: 0, aim: { failAtMost: 0.03, passAtLeast: 0.85 } },
    { rise: -0.08, aim: { failAtLeast: 0.85 } },
    // Nothing that the clause forbade is forbidden any more, but for what judges rule against by mistake.
    { rise: -0.2, aim: { failAtLeast: 0.95 } },
  ];
  const watched = [
    { line: 'no effect', head: SEEN, aim: { failAtMost: 0.03 } },
    { line: 'allows half of them', head: (SEEN + ALLOWED) / 2, aim: undefined },
    { line: 'emptied or removed', head: ALLOWED, aim: { failAtLeast: 0.95 } },
  ];
  return [
    ...rates.map(({ rise, aim }) =>
      configure('an edit loosens, specUse: target', {
        truth: { ...PLAIN, kind: 'target', rise },
        runs,
        target: aim,
      }),
    ),
    ...watched.map(({ line, head, aim }) => ({
      ...configure('a clause watched by four violations, specUse: target', {
        truth: { ...PLAIN, kind: 'target', violations: { count: 4, base: SEEN, head } },
        runs,
        ...(aim === undefined ? {} : { target: aim }),
      }),
      line: `4 x 32, the clause: ${line}`,
    })),
  ];
}

/** A clause that judges read two ways after the edit, where interpretation only reports (the default) and where it blocks. */
function readings(runs: number): readonly Configuration[] {
  const truths: readonly Partial<Truth>[] = [{}, { drift: DRIFT }, { twoWays: 2 }, { twoWays: 3 }, { twoWays: 4 }];
  return [false, true].flatMap((blocks) =>
    truths.map((over) =>
      configure(`specUse: target, interpretation ${blocks ? 'blocks' : 'reports'}`, {
        truth: { ...PLAIN, kind: 'target', cites: true, ...over },
        runs,
        ...(blocks ? { blocks: ['interpretation'] } : {}),
      }),
    ),
  );
}

/** Stored draws that carry dates, all of one night or each of its own, and a drift that all scenarios share since then. */
function sinceSeeding(runs: number): readonly Configuration[] {
  const holds = { passAtMost: 0.02, coverageAtLeast: 0.93 };
  return (['one night', 'nights'] as const).flatMap((stored) => {
    const line = (over: Partial<Truth>, target?: Target): Configuration =>
      configure(`seeded: stored draws of ${stored === 'nights' ? 'four nights' : 'one night'}`, {
        truth: { ...PLAIN, ...over, stored },
        runs: over.scenarios === 64 || over.models === 12 ? runs / 2 : runs,
        ...(target === undefined ? {} : { target }),
      });
    return [
      line({}, { failAtMost: 0.03 }),
      line({ drift: DRIFT }, { failAtMost: 0.03, coverageAtLeast: 0.93 }),
      line({ drift: DRIFT, rise: 0.05 }),
      line({ drift: DRIFT, rise: 0.08 }, holds),
      line({ rise: 0.08 }, { failAtLeast: 0.9, coverageAtLeast: 0.93 }),
      ...[{ scenarios: 64 }, { models: 12 }].flatMap((size) => [
        line({ ...size, drift: DRIFT }, { failAtMost: 0.03 }),
        line({ ...size, drift: DRIFT, rise: 0.08 }, holds),
      ]),
    ];
  });
}

/** Scenarios written for the change: nothing is stored of them, so both sides are drawn fresh at once. */
function written(runs: number): readonly Configuration[] {
  const panels = [
    { models: 4, scenarios: 32, margin: 0.05 },
    { models: 2, scenarios: 40, margin: 0.1 },
  ];
  const rows = panels.flatMap(({ margin, ...panel }) =>
    [0, 1.6 * margin].map((rise) =>
      configure(`unscreened: scenarios written for the change, margin ${100 * margin} points`, {
        truth: { ...PLAIN, kind: 'target', ...panel, rise },
        runs,
        margin,
        unscreened: true,
      }),
    ),
  );
  // The margins of src/config/starter-config.ts.
  const margins = { letThrough: 0.1, frequentNonCompliance: 0.15, judgeAgreement: 0.2 };
  const init = [0, 0.16].map((rise) =>
    configure('unscreened: what init writes', {
      truth: { ...PLAIN, kind: 'target', models: 2, scenarios: 40, rise },
      runs,
      margin: 0.1,
      margins,
      unscreened: true,
      ...(rise === 0 && { target: { passAtLeast: 0.9 } }),
    }),
  );
  return [...rows, ...init];
}

/** One model replaced by another of the same mean, which fails on other scenarios than the old one did; and by itself. */
function unlikeModels(runs: number): readonly Configuration[] {
  const lines: readonly { readonly over: Partial<Truth>; readonly target?: Target }[] = [
    { over: { unlike: true }, target: { failAtMost: 0.03, passAtLeast: 0.85, answersAtMost: 1500 } },
    { over: { unlike: true, drift: DRIFT }, target: { failAtMost: 0.03, passAtLeast: 0.85, answersAtMost: 1500 } },
    { over: { unlike: true, rise: 0.05 }, target: { passAtMost: 0.05 } },
    { over: { unlike: true, rise: 0.08 }, target: { failAtLeast: 0.9, passAtMost: 0.02, answersAtMost: 1500 } },
    {
      over: { unlike: true, rise: 0.08, drift: DRIFT },
      target: { failAtLeast: 0.9, passAtMost: 0.02, answersAtMost: 1500 },
    },
    { over: {}, target: { failAtMost: 0.03, passAtLeast: 0.85 } },
    // A small bank, asked again and again, decides for its own scenarios: models that are equal on these, and models that
    // are equal on average and differ on these.
    ...[64, 300, 600].flatMap((scenarios) => [
      {
        over: { unlike: true, onThese: true, scenarios },
        target: { passAtLeast: 0.85, answersAtMost: 1500 },
      } as const,
      { over: { unlike: true, onThese: true, scenarios, rise: 0.05 }, target: { passAtMost: 0.05 } } as const,
      {
        over: { unlike: true, onThese: true, scenarios, rise: 0.08 },
        target: { failAtLeast: 0.9, passAtMost: 0.02, answersAtMost: 1500 },
      } as const,
      { over: { unlike: true, scenarios } } as const,
      { over: { unlike: true, scenarios, rise: 0.08 } } as const,
      { over: { scenarios } } as const,
    ]),
  ];
  return lines.map(({ over, target }) => {
    const truth: Truth = { ...PLAIN, kind: 'model', models: 1, scenarios: 900, ...over };
    const line = configure('unlike models', { truth, runs, ...(target === undefined ? {} : { target }) });
    return { ...line, line: `${nameOf(truth)}, ${line.line}` };
  });
}

function nameOf({ unlike, onThese }: Truth): string {
  if (unlike !== true) return 'the same model';
  return onThese === true ? 'another model, the rise on these scenarios' : 'another model';
}

/** What is said beside the verdict: nothing alarming where nothing changed, and a planted conflict is named. */
function words(runs: number): readonly Configuration[] {
  const lines: readonly { readonly over: Partial<Truth>; readonly target: Target }[] = [
    ...(
      [{}, { models: 12 }, { drift: DRIFT }, { kind: 'target' }, { kind: 'model', models: 1, scenarios: 64 }] as const
    ).map((over) => ({
      over: { ...over, words: { conflict: 0 } },
      target: { alarmsAtMost: 0.1 },
    })),
    ...[0.25, 0.5].map((conflict) => ({
      over: { kind: 'target' as const, words: { conflict } },
      target: { namedAtLeast: 0.9 },
    })),
  ];
  return lines.map(({ over, target }) =>
    configure('words beside the verdict', { truth: { ...PLAIN, ...over }, runs, target }),
  );
}

/** With rubrics a fourth metric is tested; with more linked scenarios the screen extends itself. */
function more(runs: number): readonly Configuration[] {
  const tables = [
    { table: 'with rubrics: disagreement is tested too', over: { scored: true }, runs: runs / 2 },
    { table: '64 linked scenarios: starts with 32, extends where undecided', over: { scenarios: 64 }, runs },
  ];
  return tables.flatMap(({ table, over, runs: each }) =>
    [0, 0.08].map((rise) => configure(table, { truth: { ...PLAIN, ...over, rise }, runs: each })),
  );
}

function configure(
  table: string,
  parts: {
    truth: Truth;
    runs: number;
    margin?: number;
    margins?: Configuration['margins'];
    unscreened?: boolean;
    rivals?: boolean;
    blocks?: readonly BlockingMetric[];
    target?: Target;
  },
): Configuration {
  const { runs, margin = 0.05, rivals = false, blocks, target } = parts;
  // Nights that differ are those of live models, whose answers carry dates.
  const truth: Truth = parts.truth.drift > 0 ? { stored: 'nights', ...parts.truth } : parts.truth;
  const drift = truth.shift === undefined ? (truth.drift > 0 ? ', drift' : '') : `, adverse shift`;
  const rise =
    truth.twoWays !== undefined
      ? `reads two ways (${truth.twoWays})`
      : truth.rise === 0
        ? 'no change'
        : `${truth.rise > 0 ? '+' : '\u2212'}${Math.round(100 * Math.abs(truth.rise))} points ${truth.where === 'quarter' ? 'in a quarter' : 'everywhere'}`;
  const { words: said } = truth;
  const { lean = 0 } = truth;
  const leans =
    lean === 0 ? '' : `, judges ${Math.round(100 * Math.abs(lean))} points ${lean > 0 ? 'milder' : 'stricter'} to it`;
  const torn = said === undefined || said.conflict === 0 ? '' : `, a conflict on ${100 * said.conflict} % of scenarios`;
  const line = `${truth.kind === 'target' && said !== undefined ? 'target, ' : ''}${truth.models} x ${truth.scenarios}, ${100 * truth.rate} %: ${rise}${drift}${torn}${leans}`;
  return {
    table,
    line,
    truth,
    margin,
    runs: Math.max(20, Math.round(runs)),
    rivals,
    ...(parts.unscreened === true ? { unscreened: true as const } : {}),
    ...(parts.margins === undefined ? {} : { margins: parts.margins }),
    ...(blocks === undefined ? {} : { blocks }),
    ...(target === undefined ? {} : { target }),
  };
}
