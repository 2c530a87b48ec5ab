import { t as UserError } from "./errors.js";
import { _ as string, a as array, b as unknown, d as looseObject, f as number, h as record, o as boolean, r as _enum, u as literal } from "./schemas.js";
import { dirname, join, resolve } from "node:path";
import { existsSync, readFileSync, statSync } from "node:fs";
const Finding = looseObject({
	code: string(),
	args: record(string(), unknown()),
	severity: _enum([
		"error",
		"warning",
		"notice"
	])
});
const Side = looseObject({
	ref: string(),
	specHash: string(),
	clauses: number(),
	models: array(string())
});
const Rows = array(looseObject({}));
/** What every renderer reads without asking; a part that only some reports have is checked where it is used. */
const ReportShape = looseObject({
	schema: literal("spec-gate/report@1"),
	simulated: boolean(),
	comparison: _enum([
		"target",
		"prompt",
		"model",
		"none"
	]),
	verdict: looseObject({
		status: _enum([
			"pass",
			"fail",
			"inconclusive"
		]),
		reasons: array(Finding)
	}),
	base: Side,
	head: Side,
	policyHash: string(),
	changes: Rows,
	selection: Rows,
	untested: Rows,
	endpoints: record(string(), looseObject({
		status: string(),
		scenarios: number()
	})),
	clauses: Rows,
	models: Rows,
	judges: looseObject({
		panel: Rows,
		base: looseObject({}),
		head: looseObject({})
	}),
	conflicts: Rows,
	scenarios: Rows,
	outliers: Rows,
	findings: array(Finding),
	rounds: Rows,
	needed: looseObject({ calls: number() }),
	notes: array(Finding)
});
/** Files of ours that are mistaken for a report, by the beginning of their `schema`. */
const OTHERS = [
	[
		"spec-gate/nightly@",
		"a night's result, not a check's report",
		"night.html beside it is made to be read"
	],
	[
		"spec-gate/run@",
		"what a run did, not what it found",
		"name the report.json beside it"
	],
	[
		"spec-gate/evidence@",
		"a run's evidence, not its report",
		"name the report.json beside it, or run spec-gate analyze on it"
	]
];
function anotherFile(parsed) {
	const schema = looseObject({ schema: string() }).safeParse(parsed).data?.schema ?? "";
	const found = OTHERS.find(([beginning]) => schema.startsWith(beginning));
	if (found === void 0) return void 0;
	const [, what, way] = found;
	return {
		message: `this is ${what}`,
		hint: way
	};
}
/** @throws UserError for what is no report of this version. */
function parseReport({ file, text }) {
	let parsed;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw new UserError({
			message: "not JSON",
			hint: "name the report.json that spec-gate check wrote",
			place: { file }
		});
	}
	const another = anotherFile(parsed);
	if (another !== void 0) throw new UserError({
		...another,
		place: { file }
	});
	const checked = ReportShape.safeParse(parsed);
	if (checked.success) return parsed;
	throw new UserError(checked.error.issues.map(({ path, message }) => ({
		message: `not a report of this version: ${path.join(".") || "the whole file"}: ${message}`,
		place: { file }
	})));
}
/** A report's file, or the folder that a check wrote it to. @throws UserError where there is none, or it is no report of this version. */
function readReport(cwd, named) {
	const file = reportFile(cwd, named);
	let text;
	try {
		text = readFileSync(resolve(cwd, file), "utf8");
	} catch {
		const isNight = existsSync(resolve(cwd, dirname(file), "night.json"));
		throw new UserError(isNight ? {
			message: `${dirname(file)} holds a night, not a check's report`,
			hint: `open ${join(dirname(file), "night.html")}`
		} : {
			message: `there is no report ${file}`,
			hint: "spec-gate check writes spec-gate-report/report.json"
		});
	}
	return parseReport({
		file,
		text
	});
}
/** The path of the report that is meant, from `cwd`. */
function reportFile(cwd, named) {
	return statSync(resolve(cwd, named), { throwIfNoEntry: false })?.isDirectory() === true ? join(named, "report.json") : named;
}
export { reportFile as n, readReport as t };
