/** The group of each scenario that names one, or that has a pair of values, whichever comes first; the others stand alone. */
function groupScenarios(scenarios) {
	return new Map(scenarios.flatMap(({ id, group, value1, value2 }) => {
		if (group !== void 0) return [[id, JSON.stringify({ group })]];
		if (value1 === void 0 || value2 === void 0) return [];
		const pair = [value1, value2].map((value) => value.trim().toLowerCase()).sort();
		return [[id, JSON.stringify({ pair })]];
	}));
}
export { groupScenarios as t };
