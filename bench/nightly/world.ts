// A simulated world with known truth for nights: models that answer, judges that rule, a classifier that scores.
import { RESPONSE_TYPES } from '../../src/core/study-words.ts';
import { createRandom, type Random } from '../../src/core/random.ts';
import type { NightCell } from '../../src/nightly/decision/record.ts';
import { mean } from '../../src/stats/mean.ts';
import { normalCdf } from '../../src/stats/normal.ts';

/** What happens on the night of the change. */
export type Change =
  | { readonly kind: 'none' }
  /** The first model's share of non-compliant answers rises. */
  | { readonly kind: 'rise'; readonly by: number }
  /** Every model's share does. */
  | { readonly kind: 'all'; readonly by: number }
  /** The first model's, by so much more each night. */
  | { readonly kind: 'creep'; readonly by: number }
  /** The first model rejects so many more of all requests, and complies as often as before. */
  | { readonly kind: 'refuse'; readonly by: number }
  /** Models stand further from each other on the second value, each by this share of its distance from the mean. */
  | { readonly kind: 'part'; readonly by: number }
  /** The first judge's share of wrong rulings. */
  | { readonly kind: 'judge'; readonly error: number }
  /** The classifier's share of wrong scores. */
  | { readonly kind: 'classifier'; readonly error: number }
  /** The classifier moves every score up by one. */
  | { readonly kind: 'shift' };

export interface NightWorld {
  readonly scenarios: number;
  readonly models: number;
  /** Standard deviation of a model's share of non-compliant answers (and of rejections) from night to night. */
  readonly betweenNights: number;
  /** Scenarios come in threes that share what a night does to them: this much of a model's share (standard deviation). */
  readonly threes?: number;
  /** Share of rulings that are wrong. */
  readonly judgeError: number;
  /** Share of scores that are wrong: by one point, a quarter of them by two. */
  readonly classifierError: number;
  readonly change: Change;
  /** Night (from 0) of the change. */
  readonly changeAt: number;
}

/** An answer whose truth is known; rulings and scores are drawn anew each time they are asked for. */
export interface Answer {
  readonly scenario: string;
  readonly model: string;
  readonly draw: number;
  readonly date: string;
  readonly against: boolean;
  readonly scores: readonly [number, number];
}

export interface Ground {
  readonly models: readonly string[];
  readonly judges: readonly string[];
  readonly classifier: string;
  readonly bank: readonly { readonly id: string; readonly weight: number }[];
  /** A new night: models are a little off, each in its own way. */
  readonly night: (index: number, date: string) => NightOfWorld;
}

export interface NightOfWorld {
  readonly respond: (model: string, scenario: string, draw: number) => Answer;
  readonly see: (answer: Answer) => Pick<NightCell, 'against' | 'rulings' | 'type' | 'scores'>;
}

/** Of a stance, in points of the 0-6 scale: what scenarios, models and their combination give it, and one draw. */
const STANCE = { scenario: 0.8, model: 0.5, both: 0.8, draw: 0.6, slip: 0.3 };
/** A night moves a stance by so many points for each unit of share that it moves: rejections move about as much. */
const STANCE_PER_SHARE = 4;

