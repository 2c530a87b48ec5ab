/** One line of JSON without the line end; keys in the documented order, maps by key, empty lists left out. */
function serializeScenario(scenario) {
	const [first] = scenario.messages;
	const isQuery = scenario.messages.length === 1 && first?.role === "user";
	return JSON.stringify({
		id: scenario.id,
		query: isQuery ? first.content : void 0,
		messages: isQuery ? void 0 : scenario.messages.map(({ role, content }) => ({
			role,
			content
		})),
		value1: scenario.value1,
		value2: scenario.value2,
		nudge: scenario.nudge,
		rubric1: scenario.rubric1,
		rubric2: scenario.rubric2,
		clauses: scenario.clauses.length === 0 ? void 0 : scenario.clauses,
		topics: scenario.topics.length === 0 ? void 0 : scenario.topics,
		disagreement: scenario.disagreement,
		source: scenario.source,
		group: scenario.group,
		scored: scenario.scored === void 0 ? void 0 : orderScored(scenario.scored)
	});
}
/** A whole bank file: one line a scenario, by id, so that two branches' additions merge where they belong. */
function serializeBank(scenarios) {
	return [...scenarios].sort((a, b) => a.id < b.id ? -1 : 1).map((scenario) => `${serializeScenario(scenario)}\n`).join("");
}
function orderScored({ scores, disagreements, responseTypes, expressed, compliance, provenance }) {
	return Object.fromEntries(Object.entries({
		scores,
		disagreements,
		responseTypes,
		expressed,
		compliance,
		provenance
	}).flatMap(([key, value]) => value === void 0 ? [] : [[key, sortKeys(value)]]));
}
function sortKeys(value) {
	if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
	const entries = Object.entries(value);
	return Object.fromEntries(entries.sort(([a], [b]) => a < b ? -1 : 1).map(([key, member]) => [key, sortKeys(member)]));
}
export { serializeScenario as n, serializeBank as t };
