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
/** What `read` makes of each. @throws UserError with the problems of all that cannot be read, after those in `known`. */
function readEach(items, read, known = []) {
	const problems = [...known];
	const values = items.flatMap((item) => {
		try {
			return [read(item)];
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problems.push(...error.problems);
			return [];
		}
	});
	if (problems.length > 0) throw new UserError(problems);
	return values;
}
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
export { readEach as i, formatPlace as n, formatProblem as r, UserError as t };
