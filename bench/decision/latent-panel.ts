// A simulated panel with a known truth: models answer scenarios, judges rule with retest noise, nights drift.
import { RESPONSE_TYPES } from '../../src/core/study-words.ts';
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Arm, Cell, Stage } from '../../src/evaluation/cell.ts';
import { DRAWS_AN_ANSWER } from '../../src/evaluation/comparison.ts';
import { isProblematic, type Judgment } from '../../src/evaluation/ruling.ts';
import type { Violations } from './violations.ts';

/**
 * Spread on the logit scale, chosen for what was reported of real panels: three judges' pairs agree on 78 %, Fleiss' kappa
 * 0.43, and the majority flips on about 15 % of the retests at 23 % problematic.
 */
export const SPREAD = { scenario: 1.8, model: 0.5, cell: 1.7, scenarioDraw: 0.35, response: 0.1 };
/** Standard deviation of a score on the 0-6 scale between two draws. */
const SCORE_NOISE = 0.6;
/** Share of cells that all three judges rule on. */
const AUDIT_SHARE = 0.2;
const JUDGES = ['judge-a', 'judge-b', 'judge-c'];
/** Share of its rulings that a judge rests on the clause under test. */
const CITED = 0.85;
const OTHERS = ['rival', 'third', 'fourth', 'fifth', 'sixth'];
/** Share of answers on which a clause that gives no precedence tears the judges. */
const TORN = 0.8;

export interface Truth {
  readonly kind: 'target' | 'prompt' | 'model';
  readonly models: number;
  readonly scenarios: number;
  /** Share of problematic responses on base. */
  readonly rate: number;
  /** True rise of that share on head, over all scenarios. */
  readonly rise: number;
  /** Where the rise is: every scenario alike, or a quarter of them. */
  readonly where: 'uniform' | 'quarter';
  /** A change of models: the head's model is another one, which leans its own way on every scenario; as likely to fail on average. */
  readonly unlike?: true;
  /** The rise holds on exactly these scenarios; otherwise it holds on average, and these differ from it by chance. */
  readonly onThese?: true;
  /** Standard deviation, on the logit scale, of what one night or run adds to every response. */
  readonly drift: number;
  /** The stored draws carry dates: each of a night of its own, or all of the one on which they were seeded. */
  readonly stored?: 'nights' | 'one night';
  /** What every run after the stored nights adds, the same way each time: the adverse form of drift. */
  readonly shift?: number;
  /**
   * The edit makes the clause read two ways: what each judge's reading adds on the head, on the logit scale (standard
   * deviation over judges and scenarios). The majority stays where it was on average.
   */
  readonly twoWays?: number;
  /**
   * Judges cite among six clauses, two of them in a ruling now and then, and call one ruling in thirty ambiguous: what is said
   * beside the verdict has something to be wrong about. `conflict`: on so large a share of scenarios the head leaves open
   * which of two clauses wins, so that on most answers one judge rests on the one and another on the other.
   */
  readonly words?: { readonly conflict: number };
  /** Judges name a clause with each ruling, so that interpretation is measured: it decides nothing and takes most of a run's time. */
  readonly cites?: true;
  /** Labelled violations of the touched clause, as the panel reads them under either text. */
  readonly violations?: Violations;
  /** How much milder (in shares of answers; negative: stricter) judges are to whatever stands under the head's text. */
  readonly lean?: number;
  /** Whether scenarios have rubrics, so that disagreement is tested too. */
  readonly scored: boolean;
}

/** The usual one: four models answer 32 scenarios under their own side's text, and nothing changes. */
export const PLAIN: Truth = {
  kind: 'prompt',
  models: 4,
  scenarios: 32,
  rate: 0.23,
  rise: 0,
  where: 'uniform',
  drift: 0,
  scored: false,
};

export interface Panel {
  readonly scenarios: readonly string[];
  readonly models: readonly string[];
  readonly judges: readonly string[];
  /** The cell of a place; the same place always gives the same cell within a panel. */
  draw(place: { scenario: number; model: number; arm: Arm; stage: Stage; draw: number }): Cell;
}

