import { _ as pluralForm, i as sha256, t as canonicalJson, v as UserError } from "./commands-action-merge-compare-diff-ref-accept-report-bank-ask-check.js";
import { t as whereDefined } from "./action-merge-compare-diff-ref-accept-report-bank-ask-check.js";
import { n as blockingReasons, r as findingKey, t as plainParagraph } from "./accept-report-check.js";
import { t as readReport } from "./accept-report.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { _ as strictObject, b as union, d as literal, g as record, i as _enum, n as date, o as array, p as number, s as boolean, v as string } from "./action-schema-merge-compare-ref-accept-report-bank-ask-check.js";
import { t as plainText } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { c as say, l as wording } from "./action-merge-compare-ref-accept-report-bank-ask-check.js";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
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
	const checked = AcceptanceSchema.safeParse(value);
	if (checked.success) return checked.data;
	throw new UserError(checked.error.issues.map(({ path, message }) => ({
		message: `not an acceptance: ${path.join(".") || "the whole file"}: ${message}`,
		hint: "spec-gate accept writes these files",
		place: { file }
	})));
}
/** @throws UserError for a report without such a finding, an empty reason, a date that is none or is over. */
async function runAcceptCommand(name, options, context) {
	const accepted = context.now().toISOString().slice(0, 10);
	const { reason, expires } = checkTerms(options, accepted);
	const report = readReport(context.cwd, options.report);
	const findings = findIn(blockingReasons(report), name);
	const folder = join(dirname(resolve(context.cwd, options.config)), ACCEPTED_FOLDER);
	mkdirSync(folder, { recursive: true });
	const files = findings.map((finding) => {
		const acceptance = createAcceptance(report, {
			finding,
			reason,
			accepted,
			...expires
		});
		const file = join(folder, acceptanceFile(acceptance));
		writeFileSync(file, `${JSON.stringify(acceptance, null, 2)}\n`);
		return relative(context.cwd, file).replaceAll("\\", "/");
	});
	if (options.json === true) {
		context.print(`${JSON.stringify({ files }, null, 2)}\n`);
		return EXIT.pass;
	}
	const lines = findings.map((finding, index) => `${files[index]}\n    ${plainParagraph(finding)}\n`);
	const push = say`Commit and push ${pluralForm(files.length, wording("it"), wording("them"))}. It counts once one of the base branch's approvers, and not the author, approves that commit;`;
	const voids = say`another spec text, another policy or a larger change voids it.`;
	context.print(`${lines.join("")}${plainText(push)}\n${plainText(voids)}\n`);
	return EXIT.pass;
}
function checkTerms({ reason, expires }, today) {
	if (reason.trim() === "") throw new UserError({
		message: "--reason is empty",
		hint: "say why the change is intended"
	});
	if (expires === void 0) return {
		reason,
		expires: {}
	};
	if (!(/^\d{4}-\d{2}-\d{2}$/.test(expires) && !Number.isNaN(Date.parse(expires)))) throw new UserError({
		message: `--expires ${expires}: expected a date`,
		hint: "such as 2027-01-31"
	});
	if (expires < today) throw new UserError({ message: `--expires ${expires} is over already` });
	return {
		reason,
		expires: { expires }
	};
}
/** By its code (all findings of that kind) or by its whole name. */
function findIn(findings, name) {
	const found = findings.filter((finding) => finding.code === name || findingKey(finding) === name);
	if (found.length > 0) return found;
	const names = findings.map(findingKey);
	throw new UserError({
		message: `nothing called "${name}" keeps this report from passing`,
		hint: names.length === 0 ? "it passes: there is nothing to accept" : `what does: ${names.join(", ")}`
	});
}
export { ACCEPTED_FOLDER as n, parseAcceptance as r, runAcceptCommand as t };
