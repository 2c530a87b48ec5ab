import { a as sum, n as mean, r as sampleVariance } from "./simple-statistics.js";
import { r as studentTQuantile, t as undefinedEstimate } from "./estimate.js";
/**
* K. L. Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), ch. 5-6, and "Computing inter-rater reliability and its
* variance in the presence of high agreement", BJMSP 61 (2008) 29-48; the form for unequal numbers of ratings and the t
* interval with n - 1 degrees of freedom (upper end at most 1) follow the author's R package irrCAC.
*/
function chanceCorrected(counts, chance, options = {}) {
	const rated = counts.filter((row) => sum(row) > 0);
	const pairable = rated.filter((row) => sum(row) > 1);
	if (rated.length === 0) return undefinedEstimate("no-units");
	if (pairable.length === 0) return undefinedEstimate("no-pairs");
	const n = rated.length;
	const shares = rated[0].map((_, column) => mean(rated.map((row) => row[column] / sum(row))));
	const observed = mean(pairable.map(pairAgreement));
	const expected = chance.expected(shares);
	if (1 - expected < 1e-12) return undefinedEstimate("one-category");
	const value = (observed - expected) / (1 - expected);
	const influence = chance.influence(shares);
	return {
		status: "defined",
		value,
		observed,
		expected,
		units: n,
		standardError: linearisedError(rated.map((row) => {
			const total = sum(row);
			const own = total > 1 ? n / pairable.length * (pairAgreement(row) - expected) : 0;
			const chanceOfUnit = sum(row.map((count, column) => count / total * influence[column]));
			return (own - 2 * (1 - value) * (chanceOfUnit - expected)) / (1 - expected);
		}), value, options.confidence ?? .95)
	};
}
/** Share of the pairs of ratings in one unit that agree; needs two ratings. */
function pairAgreement(row) {
	const total = sum(row);
	return sum(row.map((count) => count * (count - 1))) / (total * (total - 1));
}
function linearisedError(terms, value, confidence) {
	const n = terms.length;
	if (n === 1) return undefinedEstimate("one-unit");
	const error = Math.sqrt(sum(terms.map((term) => (term - value) ** 2)) / (n * (n - 1)));
	const reach = studentTQuantile((1 + confidence) / 2, n - 1) * error;
	return {
		status: "defined",
		value: error,
		interval: {
			lower: value - reach,
			upper: Math.min(1, value + reach)
		}
	};
}
const byUncertainty = {
	expected: (shares) => sum(shares.map((share) => share * (1 - share))) / (shares.length - 1),
	influence: (shares) => shares.map((share) => (1 - share) / (shares.length - 1))
};
/**
* K. L. Gwet, BJMSP 61 (2008) 29-48. Counts are units x categories; the number of columns matters, so give every category
* that could have been used. Undefined with fewer than two columns. Fleiss' 30 x 6 psychiatric ratings: 0.4479,
* standard error 0.0557. Three raters, units 3-0, 2-1, 1-2, 0-3 counted 88, 10, 2, 0: 0.912, where Fleiss' kappa is 0.101.
*/
function ac1(counts, options = {}) {
	if (counts.length > 0 && counts[0].length < 2) return undefinedEstimate("one-category");
	return chanceCorrected(counts, byUncertainty, options);
}
/**
* The observed agreement of Fleiss 1971; error and t interval (kept within 0 to 1) over units. Undefined where no unit has
* two ratings. Fleiss' 30 x 6 psychiatric ratings: 0.5556.
*/
function rawAgreement(counts, options = {}) {
	const shares = counts.filter((row) => sum(row) > 1).map(pairAgreement);
	const units = shares.length;
	if (units === 0) return undefinedEstimate(counts.some((row) => sum(row) > 0) ? "no-pairs" : "no-units");
	const value = mean(shares);
	if (units === 1) return {
		status: "defined",
		value,
		units,
		standardError: undefinedEstimate("one-unit")
	};
	const error = Math.sqrt(sampleVariance(shares) / units);
	const reach = studentTQuantile((1 + (options.confidence ?? .95)) / 2, units - 1) * error;
	return {
		status: "defined",
		value,
		units,
		standardError: {
			status: "defined",
			value: error,
			interval: {
				lower: Math.max(0, value - reach),
				upper: Math.min(1, value + reach)
			}
		}
	};
}
/**
* Counts ratings given as units x raters; `null` is a missing rating (an abstention). `categories` fixes the columns and
* must name every rating that occurs: a category nobody used still counts for AC1.
* `countRatings([['a', 'b'], ['a', null]], ['a', 'b'])` is [[1, 1], [1, 0]].
* @throws RangeError for a rating outside `categories`.
*/
function countRatings(ratings, categories) {
	return ratings.map((unit) => {
		const row = categories.map(() => 0);
		for (const rating of unit) {
			if (rating === null) continue;
			const column = categories.indexOf(rating);
			if (column === -1) throw new RangeError(`rating outside the categories: ${rating}`);
			row[column] += 1;
		}
		return row;
	});
}
export { chanceCorrected as i, rawAgreement as n, ac1 as r, countRatings as t };
