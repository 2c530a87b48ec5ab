// What a config's panel can show about one changed clause: said by init, doctor and plan.
import { whereDefined } from '../core/where-defined.ts';
import type { Config } from '../config/schema.ts';
import { decisionPolicy } from '../config/policy.ts';
import type { Panel } from '../config/resolve-models.ts';
import { BLOCKING_METRICS } from '../decision/policy.ts';
import { carriedMargin, chancesOf, LEAST_PASSES, smallestRiseShown, type PowerDesign } from '../decision/power.ts';
import type { Cost } from '../models/cost/prices.ts';
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
}

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
  };
}

/** Metrics that can move when only judges read the spec: what Holm allows for. */
const OF_RESPONSES: ReadonlySet<string> = new Set(['disagreement', 'rejections']);

/**
 * What this config has to show a rise with: models, draws, and how many metrics share the error rate. `scenarios`: of one
 * check.
 */
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
export function scenariosOfClause({ coverage, selection }: Config): number {
  return coverage.write ? Math.min(coverage.perClause, selection.extendTo) : selection.scenarios;
}

/** `with 2 models, ... a check shows a rise of ...; about $6.67 an edit`: in the middle of a sentence. `usd` is what `priceUsualEdit` gives. */
export function writePower(
  { models, judges, scenarios, shows, passes, carries }: PanelPower,
  usd: Cost | undefined,
): Sentence {
  const price = usd === undefined ? say`` : say`; ${writePrice(usd)}`;
  if (shows >= 1)
    return say`with ${plural(scenarios, 'scenario')} for a changed clause nothing is decided, however it is ruled on${price}`;
  const rise = String(Math.ceil(1000 * shows) / 10) as Wording;
  const quiet = String(Math.min(99, Math.floor(100 * passes))) as Wording;
  const offer = carries === undefined ? say`` : say`, with a margin of ${pointsOf(carries)} points in 9 of 10`;
  return say`with ${plural(models, 'model')}, ${plural(judges, 'judge')} and ${plural(scenarios, 'scenario')} for a changed clause, an edit that makes ${rise} more of 100 answers break the spec fails in 8 of 10 checks, and one that changes nothing passes in ${quiet} of 100${offer}${price}`;
}

function writePrice(usd: Cost): Sentence {
  if (usd === 0) return say`an edit costs nothing`;
  return usd === 'unknown' ? say`prices are not known for all of them` : say`about ${dollars(usd)} an edit`;
}

function pointsOf(share: number): Wording {
  return String(Math.round(100 * share)) as Wording;
}

/** Judges that are models under test, too: they would rule on their own answers. */
export function judgesUnderTest({ models, judges }: Panel): readonly string[] {
  const tested = new Set(models.map(({ ref }) => ref.id));
  return judges.map(({ id }) => id).filter((id) => tested.has(id));
}
