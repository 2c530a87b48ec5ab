import { K as parseConfig, w as loadSpec } from "./bank-ask-check.js";
import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as findRepository } from "./action-ask-check.js";
import { Ht as resolveRef } from "./ask-check.js";
import { r as readSpecFiles } from "./diff-bank-ask-check.js";
import { relative, resolve } from "node:path";
/** @throws UserError where there is no repository, ref, config or spec. */
async function loadSpecAtRef(ref, options) {
	const root = await findRepository(options.cwd);
	if (root === void 0) throw new UserError({
		message: `there is no file ${ref}`,
		hint: "outside a git repository both sides are files"
	});
	const source = {
		kind: "commit",
		repo: root,
		sha: await resolveRef(root, ref)
	};
	const configFile = relative(root, resolve(options.cwd, options.config)).replaceAll("\\", "/");
	const [file] = await readSpecFiles(source, [configFile]);
	const config = parseConfig({
		file: configFile,
		text: file.text
	});
	return loadSpec(source, {
		configFile,
		config: {
			...config,
			clauses: options.clauses ?? config.clauses
		}
	});
}
export { loadSpecAtRef as t };
