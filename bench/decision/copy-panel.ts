// The simulated panel of latent-panel.ts once more, in arrays of numbers: thousands of checks in seconds, where a design is searched.
import { createRandom } from '../../src/core/random.ts';
import { centerFor, headShifts, SPREAD, type Truth } from './latent-panel.ts';

/** What of a truth the copy knows: edits of a prompt, without rubrics. */
export type CopyTruth = Pick<
  Truth,
  'models' | 'scenarios' | 'rate' | 'rise' | 'where' | 'drift' | 'stored' | 'shift'
> & {
  /** Scenarios come in so many groups of equal size, drawn from many; where the rise is in a quarter, each of them has it by that chance, whole. */
  readonly groups?: number;
  /** So many of the scenarios, the last ones, are of clauses that the edit names and does not touch: no rise is in them. */
  readonly named?: number;
};

/** Metrics that block: share of answers ruled against, of scenarios where all are, of pairs of judges that part. */
export type CopyMetric = 'nonCompliance' | 'frequentNonCompliance' | 'judgeAgreement';

/** One draw of one side: each metric, scenario by scenario. */
export type CopyDraw = Readonly<Record<CopyMetric, Float64Array>> & { readonly rulings: number };

export interface CopyPanel {
  readonly stored: readonly CopyDraw[];
  draw(side: 'base' | 'head'): CopyDraw;
}

const STORED = 4;
const AUDIT_SHARE = 0.2;

export function createCopy(truth: CopyTruth, seed: string): CopyPanel {
  const { models, scenarios, rate, drift, stored, shift = 0 } = truth;
  const random = createRandom(seed);
  const center = centerFor(rate);
  const shiftOf = createShifts(truth, center, seed);
  const ofModel = Float64Array.from({ length: models }, () => SPREAD.model * random.normal());
  const logits = new Float64Array(scenarios * models);
  for (let scenario = 0; scenario < scenarios; scenario += 1) {
    const own = center + SPREAD.scenario * random.normal();
    for (let model = 0; model < models; model += 1)
      logits[scenario * models + model] = own + ofModel[model]! + SPREAD.cell * random.normal();
  }
  const nights = Array.from({ length: STORED }, () => drift * random.normal());
  if (stored === 'one night') nights.fill(nights[0]!);
  const today = drift * random.normal() + shift;
  const rules = (logit: number): number => Number(random.next() < 1 / (1 + Math.exp(-logit)));

  const drawAt = (night: number, isHead: boolean): CopyDraw => {
    const values = () => new Float64Array(scenarios);
    const made = { nonCompliance: values(), frequentNonCompliance: values(), judgeAgreement: values() };
    let rulings = 0;
    for (let scenario = 0; scenario < scenarios; scenario += 1) {
      const shared = SPREAD.scenarioDraw * random.normal() + night + (isHead ? shiftOf(scenario) : 0);
      let [against, parted] = [0, 0];
      for (let model = 0; model < models; model += 1) {
        const logit = logits[scenario * models + model]! + shared + SPREAD.response * random.normal();
        const given = rules(logit) + rules(logit);
        const third = rules(logit);
        const isAudited = random.next() < AUDIT_SHARE;
        against += Number(given + third >= 2);
        rulings += isAudited || given === 1 ? 3 : 2;
        const all = (given + third) % 3 === 0 ? 0 : 2 / 3;
        parted += isAudited ? all : Number(given === 1);
      }
      made.nonCompliance[scenario] = against / models;
      made.frequentNonCompliance[scenario] = Number(against === models);
      made.judgeAgreement[scenario] = parted / models;
    }
    return { ...made, rulings };
  };
  return {
    stored: nights.map((night) => drawAt(night, false)),
    draw: (side) => drawAt(today, side === 'head'),
  };
}

/** What the head adds to a scenario's logit. */
function createShifts(truth: CopyTruth, center: number, seed: string): (scenario: number) => number {
  const shifts = headShifts({ ...truth, kind: 'prompt', scored: false }, center);
  if (truth.groups === undefined) {
    const own = truth.scenarios - (truth.named ?? 0);
    return (scenario) => (scenario < own ? shifts[scenario % shifts.length]! : 0);
  }
  // A random stream of its own, so that what is drawn without groups stays.
  const random = createRandom(`${seed}\ngroups`);
  const ofGroup = Array.from({ length: truth.groups }, () => shifts[random.below(shifts.length)]!);
  return (scenario) => ofGroup[scenario % ofGroup.length]!;
}
