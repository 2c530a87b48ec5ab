import { r as sha256 } from "./canonical-json.js";
import { a as createDotKernel, o as distanceFromDot, r as centerAddress } from "./vectorize.js";
/** Weight x distance in single precision. */
function scoreOf(weight, nearestDot) {
	return Math.fround(weight * distanceFromDot(nearestDot));
}
/** Centers a row is compared with before looking whether it is out of the race. */
const BATCH = 8;
/**
* A row's score only falls as centers are added, so a score from fewer centers is an upper bound (Minoux 1978,
* "Accelerated greedy algorithms"): a row catches up with new centers only while its bound reaches the best exact score
* found, and stops as soon as it does not. The largest of the same dot products is the same number in any order: the
* choice is exact, ties included.
*/
function createFarthestSearch(vectors, weights) {
	const { count } = vectors;
	const nearestDot = createDotKernel(vectors.memory);
	const rowBytes = vectors.dimensions * 4;
	const nearest = new Float32Array(count).fill(-1);
	const seen = new Int32Array(count);
	const bounds = Float32Array.from({ length: count }, (_, row) => scoreOf(weights?.[row] ?? 1, -1));
	const everyRow = Int32Array.from({ length: count }, (_, row) => row);
	/** Brings a row's bound up to date, or below `floor`, whichever is first. */
	const catchUp = (row, centers, floor) => {
		while (seen[row] < centers && bounds[row] >= floor) {
			const batch = Math.min(BATCH, centers - seen[row]);
			const dot = nearestDot(row * rowBytes, centerAddress(vectors, seen[row]), batch, rowBytes);
			seen[row] += batch;
			if (dot <= nearest[row]) continue;
			nearest[row] = dot;
			bounds[row] = scoreOf(weights?.[row] ?? 1, dot);
		}
	};
	return {
		farthest(centers, among = everyRow) {
			let best = -1;
			for (let at = 0; at < among.length; at += 1) {
				const row = among[at];
				if (bounds[row] >= 0 && (best === -1 || bounds[row] > bounds[best])) best = row;
			}
			if (best === -1) return {
				row: -1,
				score: -1
			};
			catchUp(best, centers, 0);
			for (let at = 0; at < among.length; at += 1) {
				const row = among[at];
				const score = bounds[best];
				if (bounds[row] < score || row === best) continue;
				catchUp(row, centers, score);
				const own = bounds[row];
				if (own > score || own === score && row < best) best = row;
			}
			return {
				row: best,
				score: bounds[best]
			};
		},
		exclude(row) {
			bounds[row] = -1;
		}
	};
}
/** Sorted by the hash of seed and id. */
function orderBySeed(scenarios, seed) {
	return scenarios.map((scenario) => ({
		scenario,
		key: sha256(`${seed}\n${scenario.id}`)
	})).sort((a, b) => a.key < b.key ? -1 : 1).map(({ scenario }) => scenario);
}
export { createFarthestSearch as n, orderBySeed as t };
