import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { existsSync, realpathSync, rmSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
/**
* Makes the folder of `output-dir`, empty where it lies in the checkout: a pull request may bring the folder along, with
* links in it that our files would be written through. To be called once, before anything is written.
* @throws UserError for a folder outside of the checkout and the job's temporary folder, for one with or within a `.git`,
* and for one that cannot be made.
*/
function openOutputFolder({ root, temp, inputs }) {
	const folder = resolve(root, inputs.outputDir);
	makeOutput(folder, inputs.outputDir);
	const real = realpathSync(folder);
	if (![root, temp].some((allowed) => isInside(realpathSync(allowed), real))) throw new UserError({
		message: `input output-dir: ${inputs.outputDir} lies outside of the checkout`,
		hint: "name a folder below it, such as spec-gate-report"
	});
	const [checkout, job] = [realpathSync(root), realpathSync(temp)];
	if (!isInside(checkout, real)) return folder;
	if (real.split(sep).includes(".git") || existsSync(join(real, ".git")) || job === real || isInside(real, job)) throw new UserError({
		message: `input output-dir: ${inputs.outputDir} is not a folder for reports alone, which is emptied first`,
		hint: "name one that nothing else is in, such as spec-gate-report"
	});
	rmSync(folder, {
		recursive: true,
		force: true
	});
	makeOutput(folder, inputs.outputDir);
	return folder;
}
/** Where a file or a broken link stands in the way, the user can mend it. */
function makeOutput(folder, name) {
	try {
		makeFolder(folder);
	} catch (error) {
		const reason = error.code ?? String(error);
		throw new UserError({ message: `input output-dir: ${name} cannot be made (${reason})` });
	}
}
function isInside(parent, path) {
	const way = relative(parent, path);
	return way !== "" && !way.startsWith("..") && !isAbsolute(way);
}
export { openOutputFolder as t };
