import { dirname, resolve } from "node:path";
import { mkdirSync, statSync } from "node:fs";
/** Leaves a folder that is there as it is. @throws the system's error, with its code, where it cannot be made. */
function makeFolder(folder) {
	const missing = [];
	for (let path = resolve(folder); !isThere(path); path = dirname(path)) missing.unshift(path);
	if (missing.length === 0 && !isFolder(folder)) missing.push(folder);
	for (const path of missing) makeOne(path);
}
function makeOne(path) {
	try {
		mkdirSync(path);
	} catch (error) {
		if (error.code !== "EEXIST" || !isFolder(path)) throw error;
	}
}
function isThere(path) {
	return statSync(path, { throwIfNoEntry: false }) !== void 0;
}
function isFolder(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
export { makeFolder as t };
