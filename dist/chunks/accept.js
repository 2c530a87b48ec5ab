import { _ as pluralForm, v as UserError } from "./commands-action-stats-diff-report-check.js";
import { n as acceptanceFile, r as createAcceptance, t as ACCEPTED_FOLDER } from "./acceptance.js";
import { C as blockingReasons, o as plainParagraph, w as findingKey } from "./report-check.js";
import { m as readReport } from "./report.js";
import { t as EXIT } from "./cli-commands-action-schema-stats-diff-report-check.js";
import { S as wording, t as plainText, x as say } from "./action-stats-report-check.js";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
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
export { runAcceptCommand };
