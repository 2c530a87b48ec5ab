import { v as UserError } from "./commands-action-merge-compare-diff-ref-accept-report-bank-ask-check.js";
import { d as trustRepository, l as runGit, m as UntrustedError, p as GitError } from "./action-diff-ref-bank-ask-check.js";
import { isAbsolute, relative, sep } from "node:path";
/**
* Where a folder's repository starts, or undefined outside of one. `trustWithin` is a folder that somebody else made for
* this run (a container job's workspace): a repository in it is used although another user owns it.
* @throws UserError in a bare repository: there is no file to gate
*/
async function findRepository(folder, options = {}) {
	try {
		return (await runGit(folder, ["rev-parse", "--show-toplevel"])).toString("utf8").replace(/\r?\n$/, "");
	} catch (error) {
		if (error instanceof UserError && /not a git repository/.test(error.message)) return void 0;
		if (error instanceof UntrustedError && isWithin(error.folder, options.trustWithin) && trustRepository(error.folder)) return findRepository(folder);
		if (error instanceof GitError && /must be run in a work tree/.test(error.stderr)) throw new UserError({
			message: "this is a repository without its files (a bare one, or its .git folder)",
			hint: "run it in a clone or a checkout: git worktree add ../checkout makes one",
			place: { file: folder }
		});
		throw error;
	}
}
function isWithin(folder, parent) {
	if (parent === void 0) return false;
	const path = relative(parent, folder);
	return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
export { findRepository as t };
