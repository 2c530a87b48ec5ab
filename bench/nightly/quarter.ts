// One simulated quarter: 92 nights of a bank, models and judges with known truth, decided by the shipped procedure.
import { createRandom, type Random } from '../../src/core/random.ts';
import { decideNight, suspectJudges, suspectModels, type NightInput } from '../../src/decision/nightly/decide.ts';
import { findBaseline } from '../../src/decision/nightly/anchor.ts';
import type { NightCell, NightRecord, RejudgedCell } from '../../src/decision/nightly/record.ts';
import { chooseNightSet } from '../../src/decision/nightly/set.ts';

export interface QuarterWorld {
  readonly nights: number;
  readonly scenarios: number;
  readonly models: number;
  readonly sentinels: number;
  readonly rotation: number;
  /** Draws of a first set. */
  readonly draws: number;
  /** Standard deviation of a model's share from night to night. */
  readonly betweenNights: number;
  /** Share of rulings that are wrong. */
  readonly judgeError: number;
  /** Rise of the first model's share from the change on; 0 for none. */
  readonly rise: number;
  /** Rise a night of the first model's share, from the change on. */
  readonly creep: number;
  /** The first judge's share of wrong rulings from the change on; undefined for none. */
  readonly judgeChange: number | undefined;
  /** Night (from 0) of the change. */
  readonly changeAt: number;
}

export interface QuarterResult {
  /** Alarms that were opened on somebody who had not changed. */
  readonly falsePages: number;
  /** Nights from the change to the first right page. */
  readonly foundAfter: number | undefined;
}

const WORLD: QuarterWorld = {
  nights: 92,
  scenarios: 120,
  models: 4,
  sentinels: 24,
  rotation: 8,
  draws: 2,
  betweenNights: 0.01,
  judgeError: 0.04,
  rise: 0,
  creep: 0,
  judgeChange: undefined,
  changeAt: 30,
};

/** An answer whose truth is known; every judge's ruling on it is drawn anew each time it is asked. */
interface Answer {
  readonly scenario: string;
  readonly model: string;
  readonly draw: number;
  readonly date: string;
  readonly truth: boolean;
}

