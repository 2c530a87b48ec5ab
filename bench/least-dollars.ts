// npm run bench:least-dollars: the least that a seeded check of one edited clause costs under any rule with the gate's errors, and what
// a ruling's input costs by how long a beginning the judges' prompts share. Seconds of processor time, no calls. Simulated.
import { PRICE_TABLE } from '../src/models/cost/price-table.ts';
import { createRandom } from '../src/core/random.ts';

/**
 * Of `npm run bench:real-changes -- --edits 8 --seeded 1 --examples true`, see bench/README.md, "What a verdict costs": what a second
 * draw adds, and what a check of one draw costs beside that (answers of known ruling, and what is written to caches first).
 */
const DRAW_USD = 0.73;
const CONTROLS_USD = 0.48;
const PAIRS_A_DRAW = 80;
/** Standard error of a draw of both sides. */
const DRAW_ERROR = 0.043;
const MARGIN = 0.1;
/** A change without an effect fails in 2 %; a rise of the margin passes in 11 %. */
const FALSE_FAIL = 0.02;
const FALSE_PASS = 0.11;
const GOAL_USD = 1.5;

/**
 * Sequential probability ratio tests (A. Wald, 1945) of no change against a rise and against a fall of the margin, looked at after
 * every pair of rulings: an edit passes once both are ruled out and fails once either is found. `rise` is the truth. A real check
 * cannot look so often: the calls of a draw are under way together. In ascending order, dollars of each simulated check.
 */
function dollarsOfChecks(rise: number, sides: 1 | 2): readonly number[] {
  const variance = DRAW_ERROR ** 2 * PAIRS_A_DRAW;
  const falseFail = FALSE_FAIL / sides;
  const [up, down] = [Math.log((1 - FALSE_PASS) / falseFail), Math.log(FALSE_PASS / (1 - falseFail))];
  const random = createRandom(`least dollars ${rise} ${sides}`);
  const checks = Array.from({ length: 20_000 }, () => {
    let [pairs, sum] = [0, 0];
    for (;;) {
      pairs += 1;
      sum += rise + Math.sqrt(variance) * random.normal();
      const ratios = [sum, -sum]
        .slice(0, sides)
        .map((score) => (MARGIN * score - (pairs * MARGIN ** 2) / 2) / variance);
      if (ratios.some((ratio) => ratio >= up) || ratios.every((ratio) => ratio <= down)) break;
    }
    return CONTROLS_USD + (pairs * DRAW_USD) / PAIRS_A_DRAW;
  });
  return checks.sort((a, b) => a - b);
}

function describeChecks(what: string, dollars: readonly number[]): string {
  const mean = dollars.reduce((sum, one) => sum + one, 0) / dollars.length;
  const under = dollars.filter((one) => one < GOAL_USD).length / dollars.length;
  const median = dollars[Math.floor(dollars.length / 2)]!;
  return `| ${what} | ${median.toFixed(2)} | ${mean.toFixed(2)} | ${(100 * under).toFixed(0)} % |`;
}

console.log('| whatever the rule | median USD | mean | under 1.50 |\n|---|---|---|---|');
console.log(describeChecks('no effect, a rise ruled out alone', dollarsOfChecks(0, 1)));
console.log(describeChecks('no effect, a rise and a fall ruled out', dollarsOfChecks(0, 2)));
console.log(describeChecks('a rise of 15 points', dollarsOfChecks(0.15, 2)));

/** Tokens of the question and its answer, which follow the beginning, and the measured share of beginnings that come in time. */
const REST = 900;
const IN_TIME = 0.98;
const USES = 80;
/** With the fewest tokens that each keeps, and the rulings of a mean check of those eight. */
const JUDGES = [
  { vendor: 'https://api.openai.com', model: 'gpt-5-mini', least: 1024, rulings: 362 },
  { vendor: 'https://api.anthropic.com', model: 'claude-haiku-4-5', least: 4096, rulings: 362 },
  { vendor: 'https://api.anthropic.com', model: 'claude-sonnet-5', least: 2048, rulings: 156 },
] as const;

/** US dollars of one ruling's input. */
function inputUsd({ vendor, model, least }: (typeof JUDGES)[number], beginning: number): number {
  const { input, cachedInput = input, cacheWrite = input } = PRICE_TABLE[vendor]![model]!;
  const perToken =
    beginning < least ? input : IN_TIME * cachedInput + (1 - IN_TIME) * input + (cacheWrite - input) / USES;
  return (beginning * perToken + REST * input) / 1e6;
}

const titles = [...JUDGES.map(({ model }) => model), 'input of a check', 'share served'];
console.log(`\n| tokens of the beginning | ${titles.join(' | ')} |\n|---|---|---|---|---|---|`);
for (const beginning of [1152, 2100, 3000, 4500]) {
  const usd = JUDGES.map((judge) => inputUsd(judge, beginning).toFixed(4));
  const check = JUDGES.reduce((sum, judge) => sum + judge.rulings * inputUsd(judge, beginning), 0);
  const served = JUDGES.filter(({ least }) => beginning >= least).length / JUDGES.length;
  const share = (100 * IN_TIME * served * beginning) / (beginning + REST);
  console.log(`| ${beginning} | ${usd.join(' | ')} | ${check.toFixed(2)} | ${share.toFixed(0)} % |`);
}
