// Sentences about what moved, and about limits.
import { whereDefined } from '../../core/where-defined.ts';
import { writeElsewhere } from '../claim-words.ts';
import { METRIC_WORDS, formatChange, formatInterval, formatLevel, formatSize } from '../metric-words.ts';
import { BLOCKING_METRICS, METRICS, type BlockingMetric, type MetricFindingCode } from '../../analysis/metrics.ts';
import { writeApart } from '../outlier-words.ts';
import { writeReported } from '../reported-worse.ts';
import type { FindingArgs } from '../finding-args.ts';
import type { EffectArgs, EffectFindings } from '../finding-args/effects.ts';
import { count, decimal, percent, plural, pointsRange, pValue, signedPoints } from '../../render/format-numbers.ts';
import type { MetricName } from '../report.ts';
import { name, names, say, wording, type Sentence, type Wording } from '../../render/sentence.ts';
import type { Message, MessageKind, Messages } from './message.ts';

/** That a metric got worse: one sentence for all of them, from what the metric says of itself. */
const METRIC_MESSAGES = Object.fromEntries(
  BLOCKING_METRICS.map((metric): [MetricFindingCode, MessageKind<EffectArgs>] => {
    const { title, advice, code } = METRICS[metric].finding;
    const write = (args: EffectArgs): Message => ({
      ...writeEffect(metric, args),
      ...whereDefined({ advice }),
    });
    return [code as MetricFindingCode, { title, write }];
  }),
) as Messages<MetricFindingCode>;

export const EFFECT_MESSAGES: Messages<MetricFindingCode | keyof EffectFindings> = {
  ...METRIC_MESSAGES,
  withinMargins: {
    title: wording('Within the margins'),
    write: ({ scenarios, reported = [] }) => ({
      says: say`no metric${reported.length === 0 ? wording('') : wording(' that blocks')} got worse by as much as its margin, on ${plural(scenarios, 'scenario')} that the change affects${writeReported(reported)}`,
    }),
  },
  limitExceeded: {
    title: wording('Limit exceeded'),
    write: ({ endpoint: metric, head, limit }) => ({
      says: say`${METRIC_WORDS[metric].inSentence} is ${formatLevel(metric, head)}, beyond the limit of ${formatLevel(metric, limit)}`,
    }),
  },
  preExistingBreach: {
    title: wording('Limit already exceeded on base'),
    write: ({ endpoint: metric, base, limit }) => ({
      says: say`${METRIC_WORDS[metric].inSentence} was beyond its limit before this change: ${formatLevel(metric, base)} on base, limit ${formatLevel(metric, limit)}`,
      detail: say`It is reported and not blamed on this change.`,
    }),
  },
  newOutlier: {
    title: wording('New outlier'),
    write: ({ model, scenario, ...apart }) => ({
      says:
        'score' in apart
          ? say`${name(model)} now stands apart on ${name(scenario)}: it scores ${decimal(apart.score)} where the other models score ${decimal(apart.others)}`
          : say`${name(model)} now stands apart on ${name(scenario)}: it ${writeApart({ basis: 'rulings', ...apart })}`,
    }),
  },
  textOrAnswers: {
    title: wording('Text or answers'),
    write: (args) => writeTextOrAnswers(args),
  },
  trainingGap: {
    title: wording('Training gap'),
    write: ({ responses, tested, clauses }) => ({
      says: say`the models do not do this yet: ${count(responses)} of ${count(tested)} responses that met the old text break ${names(clauses)} as now written`,
      detail: say`The same stored responses were judged under both texts, so this is the distance to train, not a change of behaviour.`,
    }),
  },
  asMuchAsChance: {
    title: wording('As much as chance'),
    write: (args) => writeChance(args),
  },
  accepted: {
    title: wording('Accepted'),
    write: ({ by, reason, expires }) => ({
      says: say`accepted by ${names(by)}: ${name(reason)}`,
      ...(expires !== undefined && { detail: say`The acceptance ends on ${name(expires)}.` }),
    }),
  },
};

