import { o as normalQuantile } from "./student-t.js";
/**
* E. B. Wilson, JASA 22 (1927) 209-212. `confidence` is two-sided: for a one-sided 95 % bound ask for 0.9. Without trials
* nothing is known: 0 to 1. R. G. Newcombe, Stat. Med. 17 (1998) 857-872: 15 of 148 at 0.95: 0.0624 to 0.1605.
*/
function wilson({ count, trials }, confidence = .95) {
	if (trials === 0) return {
		lower: 0,
		upper: 1
	};
	const z = normalQuantile((1 + confidence) / 2);
	const share = count / trials;
	const centre = (share + z * z / (2 * trials)) / (1 + z * z / trials);
	const reach = z / (1 + z * z / trials) * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials));
	return {
		lower: count === 0 ? 0 : centre - reach,
		upper: count === trials ? 1 : centre + reach
	};
}
export { wilson as t };
