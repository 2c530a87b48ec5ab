import { a as betaCdf, o as betaQuantile } from "./estimate.js";
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
export { studentTQuantile as n, studentTCdf as t };
