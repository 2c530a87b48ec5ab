import { t as whereDefined } from "./where-defined.js";
import { d as repeatEvery, l as writeBatch, n as openRun, t as createProgress, u as openBatchFile } from "./progress.js";
import { t as SYSTEM_CLOCK } from "./system-clock.js";
import { t as plainText } from "./plain-text.js";
/** Close it. */
function openCommandRun(options, context) {
	const { project, store, afterFailure, onAnswer, offline, batchFolder, patience, unattended } = options;
	const batches = batchFolder === void 0 ? void 0 : openBatchFile([batchFolder], () => SYSTEM_CLOCK.now());
	return openRun({
		project,
		store,
		...whereDefined({
			afterFailure,
			onAnswer,
			offline,
			batches,
			patience,
			unattended
		}),
		onBatch: (event) => context.remark(`${plainText(writeBatch(event))}\n`),
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