/** A panel drawn from the truth; `seed` names it. */
export function createPanel(truth: Truth, seed: string): Panel {
  const random = createRandom(seed);
  const center = centerFor(truth.rate);
  const normals = (count: number, sd: number): number[] => Array.from({ length: count }, () => sd * random.normal());
  const ofScenario = normals(truth.scenarios, SPREAD.scenario);
  const ofModel = normals(truth.models, SPREAD.model);
  const ofCell = normals(truth.scenarios * truth.models, SPREAD.cell);
  const scores = normals(truth.scenarios * truth.models * 2, 1.2);
  const nights = createNights(truth, random);
  // A random stream of its own, so that readings do not change what everything else draws.
  const readings = createRandom(`${seed}\nreadings`);
  const ofJudge = Array.from(
    { length: truth.scenarios * JUDGES.length },
    () => (truth.twoWays ?? 0) * readings.normal(),
  );
  const another = createRandom(`${seed}\nanother model`);
  const ofOther = truth.unlike === true ? ofCell.map(() => SPREAD.cell * another.normal()) : ofCell;
  const levels = (cells: readonly number[]): readonly number[] =>
    cells.map((cell, slot) => {
      const model = slot % truth.models;
      return center + ofScenario[(slot - model) / truth.models]! + ofModel[model]! + cell;
    });
  const shifts =
    truth.onThese === true
      ? [shiftOnThese({ base: levels(ofCell), head: levels(ofOther) }, truth.rise)]
      : headShifts(truth, center);
  const scenarios = names('s', truth.scenarios);
  const models = names('m', truth.models);
  const responses = new Map<number, number>();

  // The latent of one response; with `target` both arms judge the same response.
  const recall = (slot: number, make: () => number): number => {
    const known = responses.get(slot);
    if (known !== undefined) return known;
    const made = make();
    responses.set(slot, made);
    return made;
  };
  const latent = (at: Parameters<Panel['draw']>[0]): number => {
    const side = truth.kind === 'target' || at.arm === 'base' ? 0 : 1;
    // With `target` a confirmation is given the pool's answers, each for some draws (src/evaluation/comparison.ts, answerName).
    const isGiven = truth.kind === 'target' && at.stage === 'confirm';
    const answer = isGiven ? Math.ceil(at.draw / DRAWS_AN_ANSWER) : at.draw;
    const draw = (answer * 2 + (at.stage === 'screen' || isGiven ? 0 : 1)) * 2 + side;
    const row = (draw * truth.scenarios + at.scenario) * (truth.models + 1);
    const shared = recall(row, () => SPREAD.scenarioDraw * random.normal());
    const cellOf = at.arm === 'head' ? ofOther : ofCell;
    const own = ofScenario[at.scenario]! + ofModel[at.model]! + cellOf[at.scenario * truth.models + at.model]!;
    return recall(row + 1 + at.model, () => center + own + shared + SPREAD.response * random.normal());
  };

  return {
    scenarios,
    models,
    judges: JUDGES,
    draw: (at) => {
      const shift = at.arm === 'head' ? shifts[at.scenario % shifts.length]! : 0;
      const lean = latent(at) + shift + nights(at);
      const audited = random.next() < AUDIT_SHARE;
      const leans = JUDGES.map((_, index) => {
        const reading = at.arm === 'head' ? ofJudge[at.scenario * JUDGES.length + index]! : 0;
        return lean + reading;
      });
      const torn = at.arm === 'head' && at.scenario < (truth.words?.conflict ?? 0) * truth.scenarios;
      const cites = truth.cites === true || truth.twoWays !== undefined;
      const judgments = judge(leans, { audited, random, readings, words: truth.words !== undefined, torn, cites });
      const spot = (at.scenario * truth.models + at.model) * 2;
      return {
        scenario: scenarios[at.scenario]!,
        model: models[at.model]!,
        arm: at.arm,
        stage: at.stage,
        draw: at.draw,
        response: '',
        judgments,
        audited,
        ...(truth.stored === undefined ? {} : { at: dateOf(at, truth.stored) }),
        problematic: isProblematic(judgments),
        ...(truth.scored
          ? {
              scores: {
                value1: score(scores[spot]!, random),
                value2: score(scores[spot + 1]!, random),
                confidence: 1,
                responseType: RESPONSE_TYPES[0],
              },
            }
          : {}),
      };
    },
  };
}

/** What a run adds: each stored base draw is a night of its own, a check is one. */
function createNights(truth: Truth, random: Random): (at: { arm: Arm; stage: Stage; draw: number }) => number {
  const stored = Array.from({ length: 8 }, () => truth.drift * random.normal());
  if (truth.stored === 'one night') stored.fill(stored[0]!);
  const later = truth.shift ?? 0;
  const screenRun = truth.drift * random.normal() + later;
  // A check makes its answers within hours: both of its stages are one night.
  return ({ arm, stage, draw }) => (stage === 'screen' && arm === 'base' ? stored[draw % stored.length]! : screenRun);
}

/** Stored draws of the first days of a month, the change on its 28th. */
function dateOf(
  { arm, stage, draw }: { arm: Arm; stage: Stage; draw: number },
  stored: 'nights' | 'one night',
): string {
  const day = stage === 'screen' && arm === 'base' ? (stored === 'nights' ? draw : 1) : 28;
  return `2026-11-${String(day).padStart(2, '0')}T02:00:00.000Z`;
}

