import { t as whereDefined } from "./where-defined.js";
import { l as isPlainId, n as openRun, t as createProgress, u as repeatEvery } from "./progress.js";
import { _ as string, a as array, g as strictObject, h as record, u as literal } from "./schemas.js";
import { n as datetime } from "./iso.js";
import { t as SYSTEM_CLOCK } from "./system-clock.js";
import { n as replaceFile } from "./bank-file.js";
import { s as plural } from "./format-numbers.js";
import { join } from "node:path";
import { existsSync, readFileSync } from "node:fs";
const DAY_MS = 864e5;
const File = strictObject({
	schema: literal("spec-gate/batches@1"),
	batches: array(strictObject({
		server: string(),
		batch: string().refine(isPlainId),
		model: string(),
		at: datetime(),
		items: record(string(), string())
	}))
});
/** A file that is none of ours is as if it were not there: its batches are then asked anew. */
function openBatchFile(folder, now) {
	const path = join(folder, "batches.json");
	const read = () => {
		if (!existsSync(path)) return [];
		try {
			const { batches } = File.parse(JSON.parse(readFileSync(path, "utf8")));
			return batches.filter(({ at }) => now() - Date.parse(at) < 28 * DAY_MS);
		} catch {
			return [];
		}
	};
	const write = (batches) => {
		replaceFile(path, `${JSON.stringify({
			schema: "spec-gate/batches@1",
			batches
		})}\n`);
	};
	return {
		read,
		add: (record) => write([...read(), record]),
		remove: ({ server, batch }) => write(read().filter((one) => one.server !== server || one.batch !== batch))
	};
}
function describeBatch(event) {
	const { batch, calls } = event;
	switch (event.kind) {
		case "submitted": return `batch ${batch}: ${plural(calls, "call")} submitted; this may take hours, and may be ended and run again meanwhile`;
		case "resumed": return `batch ${batch}: ${plural(calls, "call")} submitted earlier, waited for`;
		case "over": return `batch ${batch}: ${event.answered} of ${plural(calls, "call")} answered`;
		default: return event;
	}
}
/** Close it. */
function openCommandRun(options, context) {
	const { project, store, afterFailure, onAnswer, offline, batchFolder } = options;
	const batches = batchFolder === void 0 ? void 0 : openBatchFile(batchFolder, () => SYSTEM_CLOCK.now());
	return openRun({
		project,
		store,
		...whereDefined({
			afterFailure,
			onAnswer,
			offline,
			batches
		}),
		onBatch: (event) => context.remark(`${describeBatch(event)}\n`),
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
