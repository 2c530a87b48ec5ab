import { t as whereDefined } from "./where-defined.js";
import { d as mean } from "./metrics.js";
import { t as createRandom } from "./random.js";
import { a as sum, n as mean$1 } from "./simple-statistics.js";
import { i as normalCdf, n as studentTQuantile, o as normalQuantile, r as undefinedEstimate, t as studentTCdf } from "./student-t.js";
import { T as USUAL_NIGHT, a as DETECTABLE_POWER } from "./bounds.js";
/**
* E. Miller, "Adding Error Bars to Evals", arXiv:2411.00640 (2024), section 2.2; the correction as in inspect_ai's `stderr`.
* Empty clusters are left out. Undefined with fewer than two clusters; where all cluster sums agree with the mean the error
* is 0, which shows no certainty. [[1,1,0],[0,0,0],[1,1,1],[1,0]]: mean 0.5455, error 0.2270, uncorrected 0.1966.
*/
function clusteredMean(clusters) {
	const filled = clusters.filter((cluster) => cluster.length > 0);
	if (filled.length === 0) return undefinedEstimate("no-units");
	if (filled.length === 1) return undefinedEstimate("one-unit");
	const values = filled.flat();
	const value = mean$1(values);
	const squares = filled.map((cluster) => sum(cluster.map((item) => item - value)) ** 2);
	const uncorrected = Math.sqrt(sum(squares)) / values.length;
	const degreesOfFreedom = filled.length - 1;
	return {
		status: "defined",
		value,
		standardError: uncorrected * Math.sqrt(filled.length / degreesOfFreedom),
		uncorrected,
		degreesOfFreedom
	};
}
/**
* The variance of a night's mean over all scenarios beyond what the draws' own noise explains; each draw is a night. Zero
* with fewer than two draws. [[0, 1], [0, 1]] (two scenarios, both nights apart by 1): 0.5 - 0.25 = 0.25.
*/
function betweenNights(draws) {
	const nights = Math.min(...draws.map((values) => values.length));
	if (draws.length === 0 || nights < 2) return 0;
	const means = Array.from({ length: nights }, (_, night) => mean(draws.map((values) => values[night])));
	return Math.max(0, sumOfSquares(means) / (nights - 1) - withinVariance(draws) / draws.length);
}
/**
* Variance of one draw within a scenario, pooled over scenarios; a scenario with one draw adds nothing. [[0, 1], [1,
* 1]]: 0.25.
*/
function withinVariance(draws) {
	const freedom = draws.reduce((total, values) => total + Math.max(0, values.length - 1), 0);
	return freedom === 0 ? 0 : draws.reduce((total, values) => total + sumOfSquares(values), 0) / freedom;
}
/** Squared distances from their mean, added up; 0 of none. */
function sumOfSquares(values) {
	if (values.length === 0) return 0;
	const centre = mean(values);
	return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}
