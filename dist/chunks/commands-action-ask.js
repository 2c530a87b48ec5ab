/** `2/8`; undefined for anything else. */
function parseShard(text) {
	const [, number, of] = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text) ?? [];
	const shard = {
		number: Number(number),
		of: Number(of)
	};
	return number === void 0 || shard.number > shard.of ? void 0 : shard;
}
/** A prompt's own words, however short the question: what every call costs beside it, in characters. */
const OVERHEAD = 2e3;
/**
* The scenarios of one part, in the bank's order. The dearest go first, each to the part that is cheapest so far (longest
* processing time first, Graham 1969: at most a third above the best split); equal ones by their ids, so that the order of the
* bank's lines makes no difference.
*/
function takeShard(scenarios, { number, of }) {
	const loads = Array.from({ length: of }, () => 0);
	const own = /* @__PURE__ */ new Set();
	const dearest = scenarios.map((scenario) => ({
		id: scenario.id,
		cost: costOf(scenario)
	})).sort((one, other) => other.cost - one.cost || (one.id < other.id ? -1 : 1));
	for (const { id, cost } of dearest) {
		const least = loads.indexOf(Math.min(...loads));
		loads[least] += cost;
		if (least === number - 1) own.add(id);
	}
	return scenarios.filter(({ id }) => own.has(id));
}
function costOf({ messages, rubric1, rubric2 }) {
	return [
		...messages.map(({ content }) => content),
		...rubric1 ?? [],
		...rubric2 ?? []
	].reduce((sum, text) => sum + text.length, OVERHEAD);
}
export { takeShard as n, parseShard as t };