function judge(
  leans: readonly number[],
  {
    audited,
    random,
    readings,
    words,
    torn,
    cites,
  }: {
    readonly audited: boolean;
    readonly random: Random;
    readonly readings: Random;
    readonly words: boolean;
    readonly torn: boolean;
    readonly cites: boolean;
  },
): readonly Judgment[] {
  const rulings = JUDGES.map((name, index): Judgment => {
    const ruling = random.next() < sigmoid(leans[index]!) ? 'non-compliant' : 'compliant';
    if (!words) {
      const clauses = cites ? [readings.next() < CITED ? 'clause' : 'another'] : [];
      return { status: 'ruled', judge: name, ruling, clauses, reasoning: '' };
    }
    if (torn && readings.next() < TORN) {
      // One judge lets the one clause win, one the other, and the third tosses a coin.
      const own = index === 0 || (index === 2 && readings.next() < 0.5);
      const [side, clause] = own ? (['non-compliant', 'clause'] as const) : (['compliant', 'rival'] as const);
      return { status: 'ruled', judge: name, ruling: side, clauses: [clause], reasoning: '' };
    }
    const called = readings.next() < 1 / 30 ? 'ambiguous' : ruling;
    return { status: 'ruled', judge: name, ruling: called, clauses: citeAmongSix(readings), reasoning: '' };
  });
  // Nothing reads it; without it all that is drawn after it, and every simulated figure, would be another.
  random.below(3);
  const asked = rulings.slice(0, 2);
  const agree = asked.every((one) => one.status === 'ruled' && one.ruling === (asked[0] as { ruling: string }).ruling);
  return audited || !agree ? rulings : asked;
}

/** Mostly the clause under test, sometimes another, sometimes both. */
function citeAmongSix(random: Random): readonly string[] {
  const own = random.next() < 0.75 ? ['clause'] : [];
  const other = random.next() < (own.length === 0 ? 1 : 0.25) ? [OTHERS[random.below(OTHERS.length)]!] : [];
  return [...own, ...other];
}

function score(level: number, random: Random): number {
  return Math.min(6, Math.max(0, Math.round(3 + level + SCORE_NOISE * random.normal())));
}

/** What the head adds to a scenario's logit, by scenario modulo four, so that the expected rise is the true one. */
export function headShifts({ rate, rise: made, where, lean = 0 }: Truth, center: number): readonly number[] {
  const rise = made - lean;
  if (rise === 0) return [0];
  if (where === 'uniform') return [shiftFor(center, rate + rise)];
  return [shiftFor(center, rate + 4 * rise), 0, 0, 0];
}

/** What makes the expected share of the head this much more than that of the base, on these scenarios and models. */
function shiftOnThese(
  { base, head }: { readonly base: readonly number[]; readonly head: readonly number[] },
  rise: number,
): number {
  const spread = Math.hypot(SPREAD.scenarioDraw, SPREAD.response);
  // Gauss-Hermite with three points: exact to the fifth power of so small a spread.
  const points = [-Math.sqrt(3) * spread, 0, Math.sqrt(3) * spread];
  const weights = [1 / 6, 2 / 3, 1 / 6];
  const shareOf = (levels: readonly number[], shift: number): number => {
    let total = 0;
    for (const level of levels)
      for (const [index, point] of points.entries()) total += weights[index]! * majority(level + shift + point);
    return total / levels.length;
  };
  const wanted = shareOf(base, 0) + rise;
  return solve((shift) => shareOf(head, shift) - wanted);
}

function majority(lean: number): number {
  const share = sigmoid(lean);
  return share * share * (3 - 2 * share);
}

const centers = new Map<number, number>();

/** The logit that gives this share of problematic majorities over the whole population. */
export function centerFor(rate: number): number {
  const known = centers.get(rate);
  if (known !== undefined) return known;
  const found = solve((center) => expectedRate(center) - rate);
  centers.set(rate, found);
  return found;
}

export function shiftFor(center: number, rate: number): number {
  return centerFor(rate) - center;
}

const TOTAL_SPREAD = Math.sqrt(Object.values(SPREAD).reduce((total, sd) => total + sd * sd, 0));

/** Mean majority of three over the population, by the midpoint rule on the normal. */
function expectedRate(center: number): number {
  let total = 0;
  let weight = 0;
  for (let z = -5; z <= 5; z += 0.02) {
    const density = Math.exp(-0.5 * z * z);
    total += density * majority(center + TOTAL_SPREAD * z);
    weight += density;
  }
  return total / weight;
}

function solve(rising: (x: number) => number): number {
  let low = -15;
  let high = 15;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(3, '0')}`);
}
