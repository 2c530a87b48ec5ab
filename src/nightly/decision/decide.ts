// The decision of a night: whom to look at twice, and who has changed. Pure: evidence in, alarms out.
//
// A night pages in two steps. Whoever looks changed at a loose level (or had an alarm, or answers under another name) gets a
// second, independent set of draws; a page needs the strict level on all draws. The first step costs and decides nothing, so
// the chance of a false page is that of the strict tests alone (level.ts). Models are compared with the anchor's stored
// answers as tonight's judges and classifier see them: a judge or a classifier that drifts moves both sides.
import type { AnchoredNights } from './anchor.ts';
import { compareAnswers, type NightAnswers } from './answers.ts';
import { raiseMetric } from './alarms.ts';
import type { ClassifierTest } from './classifier.ts';
import { testMetric, isAbout, type MetricTest } from './metric-test.ts';
import { metricsOf, subjectsOf, type NightMetric, type NightMargins, type Subject } from './metrics.ts';
import { raiseInstruments, testInstruments, viewsUnder } from './instruments.ts';
import type { JudgeTest } from './judges.ts';
import { pageLevel, SUSPICION } from './level.ts';
import { alarmKey, metricOf, type Alarm, type NightRecord } from './record.ts';
import { createRejudgedAnchor, type Views } from './rejudged-anchor.ts';
import { betweenNightSpread } from './spread.ts';

export interface NightInput {
  readonly tonight: Pick<NightRecord, 'date' | 'models' | 'scenarios' | 'cells' | 'rejudged'>;
  readonly baseline: AnchoredNights;
  readonly judges: readonly string[];
  /** Undefined where none scores tonight's answers: then rejections, disagreement and the classifier are not watched. */
  readonly classifier: string | undefined;
  /** The changes that the policy tolerates; an alarm needs half of one, as a failing check does. */
  readonly margins: NightMargins;
  readonly seed: string;
  /** What a scenario shares with others that moves them together; those without stand alone. */
  readonly groups?: ReadonlyMap<string, string>;
}

export interface NightDecision {
  readonly alarms: readonly Alarm[];
  readonly closed: readonly Alarm[];
  readonly metrics: readonly MetricTest[];
  readonly judges: readonly JudgeTest[];
  readonly classifier: ClassifierTest | undefined;
  /** The level that a page needed. */
  readonly level: number;
  /** The spread between nights that was allowed for, by metric. */
  readonly spreads: Readonly<Partial<Record<NightMetric, number>>>;
  /** Single answers that are news: reported, never paged. */
  readonly answers: NightAnswers;
}

/**
 * Who looks changed, had an alarm or answers as somebody else (`renamed`). All models where they look changed together, or
 * where a judge or the classifier has changed: then stored rulings and scores cannot be compared with tonight's, and everything
 * is ruled on again. While an alarm about a model or the models together stands, their common figures alone are not worth a
 * second set of every model each night: they have been told of, and may still page on the first sets.
 */
export function suspectSubjects(input: NightInput, renamed: readonly string[]): readonly Subject[] {
  const subjects = subjectsOf(Object.keys(input.tonight.models));
  const level = levelOf(input);
  const drifted = raiseInstruments(input, { tests: testInstruments(input), level });
  if (drifted.length > 0) return subjects;
  const views: Views = { judges: 'first', classifier: 'first' };
  const { metrics } = testMetrics(input, { subjects, drifted, views, page: level });
  const open = input.baseline.last.alarms;
  const isTold = open.some(({ kind }) => kind === 'model' || kind === 'panel');
  const looksChanged = (subject: Subject): boolean =>
    metrics.some(
      (test) =>
        test.subject === subject &&
        [test.tonight, test.week].some((window) => window !== undefined && window.p <= SUSPICION),
    );
  const suspects = subjects.filter((subject) => {
    if (subject.kind === 'panel') return !isTold && looksChanged(subject);
    const isKnown = open.some((alarm) => isAbout(alarm, subject));
    return isKnown || renamed.includes(subject.models[0]!) || looksChanged(subject);
  });
  return suspects.some(({ kind }) => kind === 'panel') ? subjects : suspects;
}

/** Tonight's alarms, from all draws that were asked. */
export function decideNight(input: NightInput): NightDecision {
  const { baseline, margins, tonight } = input;
  const level = levelOf(input);
  const tests = testInstruments(input);
  const drifted = raiseInstruments(input, { tests, level });
  const views = viewsUnder(drifted);
  const subjects = subjectsOf(Object.keys(tonight.models));
  const { metrics, spreads } = testMetrics(input, { subjects, drifted, views, page: level });
  const raising = { open: baseline.last.alarms, margins, date: tonight.date, level };
  const found = metrics.flatMap((test) => raiseMetric(test, raising));
  const alarms = [...found, ...untested(input, metrics), ...drifted];
  const standing = new Set(alarms.map(alarmKey));
  const closed = baseline.last.alarms.filter((alarm) => !standing.has(alarmKey(alarm)));
  return { alarms, closed, metrics, ...tests, level, spreads, answers: compareAnswers(tonight, { baseline, views }) };
}

function testMetrics(
  { tonight, baseline, classifier, seed, groups }: NightInput,
  {
    subjects,
    ...how
  }: {
    readonly subjects: readonly Subject[];
    readonly drifted: readonly Alarm[];
    readonly views: Views;
    readonly page: number;
  },
): Pick<NightDecision, 'metrics' | 'spreads'> {
  const rejudgedAnchor = createRejudgedAnchor(tonight.rejudged);
  const spreads: Partial<Record<NightMetric, number>> = {};
  const metrics = subjects.flatMap((subject) =>
    metricsOf(subject, { classifier }).map((metric) => {
      const likewise = subjects.filter(({ kind }) => kind === subject.kind);
      const betweenNights = (spreads[metric] ??= betweenNightSpread(baseline.nights, {
        metric,
        subjects: likewise,
      }));
      return testMetric({
        ...how,
        metric,
        subject,
        tonight,
        baseline,
        rejudgedAnchor,
        betweenNights,
        level: SUSPICION,
        seed,
        groups,
      });
    }),
  );
  return { metrics, spreads };
}

/** Open alarms about metrics that nobody measured tonight: they stay as they are, while their subject is there. */
function untested({ tonight, baseline }: NightInput, metrics: readonly MetricTest[]): readonly Alarm[] {
  return baseline.last.alarms.filter((alarm) => {
    const metric = metricOf(alarm);
    if (metric === undefined) return false;
    const isHere = subjectsOf(Object.keys(tonight.models)).some((subject) => isAbout(alarm, subject));
    return isHere && !metrics.some((test) => test.metric === metric && isAbout(alarm, test.subject));
  });
}

function levelOf({ tonight, judges, classifier }: NightInput): number {
  const classifiers = classifier === undefined ? 0 : 1;
  return pageLevel({ models: Object.keys(tonight.models).length, judges: judges.length, classifiers });
}
