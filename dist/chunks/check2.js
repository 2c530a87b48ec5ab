import { n as rankReports, r as runChange, t as worstExitCode } from "./exit-code.js";
import { a as SYSTEM_CLOCK, n as openRun, t as createProgress } from "./progress.js";
import { d as recordingKey, f as serializeRecording } from "./load-project.js";
import { r as openSegmentStore } from "./segment-store.js";
import { t as renderJson } from "./json.js";
import { n as renderTerminal } from "./terminal.js";
import { t as createPaint } from "./paint.js";
import { n as prepareSides, t as loadSides } from "./sides.js";
import { n as writeReports, r as writeRunRecord, t as openReportFolder } from "./write-reports.js";
import { dirname, relative, resolve } from "node:path";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
/** Begins the file anew and appends each answer as it comes in; an answer that was used twice is written once. */
function openRecordingFile(path) {
	const written = /* @__PURE__ */ new Set();
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, "");
	return (request, completion) => {
		const key = recordingKey(request);
		if (written.has(key)) return;
		written.add(key);
		appendFileSync(path, `${serializeRecording(request, completion)}\n`);
	};
}
async function runCheckCommand(options, door) {
	const sides = await loadSides({
		...options,
		cwd: door.cwd
	});
	const { checks, project } = prepareSides(sides);
	const store = openSegmentStore(resolve(sides.root, options.store ?? project.config.storePath), { now: door.now() });
	const progress = createProgress({
		write: door.remark,
		isTerminal: door.progress.isTerminal,
		now: door.monotonic
	});
	const onAnswer = options.record === void 0 ? {} : { onAnswer: openRecordingFile(resolve(door.cwd, options.record)) };
	const run = openRun({
		project,
		store,
		progress,
		signal: door.signal,
		clock: SYSTEM_CLOCK,
		env: door.env,
		...onAnswer
	});
	const disclosure = options.disclose === void 0 ? {} : { disclosure: options.disclose };
	const folder = openReportFolder(resolve(door.cwd, options.outputDir ?? project.config.outputDir));
	const found = await runChange(checks, {
		project,
		run
	}, {
		...disclosure,
		grounds: [],
		notes: []
	}).catch((error) => {
		writeRunRecord(folder, run.close());
		throw error;
	});
	const record = run.close();
	const views = rankReports(found).map(({ name, report, evidence }, index) => {
		const files = {
			report,
			evidence,
			run: record,
			...index === 0 ? {} : { name }
		};
		return {
			report,
			run: record,
			reportPath: relative(door.cwd, writeReports(folder, files).html)
		};
	});
	const paint = createPaint(door.output.colour);
	door.print(options.json === true ? views.slice(0, 1).map(renderJson).join("") : views.map((view) => renderTerminal(view, {
		paint,
		width: door.output.columns
	})).join("\n"));
	return worstExitCode(views.map(({ report }) => report), project.config.onInconclusive);
}
export { runCheckCommand };
