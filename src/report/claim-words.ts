// What the numbers hold for, in words: these scenarios, and scenarios like them.
import { plural, pValue } from '../render/format-numbers.ts';
import { listed, say, wording, type Sentence, type Wording } from '../render/sentence.ts';
import { intervalLevel } from './metric-rows.ts';
import { METRIC_NAMES, METRIC_WORDS, formatInterval } from './metric-words.ts';
import type { MetricName, Report, ReportMetric } from './report.ts';

/**
 * Non-compliance, and whatever failed or is not decided: one sentence each, in the order of the table. Nothing of a change whose
 * size no interval holds: that it is too few to tell is said with the verdict.
 */
export function writeClaims(report: Pick<Report, 'endpoints'>): readonly Sentence[] {
  return claimed(report).map(({ metric, values }) => writeClaim(metric, values));
}

/**
 * What the table's intervals do not hold for, in a line or two: `on other scenarios like these non-compliance changed by 7.4 to 48
 * (p 0.003): effects differ by scenario`. For views that are short; empty where the table says it already.
 */
export function writeClaimsElsewhere(report: Pick<Report, 'endpoints'>): readonly Sentence[] {
  const others = claimed(report)
    .filter(({ values }) => values.status !== 'inconclusive')
    .flatMap(({ metric, values }) => {
      const { scenariosLikeThem: elsewhere, differs } = values.claims!;
      const isTold = shown(metric, elsewhere.interval) === shown(metric, values.interval);
      return isTold ? [] : [{ metric, elsewhere, differs }];
    });
  const changes = others.map(
    ({ metric, elsewhere }) =>
      say`${METRIC_WORDS[metric].inSentence} changed by ${shown(metric, elsewhere.interval)} (p ${pValue(elsewhere.p)})`,
  );
  const differ = others.some(({ differs }) => differs === true) ? say`: effects differ by scenario` : say``;
  const aids = isMoreForbidden(report.endpoints.letThrough) ? [WATCHED_FOR_A_FALL] : [];
  return [...(changes.length === 0 ? [] : [say`on other scenarios like these ${listed(changes)}${differ}`]), ...aids];
}

function claimed({ endpoints }: Pick<Report, 'endpoints'>) {
  return METRIC_NAMES.flatMap((metric) => {
    const values = endpoints[metric];
    const isOpen = values?.status === 'fail' || values?.status === 'inconclusive';
    const { theseScenarios, scenariosLikeThem } = values?.claims ?? {};
    const hasInterval = (theseScenarios?.interval ?? scenariosLikeThem?.interval) !== undefined;
    return hasInterval && (isOpen || metric === 'nonCompliance') ? [{ metric, values: values! }] : [];
  });
}

function shown(metric: MetricName, interval: ReportMetric['interval']): Wording {
  return interval === undefined ? wording('an unknown size') : formatInterval(metric, interval);
}

/** The same, and how to read them: what p is, and a row of the table that looks like a slip. For views that have the room. */
export function writeExplainedClaims(report: Pick<Report, 'endpoints'>): readonly Sentence[] {
  const claims = writeClaims(report);
  if (claims.length === 0) return [];
  const aids = isMoreForbidden(report.endpoints.letThrough) ? [WHAT_FORBIDDEN_IS] : [];
  return [...claims, writeTerms(report), ...aids];
}

/** A share of forbidden answers that rose, and passes: beside non-compliance, which is much the same share, that reads like a slip. */
function isMoreForbidden(metric: ReportMetric | undefined): boolean {
  return metric?.status === 'pass' && (metric.head ?? 0) - (metric.base ?? 0) > NO_SLIP;
}

/** A rise that rounding shows as none. */
const NO_SLIP = 0.005;

const WATCHED_FOR_A_FALL = say`forbidden answers are watched for a fall only, which would let more through`;

const WHAT_FORBIDDEN_IS = say`forbidden answers are watched for a fall, which would mean that the change lets through more than it newly forbids; a rise is what non-compliance is for`;

/** What the ranges and p values of these sentences are, said once. */
function writeTerms(report: Pick<Report, 'endpoints'>): Sentence {
  return say`ranges are ${intervalLevel(report)} intervals; p says how often chance alone would show a change for the worse of this size (0.01: once in 100 times)`;
}

/**
 * `non-compliance changed by 3 to 14 points on these 32 scenarios (p 0.003), by −1 to 18 on scenarios like these (p 0.08). The
 * effect differs by scenario, so it need not be the same on others`.
 */
function writeClaim(metric: MetricName, { claims, scenarios }: ReportMetric): Sentence {
  const { theseScenarios, scenariosLikeThem, differs } = claims!;
  const unit = METRIC_WORDS[metric].unit === 'share' ? wording(' points') : wording('');
  const by = ({ interval }: typeof theseScenarios, of = wording('')): Sentence =>
    interval === undefined ? say` by an unknown size` : say` by ${formatInterval(metric, interval)}${of}`;
  const spread = differs === true ? say`. The effect differs by scenario, so it need not be the same on others` : say``;
  const here = say`${by(theseScenarios, unit)} on ${scenarios === 1 ? say`this scenario` : say`these ${plural(scenarios, 'scenario')}`} (p ${pValue(theseScenarios.p)})`;
  const elsewhere = say`${by(scenariosLikeThem)} on scenarios like these (p ${pValue(scenariosLikeThem.p)})`;
  return say`${METRIC_WORDS[metric].inSentence} changed${here},${elsewhere}${spread}`;
}

/** A failure holds on these scenarios; whether it would on others like them is another question. */
export function writeElsewhere(p: number | undefined): Sentence {
  return p === undefined ? say`` : say`; for other scenarios like these it is not shown (p ${pValue(p)})`;
}
