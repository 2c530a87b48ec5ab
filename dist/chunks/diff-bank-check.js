import { g as parseSpec, r as readSpecFiles, s as readTextStream } from "./diff-bank-ask-check.js";
import { basename, dirname, resolve } from "node:path";
/** A spec from a pipe. @throws UserError for what is not a spec. */
async function loadSpecStream(name, stream, clauses) {
	return parseSpec([{
		file: name,
		text: await readTextStream(stream, name)
	}], { clauses });
}
/** `path` is looked for from `cwd`, and is how the report names the file. @throws UserError for a file that is not there, or not a spec. */
async function loadSpecFile(path, { cwd, ...options }) {
	const full = resolve(cwd, path);
	const files = await readSpecFiles({
		kind: "worktree",
		root: dirname(full)
	}, [basename(full)]);
	return parseSpec(files.map(({ text }) => ({
		file: path.replaceAll("\\", "/"),
		text
	})), options);
}
export { loadSpecStream as n, loadSpecFile as t };
