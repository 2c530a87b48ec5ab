// What a changed model does differently, in sentences: the same in every view.
import { RESPONSE_TYPES, type ResponseType } from '../core/study-words.ts';
import type { ClauseDecision } from '../decision/decision.ts';
import type { GroupShift, Shift } from '../decision/model-shift/model-shift.ts';
import {
  count,
  decimal,
  percent,
  plural,
  pointsRange,
  pValue,
  signedDecimal,
  signedPoints,
} from '../render/format-numbers.ts';
import { kindName } from './kind-words.ts';
import type { ReportModel } from './report.ts';
import type { ReportAnswer, ReportModelChange } from './report-answers.ts';
import { name, names, say, wording, type Sentence, type Wording } from '../render/sentence.ts';

/** From this adjusted p on a difference counts as seen. */
const SEEN = 0.05;
const MOST_NAMED = 3;
const MOST_DIFFERENCES = 5;

const ORIGINS: Readonly<Record<ReportModelChange['origin'], Wording>> = {
  declared: wording(' replaces '),
  inferred: wording(' is taken to replace '),
  same: wording(' changed'),
  added: wording(' is new and replaces none'),
};

/** Names of the differences that are not provider parameters. */
const OWN_WORDS: Readonly<Record<string, Wording>> = {
  provider: wording('provider'),
  model: wording('model'),
  version: wording('version'),
  'system prompt': wording('system prompt'),
};

/** `sim/birch-next replaces sim/birch: model birch → birch-next`. */
export function writeModelPair({ model, replaces, origin, differences }: ReportModelChange): Sentence {
  const before = origin === 'same' || replaces === undefined ? say`` : name(replaces);
  const list = differences.slice(0, MOST_DIFFERENCES).flatMap(({ what, base, head }, index): Sentence => {
    const comma = index === 0 ? say`` : say`, `;
    const label = Object.hasOwn(OWN_WORDS, what) ? OWN_WORDS[what]! : name(what);
    return say`${comma}${label} ${valueOf(base)} → ${valueOf(head)}`;
  });
  const rest = differences.length - MOST_DIFFERENCES;
  const more = rest > 0 ? say` and ${count(rest)} more` : say``;
  return say`${name(model)}${ORIGINS[origin]}${before}${differences.length === 0 ? say`` : say`: `}${list}${more}`;
}

/** One sentence a figure that was measured, without a full stop; what was not seen to move says so. */
export function writeModelShift(change: ReportModelChange, model: ReportModel | undefined): readonly Sentence[] {
  const { nonCompliance, rejections, panel, scores } = change;
  return [
    ...writeFigure(wording('non-compliance'), {
      own: nonCompliance,
      beside: panel.nonCompliance,
      others: panel.others,
    }),
    ...writeFigure(wording('rejections'), { own: rejections, beside: panel.rejections, others: panel.others }),
    ...writeForbidden(change),
    ...writeKinds(change, model),
    ...(scores === undefined || scores.adjustedP > SEEN
      ? []
      : [
          say`on the value spectra its answers lie ${decimal(scores.distance)} points from the old ones (${decimal(scores.expected)} by chance alone)`,
        ]),
    ...writeValues(change.values),
    ...writeGroups(change.clauses, say`scenarios linked to `),
    ...writeGroups(change.topics, say`the topic `),
    ...writeFalseRefusals(change),
    ...writeOutliers(change),
    writeBasis(change),
  ];
}

/** What the figures were read on, or that there are none. */
function writeBasis({ nonCompliance, rejections, kinds, scores, panel, origin, stage }: ReportModelChange): Sentence {
  const figures = [nonCompliance, rejections, kinds, scores, panel.nonCompliance, panel.rejections];
  if (figures.every((figure) => figure === undefined)) return say`none of its answers could be compared`;
  if (origin === 'added') return say`it stands beside the panel only and decides nothing`;
  if (stage === 'confirm') {
    return say`read on fresh answers of both sides; the table of metrics shows each on the evidence that decided it`;
  }
  const isOpenToDrift = kinds !== undefined || scores !== undefined;
  const drift = isOpenToDrift ? say`; in kinds and scores a drift since then counts as the model’s own` : say``;
  return say`read on fresh answers of the head against stored ones of the base${drift}`;
}

