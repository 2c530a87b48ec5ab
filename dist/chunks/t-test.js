import { a as sampleVariance, i as mean } from "./action-compare-accept-report-bank-ask-check.js";
import { C as undefinedEstimate, g as studentTQuantile, h as studentTCdf } from "./action-compare-accept-report-ask-check.js";
/**
* Tests whether the mean of `differences` (one a scenario) is zero (Student 1908; paired differences as in
* Miller, arXiv:2411.00640, 4.2). Undefined without two differences or where all are equal: zero spread in a sample
* says nothing about chance. Student's sleep data (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2) have mean 0.75,
* t 1.3257, two-sided p 0.2176.
*/
function testMean(differences) {
	const n = differences.length;
	if (n === 0) return undefinedEstimate("no-units");
	if (n === 1) return undefinedEstimate("one-unit");
	if (differences.every((difference) => difference === differences[0])) return undefinedEstimate("no-variation");
	const value = mean(differences);
	const standardError = Math.sqrt(sampleVariance(differences) / n);
	const degreesOfFreedom = n - 1;
	const t = value / standardError;
	return {
		status: "defined",
		value,
		standardError,
		degreesOfFreedom,
		t,
		pGreater: studentTCdf(-t, degreesOfFreedom),
		pTwoSided: Math.min(1, 2 * studentTCdf(-Math.abs(t), degreesOfFreedom))
	};
}
/**
* The two-sided interval at `confidence` (0 to 1) for a mean, its standard error and degrees of freedom. Its ends are
* one-sided bounds at (1 + confidence) / 2: for a one-sided 95 % bound ask for 0.9. Sleep data at 0.95: -0.5298 to 2.0298.
*/
function meanInterval(test, confidence) {
	const reach = studentTQuantile((1 + confidence) / 2, test.degreesOfFreedom) * test.standardError;
	return {
		lower: test.value - reach,
		upper: test.value + reach
	};
}
export { testMean as n, meanInterval as t };