/**
* Zero where both sides were drawn on one night. Against stored answers the night's effect is taken as normal about 0 with the
* variance that nights are known to have. Base answers of today show it, and the luck of the stored ones on the same scenarios,
* with an error of their own: what they differ by is taken off by the share that makes the rest least uncertain (a linear
* regression on a covariate with known moments; W. G. Cochran, Sampling Techniques, 3rd ed., 7.3; for a night alone it is the
* shrunken mean). Without them all of it stays.
*/
function measureNight(units, flip) {
	const stored = units.flatMap((unit) => unit.stored === void 0 ? [] : [unit.stored]);
	if (stored.length === 0 || stored.length < units.length) return {
		shift: 0,
		variance: 0
	};
	const variance = nightVariance(units, stored, flip);
	const today = units.flatMap(({ stored: base = [], today: fresh = [] }) => base.length === 0 || fresh.length === 0 ? [] : [mean(fresh) - mean(base)]);
	if (today.length < 2) return {
		shift: 0,
		variance
	};
	const seen = mean(today);
	const error = today.reduce((total, one) => total + (one - seen) ** 2, 0) / (today.length - 1) / today.length;
	const shared = variance + luckOfStored(units, stored);
	const share = variance + error === 0 ? 0 : Math.min(1, shared / (variance + error));
	return {
		shift: share * seen,
		variance: variance - 2 * share * shared + share ** 2 * (variance + error)
	};
}
/** The variance that the stored draws' own noise gives to the mean over scenarios. */
function luckOfStored(units, stored) {
	if (units.some(({ sameAnswers }) => sameAnswers)) return 0;
	const filled = stored.filter((draws) => draws.length > 0);
	const within = withinVariance(filled);
	return filled.reduce((total, draws) => total + within / draws.length, 0) / Math.max(1, filled.length) ** 2;
}
/** Variance of the difference between one night and the mean of the stored nights. */
function nightVariance(units, stored, flip) {
	const compared = Math.min(...units.map(({ base }) => base.length));
	const [first] = units;
	if (first?.nights === void 0) return betweenNights(stored) * (1 + 1 / compared);
	const weights = /* @__PURE__ */ new Map([[first.nights.head, 1]]);
	for (const night of first.nights.base.slice(0, compared)) weights.set(night, (weights.get(night) ?? 0) - 1 / compared);
	const weight = [...weights.values()].reduce((total, share) => total + share ** 2, 0);
	return weight < 1e-9 ? 0 : spreadOfNights(units, stored, flip) * weight;
}
/**
* The variance of a night: what the stored ones differ by beyond the noise of their draws, drawn towards the usual size, the more
* the fewer there are. With one night, where nothing can be seen, the usual size.
*/
function spreadOfNights(units, stored, flip) {
	const within = withinVariance(stored);
	const usual = (USUAL_NIGHT * within / flip) ** 2;
	const nights = [...new Set(units.flatMap(({ nights: own }) => own?.base ?? []))];
	if (nights.length < 2) return usual;
	const means = nights.map((night) => {
		const values = units.flatMap(({ stored: own = [], nights: labels }) => {
			const ofNight = own.filter((_, draw) => labels?.base[draw] === night);
			return ofNight.length === 0 ? [] : [{
				mean: mean(ofNight),
				noise: within / ofNight.length
			}];
		});
		const noise = values.reduce((total, one) => total + one.noise, 0) / values.length ** 2;
		return {
			mean: mean(values.map((one) => one.mean)),
			noise
		};
	});
	const centre = mean(means.map((one) => one.mean));
	const freedom = nights.length - 1;
	const beyond = means.reduce((total, one) => total + (one.mean - centre) ** 2, 0) / freedom - mean(means.map(({ noise }) => noise));
	return Math.max(0, (2 * usual + freedom * beyond) / (2 + freedom));
}
/**
* Undefined where no scenario has values on both arms. `flip` is what one flipped cell moves a row's value by: 1 / models,
* or 1 where the row flips as a whole.
*/
function measureChange(units, flip) {
	const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	if (both.length === 0) return void 0;
	const n = both.length;
	const differences = both.map(({ base, head }) => mean(head) - mean(base));
	const night = measureNight(both, flip);
	const value = mean(differences) - night.shift;
	const between = n > 1 ? sumOfSquares(differences) / (n - 1) / n : Number.POSITIVE_INFINITY;
	const groups = spreadOfGroups(both, differences);
	const spread = Math.max(between, groups?.variance ?? 0);
	return {
		value,
		standardError: Math.max(Math.sqrt(Math.max(0, spread + night.variance)), halfFlip(both, flip)),
		base: mean(both.map(({ base }) => mean(base))),
		head: mean(both.map(({ head }) => mean(head))) - night.shift,
		scenarios: n,
		...whereDefined({ clusters: groups?.clusters })
	};
}
/**
* The variance of the mean, with groups as the unit; undefined where there are too few groups, or every scenario is a
* group of its own.
*/
function spreadOfGroups(units, differences) {
	const groups = /* @__PURE__ */ new Map();
	for (const [index, { scenario, group }] of units.entries()) {
		const place = JSON.stringify(group === void 0 ? { scenario } : { group });
		const own = groups.get(place) ?? [];
		groups.set(place, own);
		own.push(differences[index]);
	}
	if (groups.size < 10 || groups.size === units.length) return void 0;
	const clustered = clusteredMean([...groups.values()]);
	return clustered.status === "undefined" ? void 0 : {
		variance: clustered.standardError ** 2,
		clusters: groups.size
	};
}
/** The upper bound of a change, `reach` standard errors above the estimate: a pass needs it under the margin. */
function upperBound(change, reach) {
	return change.value + halfWidth(change, reach);
}
/**
* The interval with both ends `reach` standard errors away; its upper end is `upperBound`, so interval and verdict
* agree.
*/
function intervalAt(change, reach) {
	const half = halfWidth(change, reach);
	return Number.isFinite(half) ? [change.value - half, change.value + half] : void 0;
}
function halfWidth(change, reach) {
	return Number.isFinite(change.standardError) ? studentReach(reach, unitsOf(change) - 1) * change.standardError : Number.POSITIVE_INFINITY;
}
const reaches = /* @__PURE__ */ new Map();
/** The t that leaves as much outside as the normal `reach` does: a spread that is estimated is known less well. 2.1 at 31: 2.19. */
function studentReach(reach, freedom) {
	if (freedom < 1) return Number.POSITIVE_INFINITY;
	const place = `${reach} ${freedom}`;
	const known = reaches.get(place) ?? studentTQuantile(normalCdf(reach), freedom);
	reaches.set(place, known);
	return known;
}
/** What is counted as independent. */
function unitsOf({ scenarios, clusters }) {
	return clusters ?? scenarios;
}
/** Two-sided 95 % over scenarios, Student's t; of several changes that are asked at once each, so that all hold (Bonferroni). */
function intervalOf(change, changes = 1) {
	if (!Number.isFinite(change.standardError)) return void 0;
	const reach = studentTQuantile(1 - .025 / changes, unitsOf(change) - 1) * change.standardError;
	return [change.value - reach, change.value + reach];
}
/** One-sided p that the head is worse, by Student's t over scenarios; 1 with one scenario. */
function scenarioTest(change) {
	if (!Number.isFinite(change.standardError)) return 1;
	return studentTCdf(-change.value / change.standardError, unitsOf(change) - 1);
}
/**
* The smallest change that evidence of this error shows 4 times in 5 at a one-sided level, and of `least` at least; normal. For what
* is no share, whose noise a rise would not change.
*/
function detectableChange({ standardError }, { level, least = 0 }) {
	if (!Number.isFinite(standardError)) return void 0;
	return DETECTABLE_POWER * standardError + Math.max(least, normalQuantile(1 - level) * standardError);
}
/**
* Where nothing flipped, as though half a flip had (a Poisson variance of one half): the width that no flips in n rows
* leave open.
*/
function halfFlip(units, flip) {
	const rows = units.reduce((total, { head }) => total + head.length, 0);
	return Math.SQRT1_2 * flip / Math.max(1, rows);
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
export { intervalOf as a, spreadOfGroups as c, measureNight as d, betweenNights as f, intervalAt as i, studentReach as l, clusteredMean as m, detectableChange as n, measureChange as o, withinVariance as p, halfFlip as r, scenarioTest as s, relabellingTest as t, upperBound as u };