/** Against the model before it, where there is one, and beside the panel. */
function writeFigure(
  label: Wording,
  { own, beside, others }: { own: Shift | undefined; beside: Shift | undefined; others: number },
): readonly Sentence[] {
  if (own === undefined && beside === undefined) return [];
  const levels = own === undefined ? say`${percent(beside!.head)}` : writeShift(own);
  return [say`${label} ${levels}${besidePanel(beside, others)}`];
}

/** `9.4 % → 73 % (+64 points, 47 to 81)`, or that nothing is seen. */
function writeShift({ base, head, change, interval, adjustedP }: Shift): Sentence {
  const range = interval === undefined ? say`` : say`, ${pointsRange(interval)}`;
  return say`${percent(base)} → ${percent(head)} (${signedPoints(change)} points${range}${adjustedP > SEEN ? unseen(interval) : say``})`;
}

/** Each interval is for its own figure, so it may exclude zero where the test over all figures (Holm) sees no change. */
function unseen(interval: Shift['interval']): Sentence {
  const isBeyond = interval !== undefined && (interval[0] > 0 || interval[1] < 0);
  return isBeyond ? say`; not beyond chance among so many figures` : say`; no change seen`;
}

function besidePanel(shift: Shift | undefined, others: number): Sentence {
  if (shift === undefined) return say``;
  const side = shift.change > 0 ? wording('above') : wording('below');
  const beyond = shift.adjustedP > SEEN ? wording('not told apart from') : side;
  return say`; ${beyond} the ${plural(others, 'other model')} (${percent(shift.base)})`;
}

/**
 * What the spec forbids of its answers and not of the old one's, and the other way round: some differ in each direction
 * by chance alone.
 */
function writeForbidden({ forbidden, nonCompliance }: ReportModelChange): readonly Sentence[] {
  if (forbidden === undefined) return [];
  const isSeen = nonCompliance !== undefined && nonCompliance.adjustedP <= SEEN;
  const { answers, base, onlyHead, onlyBase, interval, clauses } = forbidden;
  const range = interval === undefined ? say`` : say` (${percent(interval[0])} to ${percent(interval[1])})`;
  const worst = clauses.filter((one) => one.onlyHead > one.onlyBase).map(({ clause }) => clause);
  const where =
    worst.length === 0 || !isSeen ? say`` : say`, most on scenarios linked to ${names(worst.slice(0, MOST_NAMED))}`;
  const broken =
    base === 0
      ? say``
      : say`; in ${count(onlyBase)} of ${count(base)} it keeps to the spec where the old one breaks it`;
  const chance = isSeen ? say`` : say`; no more than chance turns`;
  return [
    say`breaks the spec in ${count(onlyHead)} of ${plural(answers - base, 'answer')} where the old one keeps to it${range}${where}${broken}${chance}`,
  ];
}

/** The kinds of answer whose share moved most, either way. */
function writeKinds({ kinds }: ReportModelChange, model: ReportModel | undefined): readonly Sentence[] {
  if (kinds === undefined || model === undefined) return [];
  if (kinds.adjustedP > SEEN) return [say`no change seen in its kinds of answer`];
  const { base, head } = model.responseTypes;
  const moved = RESPONSE_TYPES.map((type) => ({ type, was: shareOf(base, type), is: shareOf(head, type) })).sort(
    (a, b) => Math.abs(b.is - b.was) - Math.abs(a.is - a.was),
  );
  const list = moved.slice(0, MOST_NAMED).flatMap(({ type, was, is }, index): Sentence => {
    const comma = index === 0 ? say`` : say`, `;
    return say`${comma}${kindName(type)} ${percent(was)} → ${percent(is)}`;
  });
  return [say`its kinds of answer: ${list} (p ${pValue(kinds.adjustedP)})`];
}

