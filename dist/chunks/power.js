import { i as normalQuantile, n as normalCdf, r as normalDensity } from "./estimate.js";
import { S as UNSCREENED_LEVEL, i as CONFIRM_REACH, s as FAIL_SHARE } from "./bounds.js";
/**
* Share of answers whose majority ruling comes out otherwise when the same judges rule again. Reported of real panels of three
* at a base rate near 23 % (bench/README.md, "Decision"); `spec-gate calibrate` measures yours.
*/
const USUAL_RETEST_FLIPS = .15;
/** The chance of finding an effect that "would show" stands for. */
const POWER = .8;
/**
* How unevenly a rise lies over answers: 0 is a little of it in each, 1 is some that turn wholly and others not at all. Fitted to
* the simulated panel (bench/decision), whose rise turns the answers that judges doubt.
*/
const UNEVENNESS = .3;
/**
* The chances of both verdicts on one metric that truly rose by `rise`, over the two looks of a confirmation without a screen
* (confirm.ts; one with a screen shows a little more, since its level is higher): it
* fails where the estimate is significant at the look's level after Holm and at least half the margin, else passes where the
* upper bound is under the margin, else is looked at again with twice the draws.
*
* A pair of rulings of one answer differs by chance in `flips` of cases, so that its difference (-1, 0 or 1) has that variance;
* draws and models average it. An effect varies from answer to answer by UNEVENNESS x r (1 - r), which draws do not average. The
* two estimates are normal with that covariance; the first is integrated over by Simpson's rule.
*/
function chancesOf(design, rise) {
	const { models, scenarios, draws, flips = USUAL_RETEST_FLIPS } = design;
	const between = UNEVENNESS * rise * (1 - rise) / models / scenarios;
	const within = flips / (models * draws) / scenarios;
	const first = {
		mean: rise,
		error: Math.sqrt(between + within)
	};
	const shared = between + within / 2;
	const second = Math.sqrt(shared);
	const slope = shared / (between + within);
	const rest = Math.sqrt(Math.max(1e-18, shared - slope * shared));
	const one = bounds(design, first.error);
	const two = bounds(design, second);
	const fail = 1 - normalCdf((one.fail - rise) / first.error);
	const passes = Math.min(one.pass, one.fail);
	const pass = normalCdf((passes - rise) / first.error);
	const again = (read) => one.fail <= one.pass ? 0 : integrate(one.pass, one.fail, (x) => {
		return normalDensity((x - rise) / first.error) / first.error * read(rise + slope * (x - rise));
	});
	return {
		fail: fail + again((mean) => 1 - normalCdf((two.fail - mean) / rest)),
		pass: pass + again((mean) => normalCdf((Math.min(two.pass, two.fail) - mean) / rest))
	};
}
/** The smallest rise that fails in 8 of 10 checks; 1 where none does. */
function smallestRiseShown(design) {
	let [low, high] = [0, 1];
	for (let step = 0; step < 24; step += 1) {
		const middle = (low + high) / 2;
		if (chancesOf(design, middle).fail >= POWER) high = middle;
		else low = middle;
	}
	return high;
}
/** Estimates from which a look fails, and below which it passes if it does not. */
function bounds({ margin, blocking }, error) {
	const reach = normalQuantile(1 - UNSCREENED_LEVEL / Math.max(1, blocking));
	return {
		fail: Math.max(FAIL_SHARE * margin, reach * error),
		pass: margin - CONFIRM_REACH * error
	};
}
function integrate(from, to, height) {
	const intervals = 60;
	const width = (to - from) / intervals;
	let total = 0;
	for (let index = 0; index <= intervals; index += 1) {
		const factor = index === 0 || index === intervals ? 1 : index % 2 === 1 ? 4 : 2;
		total += factor * height(from + index * width);
	}
	return total * width / 3;
}
export { chancesOf as n, smallestRiseShown as r, UNEVENNESS as t };
