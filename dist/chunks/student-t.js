import { t as gammaln } from "./simple-statistics.js";
const TINY = 1e-300;
const MAX_TERMS = 1e4;
/**
* I_x(a, b), the probability that a Beta(a, b) variable is at most x; a, b > 0.
* Continued fraction by the modified Lentz method (Press et al., Numerical Recipes, 3rd ed., 6.4).
* `betaCdf(0.5, 2, 3)` is 0.6875.
*/
function betaCdf(x, a, b) {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x));
	if (x < (a + 1) / (a + b + 2)) return front * betaFraction(x, a, b) / a;
	return 1 - front * betaFraction(1 - x, b, a) / b;
}
function betaFraction(x, a, b) {
	let c = 1;
	let d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
	let value = d;
	for (let m = 1; m <= MAX_TERMS; m += 1) {
		const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / awayFromZero(1 + even * d);
		c = awayFromZero(1 + even / c);
		value *= d * c;
		const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / awayFromZero(1 + odd * d);
		c = awayFromZero(1 + odd / c);
		value *= d * c;
		if (Math.abs(d * c - 1) < 1e-15) break;
	}
	return value;
}
function awayFromZero(value) {
	return Math.abs(value) < TINY ? TINY : value;
}
/**
* The x with I_x(a, b) = p, by bisection to the last digits. `betaQuantile(0.6875, 2, 3)` is 0.5.
*/
function betaQuantile(p, a, b) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p === 0 || p === 1) return p;
	let lower = 0;
	let upper = 1;
	for (;;) {
		const middle = (lower + upper) / 2;
		if (middle <= lower || middle >= upper || upper - lower <= 1e-15 * upper) return middle;
		if (betaCdf(middle, a, b) < p) lower = middle;
		else upper = middle;
	}
}
const SQRT_TWO_PI = 2.5066282746310002;
/** Density at z. `normalDensity(0)` is 0.39894. */
function normalDensity(z) {
	return Math.exp(-.5 * z * z) / SQRT_TWO_PI;
}
/**
* P(Z <= z). Within three of zero the series of Marsaglia, "Evaluating the normal distribution", J. Stat. Softw. 11(4)
* (2004); beyond, Laplace's continued fraction (Abramowitz and Stegun 26.2.14). `normalCdf(1.96)` is 0.9750021.
*/
function normalCdf(z) {
	const x = Math.abs(z);
	const lower = x < 3 ? .5 - betweenZeroAnd(x) : tailBeyond(x);
	return z > 0 ? 1 - lower : lower;
}
/** P(0 < Z < x): density times x + x^3 / 3 + x^5 / (3 x 5) + ... */
function betweenZeroAnd(x) {
	let term = x;
	let total = 0;
	for (let odd = 3; total + term !== total; odd += 2) {
		total += term;
		term *= x * x / odd;
	}
	return total * normalDensity(x);
}
/** P(Z > x) for x >= 3: density / (x + 1 / (x + 2 / (x + 3 / ...))). */
function tailBeyond(x) {
	let fraction = x;
	for (let depth = 80; depth >= 1; depth -= 1) fraction = x + depth / fraction;
	return normalDensity(x) / fraction;
}
/**
* The z with P(Z <= z) = p; -Infinity for 0, Infinity for 1, NaN outside.
* Abramowitz and Stegun 26.2.23 (error below 4.5e-4), then two Halley steps. `normalQuantile(0.975)` is 1.959964.
*/
function normalQuantile(p) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p > .5) return -normalQuantile(1 - p);
	if (p === 0) return Number.NEGATIVE_INFINITY;
	const t = Math.sqrt(-2 * Math.log(p));
	let z = ((.010328 * t + .802853) * t + 2.515517) / (((.001308 * t + .189269) * t + 1.432788) * t + 1) - t;
	for (let step = 0; step < 2; step += 1) {
		const newton = (normalCdf(z) - p) / normalDensity(z);
		z -= newton / (1 + z * newton / 2);
	}
	return z;
}
/** The answer where there is no number. */
function undefinedEstimate(reason) {
	return {
		status: "undefined",
		reason
	};
}
/**
* P(T <= t) with `df` > 0 degrees of freedom (Abramowitz and Stegun 26.7.1). `studentTCdf(2.228139, 10)` is 0.975.
*/
function studentTCdf(t, df) {
	if (t === Number.POSITIVE_INFINITY) return 1;
	if (t === Number.NEGATIVE_INFINITY) return 0;
	const tail = betaCdf(df / (df + t * t), df / 2, .5) / 2;
	return t > 0 ? 1 - tail : tail;
}
/**
* The t with P(T <= t) = p; -Infinity for 0, Infinity for 1. `studentTQuantile(0.975, 10)` is 2.228139.
*/
function studentTQuantile(p, df) {
	if (!(p >= 0 && p <= 1)) return NaN;
	if (p > .5) return -studentTQuantile(1 - p, df);
	if (p === 0) return Number.NEGATIVE_INFINITY;
	if (p > .25) {
		const y = betaQuantile(1 - 2 * p, .5, df / 2);
		return -Math.sqrt(df * y / (1 - y));
	}
	const x = betaQuantile(2 * p, df / 2, .5);
	return -Math.sqrt(df * (1 - x) / x);
}
export { normalDensity as a, betaQuantile as c, normalCdf as i, studentTQuantile as n, normalQuantile as o, undefinedEstimate as r, betaCdf as s, studentTCdf as t };
