import { _ as pluralForm, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { n as acceptanceFile, r as createAcceptance, t as ACCEPTED_FOLDER } from "./accept-check.js";
import { n as blockingReasons, r as findingKey, t as plainParagraph } from "./accept-report-check.js";
import { t as readReport } from "./accept-report.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { c as name, d as wording, l as names, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
/** @throws UserError for a report without such a finding, an empty reason, a date that is none or is over. */
async function runAcceptCommand(wanted, options, context) {
	const accepted = context.now().toISOString().slice(0, 10);
	const { reason, expires } = checkTerms(options, accepted);
	const report = readReport(context.cwd, options.report);
	const findings = [...new Set(wanted.flatMap((one) => findIn(blockingReasons(report), one)))];
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
export { runAcceptCommand as t };
