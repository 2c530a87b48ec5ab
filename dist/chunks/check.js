import { t as judgeChange } from "./run-change.js";
import { t as UserError } from "./errors.js";
import { b as recordingKey, x as serializeRecording } from "./load-project.js";
import { t as makeFolder } from "./make-folder.js";
import { n as readValueCategories } from "./value-categories.js";
import { o as renderJson } from "./open-explorer.js";
import { t as renderTerminal } from "./terminal.js";
import { t as worstExitCode } from "./exit-code2.js";
import { r as openCommandStore, t as batchFolderOf } from "./working-project.js";
import { n as createPaint } from "./paint.js";
import { a as listTree, s as resolveRef } from "./git.js";
import { d as isSegmentName } from "./keep-in-step.js";
import { n as prepareSides, t as loadSides } from "./sides.js";
import { n as openReportFolder, r as writeReports, t as describeUnwritten } from "./write-reports.js";
import { t as openCommandRun } from "./open-command-run.js";
import { basename, dirname, relative, resolve } from "node:path";
import { appendFileSync, writeFileSync } from "node:fs";
/**
* Begins the file anew and appends each answer as it comes in; an answer that was used twice is written once.
* @throws UserError where the file cannot be written.
*/
function openRecordingFile(path) {
	const written = /* @__PURE__ */ new Set();
	try {
		makeFolder(dirname(path));
		writeFileSync(path, "");
	} catch (error) {
		const reason = error.code ?? String(error);
		throw new UserError({
			message: `${path} cannot be written (${reason})`,
			hint: "name another file with --record"
		});
	}
	return (request, completion) => {
		const key = recordingKey(request);
		if (written.has(key)) return;
		written.add(key);
		appendFileSync(path, `${serializeRecording(request, completion)}\n`);
	};
}
/** @throws UserError for a store that holds files of the commit at hand: whoever wrote that may have made them up. */
async function refuseCommittedStore(root, storeFolder) {
	const folder = relative(root, storeFolder).replaceAll("\\", "/");
	const brought = (await listTree(root, await resolveRef(root, "HEAD"))).find(({ path }) => path.startsWith(`${folder}/`) && isSegmentName(basename(path)));
	if (brought === void 0) return;
	throw new UserError({
		message: "this commit holds stored answers, and nobody can say who gave them: no change is judged on answers of its own",
		hint: `git rm --cached -r ${folder}, put it into .gitignore, and let your service keep the folder between runs`,
		place: { file: brought.path }
	});
}
async function runCheckCommand(options, context) {
	const sides = await loadSides({
		...options,
		cwd: context.cwd
	});
	const { checks, project } = prepareSides(sides);
	const place = {
		root: sides.root,
		config: project.config,
		given: options.store
	};
	const { store, storeFolder } = await openCommandStore(place, context);
	const onAnswer = options.record === void 0 ? {} : { onAnswer: openRecordingFile(resolve(context.cwd, options.record)) };
	if (options.basePolicy === true && context.storeSecret === void 0) await refuseCommittedStore(sides.root, storeFolder);
	const run = openCommandRun({
		project,
		store,
		...onAnswer,
		...batchFolderOf(options, { storeFolder })
	}, context);
	const disclosure = options.disclose === void 0 ? {} : { disclosure: options.disclose };
	const folder = openReportFolder(resolve(context.cwd, options.outputDir ?? project.config.outputDir));
	const categories = checks.models === void 0 ? {} : { categories: await readValueCategories(context.packageRoot) };
	const { reports, record } = await judgeChange(checks, {
		project,
		run,
		folder
	}, {
		...disclosure,
		...categories,
		grounds: sides.grounds ?? [],
		notes: sides.notes ?? []
	});
	const views = reports.map(({ name, report, evidence }, index) => {
		const files = {
			report,
			evidence,
			run: record,
			...index !== 0 && { name }
		};
		const written = writeReports(folder, files);
		context.remark(describeUnwritten(written.unwritten));
		return {
			report,
			run: record,
			reportPath: relative(context.cwd, written.html)
		};
	});
	const paint = createPaint(context.output.colour);
	context.print(options.json === true ? views.slice(0, 1).map(renderJson).join("") : views.map((view) => renderTerminal(view, {
		paint,
		width: context.output.columns
	})).join("\n"));
	return worstExitCode(views.map(({ report }) => report), project.config.onInconclusive);
}
export { runCheckCommand };
