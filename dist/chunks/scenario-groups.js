/**
* The same for scenarios of one check, where those that ask the very same are a group, too: they are answered once, and a hundred
* of them say what one does.
*/
function groupAlike(scenarios) {
	const groups = new Map(groupScenarios(scenarios));
	const asked = /* @__PURE__ */ new Map();
	for (const scenario of scenarios) {
		const words = JSON.stringify(scenario.messages);
		asked.set(words, [...asked.get(words) ?? [], scenario]);
	}
	for (const alike of [...asked.values()].filter(({ length }) => length > 1)) {
		const group = alike.flatMap(({ id }) => groups.get(id) ?? [])[0] ?? JSON.stringify({ asks: alike[0].id });
		for (const { id } of alike) if (!groups.has(id)) groups.set(id, group);
	}
	return groups;
}
/** The group of each scenario that names one, or that has a pair of values, whichever comes first; the others stand alone. */
function groupScenarios(scenarios) {
	return new Map(scenarios.flatMap(({ id, group, value1, value2 }) => {
		if (group !== void 0) return [[id, JSON.stringify({ group })]];
		if (value1 === void 0 || value2 === void 0) return [];
		const pair = [value1, value2].map((value) => value.trim().toLowerCase()).sort();
		return [[id, JSON.stringify({ pair })]];
	}));
}
export { groupScenarios as n, groupAlike as t };
