function createPool() {
	const known = /* @__PURE__ */ new Map();
	return (key, make) => {
		const same = known.get(key);
		if (same !== void 0) return same;
		const thing = make();
		known.set(key, thing);
		return thing;
	};
}
/** One string object for all equal strings: parsing JSON makes a new one each time. */
function createWords() {
	const known = createPool();
	return (word) => known(word, () => word);
}
/** Whether responses to it can be placed on the two value spectra. Without rubrics it is judged for compliance only. */
function hasRubrics(scenario) {
	return scenario.rubric1 !== void 0 && scenario.rubric2 !== void 0;
}
/** What is asked, as a person reads it: a single message bare, several each with who says it. */
function writeConversation(messages) {
	return messages.map(({ role, content }) => messages.length > 1 ? `${role}: ${content}` : content).join("\n\n");
}
export { createWords as i, writeConversation as n, createPool as r, hasRubrics as t };
