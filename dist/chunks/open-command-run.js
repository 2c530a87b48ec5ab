import { t as whereDefined } from "./where-defined.js";
import { n as repeatEvery, r as openRun, t as createProgress, u as SYSTEM_CLOCK } from "./progress.js";
/** Close it. */
function openCommandRun(options, context) {
	const { project, store, afterFailure, onAnswer, offline } = options;
	return openRun({
		project,
		store,
		...whereDefined({
			afterFailure,
			onAnswer,
			offline
		}),
		progress: createProgress({
			write: context.remark,
			isTerminal: context.progress.isTerminal,
			now: context.monotonic,
			every: repeatEvery
		}),
		signal: context.signal,
		clock: SYSTEM_CLOCK,
		env: context.env
	});
}
export { openCommandRun as t };
