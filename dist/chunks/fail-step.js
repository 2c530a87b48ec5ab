import { t as whereDefined } from "./where-defined.js";
import { t as EXIT } from "./exit-code.js";
import { n as formatPlace, r as formatProblem, t as UserError } from "./errors.js";
import { n as stripCommands } from "./safe-log.js";
import { t as describeDiskError } from "./write-whole.js";
import { n as writeHeadline } from "./headline.js";
import { t as plainText } from "./plain-text.js";
/** One of the ten errors GitHub shows is the step's own; so many are left for problems. */
const MOST_PROBLEMS = 9;
/** Marks the step as failed by its verdict. */
async function failStep(report) {
	const { setFailed } = await import("./core2.js");
	setFailed(`${report.verdict.status === "fail" ? "Spec Gate fails this change" : "Spec Gate cannot decide this change"}: ${plainText(writeHeadline(report).says)}`);
}
/** Marks the step as failed before there was a verdict: exit 3 for what the user can mend, 4 for a bug. */
async function failWithError(error) {
	const core = await import("./core2.js");
	const disk = describeDiskError(error);
	if (disk !== void 0) {
		core.setFailed(`${stripCommands(disk)}; there is no verdict (exit ${EXIT.usage})`);
		return EXIT.usage;
	}
	if (!(error instanceof UserError)) {
		const stack = error instanceof Error ? error.stack ?? error.message : String(error);
		core.setFailed(`This is a bug in Spec Gate; please report it with what follows.\n${stripCommands(stack)}`);
		return EXIT.bug;
	}
	for (const problem of error.problems.slice(0, MOST_PROBLEMS)) {
		const { file, line, column } = problem.place ?? {};
		core.error(stripCommands(formatProblem(problem)), {
			title: "Spec Gate: configuration",
			...file !== void 0 && line !== void 0 && { file },
			...whereDefined({
				startLine: line,
				startColumn: column
			})
		});
	}
	const { length } = error.problems;
	const more = length > MOST_PROBLEMS ? `, ${length - MOST_PROBLEMS} of them not shown` : "";
	const [first] = error.problems;
	const place = formatPlace(first?.place);
	const summary = length === 1 ? `1 problem${place === "" ? "" : ` at ${stripCommands(place)}`}` : `${length} problems`;
	core.setFailed(`Spec Gate is not set up: ${summary}${more}; there is no verdict (exit ${EXIT.usage})`);
	return EXIT.usage;
}
export { failWithError as n, failStep as t };
