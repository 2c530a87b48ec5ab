/** Bad input or setup: carries every problem found, not only the first. The doors print it and exit with 3. */
var UserError = class extends Error {
	problems;
	constructor(problems) {
		const all = "message" in problems ? [problems] : problems;
		super(all.map(formatProblem).join("\n"));
		this.name = "UserError";
		this.problems = all;
	}
};
/** `file:line:column`, as far as it is known; an empty string without a place. */
function formatPlace(place) {
	if (place === void 0) return "";
	return [
		place.file,
		place.line,
		place.column
	].filter((part) => part !== void 0).join(":");
}
/** One problem as a person reads it: the place, what is wrong, and on a second line how to mend it. */
function formatProblem(problem) {
	const place = formatPlace(problem.place);
	const first = place === "" ? problem.message : `${place}  ${problem.message}`;
	return problem.hint === void 0 ? first : `${first}\n    ${problem.hint}`;
}
export { formatPlace as n, formatProblem as r, UserError as t };
