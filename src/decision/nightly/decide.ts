// The decision of a night: whom to look at twice, and who has changed. Pure: evidence in, alarms out.
//
// A night pages in two steps. Any model or judge that looks worse than the anchor at a loose level (or had an alarm, or
// answers under another name) gets a second, independent set of draws; a page needs the strict level on all draws. The
// first step costs and decides nothing, so the chance of a false page is that of the strict tests alone (level.ts).
// Models are compared with the anchor's stored answers ruled on by tonight's judges: a judge that drifts moves both sides.
import { anchorCells, type Baseline } from './anchor.ts';
import { testJudge, type JudgeTest } from './judges.ts';
import { pageLevel, SUSPICION } from './level.ts';
import type { Alarm, NightCell, NightRecord } from './record.ts';
import { betweenNightSpread } from './spread.ts';
import { testRise, type RiseTest } from './rise.ts';

export interface NightInput {
  readonly tonight: Pick<NightRecord, 'date' | 'models' | 'scenarios' | 'cells' | 'rejudged'>;
  readonly baseline: Baseline;
  readonly judges: readonly string[];
  /** The rise of non-compliance that the policy tolerates; an alarm needs half of it, as a failing check does. */
  readonly margin: number;
  readonly seed: string;
}

export interface ModelTest {
  readonly model: string;
  /** Tonight against the anchor. */
  readonly tonight: RiseTest | undefined;
  /** The last seven quiet nights, tonight with them, against the anchor: what drifts slowly. */
  readonly week: RiseTest | undefined;
  /** Whether tonight's judges ruled on both sides. */
  readonly judgedAnew: boolean;
}

export interface NightDecision {
  readonly alarms: readonly Alarm[];
  readonly closed: readonly Alarm[];
  readonly models: readonly ModelTest[];
  readonly judges: readonly JudgeTest[];
  /** The level that a page needed. */
  readonly level: number;
  readonly betweenNights: number;
}

const WEEK = 7;

/** Judges that look changed, or had an alarm: they rule on a second set of the anchor's answers. */
export function suspectJudges({ tonight, baseline, judges }: NightInput): readonly string[] {
  return judges.filter((judge) => {
    const test = testJudge(judge, baseline.anchor, tonight.rejudged);
    return (test !== undefined && test.p <= SUSPICION) || hadAlarm(baseline, 'judge', judge);
  });
}

/** Models that look worse, had an alarm or answer as somebody else (`renamed`); all of them where a judge has drifted. */
export function suspectModels(input: NightInput, renamed: readonly string[]): readonly string[] {
  const drifted = judgeTests(input).some((test) => isDrifted(test, levelOf(input), input.margin));
  const betweenNights = spreadOf(input);
  return Object.keys(input.tonight.models).filter((model) => {
    if (drifted || renamed.includes(model) || hadAlarm(input.baseline, 'model', model)) return true;
    const { tonight, week } = testModel(input, model, { betweenNights, rulings: 'first', level: SUSPICION });
    return [tonight, week].some((test) => test !== undefined && test.p <= SUSPICION);
  });
}

/** Tonight's alarms, from all draws that were asked. */
export function decideNight(input: NightInput): NightDecision {
  const { baseline, margin, tonight } = input;
  const level = levelOf(input);
  const judges = judgeTests(input);
  const drifted = judges.filter((test) => isDrifted(test, level, margin));
  const betweenNights = spreadOf(input);
  // Where a judge drifted, its first rulings are no measure: only what tonight's judges ruled on counts.
  const rulings = drifted.length > 0 ? 'anew' : 'either';
  const models = Object.keys(tonight.models).map((model) =>
    testModel(input, model, { betweenNights, rulings, level: SUSPICION }),
  );
  const found: readonly Alarm[] = [
    ...models.flatMap(({ model, ...tests }) =>
      raiseModel(model, tests, { level, margin, baseline, date: tonight.date }),
    ),
    ...judges.flatMap((test) => raiseJudge(test, { level, margin, baseline, date: tonight.date })),
  ];
  const closed = baseline.last.alarms.filter((alarm) => !found.some((other) => isSame(alarm, other)));
  return { alarms: found, closed, models, judges, level, betweenNights };
}

interface Raising {
  readonly level: number;
  readonly margin: number;
  readonly baseline: Baseline;
  readonly date: string;
}

