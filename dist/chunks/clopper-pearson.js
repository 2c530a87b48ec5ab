import { c as betaQuantile } from "./student-t.js";
/**
* C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404-413. `confidence` is two-sided: for a one-sided 95 % bound ask
* for 0.9. Without trials: 0 to 1. Newcombe 1998: 15 of 148 at 0.95: 0.0578 to 0.1617.
*/
function clopperPearson({ count, trials }, confidence = .95) {
	const tail = (1 - confidence) / 2;
	return {
		lower: count === 0 ? 0 : betaQuantile(tail, count, trials - count + 1),
		upper: count === trials ? 1 : betaQuantile(1 - tail, count + 1, trials - count)
	};
}
export { clopperPearson as t };
