import { t as whereDefined } from "./where-defined.js";
import { l as SYSTEM_CLOCK, n as openRun, t as createProgress } from "./progress.js";
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
			now: context.monotonic
		}),
		signal: context.signal,
		clock: SYSTEM_CLOCK,
		env: context.env
	});
}
export { openCommandRun as t };
