// Judges and the classifier as measuring instruments: whether one of them has changed, and what that means for the
// night.
import { whereDefined } from '../../core/where-defined.ts';
import type { AnchoredNights } from './anchor.ts';
import { testClassifier, type ClassifierTest } from './classifier.ts';
import type { NightMargins } from './metrics.ts';
import { testJudge, type JudgeTest } from './judges.ts';
import { SUSPICION } from './level.ts';
import type { Alarm, NightRecord } from './record.ts';
import type { Views } from './rejudged-anchor.ts';

export interface InstrumentInput {
  readonly tonight: Pick<NightRecord, 'date' | 'rejudged'>;
  readonly baseline: AnchoredNights;
  readonly judges: readonly string[];
  /** Undefined where none scores tonight's answers. */
  readonly classifier: string | undefined;
  readonly margins: NightMargins;
}

export interface InstrumentTests {
  readonly judges: readonly JudgeTest[];
  readonly classifier: ClassifierTest | undefined;
}

/**
 * Each judge and the classifier held against itself, on the anchor's answers that tonight they saw again. A judge that saw
 * none has no test.
 */
export function testInstruments({ tonight, baseline, judges, classifier }: InstrumentInput): InstrumentTests {
  const { anchor } = baseline;
  return {
    judges: judges.flatMap((judge) => testJudge(judge, anchor, tonight.rejudged) ?? []),
    classifier: classifier === undefined ? undefined : testClassifier(classifier, anchor, tonight.rejudged),
  };
}

/** Whether a judge or the classifier looks changed, or had an alarm: then a second set of the anchor's answers is asked for. */
export function isInstrumentSuspect(input: InstrumentInput): boolean {
  const { judges, classifier } = testInstruments(input);
  const had = input.baseline.last.alarms.some(({ kind }) => kind === 'judge' || kind === 'classifier');
  return had || [...judges, ...(classifier === undefined ? [] : [classifier])].some(({ p }) => p <= SUSPICION);
}

/**
 * Alarms about judges and the classifier: p below the level and an effect of half the margin or more. One that is open
 * stands while the effect is there and is more than a loose level of chance: on the same answers even an instrument
 * that is as it was turns a few points by luck. An alarm that could not be tested tonight stays open.
 */
export function raiseInstruments(
  input: InstrumentInput,
  { tests, level }: { readonly tests: InstrumentTests; readonly level: number },
): readonly Alarm[] {
  const raising = { open: input.baseline.last.alarms, margins: input.margins, date: input.tonight.date, level };
  const judges = input.judges.flatMap((judge) => {
    const test = tests.judges.find((one) => one.judge === judge);
    const known = raising.open.filter((alarm) => alarm.kind === 'judge' && alarm.id === judge);
    return test === undefined ? known : raiseJudge(test, raising);
  });
  const classifier =
    tests.classifier === undefined
      ? raising.open.filter(({ kind }) => kind === 'classifier')
      : raiseClassifier(tests.classifier, raising);
  return [...judges, ...classifier];
}

interface Raising {
  readonly open: readonly Alarm[];
  readonly margins: NightMargins;
  readonly date: string;
  readonly level: number;
}

function raiseJudge({ judge, bias, flips, p }: JudgeTest, raising: Raising): readonly Alarm[] {
  const half = raising.margins.nonCompliance / 2;
  const hasMoved = Math.abs(bias) >= half || flips >= half;
  const since = sinceWhen({ kind: 'judge', id: judge, p, hasMoved }, raising);
  return since === undefined ? [] : [{ kind: 'judge', id: judge, since, change: bias, p, flips }];
}

function raiseClassifier({ classifier, bias, shift, flips, p }: ClassifierTest, raising: Raising): readonly Alarm[] {
  const half = raising.margins.nonCompliance / 2;
  const hasShifted = Math.max(...shift.map(Math.abs)) >= raising.margins.disagreement / 2;
  const hasMoved = Math.abs(bias) >= half || (flips ?? 0) >= half || hasShifted;
  const since = sinceWhen({ kind: 'classifier', id: classifier, p, hasMoved }, raising);
  if (since === undefined) return [];
  const measured = {
    change: bias,
    shift: [...shift] as [number, number],
    p,
    ...whereDefined({ flips }),
  };
  return [{ kind: 'classifier', id: classifier, since, ...measured }];
}

/** Since when an alarm stands tonight; undefined where none does. */
function sinceWhen(
  { kind, id, p, hasMoved }: { kind: Alarm['kind']; id: string; p: number; hasMoved: boolean },
  { open, date, level }: Raising,
): string | undefined {
  const known = open.find((alarm) => alarm.kind === kind && alarm.id === id);
  return hasMoved && p <= (known === undefined ? level : SUSPICION) ? (known?.since ?? date) : undefined;
}

/** Where a judge drifted, its first rulings are no measure: only what tonight's judges ruled on counts. So for the classifier. */
export function viewsUnder(drifted: readonly Alarm[]): Views {
  const has = (kind: Alarm['kind']): boolean => drifted.some((alarm) => alarm.kind === kind);
  return { judges: has('judge') ? 'anew' : 'either', classifier: has('classifier') ? 'anew' : 'either' };
}
