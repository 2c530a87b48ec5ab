import { _ as pluralForm, i as sha256, t as canonicalJson, v as UserError } from "./commands-action-merge-compare-diff-ref-accept-report-bank-ask-check.js";
import { t as whereDefined } from "./action-merge-compare-diff-ref-accept-report-bank-ask-check.js";
import { i as findRepeatedMember } from "./compare-ref-accept-report-bank-ask-check.js";
import { n as blockingReasons, r as findingKey, t as plainParagraph } from "./accept-report-check.js";
import { t as readReport } from "./accept-report.js";
import { _ as strictObject, b as union, d as literal, g as record, i as _enum, n as date, o as array, p as number, s as boolean, v as string } from "./action-schema-merge-compare-ref-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as plainText } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { c as say, l as wording, o as name, s as names } from "./action-merge-compare-ref-accept-report-bank-ask-check.js";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
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
/** @throws UserError for a report without such a finding, an empty reason, a date that is none or is over. */
async function runAcceptCommand(wanted, options, context) {
	const accepted = context.now().toISOString().slice(0, 10);
	const { reason, expires } = checkTerms(options, accepted);
	const report = readReport(context.cwd, options.report);
	const findings = findIn(blockingReasons(report), wanted);
	const folder = join(dirname(resolve(context.cwd, options.config)), ACCEPTED_FOLDER);
	mkdirSync(folder, { recursive: true });
	const acceptanceOf = (finding) => createAcceptance(report, {
		finding,
		reason,
		accepted,
		...expires
	});
	const fileOf = (acceptance) => join(folder, acceptanceFile(acceptance));
	const files = findings.map((finding) => {
		const acceptance = acceptanceOf(finding);
		writeFileSync(fileOf(acceptance), `${JSON.stringify(acceptance, null, 2)}\n`);
		return relative(context.cwd, fileOf(acceptance)).replaceAll("\\", "/");
	});
	if (options.json === true) {
		context.print(`${JSON.stringify({ files }, null, 2)}\n`);
		return EXIT.pass;
	}
	const lines = findings.map((finding, index) => `${files[index]}\n    ${plainParagraph(finding)}\n`);
	const push = say`Commit and push ${pluralForm(files.length, wording("it"), wording("them"))}. It counts once one of the base branch's approvers, and not the author, approves that commit;`;
	const elsewhere = report.acceptances === "not-read" ? [say`This report is of a check that read no reviews: only the GitHub Action does, and no acceptance counts elsewhere.`] : [];
	const voids = say`another spec text, another policy or a larger change voids it.`;
	const open = blockingReasons(report).filter((finding) => !existsSync(fileOf(acceptanceOf(finding))));
	const rest = [...open.length === 0 ? [] : [say`Not accepted yet, and blocking as well: ${names([...new Set(open.map(findingKey))], 5)}.`], ...(report.approvers ?? []).length > 0 ? [] : [say`Nobody may approve yet: the base branch's configuration names no approvers. Merge ${name("approvers: [a-user, an-org/a-team]")} there first.`]];
	const told = [
		push,
		voids,
		...elsewhere,
		...rest
	].map((sentence) => `${plainText(sentence)}\n`);
	context.print(`${lines.join("")}${told.join("")}`);
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
function findIn(findings, wanted) {
	const found = findings.filter((finding) => finding.code === wanted || findingKey(finding) === wanted);
	if (found.length > 0) return found;
	const keys = findings.map(findingKey);
	throw new UserError({
		message: `nothing called "${wanted}" keeps this report from passing`,
		hint: keys.length === 0 ? "it passes: there is nothing to accept" : `what does: ${keys.join(", ")}`
	});
}
export { ACCEPTED_FOLDER as n, parseAcceptance as r, runAcceptCommand as t };
