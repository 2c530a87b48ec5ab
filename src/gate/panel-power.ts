// What a config's panel can show about one changed clause, and for about how much: said by init, doctor and plan.
import { whereDefined } from '../core/where-defined.ts';
import type { Config } from '../config/schema.ts';
import { decisionPolicy } from '../config/policy.ts';
import type { Panel } from '../config/resolve-models.ts';
import { BLOCKING_METRICS } from '../decision/policy.ts';
import { carriedMargin, chancesOf, LEAST_PASSES, smallestRiseShown, type PowerDesign } from '../decision/power.ts';
import { addCosts, costOf, priceOf, type Cost, type PriceOverrides } from '../models/cost/prices.ts';
import { DRAWS_AN_ANSWER } from '../evaluation/comparison.ts';
import { CANARIES, MOST_VIOLATIONS } from '../evaluation/controls/select-controls.ts';
import type { ModelRef } from '../models/model.ts';
import { FEWEST_CONTROL_DRAWS } from './run-controls.ts';
import { chooseLinkers } from '../writing/choose-linkers.ts';
import { dollars, plural } from '../render/format-numbers.ts';
import { say, type Sentence, type Wording } from '../render/sentence.ts';

export interface PanelPower {
  readonly models: number;
  readonly judges: number;
  readonly scenarios: number;
  readonly margin: number;
  /** The rise of non-compliance that fails in 8 of 10 checks. */
  readonly shows: number;
  /** The chance that an edit without an effect passes on non-compliance. */
  readonly passes: number;
  /** The margin that so little evidence can carry, where it is not the config's. */
  readonly carries?: number;
  /** US dollars for an edit of one clause, everything in it made anew. */
  readonly usd: Cost;
}

/** Tokens that a call of each kind takes: those read from a prompt cache, others, and what comes back (bench/README.md, "Real changes"). */
const CALLS = {
  respond: { cached: 0, fresh: 160, output: 600 },
  judge: { cached: 750, fresh: 1150, output: 280 },
  write: { cached: 1500, fresh: 1200, output: 800 },
  link: { cached: 1400, fresh: 2100, output: 200 },
} as const;
/** Rulings an answer and side: two judges that mostly agree, all three on a fifth. */
const RULINGS = 2.3;
const GROUPS_A_SCENARIO = 0.6;
const LINKS_A_SCENARIO = 1.25;
/** Answers of known ruling that each judge rules on under both texts: canaries once, violations of a clause in two draws. */
const CONTROLS_OF_EDIT = 2 * (2 * CANARIES + MOST_VIOLATIONS * FEWEST_CONTROL_DRAWS);

/** For `scenarios` scenarios of one clause; what the config would write, unless given. */
export function panelPower(config: Config, panel: Panel, scenarios: number = scenariosOfClause(config)): PanelPower {
  const design = powerDesign(config, panel, scenarios);
  const { pass } = chancesOf(design, 0);
  return {
    models: panel.models.length,
    judges: panel.judges.length,
    scenarios,
    margin: design.margin,
    shows: smallestRiseShown(design),
    passes: pass,
    ...whereDefined({ carries: pass < LEAST_PASSES ? carriedMargin(design) : undefined }),
    usd: estimateEdit(config, panel, scenarios),
  };
}

/** Metrics that can move when only judges read the spec: what Holm allows for. */
const OF_RESPONSES: ReadonlySet<string> = new Set(['disagreement', 'rejections']);

export function powerDesign(config: Config, panel: Panel, scenarios: number): PowerDesign {
  const { margins, actions, selection } = decisionPolicy(config);
  const blocking = BLOCKING_METRICS.filter(
    (metric) => actions[metric] === 'fail' && (config.specUse === 'prompt' || !OF_RESPONSES.has(metric)),
  ).length;
  return {
    models: panel.models.length,
    scenarios,
    draws: selection.replicates.confirm,
    blocking,
    margin: margins.nonCompliance,
  };
}

/** What a check has for one changed clause: what is written for it, or what the selection starts with. */
function scenariosOfClause({ coverage, selection }: Config): number {
  return coverage.write ? Math.min(coverage.perClause, selection.extendTo) : selection.scenarios;
}

/** `with 2 models, ... a check shows a rise of ...; about $6.67 an edit`: in the middle of a sentence. */
export function writePower({ models, judges, scenarios, shows, passes, carries, usd }: PanelPower): Sentence {
  const price = usd === 'unknown' ? say`prices are not known for all of them` : say`about ${dollars(usd ?? 0)} an edit`;
  const rise = String(Math.ceil(1000 * shows) / 10) as Wording;
  const quiet = String(Math.min(99, Math.floor(100 * passes))) as Wording;
  const offer = carries === undefined ? say`` : say`, with a margin of ${pointsOf(carries)} points in 9 of 10`;
  return say`with ${plural(models, 'model')}, ${plural(judges, 'judge')} and ${plural(scenarios, 'scenario')} for a changed clause, an edit that makes ${rise} more of 100 answers break the spec fails in 8 of 10 checks, and one that changes nothing passes in ${quiet} of 100${offer}; ${price}`;
}

function pointsOf(share: number): Wording {
  return String(Math.round(100 * share)) as Wording;
}

/**
 * The price of an edit without an effect: the answers and rulings of the looks that it takes on average, the answers
 * that judges are tested on, and the scenarios that are written.
 */
function estimateEdit(config: Config, panel: Panel, scenarios: number): Cost {
  const { prices, coverage, specUse } = config;
  const { draws } = chancesOf(powerDesign(config, panel, scenarios), 0);
  const cells = scenarios * draws;
  // Under a spec that models never see an answer serves both sides, and some draws.
  const answered = specUse === 'prompt' ? 2 * cells : scenarios * Math.max(1, draws / DRAWS_AN_ANSWER);
  const answers = panel.models.map(({ ref }) => priceCalls(answered, { ref, prices, call: 'respond' }));
  // The head's own answers are ruled on under both texts.
  const ruledOn = specUse === 'prompt' ? 3 : 2;
  const ruled = (cells * panel.models.length * ruledOn * RULINGS) / panel.judges.length;
  const rulings = panel.judges.map((ref) => priceCalls(ruled + CONTROLS_OF_EDIT, { ref, prices, call: 'judge' }));
  if (!coverage.write) return addCosts([...answers, ...rulings]);
  const groups = (GROUPS_A_SCENARIO * scenarios) / panel.judges.length;
  const written = panel.judges.map((ref) => priceCalls(groups, { ref, prices, call: 'write' }));
  const [linker] = chooseLinkers(panel.judges, { prices });
  const linked = priceCalls(LINKS_A_SCENARIO * scenarios, { ref: linker, prices, call: 'link' });
  return addCosts([...answers, ...rulings, ...written, linked]);
}

function priceCalls(
  count: number,
  { ref, prices, call }: { readonly ref: ModelRef; readonly prices: PriceOverrides; readonly call: keyof typeof CALLS },
): Cost {
  const { cached, fresh, output } = CALLS[call];
  const usage = {
    inputTokens: cached + fresh,
    cachedInputTokens: cached,
    cacheWriteTokens: 0,
    outputTokens: output,
  };
  const each = costOf(usage, priceOf(ref, prices));
  return each === 'unknown' ? each : count * each;
}

/** Judges that are models under test, too: they would rule on their own answers. */
export function judgesUnderTest({ models, judges }: Panel): readonly string[] {
  const tested = new Set(models.map(({ ref }) => ref.id));
  return judges.map(({ id }) => id).filter((id) => tested.has(id));
}
