// The fewest rulings that any rule needs for these errors: a sequential probability ratio test of one metric that looks after every ruling (A. Wald, 1945).
import { createRandom } from '../../src/core/random.ts';

/** Of a scenario's mean over four models in one draw (latent-panel.ts, 23 %), and rulings that an answer takes. */
const ROW_VARIANCE = 0.0191;
const SCENARIOS = 32;
const RULINGS_A_DRAW = 4 * SCENARIOS * 2.37;
const STORED = 4;
/** A shift of 0.3 logit; a night of four differs from their mean by a quarter more variance. */
const NIGHT_VARIANCE = 0.032 ** 2 * (1 + 1 / STORED);
/** No change against a rise of the margin, with the errors that the gate makes. */
const MARGIN = 0.05;
const FALSE_FAIL = 0.02;
const FALSE_PASS = 0.11;

const STEP = 50;
const MOST = 14_000;

/** Mean rulings over simulated tests. `night`: the variance between stored nights and today's, which the test is told. */
export function leastRulings({ night, rise }: { readonly night: number; readonly rise: number }): number {
  const prices = Array.from({ length: MOST / STEP }, (_, index) => priceOf((index + 1) * STEP, night));
  const [up, down] = [Math.log((1 - FALSE_PASS) / FALSE_FAIL), Math.log(FALSE_PASS / (1 - FALSE_FAIL))];
  const random = createRandom(`least ${night} ${rise}`);
  const runs = 4000;
  let total = 0;
  for (let run = 0; run < runs; run += 1) {
    let [information, score, at] = [0, 0, 0];
    for (;;) {
      information += STEP;
      score += rise * STEP + Math.sqrt(STEP) * random.normal();
      const ratio = MARGIN * score - (information * MARGIN ** 2) / 2;
      at += 1;
      if (ratio >= up || ratio <= down || at === prices.length) break;
    }
    total += prices[at - 1]! / runs;
  }
  return total;
}

/** The fewest rulings that give this information (1 / variance) about the change, however they are split between the sides. */
function priceOf(information: number, night: number): number {
  const draw = ROW_VARIANCE / SCENARIOS;
  let least = Number.POSITIVE_INFINITY;
  for (let base = 0; base < 60; base += 0.05) {
    const ofBase = 1 / (base / draw + 1 / (draw / STORED + night * NIGHT_VARIANCE));
    if (ofBase < 1 / information) least = Math.min(least, base + draw / (1 / information - ofBase));
  }
  return least * RULINGS_A_DRAW;
}
