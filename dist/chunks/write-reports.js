import { t as UserError } from "./errors.js";
import { a as renderJunit, o as renderJson, r as renderSarif, s as renderHtml, t as openExplorer } from "./open-explorer.js";
import { t as makeFolder } from "./make-folder.js";
import { join } from "node:path";
import { accessSync, constants, writeFileSync } from "node:fs";
/** Makes the folder of the reports before anything is paid for. @throws UserError where it cannot be written. */
function openReportFolder(folder) {
	try {
		makeFolder(folder);
		accessSync(folder, constants.W_OK);
	} catch (error) {
		const reason = error.code ?? String(error);
		throw new UserError({
			message: `reports cannot be written to ${folder} (${reason})`,
			hint: "name another folder with --output-dir"
		});
	}
	return folder;
}
/** run.json alone: for a run that ended without a report. */
function writeRunRecord(folder, run) {
	const path = join(folder, "run.json");
	writeFileSync(path, `${JSON.stringify(run, null, 2)}\n`);
	return path;
}
/**
* report.json, report.html, report.junit.xml, report.sarif, evidence.jsonl and run.json in `folder`, which is made if it
* is not there. A further comparison of the same run has its `name` in the names of its files: report.models.json.
*/
function writeReports(folder, result) {
	makeFolder(folder);
	const middle = result.name === void 0 ? "" : `.${result.name}`;
	const paths = {
		json: join(folder, `report${middle}.json`),
		html: join(folder, `report${middle}.html`),
		run: writeRunRecord(folder, result.run),
		evidence: join(folder, `evidence${middle}.jsonl`)
	};
	writeFileSync(paths.json, renderJson(result));
	writeFileSync(paths.html, renderHtml({
		...result,
		...openExplorer(result)
	}));
	writeFileSync(join(folder, `report${middle}.junit.xml`), renderJunit(result));
	writeFileSync(join(folder, `report${middle}.sarif`), renderSarif(result));
	writeFileSync(paths.evidence, result.evidence);
	return paths;
}
export { writeReports as n, writeRunRecord as r, openReportFolder as t };
