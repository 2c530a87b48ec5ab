/** Whether responses to it can be placed on the two value spectra. Without rubrics it is judged for compliance only. */
function hasRubrics(scenario) {
	return scenario.rubric1 !== void 0 && scenario.rubric2 !== void 0;
}
/** What is asked, as a person reads it: a single message bare, several each with who says it. */
function writeConversation(messages) {
	return messages.map(({ role, content }) => messages.length > 1 ? `${role}: ${content}` : content).join("\n\n");
}
export { writeConversation as n, hasRubrics as t };
