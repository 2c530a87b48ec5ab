import { n as parseBank } from "./parse-bank.js";
import { t as makeFolder } from "./make-folder.js";
import { dirname } from "node:path";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from "node:fs";
/**
* Opens a bank to add to; a file that is not there is made with the first line. What stands behind the last line end was
* torn by a kill if it is no whole scenario, and is dropped: its answers are in the store.
* @throws UserError for lines that are no scenarios. `name` is the path shown to people.
*/
function openGrowingBank(path, name) {
	const before = existsSync(path) ? readFileSync(path, "utf8") : "";
	const text = dropTornLine(before);
	const bank = parseBank({
		file: name,
		text
	});
	let file;
	const open = () => {
		makeFolder(dirname(path));
		if (text !== before) writeFileSync(path, text);
		return openSync(path, "a");
	};
	return {
		bank,
		append: (line) => {
			file ??= open();
			writeSync(file, `${line}\n`);
		},
		close: () => {
			if (file !== void 0) closeSync(file);
			file = void 0;
		}
	};
}
/** Replaces a file in one step: a reader, or a kill, finds the old text or the new one. */
function replaceFile(path, text) {
	makeFolder(dirname(path));
	const next = `${path}.${process.pid}.tmp`;
	const file = openSync(next, "w");
	try {
		writeFileSync(file, text);
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
	renameSync(next, path);
}
/** The text up to its last line end, or with the end its last line lacks where that line is whole JSON. */
function dropTornLine(text) {
	const last = text.slice(text.lastIndexOf("\n") + 1);
	if (last === "") return text;
	try {
		JSON.parse(last);
		return `${text}\n`;
	} catch {
		return text.slice(0, text.length - last.length);
	}
}
export { replaceFile as n, openGrowingBank as t };
