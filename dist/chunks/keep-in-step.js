import { t as createConcurrency } from "./concurrency.js";
import { t as makeFolder } from "./make-folder.js";
import { join } from "node:path";
import { createWriteStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";
const SEGMENT_NAME = /^[A-Za-z0-9][\w.-]{0,120}\.jsonl$/;
/** Bytes. */
const LARGEST_SEGMENT = 536870912;
/** Whether a file of that name can be a segment of a store. */
function isSegmentName(name) {
	return SEGMENT_NAME.test(name);
}
/** `asked`: what for, as in "read". */
function explainStoreRefusal(error, address) {
	const { name, message, $metadata } = error;
	switch (name) {
		case "CredentialsProviderError": return `${address}: no credentials were found (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role)`;
		case "NoSuchBucket": return `${address}: there is no such bucket at this endpoint`;
		case "AccessDenied":
		case "Forbidden": return `${address}: these credentials may not do this`;
		case "InvalidAccessKeyId":
		case "SignatureDoesNotMatch":
		case "ExpiredToken": return `${address}: the credentials are not taken (${name})`;
		default: {
			const status = $metadata?.httpStatusCode;
			return `${address}: ${message === "" || message === void 0 ? name : message}${status === void 0 ? "" : ` (${status})`}`;
		}
	}
}
/** Requests at once. */
const AT_ONCE = 8;
/** Bytes of one object: a longer segment is sent in pieces, so that none has to be held whole. */
const PIECE = 67108864;
const NEWLINE = 10;
/**
* Copies the objects that the folder lacks into it; gives back how many. Objects whose name is not a segment's are left
* alone.
*/
async function fetchSegments(objects, folder) {
	const here = await sizesOf(folder);
	const wanted = (await objects.list()).filter(({ name, size }) => isSegmentName(name) && size <= 536870912 && !isHere(here, name, size));
	if (wanted.length > 0) makeFolder(folder);
	const places = createConcurrency({ max: AT_ONCE });
	await Promise.all(wanted.map(({ name }) => places.run(async () => {
		const path = join(folder, name);
		const torn = `${path}.${process.pid}.tmp`;
		try {
			await pipeline$1(Readable.from(await objects.read(name)), createWriteStream(torn, { flags: "wx" }));
			await rename(torn, path);
		} finally {
			await rm(torn, { force: true });
		}
	})));
	return wanted.length;
}
/** Sends what the objects lack of the folder's segments, whole lines of each; gives back how many objects were written. */
async function sendSegments(objects, folder) {
	const here = await sizesOf(folder);
	if (here.size === 0) return 0;
	const there = new Map((await objects.list()).map(({ name, size }) => [name, size]));
	const places = createConcurrency({ max: AT_ONCE });
	return (await Promise.all([...here].map(([name, size]) => places.run(() => sendOne(objects, {
		path: join(folder, name),
		name,
		size,
		there
	}))))).reduce((sum, pieces) => sum + pieces, 0);
}
async function sendOne(objects, segment) {
	const { path, name, size, there } = segment;
	let from = 0;
	for (let sent = there.get(name); sent !== void 0 && sent > 0; sent = there.get(pieceName(name, from))) from += sent;
	if (from >= size) return 0;
	const file = await open(path);
	let written = 0;
	try {
		while (from < size) {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(PIECE, size - from)), { position: from });
			const lines = buffer.subarray(0, buffer.subarray(0, bytesRead).lastIndexOf(NEWLINE) + 1);
			if (lines.length === 0) break;
			if (await objects.writeNew(pieceName(name, from), lines) === "written") written += 1;
			from += lines.length;
		}
	} finally {
		await file.close();
	}
	return written;
}
/** What follows byte `from` of a segment, which had grown since its beginning was sent, is an object of its own. */
function pieceName(name, from) {
	return from === 0 ? name : name.replace(/(?:\.[a-z]+)?\.jsonl$/, (end) => `.from-${from}${end}`);
}
/** Whether the folder has an object: under its name, or as a piece of the segment it was sent from. */
function isHere(here, name, size) {
	if (here.has(name)) return true;
	const [, from] = /\.from-(\d+)(?:\.[a-z]+)?\.jsonl$/.exec(name) ?? [];
	if (from === void 0) return false;
	return (here.get(name.replace(`.from-${from}`, "")) ?? 0) >= Number(from) + size;
}
/** Bytes of the segments of a folder, by name; of none where there is no folder. */
async function sizesOf(folder) {
	const sizes = /* @__PURE__ */ new Map();
	const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
		if (error.code === "ENOENT") return [];
		throw error;
	});
	for (const entry of entries) if (entry.isFile() && isSegmentName(entry.name)) sizes.set(entry.name, (await stat(join(folder, entry.name))).size);
	return sizes;
}
export { isSegmentName as a, LARGEST_SEGMENT as i, sendSegments as n, explainStoreRefusal as r, fetchSegments as t };
