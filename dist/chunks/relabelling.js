import { r as undefinedEstimate } from "./student-t.js";
import { t as createRandom } from "./random.js";
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
	const scratch = new Float64Array(Math.max(1, ...moving.map((unit) => (unit.heads + 1) * (unit.highest + 1))));
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
	const few = choose(draws.length, pool.heads) <= MAX_LISTED;
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
	return choose(tied, tiedTaken) / choose(sorted.length, heads);
}
function choose(n, k) {
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
	for (const { base, head } of units) rise += meanOf(head) - meanOf(base);
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
function meanOf(values) {
	let total = 0;
	for (let index = 0; index < values.length; index += 1) total += values[index];
	return total / values.length;
}
export { relabellingTest as t };
