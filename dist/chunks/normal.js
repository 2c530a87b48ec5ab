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
export { normalDensity as n, normalQuantile as r, normalCdf as t };
