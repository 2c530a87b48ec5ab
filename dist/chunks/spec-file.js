import { n as readSpecFiles } from "./read-spec.js";
import { c as parseSpec } from "./files.js";
import { basename, dirname, resolve } from "node:path";
/** `path` is looked for from `cwd`, and is how the report names the file. @throws UserError for a file that is not there, or not a spec. */
async function loadSpecFile(path, { cwd, clauses }) {
	const full = resolve(cwd, path);
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
