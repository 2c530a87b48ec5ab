import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { d as trustRepository, l as runGit, m as UntrustedError, p as GitError, t as createConcurrency } from "./action-diff-bank-ask-check.js";
import { _ as isSegmentName, a as readPruned, c as isPrunedFile, t as dropPruned } from "./action-merge-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { createWriteStream } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline as pipeline$1 } from "node:stream/promises";
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
/** `address` is what was asked, as people write it. */
function explainStoreRefusal(error, address) {
	return `${address}: ${writeRefusal(error)}`;
}
/** Names as S3 and what speaks its protocol give them; what is not known is told as it came. */
function writeRefusal({ name, message = "", code, $metadata }) {
	switch (name) {
		case "CredentialsProviderError": return "no credentials were found (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or a role)";
		case "NoSuchBucket": return "there is no such bucket at this endpoint";
		case "InvalidBucketName": return "this is no name of a bucket";
		case "AccessDenied":
		case "AllAccessDisabled":
		case "Forbidden": return "these credentials may not do this";
		case "InvalidAccessKeyId":
		case "SignatureDoesNotMatch": return `the credentials are not taken (${name})`;
		case "ExpiredToken":
		case "ExpiredTokenException":
		case "TokenRefreshRequired":
		case "RequestExpired": return `the credentials have expired: get new ones (${name})`;
		case "InvalidToken": return "the session token is not one of these credentials (AWS_SESSION_TOKEN)";
		case "RequestTimeTooSkewed": return "this machine's clock differs too much from the server's";
		case "PermanentRedirect":
		case "IllegalLocationConstraintException": return writeRegion(message);
		case "AuthorizationHeaderMalformed":
			if (/\bregion\b/i.test(message)) return writeRegion(message);
			break;
		case "SlowDown":
		case "ServiceUnavailable":
		case "TooManyRequests":
		case "Throttling":
		case "ThrottlingException": return "the server is too busy; try again later";
		case "TimeoutError": return "it did not answer in time";
	}
	if (message.startsWith("Region is missing")) return "no region is named (`region` beside the address, or AWS_REGION)";
	if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "EAI_AGAIN") return `nothing answers at this endpoint (${code})`;
	if (code === "EPROTO" || code === "ERR_SSL_WRONG_VERSION_NUMBER") return "the endpoint speaks no https: write http:// in `endpoint`, which is for servers of your own";
	if (typeof code === "string" && /CERT|ALTNAME|UNABLE_TO_(GET|VERIFY)/.test(code)) return `its certificate is not trusted (${code}): name a file with that of its authority in NODE_EXTRA_CA_CERTS`;
	if (/\bXML parse error\b|^Deserialization error/.test(message)) return "what answers at this endpoint is no object store";
	const status = $metadata?.httpStatusCode;
	const isOnlyCode = !/\s/.test(message);
	if (status !== void 0 && isOnlyCode) return `${wordsOfStatus(status)} (${[name, status].filter(isTold).join(", ")})`;
	return `${message === "" ? name : message}${status === void 0 ? "" : ` (${status})`}`;
}
/** The SDK's names for a refusal that has none. */
function isTold(part) {
	return part !== "Unknown" && part !== "UnknownError";
}
/** What a status alone says, of a refusal without words. */
function wordsOfStatus(status) {
	if (status === 401 || status === 407) return "the credentials are not taken";
	if (status === 403) return "these credentials may not do this";
	if (status === 404) return "there is nothing at this endpoint";
	if (status === 429) return "the server is too busy; try again later";
	if (status >= 500) return "the server failed; try again later";
	return status < 400 ? "it answers with a redirect, which is not followed" : "it refuses the request";
}
/** Servers put the region in either sort of quotes. */
function writeRegion(message) {
	const [, region] = /expecting ['"]([a-z0-9-]{1,40})['"]/.exec(message) ?? [];
	return `the bucket is ${region === void 0 ? "in another region" : `in ${region}`}: say so with \`region\` beside the address, or AWS_REGION`;
}
/** Requests at once. */
const AT_ONCE = 8;
/** Times an object is asked for where its bytes break off, and how long they may stay away. */
const ATTEMPTS = 3;
const MOST_SILENCE_MS = 6e4;
/** Bytes of one object: a longer segment is sent in pieces, so that none has to be held whole. */
const PIECE = 67108864;
const NEWLINE = 10;
/**
* Copies the objects that the folder lacks into it; gives back how many. Objects whose name is not a segment's are left
* alone, and so are those that were pruned; copies of these go.
*/
async function fetchSegments(objects, folder, mostSilenceMs = MOST_SILENCE_MS) {
	const here = await sizesOf(folder);
	const wanted = (await objects.list()).filter(({ name, size }) => isSegmentName(name) && size <= 536870912 && !isHere(here, name, size));
	if (wanted.length > 0) makeFolder(folder);
	const notes = wanted.filter(({ name }) => isPrunedFile(name));
	await fetchAll(objects, folder, notes, mostSilenceMs);
	dropPruned(folder);
	const isPruned = readPruned([folder]);
	const others = wanted.filter(({ name }) => !isPrunedFile(name) && !isPruned(name));
	await fetchAll(objects, folder, others, mostSilenceMs);
	return notes.length + others.length;
}
async function fetchAll(objects, folder, wanted, mostSilenceMs) {
	const places = createConcurrency({ max: AT_ONCE });
	await Promise.all(wanted.map((object) => places.run(() => fetchOne(objects, {
		...object,
		path: join(folder, object.name),
		mostSilenceMs
	}))));
}
/** A transfer that breaks off is begun again: what is not whole would never be fetched again once it had its name. */
async function fetchOne(objects, { name, size, path, mostSilenceMs }) {
	const torn = `${path}.${process.pid}.tmp`;
	for (let attempt = 1;; attempt += 1) try {
		const found = await objects.read(name);
		if (found === void 0) return;
		const bytes = endSilence(found, name, mostSilenceMs);
		await pipeline$1(Readable.from(bytes), createWriteStream(torn, { flags: "wx" }));
		const came = (await stat(torn)).size;
		if (came !== size) throw new Error(`${name} broke off after ${came} of ${size} bytes`);
		await rename(torn, path);
		return;
	} catch (error) {
		if (attempt >= ATTEMPTS || isRefused(error)) throw error;
	} finally {
		await rm(torn, { force: true });
	}
}
/** What the server will refuse again. */
function isRefused(error) {
	const { $metadata } = error;
	const status = $metadata?.httpStatusCode ?? 0;
	return status >= 400 && status < 500;
}
/** The same bytes; ends with an error where none come for so long. */
async function* endSilence(bytes, name, mostSilenceMs) {
	const pieces = bytes[Symbol.asyncIterator]();
	for (;;) {
		let timer;
		const silence = new Promise((_, reject) => {
			const told = /* @__PURE__ */ new Error(`${name}: nothing came for ${mostSilenceMs / 1e3} seconds`);
			timer = setTimeout(() => reject(told), mostSilenceMs);
		});
		try {
			const next = await Promise.race([pieces.next(), silence]);
			if (next.done === true) return;
			yield next.value;
		} catch (error) {
			Promise.resolve(pieces.return?.()).catch(() => {});
			throw error;
		} finally {
			clearTimeout(timer);
		}
	}
}
/**
* Deletes the objects that the folder's notes say were pruned. Gives back why they are still there, in words, where the server does
* not delete: nobody fetches them any more.
*/
async function removeFromObjects(objects, folder) {
	if (![...(await sizesOf(folder)).keys()].some(isPrunedFile)) return void 0;
	const isPruned = readPruned([folder]);
	const places = createConcurrency({ max: AT_ONCE });
	try {
		const gone = (await objects.list()).filter(({ name }) => isPruned(name));
		await Promise.all(gone.map(({ name }) => places.run(() => objects.remove(name))));
		return;
	} catch (error) {
		return `pruned nights were not deleted, and are not fetched any more: ${explainStoreRefusal(error, objects.address)}`;
	}
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
export { findRepository as a, explainStoreRefusal as i, removeFromObjects as n, sendSegments as r, fetchSegments as t };