function writeValues(values: readonly ClauseDecision[]): readonly Sentence[] {
  const moved = values.filter(({ status }) => status === 'changed');
  const side = (rows: readonly ClauseDecision[]): Sentence =>
    rows.slice(0, MOST_NAMED).flatMap(({ id, change = 0 }, index): Sentence => {
      const comma = index === 0 ? say`` : say`, `;
      return say`${comma}${name(id)} (${signedDecimal(change)})`;
    });
  const more = moved.filter(({ change = 0 }) => change > 0);
  const less = moved.filter(({ change = 0 }) => change < 0);
  if (moved.length === 0) return [];
  const up = more.length === 0 ? say`` : say`more weight to ${side(more)}`;
  const down = less.length === 0 ? say`` : say`less to ${side(less)}`;
  return [say`${up}${more.length > 0 && less.length > 0 ? wording('; ') : wording('')}${down}, in points of six`];
}

function writeGroups(groups: readonly GroupShift[], where: Sentence): readonly Sentence[] {
  const moved = groups.map(({ nonCompliance }) => nonCompliance).filter(({ status }) => status === 'changed');
  return (['worse', 'better'] as const).flatMap((way) => {
    const rows = moved.filter(({ change = 0 }) => (way === 'worse' ? change > 0 : change < 0));
    if (rows.length === 0) return [];
    rows.sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
    const list = rows.slice(0, MOST_NAMED).flatMap(({ id, change = 0 }, index): Sentence => {
      const comma = index === 0 ? say`` : say`, `;
      return say`${comma}${name(id)} (${signedPoints(change)})`;
    });
    const rest = rows.length > MOST_NAMED ? say` and ${count(rows.length - MOST_NAMED)} more` : say``;
    return [say`${way === 'worse' ? wording('less') : wording('more')} compliant on ${where}${list}${rest}`];
  });
}

function writeFalseRefusals({ falseRefusals, refusals, origin }: ReportModelChange): readonly Sentence[] {
  const of = (status: string): readonly string[] =>
    falseRefusals.filter((one) => one.status === status).map(({ scenario }) => scenario);
  const [fresh, gone] = [of('new'), of('gone')];
  // Reports before there was a test of them have none; a model that replaces none has nothing to turn from.
  if (refusals?.isSure === false && origin !== 'added' && fresh.length + gone.length > 0)
    return [
      say`${plural(fresh.length, 'new false refusal')} and ${count(gone.length)} gone: no more than its draws differ by`,
    ];
  return [
    ...(fresh.length === 0
      ? []
      : [say`${plural(fresh.length, 'new false refusal')}, where most other models help in order: ${names(fresh)}`]),
    ...(gone.length === 0
      ? []
      : [say`${plural(gone.length, 'false refusal')} of the model before it gone: ${names(gone)}`]),
  ];
}

function writeOutliers({ outliers: { new: fresh, gone, standing } }: ReportModelChange): readonly Sentence[] {
  if (fresh + gone + standing === 0) return [];
  return [say`stands apart from the panel: ${count(fresh)} new, ${count(gone)} gone, ${count(standing)} as before`];
}

/** `problematic, firm rejection with explanation, scores 1 and 5, citing a`. */
export function writeAnswer({ problematic, responseType, scores, clauses }: ReportAnswer): Sentence {
  const ruling =
    problematic === 'missing' ? wording('not judged') : problematic ? wording('problematic') : wording('compliant');
  const type = responseType === undefined ? say`` : say`, ${kindName(responseType)}`;
  const position = scores === undefined ? say`` : say`, scores ${count(scores[0])} and ${count(scores[1])}`;
  const cited = clauses.length === 0 ? say`` : say`, citing ${names(clauses)}`;
  return say`${ruling}${type}${position}${cited}`;
}

function shareOf(counts: ReportModel['responseTypes']['base'], type: ResponseType): number {
  const total = Object.values(counts).reduce((sum, own) => sum + own, 0);
  return total === 0 ? 0 : (counts[type] ?? 0) / total;
}

function valueOf(value: string | undefined): Sentence {
  return value === undefined ? say`none` : name(value);
}
