import { n as readSpecFiles } from "./read-spec.js";
import { c as parseSpec } from "./files.js";
import { basename, dirname, resolve } from "node:path";
/** @throws UserError for a file that is not there, or not a spec. */
async function loadSpecFile(path, clauses) {
	const full = resolve(path);
	const files = await readSpecFiles({
		kind: "worktree",
		root: dirname(full)
	}, [basename(full)]);
	return parseSpec(files.map(({ text }) => ({
		file: path.replaceAll("\\", "/"),
		text
	})), { clauses });
}
export { loadSpecFile as t };
