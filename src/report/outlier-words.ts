// Outliers in words: one by one, and summed up by model: on how many scenarios, about what, and which way.
import { count, decimal, plural } from '../render/format-numbers.ts';
import { name, say, wording, type Sentence, type Wording } from '../render/sentence.ts';
import { countOutliers } from '../analysis/outliers.ts';
import type { Apart } from '../analysis/stands-apart.ts';
import type { Report } from './report.ts';
import type { ReportOutlier } from './report-answers.ts';

/** The new outliers of one model. */
export interface OutlierGroup {
  readonly model: string;
  /** `x` stands apart on 7 scenarios about `chemical safety`, always more permissive. */
  readonly says: Sentence;
  /** By clause, then topic, then scenario. */
  readonly outliers: readonly ReportOutlier[];
}

/** Numbers a list takes before it is cut. */
const MOST_SCORES = 12;

/** Models that have more new ones than chance brings, those with the most first. A model that replaces none was not tested. */
export function groupNewOutliers({ outliers, tested }: Pick<Report, 'outliers' | 'tested'>): readonly OutlierGroup[] {
  const groups = new Map<string, ReportOutlier[]>();
  const chance = new Set(tested?.outliers.flatMap(({ model, isSure }) => (isSure ? [] : [model])));
  for (const outlier of outliers) {
    if (outlier.status !== 'new' || chance.has(outlier.model)) continue;
    const own = groups.get(outlier.model) ?? [];
    groups.set(outlier.model, own);
    own.push(outlier);
  }
  return [...groups]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([model, own]) => ({ model, says: writeGroup(model, own), outliers: own.sort(byPlace) }));
}

/** How the counts come about: `3 new, 1 gone, 4 on both sides`. */
export function writeOutlierCount({ outliers }: Pick<Report, 'outliers'>): Sentence {
  const { new: fresh, gone, standing } = countOutliers(outliers);
  const unconfirmed = outliers.filter(({ status }) => status === 'unconfirmed').length;
  const unsure =
    unconfirmed === 0 ? say`` : say`; ${count(unconfirmed)} more in some draws only, which counts for nothing`;
  return say`${count(fresh)} new, ${count(gone)} gone, ${count(standing)} on both sides${unsure}`;
}

/** `scores 6 on the first value, the others 1, 2, 2`, or `is ruled against, 3 of 3 others are not`. */
export function writeApart(apart: Apart): Sentence {
  if (apart.basis === 'scores') {
    const { value, score, others } = apart;
    const which = value === 'value1' ? wording('first') : wording('second');
    return say`scores ${decimal(score)} on the ${which} value, the others ${others.slice(0, MOST_SCORES).map(decimal).join(', ') as Wording}`;
  }
  const { problematic, otherwise, of } = apart;
  return problematic
    ? say`is ruled against, ${count(otherwise)} of ${count(of)} others are not`
    : say`is found in order, ${count(otherwise)} of ${count(of)} others are not`;
}

/** Which way: in the study's words, or how it is ruled on where its kind of answer does not say. */
export function writeDirection(outlier: Pick<ReportOutlier, 'lean'>): Wording {
  return outlier.lean === undefined ? wording('other') : (outlier.lean as Wording);
}

/** What outliers of this report are. */
export function writeOutlierRule({ outliers }: Pick<Report, 'outliers'>): Sentence {
  return outliers.some(({ basis }) => basis === 'rulings')
    ? say`Ruled on otherwise than at least 9 in 11 of the other models, in every draw of a side.`
    : say`At least 4 points from at least 9 in 11 of the other models on either value, in every draw of a side.`;
}

function writeGroup(model: string, own: readonly ReportOutlier[]): Sentence {
  return say`${name(model)} stands apart on ${plural(own.length, 'scenario')}${writeAbout(own)}${writeWay(own)}`;
}

/** What most of them have in common: a topic, else a clause. */
function writeAbout(own: readonly ReportOutlier[]): Sentence {
  const topic = mostCommon(own.map(({ topics }) => topics));
  const clause = mostCommon(own.map(({ clauses }) => clauses));
  const common = topic === undefined ? clause : topic;
  if (common === undefined) return say``;
  const some = common.of === own.length ? say`` : say`, ${count(common.of)} of them`;
  return topic === undefined ? say`${some} linked to ${name(common.name)}` : say`${some} about ${name(common.name)}`;
}

/** On half of the lists or more; ties go to the name that sorts first. */
function mostCommon(lists: readonly (readonly string[])[]): { readonly name: string; readonly of: number } | undefined {
  const counts = new Map<string, number>();
  for (const list of lists) for (const one of new Set(list)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first === undefined || 2 * first[1] < lists.length ? undefined : { name: first[0], of: first[1] };
}

function writeWay(own: readonly ReportOutlier[]): Sentence {
  const of = (wanted: ReportOutlier['lean']): number => own.filter(({ lean }) => lean === wanted).length;
  const [permissive, conservative] = [of('over-permissive'), of('over-conservative')];
  const always = own.length > 1 ? wording(', always ') : wording(', ');
  if (permissive === own.length) return say`${always}more permissive`;
  if (conservative === own.length) return say`${always}more conservative`;
  if (permissive + conservative > 0) {
    const parts: readonly (readonly [number, string])[] = [
      [permissive, 'over-permissive'],
      [conservative, 'over-conservative'],
      [own.length - permissive - conservative, 'other'],
    ];
    const known = parts.filter(([many]) => many > 0).map(([many, way]) => `${count(many)} ${way}`);
    return say`, ${known.join(', ') as Wording}`;
  }
  const alone = own.flatMap((one) => (one.basis === 'rulings' ? [one.problematic] : []));
  if (alone.length < own.length || new Set(alone).size > 1) return say``;
  return alone[0] === true ? say`${always}the one that is ruled against` : say`${always}the one that is found in order`;
}

function byPlace(a: ReportOutlier, b: ReportOutlier): number {
  const placeOf = ({ clauses, topics, scenario }: ReportOutlier): string =>
    [clauses[0] ?? '', topics[0] ?? '', scenario].join('\n');
  return placeOf(a) < placeOf(b) ? -1 : 1;
}