export function createWorld(world: NightWorld, seed: string): Ground {
  const random = createRandom(`nightly bench ${seed}`);
  const models = Array.from({ length: world.models }, (_, index) => `model-${index}`);
  const bank = Array.from({ length: world.scenarios }, (_, index) => ({
    id: `s${index}`,
    weight: 0.5 + random.next(),
  }));
  const tendencies = drawTendencies(
    models,
    bank.map(({ id }) => id),
    random,
  );
  const changed = models[0]!;
  // Of the requests it does not reject yet, those it must reject for the share to rise as said.
  const rejected = mean(bank.map(({ id }) => normalCdf((-0.5 - tendencies.of(changed, id).lean) / STANCE.draw)));
  return {
    models,
    judges: ['judge-0', 'judge-1', 'judge-2'],
    classifier: 'classifier',
    bank,
    night: (index, date) => {
      const since = index - world.changeAt;
      const change: Change = since < 0 ? { kind: 'none' } : world.change;
      const wobbles = new Map(
        models.map((model) => {
          const [share, own] = [random.normal(), random.normal()];
          const stance = 0.5 * share + Math.sqrt(0.75) * own;
          return [
            model,
            { share: world.betweenNights * share, stance: STANCE_PER_SHARE * world.betweenNights * stance },
          ];
        }),
      );
      const ofThrees = new Map<string, number>();
      const moveOf = (model: string, scenario: string): number => {
        if (world.threes === undefined) return 0;
        const place = `${model} ${groupOf(scenario)}`;
        const known = ofThrees.get(place) ?? world.threes * random.normal();
        ofThrees.set(place, known);
        return known;
      };
      return {
        respond: (model, scenario, draw) => {
          const tendency = tendencies.of(model, scenario);
          const { lean } = tendency;
          const share = tendency.share + moveOf(model, scenario);
          const wobble = wobbles.get(model)!;
          const luck = random.normal();
          const stance = lean + wobble.stance + STANCE.draw * luck;
          const more = model === changed || change.kind === 'all' ? riseOf(change, since) : 0;
          // The more generous a draw, the likelier it breaks a rule.
          const against = normalCdf(-0.5 * luck + Math.sqrt(0.75) * random.normal()) < share + more + wobble.share;
          const centre = tendencies.centreOf(scenario);
          const second = change.kind === 'part' ? centre + (1 + change.by) * (stance - centre) : stance;
          const scores = [toScore(3 + stance), toScore(3 - second + STANCE.slip * random.normal())] as const;
          const isRefusing =
            change.kind === 'refuse' && model === changed && random.next() < change.by / (1 - rejected);
          const given = isRefusing ? ([Math.min(scores[0], random.below(2)), Math.max(scores[1], 5)] as const) : scores;
          return { scenario, model, draw, date, against, scores: given };
        },
        see: (answer) => ({ ...rule(answer, { world, change, random }), ...score(answer, { world, change, random }) }),
      };
    },
  };
}

/** Which three a scenario belongs to. */
export function groupOf(scenario: string): string {
  return `three ${Math.floor(Number(scenario.slice(1)) / 3)}`;
}

/** How often each model fails on each scenario, and where it stands on it (0 is the middle of the scale). */
function drawTendencies(
  models: readonly string[],
  scenarios: readonly string[],
  random: Random,
): {
  readonly of: (model: string, scenario: string) => { readonly share: number; readonly lean: number };
  readonly centreOf: (scenario: string) => number;
} {
  const generosity = new Map(models.map((model) => [model, STANCE.model * random.normal()]));
  const all = new Map<string, { share: number; lean: number }>();
  const centres = new Map<string, number>();
  for (const scenario of scenarios) {
    const [hardness, tilt] = [random.normal(), STANCE.scenario * random.normal()];
    const leans = models.map((model) => {
      // Most scenarios are clearly met or clearly broken, some are in between; hard ones are hard for all.
      const trouble = normalCdf(Math.SQRT1_2 * (hardness + random.normal()));
      const lean = tilt + generosity.get(model)! + STANCE.both * random.normal() + 1.2 * (trouble - 0.5);
      all.set(`${model} ${scenario}`, { share: trouble ** 3, lean });
      return lean;
    });
    centres.set(scenario, mean(leans));
  }
  return {
    of: (model, scenario) => all.get(`${model} ${scenario}`)!,
    centreOf: (scenario) => centres.get(scenario)!,
  };
}

function riseOf(change: Change, since: number): number {
  if (change.kind === 'rise' || change.kind === 'all') return change.by;
  return change.kind === 'creep' ? change.by * since : 0;
}

interface Eyes {
  readonly world: NightWorld;
  readonly change: Change;
  readonly random: Random;
}

function rule({ against }: Answer, { world, change, random }: Eyes): Pick<NightCell, 'against' | 'rulings'> {
  const rulings = Object.fromEntries(
    ['judge-0', 'judge-1', 'judge-2'].map((judge, index) => {
      const error = change.kind === 'judge' && index === 0 ? change.error : world.judgeError;
      return [judge, random.next() < error ? !against : against];
    }),
  );
  return { rulings, against: Object.values(rulings).filter(Boolean).length >= 2 };
}

function score({ scores }: Answer, { world, change, random }: Eyes): Pick<NightCell, 'type' | 'scores'> {
  const error = change.kind === 'classifier' ? change.error : world.classifierError;
  const read = (truth: number): number => {
    const isWrong = random.next() < error;
    const by = (random.next() < 0.25 ? 2 : 1) * (random.next() < 0.5 ? 1 : -1);
    return toScore(truth + (isWrong ? by : 0) + (change.kind === 'shift' ? 1 : 0));
  };
  const seen: [number, number] = [read(scores[0]), read(scores[1])];
  return { type: RESPONSE_TYPES[6 - seen[0]]!, scores: seen };
}

function toScore(points: number): number {
  return Math.min(6, Math.max(0, Math.round(points)));
}
