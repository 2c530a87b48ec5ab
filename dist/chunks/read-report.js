import { t as UserError } from "./errors.js";
import { a as array, d as number, h as string, l as literal, o as boolean, p as record, r as _enum, u as looseObject, v as unknown } from "./schemas.js";
import { resolve } from "node:path";
import { readFileSync } from "node:fs";
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
	const checked = ReportShape.safeParse(parsed);
	if (checked.success) return parsed;
	throw new UserError(checked.error.issues.map(({ path, message }) => ({
		message: `not a report of this version: ${path.join(".") || "the whole file"}: ${message}`,
		place: { file }
	})));
}
/** @throws UserError where there is none, or it is no report of this version. */
function readReport(cwd, file) {
	let text;
	try {
		text = readFileSync(resolve(cwd, file), "utf8");
	} catch {
		throw new UserError({
			message: `there is no report ${file}`,
			hint: "spec-gate check writes spec-gate-report/report.json"
		});
	}
	return parseReport({
		file,
		text
	});
}
export { readReport as t };
