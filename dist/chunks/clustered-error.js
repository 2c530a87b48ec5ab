import { a as sum, n as mean } from "./simple-statistics.js";
import { t as undefinedEstimate } from "./estimate.js";
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
export { clusteredMean as t };
