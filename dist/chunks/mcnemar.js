import { t as gammaln } from "./simple-statistics.js";
import { s as betaCdf } from "./student-t.js";
/**
* Exact conditional p and the less conservative mid-p (Q. McNemar, Psychometrika 12 (1947) 153-157; M. W. Fagerland,
* S. Lydersen and P. Laake, BMC Med. Res. Methodol. 13:91 (2013)). Pairs must be independent: one a scenario, not one a
* scenario and model. No pair changed: every p is 1. Throws RangeError unless both are whole numbers of at least 0.
* Bentur et al. 2009 (Fagerland, table 1), 7 and 1: exact 0.0703, mid-p 0.0391. 46 and 21: exact 0.00307.
*/
function mcnemar({ worse, better }) {
	if (!isCount(worse) || !isCount(better)) throw new RangeError(`not counts of pairs: ${worse}, ${better}`);
	const pairs = worse + better;
	if (pairs === 0) return {
		exact: {
			oneSided: 1,
			twoSided: 1
		},
		midP: {
			oneSided: 1,
			twoSided: 1
		}
	};
	const here = Math.exp(gammaln(pairs + 1) - gammaln(worse + 1) - gammaln(better + 1) - pairs * Math.LN2);
	const worseOrMore = atLeast(worse, pairs);
	const twoSided = Math.min(1, 2 * atLeast(Math.max(worse, better), pairs));
	return {
		exact: {
			oneSided: worseOrMore,
			twoSided
		},
		midP: {
			oneSided: worseOrMore - here / 2,
			twoSided: twoSided - (worse === better ? here / 2 : here)
		}
	};
}
/** P(X >= k) for X the heads among `tosses` of a fair coin (Abramowitz and Stegun 26.5.24). */
function atLeast(k, tosses) {
	return k === 0 ? 1 : betaCdf(.5, k, tosses - k + 1);
}
function isCount(value) {
	return Number.isSafeInteger(value) && value >= 0;
}
export { mcnemar as t };
