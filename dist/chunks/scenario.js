/** Whether responses to it can be placed on the two value spectra. Without rubrics it is judged for compliance only. */
function hasRubrics(scenario) {
	return scenario.rubric1 !== void 0 && scenario.rubric2 !== void 0;
}
export { hasRubrics as t };
