import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as sha256, t as canonicalJson, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { _ as strictObject, b as union, d as literal, g as record, i as _enum, n as date, o as array, p as number, s as boolean, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { i as findRepeatedMember } from "./compare-accept-report-bank-ask-check.js";
import { r as findingKey } from "./accept-report-check.js";
/** Where acceptances lie, from the config's folder. */
const ACCEPTED_FOLDER = ".spec-gate/accepted";
const LARGEST_FILE = 65536;
const Hash = string().regex(/^[0-9a-f]{8,64}$/);
const Value = union([
	string(),
	number(),
	boolean(),
	array(string())
]);
const AcceptanceSchema = strictObject({
	schema: literal("spec-gate/acceptance@1"),
	finding: string().min(1).max(300),
	comparison: _enum([
		"target",
		"prompt",
		"model",
		"none"
	]),
	/** Hashes of both spec texts and of the policy: another text or policy voids it. */
	base: Hash,
	head: Hash,
	policy: Hash,
	models: strictObject({
		base: array(string()),
		head: array(string())
	}),
	/** What was accepted, as the finding gave it. */
	numbers: record(string(), Value),
	reason: string().trim().min(1).max(2e3),
	accepted: date(),
	/** The last day it holds, UTC. */
	expires: date().optional()
});
/** An acceptance of one finding of a report. */
function createAcceptance(report, given) {
	const { finding, reason, accepted, expires } = given;
	return {
		schema: "spec-gate/acceptance@1",
		finding: findingKey(finding),
		comparison: report.comparison,
		base: report.base.specHash,
		head: report.head.specHash,
		policy: report.policyHash,
		models: {
			base: [...report.base.models],
			head: [...report.head.models]
		},
		numbers: Object.fromEntries(Object.entries(finding.args).map(([name, value]) => [name, typeof value === "object" ? [...value] : value])),
		reason,
		accepted,
		...whereDefined({ expires })
	};
}
/** The file's name: the same finding of the same comparison has one file. */
function acceptanceFile({ finding, base, head, policy, models }) {
	const id = sha256(canonicalJson({
		finding,
		base,
		head,
		policy,
		models
	})).slice(0, 12);
	return `${finding.split(":", 1)[0].replaceAll(/[^\w-]/g, "_")}-${id}.json`;
}
/** @throws UserError for what is no acceptance. */
function parseAcceptance({ file, text }) {
	if (text.length > LARGEST_FILE) throw new UserError({
		message: "larger than any acceptance",
		place: { file }
	});
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		throw new UserError({
			message: "not JSON",
			hint: "spec-gate accept writes these files",
			place: { file }
		});
	}
	const repeated = findRepeatedMember(text);
	if (repeated !== void 0) {
		const { reason, line, column } = repeated;
		throw new UserError({
			message: `not an acceptance: ${reason}`,
			place: {
				file,
				line,
				column
			}
		});
	}
	const checked = AcceptanceSchema.safeParse(value);
	if (checked.success) return checked.data;
	throw new UserError(checked.error.issues.map(({ path, message }) => ({
		message: `not an acceptance: ${path.join(".") || "the whole file"}: ${message}`,
		hint: "spec-gate accept writes these files",
		place: { file }
	})));
}
export { parseAcceptance as i, acceptanceFile as n, createAcceptance as r, ACCEPTED_FOLDER as t };
