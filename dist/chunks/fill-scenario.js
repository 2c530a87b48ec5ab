import { a as whereDefined } from "./action-stats-diff-report-check.js";
/** Whether both ask the same: only then are they two accounts of one scenario. */
function asksTheSame(a, b) {
	return JSON.stringify(a.messages) === JSON.stringify(b.messages);
}
/**
* `known` with what only `brought` says. Links and topics of `known` stay as they are where it has any; each map of its
* scores likewise, but rulings are added model by model and judge by judge.
*/
function fillScenario(known, brought) {
	const scored = fillScored(known.scored, brought.scored);
	const sameValues = known.value1 === brought.value1 && known.value2 === brought.value2;
	const hasNoValues = known.value1 === void 0 && known.rubric1 === void 0;
	return {
		...sameValues || hasNoValues ? valuesOf(brought) : {},
		...whereDefined({
			disagreement: brought.disagreement,
			source: brought.source
		}),
		...known,
		clauses: known.clauses.length > 0 ? known.clauses : brought.clauses,
		topics: known.topics.length > 0 ? known.topics : brought.topics,
		...whereDefined({ scored })
	};
}
function valuesOf({ value1, value2, nudge, rubric1, rubric2 }) {
	return { ...whereDefined({
		value1,
		value2,
		nudge,
		rubric1,
		rubric2
	}) };
}
function fillScored(known, brought) {
	if (known === void 0 || brought === void 0) return known ?? brought;
	const compliance = new Map(Object.entries(brought.compliance ?? {}));
	for (const [model, rulings] of Object.entries(known.compliance ?? {})) compliance.set(model, {
		...compliance.get(model),
		...rulings
	});
	return {
		...brought,
		...known,
		...compliance.size > 0 && { compliance: Object.fromEntries(compliance) }
	};
}
export { fillScenario as n, asksTheSame as t };
