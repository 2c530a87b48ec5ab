import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { Gn as loadWorkingProject, Kn as openCommandRun, Wn as batchFolderOf, pr as openBatchFile } from "./ask-check.js";
import { t as createStoreSigner } from "./commands-action-merge-ask-check.js";
import { c as renderNightPart, f as renderNightText, i as tellWebhook, n as holdNightPart, r as nightExitCode, s as dateOfNight, t as holdNight } from "./hold-night.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as createPaint } from "./compare-diff-report-bank-check.js";
import { join, relative } from "node:path";
async function runNightlyCommand(options, context) {
	const given = readDate(options.date, context.now());
	const working = await loadWorkingProject(options, context);
	const { project, spec, storeFolder, outputFolder } = working;
	const batches = options.batch === true && options.date === void 0 ? openBatchFile([storeFolder], () => context.now().getTime()) : void 0;
	const date = batches === void 0 ? given : dateOfNight(batches, {
		config: project.configFile,
		date: given
	});
	const remark = (text) => context.remark(`${text}\n`);
	const means = {
		project,
		run: openCommandRun({
			...working,
			...batchFolderOf(options, working),
			unattended: true
		}, context)
	};
	const signer = createStoreSigner(context.storeSecret);
	const place = {
		folders: [storeFolder],
		signer,
		output: outputFolder,
		remark,
		warn: remark
	};
	const night = {
		spec,
		date,
		now: context.now(),
		...whereDefined({ acceptAnchor: options.acceptAnchor })
	};
	if (options.shard !== void 0) {
		const part = await holdNightPart(means, place, {
			...night,
			shard: options.shard
		});
		context.print(options.json === true ? `${JSON.stringify(part, null, 2)}\n` : renderNightPart(part));
		return EXIT.pass;
	}
	const { result, record } = await holdNight(means, place, night);
	const isLeft = record.stopped === "batch";
	if (record.stopped === void 0) batches?.noteNight({
		config: project.configFile,
		date
	}, "over");
	const problem = isLeft ? void 0 : await tellWebhook(result.report, project, context.env);
	if (problem !== void 0) remark(problem);
	context.print(options.json === true ? `${JSON.stringify(result.report, null, 2)}\n` : renderNightText(result.report, {
		paint: createPaint(context.output.colour),
		width: context.output.columns
	}));
	remark(`Open      ${relative(context.cwd, join(outputFolder, "night.html"))}`);
	return isLeft ? EXIT.pass : nightExitCode(result.report);
}
function readDate(given, now) {
	const date = given ?? now.toISOString().slice(0, 10);
	if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && (/* @__PURE__ */ new Date(`${date}T00:00:00Z`)).toISOString().startsWith(date)) return date;
	throw new UserError({
		message: `--date ${date} is no day`,
		hint: "write it as YYYY-MM-DD"
	});
}
export { runNightlyCommand };
