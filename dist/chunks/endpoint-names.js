import { a as percent, c as signedDecimal, l as signedPoints, n as decimal, s as points, t as count } from "./format-numbers.js";
import { o as wording } from "./sentence.js";
/** In the order every table shows them. */
const ENDPOINTS = {
	nonCompliance: {
		label: wording("Non-compliance"),
		inSentence: wording("non-compliance"),
		unit: "share",
		worse: "up"
	},
	frequentNonCompliance: {
		label: wording("All models problematic"),
		inSentence: wording("the share of scenarios that every model fails"),
		unit: "share",
		worse: "up"
	},
	disagreement: {
		label: wording("Disagreement"),
		inSentence: wording("disagreement between models"),
		unit: "statistic",
		worse: "up"
	},
	judgeAgreement: {
		label: wording("Judge agreement"),
		inSentence: wording("agreement between judges"),
		unit: "share",
		worse: "down"
	},
	newOutliers: {
		label: wording("New outliers"),
		inSentence: wording("new outliers"),
		unit: "count",
		worse: "up"
	}
};
const ENDPOINT_NAMES = Object.keys(ENDPOINTS);
/** The endpoint's level in its unit: `31 %` or `1.31`. */
function formatLevel(endpoint, value) {
	const { unit } = ENDPOINTS[endpoint];
	if (unit === "count") return count(value);
	return unit === "share" ? percent(value) : decimal(value);
}
/** A report's change (positive is worse) as a reader's difference head minus base: `+17` points, or `−0.23` for a fall. */
function formatChange(endpoint, change) {
	const { unit, worse } = ENDPOINTS[endpoint];
	const difference = worse === "up" ? change : -change;
	return unit === "share" ? signedPoints(difference) : signedDecimal(difference);
}
/** The interval of a report's change, as a reader's difference: `8 to 26`. */
function formatInterval(endpoint, [low, high]) {
	const { unit, worse } = ENDPOINTS[endpoint];
	const [from, to] = worse === "up" ? [low, high] : [-high, -low];
	const show = unit === "share" ? points : decimal;
	return `${show(from)} to ${show(to)}`;
}
/** A size without a sign, as margins and smallest effects are said: `5 points` or `0.20`. */
function formatSize(endpoint, size) {
	if (ENDPOINTS[endpoint].unit !== "share") return decimal(size);
	const number = points(size);
	return `${number} ${number === "1" ? "point" : "points"}`;
}
export { formatLevel as a, formatInterval as i, ENDPOINT_NAMES as n, formatSize as o, formatChange as r, ENDPOINTS as t };
