import { l as SYSTEM_CLOCK, n as openRun, t as createProgress } from "./progress.js";
/** Close it. */
function openCommandRun(options, door) {
	const { project, store, afterFailure, onAnswer } = options;
	return openRun({
		project,
		store,
		...afterFailure === void 0 ? {} : { afterFailure },
		...onAnswer === void 0 ? {} : { onAnswer },
		progress: createProgress({
			write: door.remark,
			isTerminal: door.progress.isTerminal,
			now: door.monotonic
		}),
		signal: door.signal,
		clock: SYSTEM_CLOCK,
		env: door.env
	});
}
export { openCommandRun as t };
