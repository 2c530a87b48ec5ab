import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as sha256, n as hashJson } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { c as BLOCKING_METRICS, f as readShared, l as METRICS, r as gammaln, t as largestOf, x as mean } from "./action-compare-accept-report-bank-ask-check.js";
import { C as undefinedEstimate, O as CLAUSE_RATE, _ as betaCdf, a as intervalOf, b as normalDensity, c as scenarioTest, o as measureChange, x as normalQuantile, y as normalCdf } from "./action-compare-accept-report-ask-check.js";
const jumps = [
	3639956645,
	3750757012,
	1261568508,
	386426335
];
var XoroShiro128Plus = class XoroShiro128Plus {
	constructor(s01, s00, s11, s10) {
		this.s01 = s01;
		this.s00 = s00;
		this.s11 = s11;
		this.s10 = s10;
	}
	clone() {
		return new XoroShiro128Plus(this.s01, this.s00, this.s11, this.s10);
	}
	next() {
		const out = this.s00 + this.s10 | 0;
		const a0 = this.s10 ^ this.s00;
		const a1 = this.s11 ^ this.s01;
		const s00 = this.s00;
		const s01 = this.s01;
		this.s00 = s00 << 24 ^ s01 >>> 8 ^ a0 ^ a0 << 16;
		this.s01 = s01 << 24 ^ s00 >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
		this.s10 = a1 << 5 ^ a0 >>> 27;
		this.s11 = a0 << 5 ^ a1 >>> 27;
		return out;
	}
	jump() {
		let ns01 = 0;
		let ns00 = 0;
		let ns11 = 0;
		let ns10 = 0;
		let s01 = this.s01;
		let s00 = this.s00;
		let s11 = this.s11;
		let s10 = this.s10;
		for (let i = 0; i !== 4; ++i) {
			const ji = jumps[i];
			for (let mask = 1; mask; mask <<= 1) {
				if (ji & mask) {
					ns01 ^= s01;
					ns00 ^= s00;
					ns11 ^= s11;
					ns10 ^= s10;
				}
				const a0 = s10 ^ s00;
				const a1 = s11 ^ s01;
				const s00_ = s00;
				const s01_ = s01;
				s00 = s00_ << 24 ^ s01_ >>> 8 ^ a0 ^ a0 << 16;
				s01 = s01_ << 24 ^ s00_ >>> 8 ^ a1 ^ (a1 << 16 | a0 >>> 16);
				s10 = a1 << 5 ^ a0 >>> 27;
				s11 = a0 << 5 ^ a1 >>> 27;
			}
		}
		this.s01 = ns01;
		this.s00 = ns00;
		this.s11 = ns11;
		this.s10 = ns10;
	}
	getState() {
		return [
			this.s01,
			this.s00,
			this.s11,
			this.s10
		];
	}
};
function xoroshiro128plusFromState(state) {
	if (!(state.length === 4)) throw new Error("The state must have been produced by a xoroshiro128plus RandomGenerator");
	return new XoroShiro128Plus(state[0], state[1], state[2], state[3]);
}
/** A generator whose state comes from the hash of `seed`; different seeds give unrelated streams. */
function createRandom(seed) {
	const digest = sha256(seed);
	const rng = xoroshiro128plusFromState([
		0,
		8,
		16,
		24
	].map((start) => Number.parseInt(digest.slice(start, start + 8), 16) | 0));
	const next = () => {
		const high = rng.next() >>> 5;
		const low = rng.next() >>> 6;
		return (high * 67108864 + low) / 9007199254740992;
	};
	const below = (bound) => {
		for (;;) {
			const drawn = (rng.next() ^ 2147483648) >>> 0;
			const times = Math.floor(drawn / bound);
			if ((times + 1) * bound <= 4294967296) return drawn - times * bound;
		}
	};
	return {
		next,
		below,
		normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
	};
}
/** A shuffled copy (Fisher and Yates). */
function shuffle(items, random) {
	const copy = [...items];
	for (let last = copy.length - 1; last > 0; last -= 1) {
		const other = random.below(last + 1);
		[copy[last], copy[other]] = [copy[other], copy[last]];
	}
	return copy;
}
/**
* Little early, most at the end, as the bounds of O'Brien and Fleming do (Lan and DeMets, Biometrika 70 (1983) 659-663):
* 2 - 2 Phi(z(1 - error / 2) / sqrt(share)). One-sided 2.5 % at a fifth of the evidence: 5.4e-7.
*/
function spendLate(error) {
	const reach = normalQuantile(1 - error / 2);
	return (share) => share <= 0 ? 0 : 2 * normalCdf(-reach / Math.sqrt(Math.min(1, share)));
}
/** About evenly, as the equal bounds of Pocock do (the same): error x ln(1 + (e - 1) share). One-sided 2.5 % at a fifth: 0.74 %. */
function spendEvenly(error) {
	return (share) => error * Math.log(1 + (Math.E - 1) * Math.min(1, Math.max(0, share)));
}
/** Points of the density that is carried from look to look, and how far below zero it begins (in standard deviations). */
const POINTS = 301;
const LOWEST = -8;
/**
* One-sided upper bounds for the standardised estimate at each look, so that without an effect the first crossing at look k has
* the probability spent there. `shares` rise strictly to 1 at most: the information of each look relative to the last one's.
* Numerical integration over the score process, whose increments are independent (Armitage, McPherson and Rowe, J. R. Statist.
* Soc. A 132 (1969) 235-244; Jennison and Turnbull, Group Sequential Methods, 2000, ch. 19), good to about four digits.
* Five even looks at 2.5 %, spent late: 4.877 3.357 2.680 2.290 2.031; evenly: 2.438 2.427 2.410 2.397 2.386.
* @throws RangeError for shares that do not rise.
*/
function sequentialBounds(shares, spending) {
	return [...eachBound(shares, spending)];
}
/** The same one after the other: a bound rests on those before it alone, and takes milliseconds. */
function* eachBound(shares, spending) {
	let carried;
	let before = 0;
	for (const [look, share] of shares.entries()) {
		if (!(share > before && share <= 1 + 1e-9)) throw new RangeError(`shares of evidence must rise to 1: ${shares.join(", ")}`);
		const spent = spending(share) - (before === 0 ? 0 : spending(before));
		const bound = carried === void 0 ? normalQuantile(1 - spent) : boundFor(spent, {
			carried,
			before,
			share
		});
		yield bound;
		if (look === shares.length - 1) return;
		carried = carryOn(bound, {
			carried,
			before,
			share
		});
		before = share;
	}
}
function boundFor(spent, step) {
	let [low, high] = [0, 8];
	for (let round = 0; round < 32; round += 1) {
		const middle = (low + high) / 2;
		if (crossing(middle, step) > spent) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
/** P(not crossed before, and the standardised estimate of this look above the bound). */
function crossing(bound, { carried: { scores, masses }, before, share }) {
	const line = bound * Math.sqrt(share);
	const spread = Math.sqrt(share - before);
	let total = 0;
	for (let index = 0; index < POINTS; index += 1) total += masses[index] * normalCdf((scores[index] - line) / spread);
	return total;
}
function carryOn(bound, { carried, before, share }) {
	const [low, high] = [LOWEST * Math.sqrt(share), Math.min(bound, 8) * Math.sqrt(share)];
	const width = (high - low) / 300;
	const spread = Math.sqrt(share - before);
	const scores = Float64Array.from({ length: POINTS }, (_, index) => low + index * width);
	return {
		scores,
		masses: scores.map((score, index) => {
			const simpson = index === 0 || index === 300 ? 1 : index % 2 === 1 ? 4 : 2;
			let density = 0;
			if (carried === void 0) density = normalDensity(score / spread);
			else for (let from = 0; from < POINTS; from += 1) density += carried.masses[from] * normalDensity((score - carried.scores[from]) / spread);
			return simpson * width * density / spread / 3;
		})
	};
}
/** Undefined where the metric's level can be measured. */
function whyUnmeasured(metric, means) {
	const { readOn, needs } = METRICS[metric];
	if (readOn === "panel" && means.models < 2) return "one-model";
	switch (needs) {
		case "rulings": return;
		case "both texts":
			if (means.kind === "model") return "one-text";
			return means.bothTexts === false ? "same-rules" : void 0;
		case "two judges": return means.judges < 2 ? "one-judge" : void 0;
		case "shared clauses":
			if (means.judges < 2) return "one-judge";
			return means.sharesClauses === false ? "no-shared-clauses" : void 0;
		case "scores": return means.scoring === "possible" ? void 0 : means.scoring;
		default: return needs;
	}
}
/** Undefined where the metric can move. */
function whyUnmoved(metric, means) {
	const isSame = means.kind === "target" && METRICS[metric].needs === "scores";
	return whyUnmeasured(metric, means) ?? (isSame ? "same-answers" : void 0);
}
/**
* Options that say something else than the default, or that have none, and cannot apply: a limit on what is not measured, a
* margin for what cannot move, `fail` for what cannot get worse.
*/
function findVoidOptions({ margins, limits, actions }, means) {
	const ofMetrics = BLOCKING_METRICS.flatMap((metric) => {
		const { defaults } = METRICS[metric];
		const [unmeasured, unmoved] = [whyUnmeasured(metric, means), whyUnmoved(metric, means)];
		return [
			...unmeasured !== void 0 && limits[metric] !== void 0 ? [{
				option: `limits.${metric}`,
				why: unmeasured
			}] : [],
			...unmoved !== void 0 && margins[metric] !== defaults.margin ? [{
				option: `margins.${metric}`,
				why: unmoved
			}] : [],
			...unmoved !== void 0 && actions[metric] === "fail" && defaults.action !== "fail" ? [{
				option: `actions.${metric}`,
				why: unmoved
			}] : []
		];
	});
	const isAlone = means.models < 3 && actions.newOutliers === "fail";
	return [...ofMetrics, ...isAlone ? [{
		option: "actions.newOutliers",
		why: "two-models"
	}] : []];
}
/** More pooled draws than this in one unit, and the subset counts leave what a double holds. */
const MAX_DRAWS = 500;
/**
* The exact one-sided p of the observed labelling and the smallest any labelling can have; undefined where it would take
* more than `maxSteps` multiplications and additions. Probabilities carry about 14 digits; comparisons are in integers.
*/
function convolve(units, maxSteps) {
	const moving = units.map(describe).filter((unit) => unit.highest > unit.lowest);
	let width = 1;
	let work = 0;
	let excess = 0;
	for (const unit of moving) {
		if (unit.steps.length > MAX_DRAWS) return void 0;
		const span = unit.highest - unit.lowest;
		work += unit.steps.length * unit.heads * (unit.highest + 1) + width * (span + 1);
		width += span;
		excess += unit.observed - unit.lowest;
		if (work > maxSteps) return void 0;
	}
	const distribution = new Float64Array(width);
	distribution[0] = 1;
	let smallestP = 1;
	let top = 0;
	const scratch = new Float64Array(Math.max(1, largestOf(moving.map((unit) => (unit.heads + 1) * (unit.highest + 1)))));
	for (const unit of moving) {
		const span = unit.highest - unit.lowest;
		const choices = countSubsets(unit, scratch);
		smallestP *= choices[span];
		top += span;
		addUnit(distribution, {
			choices,
			top,
			least: Math.max(0, excess - (width - 1 - top))
		});
	}
	let p = 0;
	for (let x = width - 1; x >= excess; x -= 1) p += distribution[x];
	return {
		p: Math.min(1, p),
		midP: Math.min(1, p) - distribution[excess] / 2,
		smallestP
	};
}
function describe(unit) {
	const { steps, heads } = unit;
	const sorted = steps.slice().sort();
	let lowest = 0;
	let highest = 0;
	let observed = 0;
	for (let index = 0; index < heads; index += 1) {
		lowest += sorted[index];
		highest += sorted[sorted.length - 1 - index];
		observed += steps[steps.length - 1 - index];
	}
	return {
		steps,
		heads,
		lowest,
		highest,
		observed
	};
}
/** Probability of each sum of `heads` draws, from the lowest sum to the highest, all choices of draws equally likely. */
function countSubsets(unit, scratch) {
	const { steps, heads, lowest, highest } = unit;
	const row = unit.highest + 1;
	scratch.fill(0, 0, (heads + 1) * row);
	scratch[0] = 1;
	for (let seen = 0; seen < steps.length; seen += 1) {
		const step = steps[seen];
		const fewest = Math.max(0, heads - (steps.length - seen));
		for (let taken = Math.min(seen, heads - 1); taken >= fewest; taken -= 1) {
			const from = taken * row;
			const to = from + row + step;
			for (let sum = 0; sum < row - step; sum += 1) scratch[to + sum] += scratch[from + sum];
		}
	}
	let all = 0;
	for (let sum = lowest; sum <= highest; sum += 1) all += scratch[heads * row + sum];
	const choices = scratch.slice(heads * row + lowest, heads * row + highest + 1);
	for (let index = 0; index < choices.length; index += 1) choices[index] /= all;
	return choices;
}
/**
* Convolves in place for sums from `top`, the highest now possible, down to `least`: every value read is still the old one.
*/
function addUnit(distribution, unit) {
	const { choices, top, least } = unit;
	const span = choices.length - 1;
	for (let x = top; x >= least; x -= 1) {
		const last = Math.min(span, x);
		let total = 0;
		for (let own = Math.max(0, x - (top - span)); own <= last; own += 1) total += choices[own] * distribution[x - own];
		distribution[x] = total;
	}
}
/** Steps above this are no grid worth convolving. */
const MAX_STEPS = 1e6;
/** Distances from a whole step that are rounding, not a finer grid. */
const SLACK = 1e-6;
/**
* The change is, up to a constant, the sum over units of (sum of draws labelled head) x (1/heads + 1/bases): so one step is
* the greatest common divisor of the weighted differences between draws. Undefined where there is none to speak of.
* Base [0, 1] and head [1, 1] weigh 1 a unit: steps [0, 1, 1, 1].
*/
function placeOnGrid(units) {
	let step = 0;
	let largest = 0;
	for (const unit of units) {
		const weight = headWeight(unit);
		const floor = smallest(unit);
		for (const arm of [unit.base, unit.head]) for (let index = 0; index < arm.length; index += 1) {
			const height = (arm[index] - floor) * weight;
			if (height > largest) largest = height;
			step = commonDivisor(step, height, largest * 1e-9);
		}
		if (step * MAX_STEPS < largest) return void 0;
	}
	const grid = [];
	for (const unit of units) {
		const placed = placeUnit(unit, step);
		if (placed === void 0) return void 0;
		grid.push(placed);
	}
	return grid;
}
function placeUnit(unit, step) {
	const scale = step === 0 ? 0 : headWeight(unit) / step;
	const floor = smallest(unit);
	const steps = new Int32Array(unit.base.length + unit.head.length);
	for (let index = 0; index < steps.length; index += 1) {
		const exact = ((index < unit.base.length ? unit.base[index] : unit.head[index - unit.base.length]) - floor) * scale;
		const whole = Math.round(exact);
		if (!(Math.abs(exact - whole) <= SLACK)) return void 0;
		steps[index] = whole;
	}
	return {
		steps,
		heads: unit.head.length
	};
}
/** Euclid's algorithm on non-negative numbers; a remainder up to `noise` counts as zero. */
function commonDivisor(first, second, noise) {
	let a = first;
	let b = second;
	while (b > noise) {
		const remainder = a % b;
		a = b;
		b = b - remainder <= noise ? 0 : remainder;
	}
	return a;
}
function headWeight(unit) {
	return 1 / unit.head.length + 1 / unit.base.length;
}
function smallest(unit) {
	let least = Number.POSITIVE_INFINITY;
	for (let index = 0; index < unit.base.length; index += 1) least = Math.min(least, unit.base[index]);
	for (let index = 0; index < unit.head.length; index += 1) least = Math.min(least, unit.head[index]);
	return least;
}
/** Up to this many labellings of a unit are listed (8 draws choose 4 is 70); larger units are shuffled instead. */
const MAX_LISTED = 1e3;
/**
* One-sided p = (1 + #{change at least the observed}) / (samples + 1), and the smallest p these outcomes allow: that of
* the most extreme labelling, but not below 1 / (samples + 1).
*/
function sampleRelabellings(units, samples, seed) {
	const pools = units.map(poolDraws).filter(({ draws }) => draws.some((draw) => draw !== draws[0]));
	if (pools.length === 0) return {
		p: 1,
		midP: .5,
		smallestP: 1
	};
	let observed = 0;
	let scale = 0;
	let extreme = 1;
	for (const pool of pools) {
		observed += headSum(pool);
		scale += pool.draws.reduce((total, draw) => total + Math.abs(draw), 0) * pool.weight;
		extreme *= chanceOfHighest(pool);
	}
	const tie = scale * 1e-12;
	const reached = observed - tie;
	const random = createRandom(seed);
	let [atLeast, ties] = [0, 0];
	for (let sample = 0; sample < samples; sample += 1) {
		let change = 0;
		for (const pool of pools) change += drawLabelling(pool, random);
		if (change >= reached) atLeast += 1;
		if (Math.abs(change - observed) <= tie) ties += 1;
	}
	const share = (count) => (1 + count) / (samples + 1);
	return {
		p: share(atLeast),
		midP: share(atLeast - ties / 2),
		smallestP: Math.max(extreme, share(0))
	};
}
function poolDraws(unit) {
	const draws = new Float64Array(unit.head.length + unit.base.length);
	draws.set(unit.head, 0);
	draws.set(unit.base, unit.head.length);
	const pool = {
		draws,
		heads: unit.head.length,
		weight: 1 / unit.head.length + 1 / unit.base.length
	};
	const few = choose$1(draws.length, pool.heads) <= MAX_LISTED;
	return {
		...pool,
		listed: few ? listLabellings(pool) : void 0
	};
}
function listLabellings({ draws, heads, weight }) {
	const sums = [];
	const extend = (next, left, sum) => {
		if (left === 0) sums.push(sum * weight);
		else for (let index = next; index <= draws.length - left; index += 1) extend(index + 1, left - 1, sum + draws[index]);
	};
	extend(0, heads, 0);
	return Float64Array.from(sums);
}
/** A uniformly random labelling of the unit: what it adds to the change. */
function drawLabelling(pool, random) {
	if (pool.listed !== void 0) return pool.listed[random.below(pool.listed.length)];
	relabel(pool, random);
	return headSum(pool);
}
function headSum({ draws, heads, weight }) {
	let total = 0;
	for (let index = 0; index < heads; index += 1) total += draws[index];
	return total * weight;
}
/** The first steps of a Fisher-Yates shuffle: a uniform choice whatever the order before. */
function relabel({ draws, heads }, random) {
	for (let index = 0; index < heads; index += 1) {
		const other = index + random.below(draws.length - index);
		const draw = draws[index];
		draws[index] = draws[other];
		draws[other] = draw;
	}
}
/** Probability that a random labelling has this unit's highest sum: only the ties at the cut are free to choose. */
function chanceOfHighest({ draws, heads }) {
	const sorted = draws.slice().sort().reverse();
	const cut = sorted[heads - 1];
	const tied = sorted.filter((draw) => draw === cut).length;
	const tiedTaken = sorted.slice(0, heads).filter((draw) => draw === cut).length;
	return choose$1(tied, tiedTaken) / choose$1(sorted.length, heads);
}
function choose$1(n, k) {
	let ways = 1;
	for (let index = 1; index <= k; index += 1) ways *= (n - k + index) / index;
	return ways;
}
/**
* Pools each unit's draws, relabels as many of them "head" as there were, all choices equally likely, and asks how often
* the mean change is at least the one observed: one-sided for "head is worse". Any numbers of draws, also different ones
* per unit and arm. Valid if a unit's draws are exchangeable when nothing changed (Fisher 1935, The Design of
* Experiments, 21; Pitman, J. R. Statist. Soc. Suppl. 4 (1937) 119-130).
*
* Exact by convolution of integers where outcomes lie on a common grid (counts, or equal fractions) and the work is within
* `maxSteps` (Pagano and Tritchler, JASA 78 (1983) 435-440); otherwise seeded Monte Carlo with p = (1 + #) / (B + 1)
* (Davison and Hinkley, Bootstrap Methods, 1997, 4.2.5). Undefined without a unit that has both arms. All draws equal: p 1,
* smallest p 1. Throws RangeError for an outcome that is not finite. For "head is better" swap the arms; two-sided is twice the smaller, at most 1.
*
* Example: one unit, base [0, 0], head [1, 1]: 1 of 6 choices is as high, p 1/6. Darwin's 15 pairs of Zea mays (Fisher, 21),
* differences in eighths of an inch 49 -67 8 16 6 23 28 41 14 29 56 24 75 60 -48: p 863/32768 = 0.02634.
*/
function relabellingTest(draws, options) {
	const units = draws.filter(({ base, head }) => base.length > 0 && head.length > 0);
	if (units.length === 0) return undefinedEstimate("no-units");
	let rise = 0;
	for (const { base, head } of units) rise += mean(head) - mean(base);
	if (!Number.isFinite(rise)) throw new RangeError("outcomes must be finite numbers");
	const common = {
		status: "defined",
		value: rise / units.length,
		units: units.length
	};
	const grid = placeOnGrid(units);
	const exact = grid === void 0 ? void 0 : convolve(grid, options.maxSteps ?? 2e7);
	if (exact !== void 0) return {
		...common,
		...exact,
		method: "exact"
	};
	return {
		...common,
		...sampleRelabellings(units, options.samples ?? 9999, options.seed),
		method: "monte-carlo"
	};
}
/**
* One-sided p that head is worse. `prompt`: a draw of a scenario (every model's response with its rulings) is one bundle,
* exchanged within the scenario. `target`: the two rulings of a stored response are exchanged; all responses of a
* scenario's draw together, so that noise they share cannot pass for evidence. `model`: nothing is exchangeable between two
* models, so Student's t over scenario differences, which is the wider error for these scenarios. 1 where nothing was measured.
*/
function testChange(units, options) {
	return testOneWay(units, options).p;
}
/** The same with its mid-p (see `relabellingTest`) and the smallest p that these outcomes could have given, however they lay. */
function testOneWay(units, options) {
	if (options.kind === "model") {
		const change = measureChange(units.map(alone), options.flip);
		const p = change === void 0 ? 1 : scenarioTest(change);
		return {
			p,
			midP: p,
			smallestP: smallestAttainableP(units, options.kind)
		};
	}
	const draws = inCanonicalOrder(exchangeable(units, options.kind));
	const seed = `${options.seed}\n${hashJson(draws.map(textOf))}`;
	const place = `${seed}\n${options.samples} ${options.maxSteps}`;
	const known = tested.get(place) ?? relabellingTest(draws, {
		...options,
		seed
	});
	if (tested.size >= MOST_KEPT) tested.clear();
	tested.set(place, known);
	return known.status === "defined" ? known : {
		p: 1,
		midP: 1,
		smallestP: 1
	};
}
/** The same draws are tested again where a look adds nothing to them; a seed names its draws, so it names the test. */
const tested = /* @__PURE__ */ new Map();
const MOST_KEPT = 500;
/** Without its group: for what is said of these very scenarios each one counts by itself. */
function alone({ scenario, base, head, stored, nights, today, sameAnswers }) {
	return {
		scenario,
		base,
		head,
		...whereDefined({
			stored,
			nights,
			today,
			sameAnswers
		})
	};
}
/** Two-sided: twice the smaller of the one-sided p values, 1 at most. */
function testChangeEitherWay(units, options) {
	return testEitherWay(units, options).p;
}
/** Two-sided, with the smallest p. */
function testEitherWay(units, options) {
	const [up, down] = [testOneWay(units, options), testOneWay(units.map(turnRound), options)];
	const twice = (read) => Math.min(1, 2 * Math.min(up[read], down[read]));
	return {
		p: twice("p"),
		smallestP: twice("smallestP")
	};
}
/** The same evidence with better for worse: what it was measured on, and so its error, stays. */
function turnRound({ base, head, stored, today, ...rest }) {
	const turn = (values) => values.map((value) => -value);
	const sides = {
		base: turn(base),
		head: turn(head)
	};
	return {
		...rest,
		...sides,
		...whereDefined({
			stored: stored && turn(stored),
			today: today && turn(today)
		})
	};
}
/**
* The smallest one-sided p that any outcome on this many draws could have. A test whose smallest p is above the level cannot speak.
* One draw against four in two scenarios: 1/25.
*/
function smallestAttainableP(units, kind) {
	if (kind === "model") return units.filter(hasBoth).length > 2 ? 0 : 1;
	return exchangeable(units, kind).reduce((p, { base, head }) => p / choose(base.length + head.length, head.length), 1);
}
function exchangeable(units, kind) {
	if (kind === "prompt") return units.filter(hasBoth);
	return units.flatMap(({ base, head }) => head.map((value, draw) => ({
		base: [base[draw]],
		head: [value]
	})));
}
function hasBoth({ base, head }) {
	return base.length > 0 && head.length > 0;
}
/** Sorted by values alone, so that names and the order of scenarios and models do not change a sampled p. */
function inCanonicalOrder(draws) {
	const ordered = draws.map(({ base, head }) => ({
		base: Array.from(base).sort(ascending),
		head: Array.from(head).sort(ascending)
	}));
	const texts = new Map(ordered.map((unit) => [unit, textOf(unit)]));
	return ordered.sort((a, b) => texts.get(a) < texts.get(b) ? -1 : 1);
}
function ascending(a, b) {
	return a - b;
}
function textOf({ base, head }) {
	return `${sorted(base)}|${sorted(head)}`;
}
function sorted(values) {
	return Array.from(values, (value) => Math.round(value * 1e9)).sort((a, b) => a - b).join(" ");
}
function choose(n, k) {
	let ways = 1;
	for (let index = 1; index <= k; index += 1) ways *= (n - k + index) / index;
	return ways;
}
/**
* Adjusted p-values in the order given; report where one is <= the rate. An empty family gives an empty list.
* Y. Benjamini and Y. Hochberg, J. R. Statist. Soc. B 57 (1995) 289-300; valid for independent or positively dependent
* tests. `benjaminiHochberg([0.01, 0.04, 0.03])` is [0.03, 0.04, 0.04].
*/
function benjaminiHochberg(pValues) {
	const m = pValues.length;
	const adjusted = pValues.map(() => 1);
	let lowest = 1;
	const descending = pValues.map((_, index) => index).sort((a, b) => pValues[b] - pValues[a]);
	for (const [rank, index] of descending.entries()) {
		lowest = Math.min(lowest, m / (m - rank) * pValues[index]);
		adjusted[index] = lowest;
	}
	return adjusted;
}
/** The probability of finding a rise that "could have shown it" means. */
const POWER = .8;
/**
* Over evidence drawn again like this, with a rise added: the estimate varies as scenarios and draws do, and by what the rise itself
* adds; it must pass the test's line and be at least `least`. The line is normal with the variance that relabelling
* gives these draws (Fisher 1935, 21), half a step further where outcomes are counts. The observed change is taken off first, so
* that it is no noise of its own. Undefined with one scenario; above 1 where nothing could be shown.
*/
function smallestShown(units, rule) {
	const noise = noiseOf(units, rule);
	if (noise === void 0) return void 0;
	if (chanceToShow(noise, rule, 1) < POWER) return Number.POSITIVE_INFINITY;
	let [low, high] = [0, 1];
	for (let step = 0; step < 20; step += 1) {
		const middle = (low + high) / 2;
		if (chanceToShow(noise, rule, middle) >= POWER) high = middle;
		else low = middle;
	}
	return high;
}
function noiseOf(units, { flip, kind = "prompt" }) {
	const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	const change = measureChange(units, flip);
	if (change === void 0 || both.length < 2) return void 0;
	const n = both.length;
	const exchanged = both.map((unit) => exchangedVariance(unit, {
		change: change.value,
		kind
	}));
	const sumOf = (values) => values.reduce((total, value) => total + value, 0);
	const draws = sumOf(both.map(({ head }) => head.length)) / n;
	return {
		scenarios: n,
		spread: change.standardError ** 2,
		relabelled: kind === "model" ? change.standardError ** 2 : sumOf(exchanged.map(({ quiet }) => quiet)) / n ** 2,
		ofRise: kind === "model" ? 0 : sumOf(exchanged.map(({ ofRise }) => ofRise)) / n ** 2,
		head: change.head - change.value,
		answers: draws / flip,
		step: flip / n / draws
	};
}
/** Of a unit's mean change under exchange: without a change, which is taken off the head, and what a rise r adds: r squared times this. */
function exchangedVariance({ base, head }, { change, kind }) {
	if (kind === "target") return {
		quiet: head.reduce((total, value, draw) => total + (value - change - base[draw]) ** 2, 0) / head.length ** 2,
		ofRise: 1 / head.length
	};
	const pooled = [...base, ...head.map((value) => value - change)];
	const centre = mean(pooled);
	const squares = pooled.reduce((total, value) => total + (value - centre) ** 2, 0);
	const freedom = pooled.length - 1;
	return {
		quiet: squares / freedom * (1 / base.length + 1 / head.length),
		ofRise: 1 / freedom
	};
}
function chanceToShow(noise, { level, least = 0 }, rise) {
	const { scenarios, spread, relabelled, ofRise, head, answers, step } = noise;
	const added = rise * Math.max(0, 1 - 2 * head - rise) / answers / scenarios;
	const line = normalQuantile(1 - level) * Math.sqrt(relabelled + added + ofRise * rise ** 2) + step / 2;
	return normalCdf((rise - Math.max(line, least)) / Math.sqrt(spread + added));
}
/** There the test that carries the nights (Student's t over scenarios) must speak as well; fresh draws of both sides share theirs. */
function acrossNights({ stage }, units, { own, flip, sides }) {
	const { p, smallestP } = own;
	if (stage === "confirm") return {
		p,
		smallestP
	};
	const change = measureChange(units, flip);
	if (change === void 0) return {
		p: 1,
		smallestP: 1
	};
	const up = scenarioTest(change);
	return {
		p: Math.max(p, sides === 1 ? up : 2 * Math.min(up, 1 - up)),
		smallestP
	};
}
const IMPUTATIONS = {
	observed: {
		base: "none",
		head: "none"
	},
	"against-pass": {
		base: "low",
		head: "high"
	},
	"against-fail": {
		base: "high",
		head: "low"
	}
};
/**
* Each scenario's draws of a metric; scenarios where nothing measures it have none. With `target` the draws stand in
* pairs: both arms' rulings of the same stored responses.
*/
function readDraws(evidence, metric, reading) {
	const what = {
		read: METRICS[metric].read,
		slots: slotsOf(evidence, metric),
		reading
	};
	return drawsOf(isOfBothTexts(evidence, metric) ? underBothTexts(evidence) : evidence, what);
}
/**
* What is exchanged if the change did nothing: two rulings on one answer wherever a metric is about both texts; two models' draws
* of one scenario, where each has several.
*/
function exchangeableAs(evidence, metric) {
	if (isOfBothTexts(evidence, metric)) return "target";
	return hasModelDraws(evidence) ? "prompt" : evidence.kind;
}
/** A change of models with several draws of each scenario: they tell what is so on these scenarios from what is luck. */
function hasModelDraws({ kind, draws }) {
	return kind === "model" && draws.base > 1 && draws.head > 1;
}
/** What a finding is tested by: where a change of models did nothing, its draws are exchangeable, too. */
function exchangedIn({ kind }) {
	return kind === "target" ? "target" : "prompt";
}
function isOfBothTexts({ kind }, metric) {
	return METRICS[metric].needs === "both texts" && kind === "prompt";
}
/** The head's answers on both arms: on the base as its text has them. Both rulings are asked today, so that no night lies between. */
function underBothTexts(both) {
	const { nights: _, today: __, ...evidence } = both;
	const { ruledTwice, rows } = evidence;
	const scenarios = evidence.scenarios.filter((scenario) => ruledTwice.has(scenario));
	const head = new Map(scenarios.map((scenario) => [scenario, rows.head.get(scenario) ?? []]));
	const base = new Map([...head].map(([scenario, draws]) => [scenario, draws.map(({ cells, ...place }) => ({
		...place,
		cells: cells.map((cell) => cell?.underBase === void 0 ? void 0 : {
			...cell,
			...cell.underBase
		})
	}))]));
	return {
		...evidence,
		kind: "target",
		stage: "confirm",
		scenarios,
		rows: {
			base,
			head
		}
	};
}
/** The same of any value that a row may have, read on the slots that are compared. */
function readComparedDraws(evidence, read, reading = "observed") {
	return drawsOf(evidence, {
		read,
		slots: evidence.compared,
		reading
	});
}
function drawsOf(evidence, query) {
	const base = readArm(evidence, {
		...query,
		arm: "base"
	});
	const head = readArm(evidence, {
		...query,
		arm: "head"
	});
	const today = evidence.today === void 0 ? void 0 : readRowsOf(evidence, {
		...query,
		rows: evidence.today,
		arm: "base"
	});
	return evidence.scenarios.map((scenario) => {
		const stored = base.get(scenario) ?? [];
		const fresh = head.get(scenario) ?? [];
		const isPaired = evidence.kind === "target" && evidence.unpaired !== true;
		const pairs = isPaired ? rulingsOf(evidence, scenario, pairUp(stored, fresh)) : {
			base: known(stored),
			head: known(fresh)
		};
		const group = evidence.groups.get(scenario);
		const unit = {
			scenario,
			...pairs,
			...evidence.stage === "screen" && {
				stored: known(stored),
				...nightsOf(evidence, stored)
			},
			...whereDefined({ today: today && known(today.get(scenario) ?? []) }),
			...isPaired && { sameAnswers: true },
			...whereDefined({ group })
		};
		return evidence.kind !== "target" && query.slots.every((slot) => evidence.copying.has(slot)) ? countOnce(unit) : unit;
	});
}
/**
* Copies of one answer are one draw: its value is the mean of their rulings. Not so with `target`: there the answers are the
* stored ones on both sides, and what is drawn and compared is their rulings, each asked anew.
*/
function countOnce({ base, head, ...unit }) {
	return {
		...unit,
		base: meanIfAny(base),
		head: meanIfAny(head)
	};
}
/** What is ruled on in each draw of a scenario: draws on the same answers have one name. */
function answersOf({ rows }, scenario) {
	return (rows.head.get(scenario) ?? []).map(({ cells }) => JSON.stringify(cells.map((cell) => cell?.response)));
}
/** Those that judges only repeat are one draw: the mean of those on the same answers. */
function rulingsOf(evidence, scenario, { base, head, draws }) {
	if (evidence.repeating.length === 0) return {
		base,
		head
	};
	const answers = answersOf(evidence, scenario);
	const named = draws.map((draw) => answers[draw]);
	const names = [...new Set(named)];
	const merge = (values) => names.map((name) => mean(values.filter((_, index) => named[index] === name)));
	return {
		base: merge(base),
		head: merge(head)
	};
}
/** The mean as one value; no value where there is none. */
function meanIfAny(values) {
	return values.length === 0 ? [] : [mean(values)];
}
/** The slots (models) a metric is read on. */
function slotsOf(evidence, metric) {
	return METRICS[metric].readOn === "panel" ? evidence.models : evidence.compared;
}
/** How much a row's value moves if one answer is ruled on the other way. */
function flipOf(evidence, metric) {
	return METRICS[metric].oneAnswerMoves === "all" ? 1 : 1 / Math.max(1, slotsOf(evidence, metric).length);
}
/** A metric of several models needs two; with `target` responses are the same on both sides, so nothing scored can move. */
function isApplicable({ means }, metric) {
	return whyUnmoved(metric, means) === void 0;
}
/** The nights of those draws that were measured. */
function nightsOf({ nights }, stored) {
	if (nights === void 0) return {};
	return { nights: {
		base: stored.flatMap((value, draw) => value === void 0 ? [] : [nights.base[draw]]),
		head: nights.head
	} };
}
function readArm(evidence, query) {
	return readRowsOf(evidence, {
		...query,
		rows: evidence.rows[query.arm]
	});
}
function readRowsOf(evidence, { arm, read, slots: wanted, reading, rows }) {
	const imputation = IMPUTATIONS[reading][arm];
	const slots = new Set(wanted);
	const isWanted = evidence.models.map((model) => slots.has(model));
	return new Map([...rows].map(([scenario, draws]) => [scenario, draws.map(({ cells, ...place }) => read({
		...place,
		cells: cells.filter((_, slot) => isWanted[slot])
	}, imputation, evidence.judges.length))]));
}
function pairUp(base, head) {
	const both = head.flatMap((value, draw) => {
		const other = base[draw];
		return value === void 0 || other === void 0 ? [] : [{
			base: other,
			head: value,
			draw
		}];
	});
	return {
		base: both.map((pair) => pair.base),
		head: both.map((pair) => pair.head),
		draws: both.map(({ draw }) => draw)
	};
}
function known(values) {
	return values.filter((value) => value !== void 0);
}
/** Non-compliance and interpretation by linked clause, in order of id. */
function listClauseTests(evidence, { links, renamed, policy }) {
	const clauses = [...new Set(evidence.scenarios.flatMap((scenario) => links.get(scenario) ?? []))].sort();
	const { stage } = evidence;
	const kind = exchangedIn(evidence);
	const flip = flipOf(evidence, "nonCompliance");
	const testsOf = (about, unitsOf) => {
		const options = {
			kind,
			flip,
			seed: `${policy.seed}\n${stage}\n${about}`
		};
		return clauses.map((id) => {
			const test = testGroup({
				id,
				units: unitsOf(id)
			}, options);
			return {
				...test,
				...acrossNights(evidence, test.units, {
					own: test,
					flip,
					sides: 2
				}),
				about
			};
		});
	};
	const units = readDraws(evidence, "nonCompliance", "observed");
	const compliance = testsOf("compliance", (id) => units.filter(({ scenario }) => links.get(scenario)?.includes(id)));
	const readings = testsOf("interpretation", (id) => readComparedDraws(evidence, readShared((cited) => (renamed?.get(cited) ?? cited) === id)));
	return [...compliance, ...readings];
}
/** `tested` in the order of the tests, which are part of the family. */
function describeClauses(tests, tested, family) {
	const rows = tests.map((test, index) => {
		const { adjustedP } = tested[index];
		return {
			about: test.about,
			...describeGroup(test, test.canSpeak ? adjustedP : void 0, family)
		};
	});
	const readings = new Map(rows.flatMap(({ about, id, ...own }) => about === "interpretation" && own.change !== void 0 ? [[id, own]] : []));
	return rows.flatMap(({ about, ...clause }) => about === "compliance" ? [{
		...clause,
		...whereDefined({ interpretation: readings.get(clause.id) })
	}] : []);
}
/** The same for groups that are a family of their own. */
function localiseGroups(groups, options) {
	const tests = groups.map((group) => testGroup(group, options));
	const speaking = tests.filter(({ canSpeak }) => canSpeak);
	const adjusted = benjaminiHochberg(speaking.map(({ p }) => p));
	const adjustedP = new Map(speaking.map(({ id }, index) => [id, adjusted[index]]));
	return tests.map((test) => describeGroup(test, adjustedP.get(test.id), {
		rate: CLAUSE_RATE,
		looked: speaking.length
	}));
}
/**
* Whether the scenarios of one group moved, either way. A group too small to ever reach the rate keeps p 1 and takes no part
* in the family.
*/
function testGroup(group, options) {
	const canSpeak = 2 * smallestAttainableP(group.units, options.kind) <= CLAUSE_RATE;
	const test = canSpeak ? testEitherWay(group.units, options) : {
		p: 1,
		smallestP: 1
	};
	return {
		...group,
		...test,
		options,
		canSpeak
	};
}
/**
* The group as the report shows it, with p after the correction for its family (undefined: untested) and the smallest change
* that would have been seen, in the units of the metric.
*/
function describeGroup({ id, units, options }, adjustedP, { rate, looked }) {
	const status = adjustedP === void 0 ? "untested" : adjustedP <= rate ? "changed" : "no-effect-seen";
	const change = measureChange(units, options.flip);
	if (change === void 0) return {
		id,
		scenarios: 0,
		status
	};
	const interval = intervalOf(change);
	const detectable = smallestShown(units, {
		level: rate / Math.max(1, looked) / 2,
		flip: options.flip,
		kind: options.kind
	});
	return {
		id,
		scenarios: change.scenarios,
		base: change.base,
		head: change.head,
		change: change.value,
		...whereDefined({
			interval,
			adjustedP
		}),
		status,
		...detectable !== void 0 && Number.isFinite(detectable) && { detectable }
	};
}
/**
* Exact conditional p and the less conservative mid-p (Q. McNemar, Psychometrika 12 (1947) 153-157; M. W. Fagerland,
* S. Lydersen and P. Laake, BMC Med. Res. Methodol. 13:91 (2013)). Pairs must be independent: one a scenario, not one a
* scenario and model. No pair changed: every p is 1. Throws RangeError unless both are whole numbers of at least 0.
* Bentur et al. 2009 (Fagerland, table 1), 7 and 1: exact 0.0703, mid-p 0.0391. 46 and 21: exact 0.00307.
*/
function mcnemar({ worse, better }) {
	if (!isCount(worse) || !isCount(better)) throw new RangeError(`not counts of pairs: ${worse}, ${better}`);
	const pairs = worse + better;
	if (pairs === 0) return {
		exact: {
			oneSided: 1,
			twoSided: 1
		},
		midP: {
			oneSided: 1,
			twoSided: 1
		}
	};
	const here = Math.exp(gammaln(pairs + 1) - gammaln(worse + 1) - gammaln(better + 1) - pairs * Math.LN2);
	const worseOrMore = atLeast(worse, pairs);
	const twoSided = Math.min(1, 2 * atLeast(Math.max(worse, better), pairs));
	return {
		exact: {
			oneSided: worseOrMore,
			twoSided
		},
		midP: {
			oneSided: worseOrMore - here / 2,
			twoSided: twoSided - (worse === better ? here / 2 : here)
		}
	};
}
/** P(X >= k) for X the heads among `tosses` of a fair coin (Abramowitz and Stegun 26.5.24). */
function atLeast(k, tosses) {
	return k === 0 ? 1 : betaCdf(.5, k, tosses - k + 1);
}
function isCount(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
export { createRandom as A, findVoidOptions as C, sequentialBounds as D, eachBound as E, spendEvenly as O, relabellingTest as S, whyUnmoved as T, alone as _, localiseGroups as a, testEitherWay as b, exchangedIn as c, isApplicable as d, readComparedDraws as f, benjaminiHochberg as g, smallestShown as h, listClauseTests as i, shuffle as j, spendLate as k, flipOf as l, acrossNights as m, describeClauses as n, testGroup as o, readDraws as p, describeGroup as r, exchangeableAs as s, mcnemar as t, hasModelDraws as u, testChange as v, whyUnmeasured as w, testOneWay as x, testChangeEitherWay as y };
