/** Whether the change can alter what a judge or model understands, so that scenarios have to test it. */
function isSubstantive(change) {
	return change.kind === "added" || change.kind === "removed" || change.edited;
}
export { isSubstantive as t };
