import { n as hashJson } from "./canonical-json.js";
import { t as whereDefined } from "./where-defined.js";
import { a as DETECTABLE_REACH, h as PRIOR_NIGHTS, x as USUAL_NIGHT } from "./bounds.js";
import { t as createRandom } from "./random.js";
import { a as sum, n as mean } from "./simple-statistics.js";
import { a as studentTQuantile, c as undefinedEstimate, i as studentTCdf } from "./normal.js";
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
	const value = mean(values);
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
	const means = Array.from({ length: nights }, (_, night) => meanOf$3(draws.map((values) => values[night])));
	return Math.max(0, sumOfSquares(means) / (nights - 1) - withinVariance(draws) / draws.length);
}
/** Variance of one draw within a scenario, pooled over scenarios; draws that are alone say nothing. [[0, 1], [1, 1]]: 0.25. */
function withinVariance(draws) {
	const freedom = draws.reduce((total, values) => total + Math.max(0, values.length - 1), 0);
	return freedom === 0 ? 0 : draws.reduce((total, values) => total + sumOfSquares(values), 0) / freedom;
}
function sumOfSquares(values) {
	if (values.length === 0) return 0;
	const centre = meanOf$3(values);
	return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}
function meanOf$3(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
}
/**
* Zero where both sides were drawn on one night. Against stored answers the night's effect is taken as normal about 0 with the
* variance that nights are known to have. Base answers of today measure it with an error: the shrunken mean is taken off, and
* what is left of the variance stays in the interval (the posterior of a normal mean; A. Gelman et al., Bayesian Data
* Analysis, 3rd ed., 2.5). Without them all of it stays.
*/
function measureNight(units, flip) {
	const stored = units.flatMap((unit) => unit.stored === void 0 ? [] : [unit.stored]);
	if (stored.length === 0 || stored.length < units.length) return {
		shift: 0,
		variance: 0
	};
	const variance = nightVariance(units, stored, flip);
	const today = units.flatMap(({ stored: base = [], today: fresh = [] }) => base.length === 0 || fresh.length === 0 ? [] : [meanOf$2(fresh) - meanOf$2(base)]);
	if (today.length < 2 || variance === 0) return {
		shift: 0,
		variance
	};
	const seen = meanOf$2(today);
	const share = variance / (variance + today.reduce((total, one) => total + (one - seen) ** 2, 0) / (today.length - 1) / today.length);
	return {
		shift: share * seen,
		variance: (1 - share) * variance
	};
}
/** Of the difference between a night and the mean of the stored ones. */
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
				mean: meanOf$2(ofNight),
				noise: within / ofNight.length
			}];
		});
		const noise = values.reduce((total, one) => total + one.noise, 0) / values.length ** 2;
		return {
			mean: meanOf$2(values.map(({ mean }) => mean)),
			noise
		};
	});
	const centre = meanOf$2(means.map(({ mean }) => mean));
	const freedom = nights.length - 1;
	const beyond = means.reduce((total, { mean }) => total + (mean - centre) ** 2, 0) / freedom - meanOf$2(means.map(({ noise }) => noise));
	return Math.max(0, (PRIOR_NIGHTS * usual + freedom * beyond) / (PRIOR_NIGHTS + freedom));
}
function meanOf$2(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
}
/**
* Undefined where no scenario has values on both arms. `flip` is what one flipped cell moves a row's value by: 1 / models,
* or 1 where the row flips as a whole.
*/
function measureChange(units, flip) {
	const both = units.filter(({ base, head }) => base.length > 0 && head.length > 0);
	if (both.length === 0) return void 0;
	const n = both.length;
	const differences = both.map(({ base, head }) => meanOf$1(head) - meanOf$1(base));
	const night = measureNight(both, flip);
	const value = meanOf$1(differences) - night.shift;
	const between = n > 1 ? sumOfSquares(differences) / (n - 1) / n : Number.POSITIVE_INFINITY;
	const groups = spreadOfGroups(both, differences);
	const spread = Math.max(between, groups?.variance ?? 0);
	return {
		value,
		standardError: Math.max(Math.sqrt(spread + night.variance), halfFlip(both, flip)),
		base: meanOf$1(both.map(({ base }) => meanOf$1(base))),
		head: meanOf$1(both.map(({ head }) => meanOf$1(head))) - night.shift,
		scenarios: n,
		...whereDefined({ clusters: groups?.clusters })
	};
}
/** Fewer groups than this are no sample: their error would rest on too few numbers. What they share then stays in "these scenarios". */
const LEAST_CLUSTERS = 10;
/** The variance of the mean over groups; undefined where groups are few, or every scenario has its own. */
function spreadOfGroups(units, differences) {
	const groups = /* @__PURE__ */ new Map();
	for (const [index, { scenario, group }] of units.entries()) {
		const place = JSON.stringify(group === void 0 ? { scenario } : { group });
		const own = groups.get(place) ?? [];
		groups.set(place, own);
		own.push(differences[index]);
	}
	if (groups.size < LEAST_CLUSTERS || groups.size === units.length) return void 0;
	const mean = clusteredMean([...groups.values()]);
	return mean.status === "undefined" ? void 0 : {
		variance: mean.standardError ** 2,
		clusters: groups.size
	};
}
/** The reaches of the procedure are for so many scenarios; fewer know their own spread less well. */
const SCENARIOS_OF_REACH = 24;
/** The upper end a change may have: the bound that a pass keeps under the margin. Below 24 scenarios the reach grows as Student's t does. */
function upperBound(change, reach) {
	return change.value + halfWidth(change, reach);
}
/** Both ends at a reach of the procedure: its upper end is `upperBound`, so it lies under a margin where the bound does. */
function intervalAt(change, reach) {
	const half = halfWidth(change, reach);
	return Number.isFinite(half) ? [change.value - half, change.value + half] : void 0;
}
function halfWidth(change, reach) {
	return reach * smallSample(unitsOf(change)) * change.standardError;
}
/** 1 from 24 scenarios on; 8: 1.14. */
function smallSample(scenarios) {
	if (scenarios >= SCENARIOS_OF_REACH || scenarios < 2) return 1;
	return studentTQuantile(.975, scenarios - 1) / studentTQuantile(.975, 23);
}
/** What is counted as independent. */
function unitsOf({ scenarios, clusters }) {
	return clusters ?? scenarios;
}
/**
* Two independent measurements of one change, weighted by their precision. 0.02 and 0.04 with errors 0.01 and 0.02: 0.024,
* error 0.0089.
*/
function poolChanges(first, second) {
	const weights = [first, second].map(({ standardError }) => 1 / standardError ** 2);
	const total = weights[0] + weights[1];
	if (!(total > 0 && Number.isFinite(total))) return second;
	const mean = (read) => (weights[0] * read(first) + weights[1] * read(second)) / total;
	return {
		value: mean(({ value }) => value),
		standardError: 1 / Math.sqrt(total),
		base: mean(({ base }) => base),
		head: mean(({ head }) => head),
		scenarios: Math.min(first.scenarios, second.scenarios),
		...whereDefined({ clusters: second.clusters ?? first.clusters })
	};
}
/** Two-sided 95 % over scenarios, Student's t; of several changes that are asked at once each, so that all hold (Bonferroni). */
function intervalOf(change, changes = 1) {
	if (!Number.isFinite(change.standardError)) return void 0;
	const reach = studentTQuantile(1 - .025 / changes, unitsOf(change) - 1) * change.standardError;
	return [change.value - reach, change.value + reach];
}
/** One-sided p of the change over scenarios, Student's t; 1 where one scenario is all there is. */
function scenarioTest(change) {
	if (!Number.isFinite(change.standardError)) return 1;
	return studentTCdf(-change.value / change.standardError, unitsOf(change) - 1);
}
/** The smallest change this evidence could have shown: 80 % power, one-sided 5 %. */
function detectableChange(change) {
	return Number.isFinite(change.standardError) ? DETECTABLE_REACH * change.standardError : void 0;
}
/**
* Where nothing flipped, as though half a flip had (a Poisson variance of one half): the width that no flips in n rows
* leave open.
*/
function halfFlip(units, flip) {
	const rows = units.reduce((total, { head }) => total + head.length, 0);
	return Math.SQRT1_2 * flip / Math.max(1, rows);
}
function meanOf$1(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
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
	const reached = observed - scale * 1e-12;
	const random = createRandom(seed);
	let atLeast = 0;
	for (let sample = 0; sample < samples; sample += 1) {
		let change = 0;
		for (const pool of pools) change += drawLabelling(pool, random);
		if (change >= reached) atLeast += 1;
	}
	return {
		p: (1 + atLeast) / (samples + 1),
		smallestP: Math.max(extreme, 1 / (samples + 1))
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
/**
* One-sided p that head is worse. `prompt`: a draw of a scenario (every model's response with its rulings) is one bundle,
* exchanged within the scenario. `target`: the two rulings of a stored response are exchanged; all responses of a
* scenario's draw together, so that noise they share cannot pass for evidence. `model`: nothing is exchangeable between two
* models, so Student's t over scenario differences, which is the wider error for these scenarios. 1 where nothing was measured.
*/
function testChange(units, options) {
	return testOneWay(units, options).p;
}
/** The same with the smallest p that these outcomes could have given, however they lay. */
function testOneWay(units, options) {
	if (options.kind === "model") {
		const change = measureChange(units.map(alone), options.flip);
		return {
			p: change === void 0 ? 1 : scenarioTest(change),
			smallestP: smallestAttainableP(units, options.kind)
		};
	}
	const draws = inCanonicalOrder(exchangeable(units, options.kind));
	const seed = `${options.seed}\n${hashJson(draws.map(textOf))}`;
	const test = relabellingTest(draws, {
		...options,
		seed
	});
	return test.status === "defined" ? test : {
		p: 1,
		smallestP: 1
	};
}
/** As though it moved by itself: what is said of these scenarios, not of others like them, counts each of them. */
function alone({ scenario, base, head, stored, nights, today }) {
	return {
		scenario,
		base,
		head,
		...whereDefined({
			stored,
			nights,
			today
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
/** By values alone: names and order of scenarios and models must not move a sampled p. */
function inCanonicalOrder(draws) {
	const texts = new Map(draws.map((unit) => [unit, textOf(unit)]));
	return [...draws].sort((a, b) => texts.get(a) < texts.get(b) ? -1 : 1);
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
/** @throws RangeError unless `draw` is a whole number from 1. */
function drawNumber(draw) {
	if (!Number.isInteger(draw) || draw < 1) throw new RangeError(`draw ${draw} cannot be compared: draws count from 1`);
	return draw;
}
/** @throws RangeError for a cell with a draw that cannot be compared, or two cells in one place. */
function indexCells(cells) {
	const index = /* @__PURE__ */ new Map();
	for (const cell of cells) {
		const place = placeOf(cell, cell.scenario, cell.model, drawNumber(cell.draw));
		if (index.has(place)) throw new RangeError(`two cells for ${place.replaceAll("\n", " ")}`);
		index.set(place, cell);
	}
	return index;
}
/** The rows of each scenario, draw after draw; every scenario asked for is there. */
function readRows(index, query) {
	const draws = Array.from({ length: query.draws }, (_, offset) => drawNumber(offset + 1));
	return new Map(query.scenarios.map((scenario) => [scenario, draws.map((draw) => ({
		scenario,
		draw,
		cells: query.models.map((model) => index.get(placeOf(query, scenario, model, draw)))
	}))]));
}
function placeOf(side, scenario, model, draw) {
	return `${side.stage}\n${side.arm}\n${draw}\n${model}\n${scenario}`;
}
const NIGHT = 216e5;
/**
* Draws of one run count as one night: a new one begins where nothing was made for NIGHT_HOURS. Undefined where an answer has no
* date (simulated and recorded models have no nights).
*/
function labelNights(cells, draws) {
	const latest = /* @__PURE__ */ new Map();
	for (const { arm, draw, at, problematic } of cells) {
		if (problematic === "missing") continue;
		if (at === void 0) return void 0;
		const place = arm === "head" ? "head" : String(draw);
		latest.set(place, Math.max(latest.get(place) ?? 0, Date.parse(at)));
	}
	const times = [...new Set(latest.values())].sort((a, b) => a - b);
	const nights = /* @__PURE__ */ new Map();
	let night = 0;
	for (const [index, time] of times.entries()) {
		if (index > 0 && time - times[index - 1] > NIGHT) night += 1;
		nights.set(time, night);
	}
	const labelOf = (place) => nights.get(latest.get(place) ?? times.at(-1) ?? 0) ?? 0;
	return {
		base: Array.from({ length: draws }, (_, index) => labelOf(String(index + 1))),
		head: labelOf("head")
	};
}
export { clusteredMean as C, withinVariance as S, poolChanges as _, alone as a, measureNight as b, testChangeEitherWay as c, relabellingTest as d, detectableChange as f, measureChange as g, intervalOf as h, readRows as i, testEitherWay as l, intervalAt as m, drawNumber as n, smallestAttainableP as o, halfFlip as p, indexCells as r, testChange as s, labelNights as t, testOneWay as u, scenarioTest as v, betweenNights as x, upperBound as y };