export function simulateQuarter(changes: Partial<QuarterWorld>, seed: string): QuarterResult {
  const world = { ...WORLD, ...changes };
  const random = createRandom(`nightly bench ${seed}`);
  const models = Array.from({ length: world.models }, (_, index) => `model-${index}`);
  const bank = Array.from({ length: world.scenarios }, (_, index) => ({
    id: `s${index}`,
    weight: 0.5 + random.next(),
  }));
  // Most scenarios are clearly met or clearly broken; some are in between.
  const shares = new Map(models.flatMap((model) => bank.map(({ id }) => [`${model} ${id}`, random.next() ** 3])));
  const answers = new Map<string, readonly Answer[]>();
  const history: NightRecord[] = [];
  let falsePages = 0;
  let foundAfter: number | undefined;
  for (let night = 0; night < world.nights; night += 1) {
    const date = new Date(Date.UTC(2026, 0, 1 + night)).toISOString().slice(0, 10);
    const set = chooseNightSet({ scenarios: bank, sizes: world, date, seed });
    const wobble = new Map(models.map((model) => [model, world.betweenNights * random.normal()]));
    const respond = (model: string, from: number, to: number): readonly Answer[] =>
      [...set.sentinels, ...set.rotation].flatMap((scenario) =>
        Array.from({ length: to - from + 1 }, (_, index): Answer => {
          const rise = model === models[0] ? riseAt(world, night) : 0;
          const share = shares.get(`${model} ${scenario}`)! + rise + wobble.get(model)!;
          return { scenario, model, draw: from + index, date, truth: random.next() < share };
        }),
      );
    const errors = judgeErrors(world, night);
    const judge = (answer: Answer): NightCell => ({ ...place(answer), ...rule(answer, errors, random) });
    const rejudge = (answer: Answer): RejudgedCell => ({
      ...place(answer),
      from: answer.date,
      ...rule(answer, errors, random),
    });
    const baseline = findBaseline(history, { subject: 'bench', date });
    let mine = models.flatMap((model) => respond(model, 1, baseline === undefined ? 2 * world.draws : world.draws));
    const record = (
      rejudged: readonly RejudgedCell[],
      alarms: NightRecord['alarms'],
      cells = mine.map(judge),
    ): NightRecord => ({
      schema: 'spec-gate/night@1',
      kind: 'night',
      date,
      at: `${date}T02:00:00Z`,
      subject: 'bench',
      models: Object.fromEntries(models.map((model) => [model, model])),
      scenarios: Object.fromEntries([...set.sentinels, ...set.rotation].map((id) => [id, id])),
      sentinels: [...set.sentinels],
      cells: [...cells],
      rejudged: [...rejudged],
      answeredAs: {},
      alarms,
      calls: 0,
      usd: 0,
    });
    if (baseline === undefined) {
      const sentinels = new Set<string>(set.sentinels);
      history.push(record(mine.filter(({ scenario, draw }) => sentinels.has(scenario) && draw <= 2).map(rejudge), []));
      answers.set(date, mine);
      continue;
    }
    let rejudged = anchorAnswers(answers, baseline.anchor, ({ draw }) => draw === 1).map(rejudge);
    let cells = mine.map(judge);
    const input = (): NightInput => ({
      tonight: record(rejudged, [], cells),
      baseline,
      judges: [...errors.keys()],
      margin: 0.05,
      seed,
    });
    if (suspectJudges(input()).length > 0) {
      rejudged = [...rejudged, ...anchorAnswers(answers, baseline.anchor, ({ draw }) => draw === 2).map(rejudge)];
    }
    const suspects = new Set(suspectModels(input(), []));
    if (suspects.size > 0) {
      const more = [...suspects].flatMap((model) => respond(model, world.draws + 1, 2 * world.draws));
      mine = [...mine, ...more];
      cells = [...cells, ...more.map(judge)];
      const known = new Set(rejudged.map((cell) => [cell.from, cell.model, cell.scenario, cell.draw].join()));
      const asked = new Set([...set.sentinels, ...set.rotation]);
      const firsts = [...firstAnswers(answers.values())].filter(
        (answer) => suspects.has(answer.model) && asked.has(answer.scenario),
      );
      rejudged = [
        ...rejudged,
        ...firsts.filter((cell) => !known.has([cell.date, cell.model, cell.scenario, cell.draw].join())).map(rejudge),
      ];
    }
    const { alarms } = decideNight(input());
    for (const alarm of alarms) {
      if (alarm.since !== date) continue;
      const isTrue =
        night >= world.changeAt &&
        alarm.id === (world.judgeChange === undefined ? models[0] : 'judge-0') &&
        isChanging(world);
      if (isTrue) foundAfter ??= night - world.changeAt;
      else falsePages += 1;
    }
    history.push(record(rejudged, [...alarms], cells));
    answers.set(date, mine);
  }
  return { falsePages, foundAfter };
}

function riseAt({ creep, rise, changeAt }: QuarterWorld, night: number): number {
  return night < changeAt ? 0 : rise + creep * (night - changeAt);
}

function isChanging({ rise, creep, judgeChange }: QuarterWorld): boolean {
  return rise > 0 || creep > 0 || judgeChange !== undefined;
}

/** The answers of the first night that asked a scenario: what a quiet model is compared with. */
function* firstAnswers(nights: Iterable<readonly Answer[]>): Iterable<Answer> {
  const firsts = new Map<string, string>();
  for (const night of nights) {
    for (const answer of night) {
      const name = `${answer.model} ${answer.scenario}`;
      if (!firsts.has(name)) firsts.set(name, answer.date);
      if (firsts.get(name) === answer.date) yield answer;
    }
  }
}

function judgeErrors(world: QuarterWorld, night: number): ReadonlyMap<string, number> {
  const changed = world.judgeChange !== undefined && night >= world.changeAt ? world.judgeChange : world.judgeError;
  return new Map([
    ['judge-0', changed],
    ['judge-1', world.judgeError],
    ['judge-2', world.judgeError],
  ]);
}

function rule(
  { truth }: Answer,
  errors: ReadonlyMap<string, number>,
  random: Random,
): { readonly against: boolean; readonly rulings: Record<string, boolean> } {
  const rulings = Object.fromEntries(
    [...errors].map(([judge, error]) => [judge, random.next() < error ? !truth : truth]),
  );
  return { rulings, against: Object.values(rulings).filter(Boolean).length >= 2 };
}

function place({ scenario, model, draw }: Answer): Pick<NightCell, 'scenario' | 'model' | 'draw'> {
  return { scenario, model, draw };
}

function anchorAnswers(
  answers: ReadonlyMap<string, readonly Answer[]>,
  anchor: NightRecord,
  keep: (answer: Answer) => boolean,
): readonly Answer[] {
  const sentinels = new Set(anchor.sentinels);
  return answers.get(anchor.date)!.filter((answer) => sentinels.has(answer.scenario) && keep(answer));
}
