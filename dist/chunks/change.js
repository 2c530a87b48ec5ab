import { t as whereDefined } from "./where-defined.js";
import { a as sum, n as mean } from "./simple-statistics.js";
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
	const means = Array.from({ length: nights }, (_, night) => meanOf$2(draws.map((values) => values[night])));
	return Math.max(0, sumOfSquares(means) / (nights - 1) - withinVariance(draws) / draws.length);
}
/** Variance of one draw within a scenario, pooled over scenarios; draws that are alone say nothing. [[0, 1], [1, 1]]: 0.25. */
function withinVariance(draws) {
	const freedom = draws.reduce((total, values) => total + Math.max(0, values.length - 1), 0);
	return freedom === 0 ? 0 : draws.reduce((total, values) => total + sumOfSquares(values), 0) / freedom;
}
function sumOfSquares(values) {
	if (values.length === 0) return 0;
	const centre = meanOf$2(values);
	return values.reduce((total, value) => total + (value - centre) ** 2, 0);
}
function meanOf$2(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
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
	const today = units.flatMap(({ stored: base = [], today: fresh = [] }) => base.length === 0 || fresh.length === 0 ? [] : [meanOf$1(fresh) - meanOf$1(base)]);
	if (today.length < 2) return {
		shift: 0,
		variance
	};
	const seen = meanOf$1(today);
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
				mean: meanOf$1(ofNight),
				noise: within / ofNight.length
			}];
		});
		const noise = values.reduce((total, one) => total + one.noise, 0) / values.length ** 2;
		return {
			mean: meanOf$1(values.map(({ mean }) => mean)),
			noise
		};
	});
	const centre = meanOf$1(means.map(({ mean }) => mean));
	const freedom = nights.length - 1;
	const beyond = means.reduce((total, { mean }) => total + (mean - centre) ** 2, 0) / freedom - meanOf$1(means.map(({ noise }) => noise));
	return Math.max(0, (2 * usual + freedom * beyond) / (2 + freedom));
}
function meanOf$1(values) {
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
	const differences = both.map(({ base, head }) => meanOf(head) - meanOf(base));
	const night = measureNight(both, flip);
	const value = meanOf(differences) - night.shift;
	const between = n > 1 ? sumOfSquares(differences) / (n - 1) / n : Number.POSITIVE_INFINITY;
	const groups = spreadOfGroups(both, differences);
	const spread = Math.max(between, groups?.variance ?? 0);
	return {
		value,
		standardError: Math.max(Math.sqrt(Math.max(0, spread + night.variance)), halfFlip(both, flip)),
		base: meanOf(both.map(({ base }) => meanOf(base))),
		head: meanOf(both.map(({ head }) => meanOf(head))) - night.shift,
		scenarios: n,
		...whereDefined({ clusters: groups?.clusters })
	};
}
/** The variance of the mean over groups; undefined where groups are few, or every scenario has its own. */
function spreadOfGroups(units, differences) {
	const groups = /* @__PURE__ */ new Map();
	for (const [index, { scenario, group }] of units.entries()) {
		const place = JSON.stringify(group === void 0 ? { scenario } : { group });
		const own = groups.get(place) ?? [];
		groups.set(place, own);
		own.push(differences[index]);
	}
	if (groups.size < 10 || groups.size === units.length) return void 0;
	const mean = clusteredMean([...groups.values()]);
	return mean.status === "undefined" ? void 0 : {
		variance: mean.standardError ** 2,
		clusters: groups.size
	};
}
/** The upper end a change may have: the bound that a pass keeps under the margin. */
function upperBound(change, reach) {
	return change.value + halfWidth(change, reach);
}
/** Both ends at a reach of the procedure: its upper end is `upperBound`, so it lies under a margin where the bound does. */
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
/** One-sided p of the change over scenarios, Student's t; 1 where one scenario is all there is. */
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
function meanOf(values) {
	return values.reduce((total, value) => total + value, 0) / values.length;
}
export { measureChange as a, studentReach as c, betweenNights as d, withinVariance as f, intervalOf as i, upperBound as l, halfFlip as n, scenarioTest as o, clusteredMean as p, intervalAt as r, spreadOfGroups as s, detectableChange as t, measureNight as u };
