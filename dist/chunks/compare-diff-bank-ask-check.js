import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { a as nearestName } from "./compare-diff-report-bank-ask-check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as readAt } from "./merge-compare-diff-bank-ask-check.js";
import { t as keepHeapTight } from "./commands-action-merge-compare-diff-bank-ask-check.js";
import { closeSync, openSync } from "node:fs";
import { basename, dirname } from "node:path";
import { open, readdir, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
const CHUNK = 1 << 20;
/** The source with its content unpacked where it is gzip, told by its first bytes; else as it is. */
async function unpackGzip(source) {
	const [first, second] = new Uint8Array(await source.slice(0, Math.min(2, source.byteLength)));
	if (first !== 31 || second !== 139) return source;
	return {
		...source,
		unpacked: () => unpack(source)
	};
}
async function* unpack(source) {
	const packed = Readable.from(piecesOf(source));
	const unpacked = packed.pipe(createGunzip());
	packed.on("error", (error) => unpacked.destroy(error));
	try {
		for await (const piece of unpacked) yield piece;
	} catch (error) {
		if (error instanceof UserError) throw error;
		const reason = error instanceof Error ? error.message : String(error);
		throw new UserError({
			message: `a damaged gzip file: ${reason}`,
			place: { file: source.name }
		});
	} finally {
		packed.destroy();
	}
}
async function* piecesOf(source) {
	for (let start = 0; start < source.byteLength; start += CHUNK) yield new Uint8Array(await source.slice(start, Math.min(start + CHUNK, source.byteLength)));
}
/** Larger files are read piece by piece and never held in memory. */
const LARGE = 67108864;
/** Bytes read at once when lines are read again one after another: those that follow are likely to be asked for next. */
const READ_AHEAD = 1 << 18;
/**
* Reads parts of a file again after it was read once, at any time and in any order. The file is opened for each read, so that
* nothing stays open; the bytes last read stay at hand. @throws UserError where they are not there any more.
*/
function openAgain(path, name) {
	let begin = 0;
	let held = 0;
	let buffer = Buffer.alloc(0);
	return ({ offset, bytes }) => {
		if (offset < begin || offset + bytes > begin + held) {
			const isNext = offset >= begin && offset <= begin + Math.max(held, READ_AHEAD);
			if (buffer.length < bytes) buffer = Buffer.alloc(Math.max(bytes, READ_AHEAD));
			held = readPart(path, offset, isNext ? buffer : buffer.subarray(0, bytes));
			begin = offset;
		}
		if (offset + bytes > begin + held) throw new UserError({
			message: "became shorter while it was read",
			place: { file: name }
		});
		return buffer.toString("utf8", offset - begin, offset - begin + bytes);
	};
}
/** Fills the buffer from `offset`, as far as the file goes; gives how many bytes there were. */
function readPart(path, offset, buffer) {
	const file = openSync(path, "r");
	try {
		return readAt(file, buffer, offset);
	} finally {
		closeSync(file);
	}
}
/** Opens a file under the name people know it by. @throws UserError where there is none, or it is a Git LFS pointer. */
async function openFile(path, name = path) {
	const fail = (message, hint) => {
		throw new UserError({
			message,
			...whereDefined({ hint }),
			place: { file: name }
		});
	};
	const stats = await stat(path).catch(async () => fail("no such file", await whichFile(path)));
	if (stats.isDirectory()) fail("a folder; name the files in it");
	if (!stats.isFile()) fail("not a regular file");
	const file = await open(path, "r");
	const source = {
		name,
		byteLength: stats.size,
		async slice(start, end = stats.size) {
			if (stats.size > LARGE) keepHeapTight();
			const buffer = new ArrayBuffer(end - start);
			let done = 0;
			while (done < buffer.byteLength) {
				const { bytesRead } = await file.read(new Uint8Array(buffer), done, buffer.byteLength - done, start + done);
				if (bytesRead === 0) fail("became shorter while it was read");
				done += bytesRead;
			}
			return buffer;
		},
		close: () => file.close()
	};
	try {
		await refusePointer(source);
		return await unpackGzip(source);
	} catch (error) {
		await source.close();
		throw error;
	}
}
/** Of the files beside it the one that was probably meant. */
async function whichFile(path) {
	const beside = await readdir(dirname(path)).catch(() => []);
	const near = nearestName(basename(path), beside);
	return near === void 0 ? "the name is read from the folder that the command is run in" : `did you mean ${near}?`;
}
const POINTER = "version https://git-lfs.github.com/spec/";
/** @throws UserError where the source is the pointer that a checkout without Git LFS has in a file's place. */
async function refusePointer(source) {
	const begin = await source.slice(0, Math.min(40, source.byteLength));
	if (Buffer.from(begin).toString("latin1") !== POINTER) return;
	throw new UserError({
		message: "a Git LFS pointer, not the file itself",
		hint: "Fetch it with git lfs pull, then try again.",
		place: { file: source.name }
	});
}
export { unpackGzip as i, openFile as n, refusePointer as r, openAgain as t };
