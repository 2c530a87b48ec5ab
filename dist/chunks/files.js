import { t as UserError } from "./errors.js";
import { join, relative } from "node:path";
import { lstat, open, realpath } from "node:fs/promises";
const EXPORT = "export it as Markdown or plain text";
/** The first bytes as Latin-1. */
const KINDS = [
	{
		begins: "ÿþ",
		message: "UTF-16, not UTF-8",
		hint: "save it as UTF-8"
	},
	{
		begins: "þÿ",
		message: "UTF-16, not UTF-8",
		hint: "save it as UTF-8"
	},
	{
		begins: "%PDF-",
		message: "a PDF, no plain text",
		hint: EXPORT
	},
	{
		begins: "PK",
		message: "a zip archive (Word and LibreOffice write such), no plain text",
		hint: EXPORT
	},
	{
		begins: "ÐÏà",
		message: "a document of an office program, no plain text",
		hint: EXPORT
	},
	{
		begins: "{\\rtf",
		message: "Rich Text, no plain text",
		hint: EXPORT
	},
	{
		begins: "",
		message: "packed with gzip",
		hint: "unpack it"
	}
];
function describeNoText(bytes) {
	const beginning = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
	return KINDS.find(({ begins }) => beginning.startsWith(begins));
}
/** Largest file read, in bytes. The largest published spec has 0.25 MB. */
const LARGEST_FILE = 16777216;
/**
* A file below `root` by its path from there. Links, and what lies behind a linked folder, are refused as in a commit, so
* nothing from outside the root is read.
* @throws UserError naming the file.
*/
async function readTextInside(root, path) {
	const place = {
		file: path,
		line: 1,
		column: 1
	};
	const full = join(root, path);
	const stats = await lstat(full).catch(ignoreMissing);
	const problem = stats === void 0 ? { message: "no such file" } : await refuse(root, full, stats);
	if (problem !== void 0) throw new UserError({
		...problem,
		place
	});
	return decodeText(await readBounded(full), path);
}
/**
* As `readTextInside`, of a file that may be too large to be read whole: its text, or its full path.
* @throws UserError naming the file.
*/
async function readOrFindInside(root, path) {
	const full = join(root, path);
	const stats = await lstat(full).catch(ignoreMissing);
	if (stats === void 0 || stats.size <= 16777216) return { text: await readTextInside(root, path) };
	const problem = await refuse(root, full, stats);
	if (problem !== void 0) throw new UserError({
		...problem,
		place: {
			file: path,
			line: 1,
			column: 1
		}
	});
	return { full };
}
/** A pipe's text, no more of it than of a file. @throws UserError naming it. */
async function readTextStream(stream, name) {
	const chunks = [];
	let length = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > 16777216) return decodeText(void 0, name);
	}
	return decodeText(Buffer.concat(chunks), name);
}
/** Bytes as text. `bytes` is undefined for a file that was too large to read. @throws UserError naming the file. */
function decodeText(bytes, file) {
	const fail = (problem, line = 1) => {
		throw new UserError({
			...problem,
			place: {
				file,
				line,
				column: 1
			}
		});
	};
	if (bytes === void 0) return fail({ message: `larger than ${LARGEST_FILE / 1024 / 1024} MB` });
	const other = describeNoText(bytes);
	if (other !== void 0) return fail({
		message: other.message,
		hint: other.hint
	});
	const nul = bytes.indexOf(0);
	const hint = "save it as UTF-8";
	if (nul >= 0) return fail({
		message: "a NUL byte: this is no UTF-8 text",
		hint
	}, lineAt(bytes, nul));
	let text;
	try {
		text = new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM: true
		}).decode(bytes);
	} catch {
		return fail({
			message: "not valid UTF-8",
			hint
		}, lineAt(bytes, firstInvalid(bytes)));
	}
	if (text.startsWith("version https://git-lfs.github.com/spec/")) return fail({
		message: "a Git LFS pointer, not the text itself",
		hint: "keep spec and bank in git, not in LFS"
	});
	return text;
}
async function refuse(root, full, stats) {
	if (stats.isSymbolicLink()) return {
		message: "a symbolic link",
		hint: "name the file it points to"
	};
	if (stats.isDirectory()) return {
		message: "a folder",
		hint: "name its files with a glob, such as docs/**/*.md"
	};
	if (!stats.isFile()) return { message: "not a regular file" };
	return relative(await realpath(root), await realpath(full)) !== relative(root, full) ? {
		message: "behind a symbolic link",
		hint: "name the folder it points to"
	} : void 0;
}
/** Reads one byte more than allowed at most, so that a file that grows meanwhile is found out too. */
async function readBounded(path) {
	const file = await open(path, "r");
	try {
		const { size } = await file.stat();
		if (size > 16777216) return void 0;
		const buffer = Buffer.alloc(size + 1);
		let length = 0;
		for (;;) {
			const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
			length += bytesRead;
			if (bytesRead === 0 || length === buffer.length) break;
		}
		return buffer.subarray(0, Math.min(length, size));
	} finally {
		await file.close();
	}
}
function ignoreMissing(error) {
	if (error.code === "ENOENT" || error.code === "ENOTDIR") return void 0;
	throw error;
}
function lineAt(bytes, offset) {
	let line = 1;
	for (let at = 0; at < offset; at += 1) if (bytes[at] === 10) line += 1;
	return line;
}
/** Offset of the first line that does not decode. */
function firstInvalid(bytes) {
	let start = 0;
	while (start < bytes.length) {
		const next = bytes.indexOf(10, start);
		const end = next < 0 ? bytes.length : next + 1;
		try {
			new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, end));
		} catch {
			return start;
		}
		start = end;
	}
	return start;
}
export { readTextStream as a, readTextInside as i, decodeText as n, readOrFindInside as r, LARGEST_FILE as t };
