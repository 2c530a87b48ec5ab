/** The closest of `known` within a third of its length in edits (Levenshtein 1966); undefined where none is close. */
function nearestName(typed, known) {
	let best;
	let fewest = Infinity;
	for (const candidate of known) {
		const edits = countEdits(typed.toLowerCase(), candidate.toLowerCase());
		if (edits < fewest && edits <= Math.max(2, Math.ceil(candidate.length / 3))) [best, fewest] = [candidate, edits];
	}
	return best;
}
function countEdits(a, b) {
	if (Math.abs(a.length - b.length) > 20) return Infinity;
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const substitution = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
			current.push(Math.min(substitution, previous[column] + 1, current[column - 1] + 1));
		}
		previous = current;
	}
	return previous[b.length];
}
export { nearestName as t };