/** `4 scenarios got worse and 3 better, 2 pairs of clauses ...: no more than where nothing changed`. */
function writeChance(args: FindingArgs['asMuchAsChance']): Message {
  const { worse, better, conflicts, newOutliers, goneOutliers, looked } = args;
  const parts = [
    ...(worse + better === 0 ? [] : [say`${plural(worse, 'scenario')} got worse and ${count(better)} better`]),
    ...(conflicts === 0
      ? []
      : [
          say`${plural(conflicts, 'pair')} of clauses ${conflicts === 1 ? wording('was') : wording('were')} cited against each other more often`,
        ]),
    ...(newOutliers + goneOutliers === 0
      ? []
      : [say`${plural(newOutliers, 'outlier')} came and ${count(goneOutliers)} went`]),
  ];
  const list = parts.flatMap((part, index) => (index === 0 ? part : say`, ${part}`));
  return {
    says: say`${list}: no more than where nothing changed`,
    detail: say`${plural(looked, 'thing was', 'things were')} looked at together; of what is reported as found, at most one in ten is chance`,
  };
}

function writeEffect(metric: BlockingMetric, args: EffectArgs): Message {
  const { inSentence, worse, finding } = METRICS[metric];
  const moved = worse === 'up' ? wording('rose') : wording('fell');
  const { models = [], clauses } = args;
  const where = clauses.length === 0 || models.length > 0 ? say`` : say` on scenarios linked to ${names(clauses)}`;
  // One of them may have moved and the others not: what is theirs apart stands beside each.
  const together = models.length > 1 && finding.whose !== 'with' ? say` together` : say``;
  const whose = models.length === 0 ? say`` : say` ${wording(finding.whose)} ${names(models)}${together}`;
  return {
    says: say`${inSentence}${whose} ${moved} from ${formatLevel(metric, args.base)} to ${formatLevel(metric, args.head)}${where}`,
    detail: detailOf(metric, args),
  };
}

function detailOf(metric: MetricName, args: EffectArgs): Sentence {
  const { change, low, high, level = 0.95, p, elsewhere, margin, scenarios, confirmed } = args;
  const unit = METRIC_WORDS[metric].unit === 'share' ? wording(' points') : wording('');
  const interval =
    low === undefined || high === undefined
      ? say``
      : say`${percent(level)} interval ${formatInterval(metric, [low, high])}, `;
  const significance = p === undefined ? say`` : say`p ${pValue(p)}, `;
  const again = confirmed === true ? wording(', confirmed on fresh calls of both sides') : wording('');
  return say`${formatChange(metric, change)}${unit} (${interval}${significance}tolerated ${formatSize(metric, margin)}) on ${plural(scenarios, 'scenario')}${again}${writeElsewhere(elsewhere)}`;
}

/** Which of the two parts it is, as far as their intervals tell either from none. */
function writeTextOrAnswers(args: FindingArgs['textOrAnswers']): Message {
  const { standard, standardLow, standardHigh, behaviour, behaviourLow, behaviourHigh, scenarios } = args;
  const text = sideOf(standardLow, standardHigh);
  const answers = sideOf(behaviourLow, behaviourHigh);
  const advice = adviceFor({ isText: text === 'up', isAnswers: answers === 'up', isTextMore: standard >= behaviour });
  return {
    says: say`of the ${signedPoints(standard + behaviour)} points ${signedPoints(standard)}${rangeOf(standardLow, standardHigh)} are the text, ${TEXT[text]}, and ${signedPoints(behaviour)}${rangeOf(behaviourLow, behaviourHigh)} are the answers, ${ANSWERS[answers]}, on ${plural(scenarios, 'scenario')}`,
    ...whereDefined({ advice }),
  };
}

type Side = 'up' | 'down' | 'open';

const TEXT: Readonly<Record<Side, Wording>> = {
  up: wording('which the same answers meet less often'),
  down: wording('which the same answers meet more often'),
  open: wording('not told apart from chance'),
};
const ANSWERS: Readonly<Record<Side, Wording>> = {
  up: wording('which it made worse'),
  down: wording('which it made better'),
  open: wording('not told apart from chance'),
};

function sideOf(low: number | undefined, high: number | undefined): Side {
  if (low === undefined || high === undefined) return 'open';
  return low > 0 ? 'up' : high < 0 ? 'down' : 'open';
}

function rangeOf(low: number | undefined, high: number | undefined): Sentence {
  return low === undefined || high === undefined ? say`` : say` (${pointsRange([low, high])})`;
}

function adviceFor(seen: { isText: boolean; isAnswers: boolean; isTextMore: boolean }): Sentence | undefined {
  if (!seen.isText && !seen.isAnswers) return undefined;
  return seen.isText && (seen.isTextMore || !seen.isAnswers)
    ? say`The text asks for more than models do when they read it: say more plainly what to do, or accept the distance.`
    : say`With this text as their prompt models do worse by the same text: look at what they answer now.`;
}