function raiseModel(
  model: string,
  tests: { readonly tonight: RiseTest | undefined; readonly week: RiseTest | undefined },
  { level, margin, baseline, date }: Raising,
): readonly Alarm[] {
  const open = baseline.last.alarms.find(({ kind, id }) => kind === 'model' && id === model);
  const large = [tests.tonight, tests.week].filter((test) => test !== undefined && test.change >= margin / 2);
  const confirmed = large.find((test) => test!.p <= level);
  // A model that could not be compared tonight is not thereby well.
  if (open !== undefined && tests.tonight === undefined) return [open];
  // An open alarm closes when tonight shows less than half the margin and the quiet nights before show nothing either, not
  // when it merely fails to be significant again.
  const isStanding =
    open !== undefined &&
    (tests.tonight!.change >= margin / 2 || (tests.week !== undefined && tests.week.p <= SUSPICION));
  const test = confirmed ?? (isStanding ? tests.tonight : undefined);
  if (test === undefined) return [];
  return [{ kind: 'model', id: model, since: open?.since ?? date, change: test.change, p: test.p }];
}

function raiseJudge(test: JudgeTest, { level, margin, baseline, date }: Raising): readonly Alarm[] {
  const open = baseline.last.alarms.find(({ kind, id }) => kind === 'judge' && id === test.judge);
  const moved = Math.abs(test.bias) >= margin / 2 || test.flips >= margin / 2;
  if (!isDrifted(test, level, margin) && !(open !== undefined && moved)) return [];
  const { judge, bias, flips, p } = test;
  return [{ kind: 'judge', id: judge, since: open?.since ?? date, change: bias, p, flips }];
}

function isDrifted({ p, bias, flips }: JudgeTest, level: number, margin: number): boolean {
  return p <= level && (Math.abs(bias) >= margin / 2 || flips >= margin / 2);
}

function testModel(
  { tonight, baseline, seed }: NightInput,
  model: string,
  options: { readonly betweenNights: number; readonly rulings: 'first' | 'anew' | 'either'; readonly level: number },
): ModelTest {
  const anew = new Map(
    tonight.rejudged
      .filter((cell) => cell.model === model)
      .map((cell) => [`${cell.from}\n${cell.scenario}\n${cell.draw}`, cell.against]),
  );
  let judgedAnew = options.rulings !== 'first';
  const base = new Map<string, readonly number[]>();
  for (const [scenario, { date, cells }] of anchorCells(baseline, tonight, model)) {
    const draws = cells.map((cell) => {
      const ruled = anew.get(`${date}\n${scenario}\n${cell.draw}`);
      if (options.rulings === 'first') return cell.against;
      if (ruled === undefined) judgedAnew = false;
      return ruled ?? (options.rulings === 'anew' ? 'missing' : cell.against);
    });
    base.set(scenario, outcomes(draws));
  }
  const own = (cells: readonly NightCell[]): readonly NightCell[] => cells.filter((cell) => cell.model === model);
  const recent = baseline.nights
    .filter((night) => night !== baseline.anchor && night.models[model] === tonight.models[model])
    .filter(({ alarms }) => !alarms.some(({ kind, id }) => kind === 'model' && id === model))
    .slice(1 - WEEK);
  const test = (cells: readonly NightCell[], name: string): RiseTest | undefined => {
    const heads = new Map<string, NightCell[]>();
    for (const cell of cells) heads.set(cell.scenario, [...(heads.get(cell.scenario) ?? []), cell]);
    const units = [...base].map(([scenario, draws]) => ({
      base: draws,
      head: outcomes((heads.get(scenario) ?? []).map(({ against }) => against)),
    }));
    return testRise(units, { ...options, seed: `${seed}\n${tonight.date}\n${model}\n${name}` });
  };
  return {
    model,
    tonight: test(own(tonight.cells), 'tonight'),
    week:
      recent.length === 0 ? undefined : test(own([...recent.flatMap(({ cells }) => cells), ...tonight.cells]), 'week'),
    judgedAnew,
  };
}

function outcomes(draws: readonly (boolean | 'missing')[]): readonly number[] {
  return draws.flatMap((against) => (against === 'missing' ? [] : [against ? 1 : 0]));
}

function judgeTests({ tonight, baseline, judges }: NightInput): readonly JudgeTest[] {
  return judges.flatMap((judge) => testJudge(judge, baseline.anchor, tonight.rejudged) ?? []);
}

function levelOf({ tonight, judges }: NightInput): number {
  return pageLevel({ models: Object.keys(tonight.models).length, judges: judges.length });
}

function spreadOf({ tonight, baseline }: NightInput): number {
  return betweenNightSpread(baseline.nights, Object.keys(tonight.models));
}

function hadAlarm({ last }: Baseline, kind: Alarm['kind'], name: string): boolean {
  return last.alarms.some((alarm) => alarm.kind === kind && alarm.id === name);
}

function isSame(a: Alarm, b: Alarm): boolean {
  return a.kind === b.kind && a.id === b.id;
}
