import { i as sha256 } from "./canonical-json.js";
import { c as distanceFromDot, i as centerAddress, l as dotRows, s as createDotKernel } from "./vectorize.js";
/** Weight x distance in single precision. */
function scoreOf(weight, nearestDot) {
	return Math.fround(weight * distanceFromDot(nearestDot));
}
/**
* Each step takes the vector with the largest weight x distance to the nearest chosen one (the heaviest at first); ties
* go to the lowest row. The largest distance left is at most twice the least possible for as many centers (Gonzalez
* 1985, "Clustering to minimize the maximum intercluster distance"); the largest weight x distance left is at most
* min(3, 1 + largest / smallest weight) times the least possible (Dyer & Frieze 1985, "A simple heuristic for the
* p-centre problem").
*/
function kCenter({ vectors, weights, size, threshold = 0 }) {
	const { values, count, dimensions } = vectors;
	const nearestDot = new Float32Array(count).fill(-1);
	const chosen = /* @__PURE__ */ new Set();
	const scores = [];
	while (chosen.size < Math.min(size, count)) {
		let best = -1;
		let bestScore = -1;
		for (let row = 0; row < count; row += 1) {
			const score = chosen.has(row) ? -1 : scoreOf(weights?.[row] ?? 1, nearestDot[row]);
			if (score > bestScore) [best, bestScore] = [row, score];
		}
		if (bestScore < threshold) break;
		chosen.add(best);
		scores.push(bestScore);
		for (let row = 0; row < count; row += 1) nearestDot[row] = Math.max(nearestDot[row], dotRows(values, row, values, best, dimensions));
	}
	return {
		centers: [...chosen],
		scores
	};
}
/** A table from vectors of one length, padded with zeros to the next multiple of 16 (which changes no distance). */
function toVectorTable(vectors) {
	const dimensions = Math.max(1, Math.ceil((vectors[0]?.length ?? 0) / 16)) * 16;
	const values = new Float32Array(vectors.length * dimensions);
	for (const [row, vector] of vectors.entries()) values.set(vector, row * dimensions);
	return {
		values,
		count: vectors.length,
		dimensions
	};
}
/** How many centers a row is compared with before checking whether it can still win. */
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
export { toVectorTable as i, createFarthestSearch as n, kCenter as r, orderBySeed as t };
