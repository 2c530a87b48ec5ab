import { t as createAppender } from "./cli-commands-action-merge-bank-ask-check.js";
import { closeSync, lstatSync, openSync, rmSync, statSync, writeFileSync } from "node:fs";
const SAYS = {
	ENOSPC: "the disk is full",
	EDQUOT: "the disk quota is used up",
	EFBIG: "the file is too large for the disk",
	EROFS: "the disk is read-only",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EIO: "the disk fails",
	EMFILE: "too many files are open",
	ENFILE: "too many files are open"
};
/** What the system says of a disk or a right that is missing, in words; undefined for every other error. */
function describeDiskError(error) {
	const { code, path } = error ?? {};
	if (typeof code !== "string" || !Object.hasOwn(SAYS, code)) return void 0;
	return `${typeof path === "string" ? `${path} ` : ""}cannot be written or read: ${SAYS[code]} (${code})`;
}
function takeAway(path) {
	try {
		rmSync(path, { force: true });
	} catch {}
}
function writePieces(path, pieces) {
	const file = openSync(path, "w");
	try {
		const out = createAppender(file);
		for (const piece of pieces) out.append(Buffer.from(piece));
		out.flush();
	} finally {
		closeSync(file);
	}
}
/**
* Whether a link stands there that leads to a file, or to where one would be made: a checkout may bring it along, and what is
* written through it lands wherever its author likes. A device (/dev/null) is nobody's file.
*/
function isLinkToFile(path) {
	if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return false;
	const target = statSync(path, { throwIfNoEntry: false });
	return target === void 0 || target.isFile();
}
/**
* Writes files that say what is known already (long ones in pieces), each of them whole or not at all: half a report would be read for one. Gives
* what could not be written, in words; what was found stands without it. Nothing is written through a link.
*/
function writeWhole(files) {
	return files.flatMap(([path, text]) => {
		if (isLinkToFile(path)) return [`${path} is not written: a symbolic link stands in its place; remove it first`];
		try {
			if (typeof text === "string") writeFileSync(path, text);
			else writePieces(path, text);
			return [];
		} catch (error) {
			takeAway(path);
			const says = describeDiskError({
				...error,
				path
			});
			if (says === void 0) throw error;
			return [says];
		}
	});
}
export { writeWhole as n, describeDiskError as t };
