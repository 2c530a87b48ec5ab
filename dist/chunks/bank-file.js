import { i as createBank, n as readLightBank, o as readBank } from "./light-bank.js";
import "./files.js";
import { t as makeFolder } from "./make-folder.js";
import { n as openFile, t as openAgain } from "./open-file.js";
import { r as readAt } from "./tight-heap.js";
import { dirname } from "node:path";
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, renameSync, truncateSync, writeFileSync, writeSync } from "node:fs";
/**
* Opens a bank to add to; a file that is not there is made with the first line. What stands behind the last line end was
* torn by a kill if it is no whole scenario, and is dropped: its answers are in the store. A large bank is read without being held.
* @throws UserError for lines that are no scenarios. `name` is the path shown to people.
*/
async function openGrowingBank(path, name) {
	const { kept, lacksEnd } = existsSync(path) ? wholeLinesOf(path) : {
		kept: 0,
		lacksEnd: false
	};
	const bank = kept === 0 ? createBank(name, []) : await readBeginning({
		path,
		name,
		bytes: kept
	});
	let file;
	const open = () => {
		makeFolder(dirname(path));
		if (existsSync(path)) truncateSync(path, kept);
		const opened = openSync(path, "a");
		if (lacksEnd) writeSync(opened, "\n");
		return opened;
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
async function readBeginning({ path, name, bytes }) {
	const source = await openFile(path, name);
	try {
		const beginning = {
			...source,
			byteLength: bytes
		};
		return await (bytes > 16777216 ? readLightBank(beginning, {
			readAgain: openAgain(path, name),
			without: "scored"
		}) : readBank(beginning));
	} finally {
		await source.close();
	}
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
/** Bytes up to the last line end; or all of them, where the last line is whole JSON and lacks its end only. */
function wholeLinesOf(path) {
	const file = openSync(path, "r");
	try {
		const { size } = fstatSync(file);
		for (let length = Math.min(size, PIECE);; length = Math.min(size, 2 * length)) {
			const tail = Buffer.alloc(length);
			readAt(file, tail, size - length);
			const end = tail.lastIndexOf(LF);
			if (end === -1 && length < size) continue;
			const last = tail.subarray(end + 1);
			if (last.length > 0 && isJson(last.toString("utf8"))) return {
				kept: size,
				lacksEnd: true
			};
			return {
				kept: size - last.length,
				lacksEnd: false
			};
		}
	} finally {
		closeSync(file);
	}
}
const PIECE = 65536;
const LF = 10;
function isJson(text) {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
export { replaceFile as n, openGrowingBank as t };
