import { i as makeFolder, n as FINISHES } from "./action-merge-bank-ask-check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { _ as strictObject, b as union, d as literal, i as _enum, l as int, o as array, p as number, r as datetime, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { i as sha256, n as hashJson } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { closeSync, fstatSync, openSync, readFileSync, readSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
const SEGMENT_NAME = /^[A-Za-z0-9][\w.-]{0,120}\.jsonl$/;
/** Bytes. */
const LARGEST_SEGMENT = 536870912;
/** Whether a file of that name can be a segment of a store. */
function isSegmentName(name) {
	return SEGMENT_NAME.test(name);
}
const Count = int().min(0);
const Record = strictObject({
	text: string(),
	finish: _enum(FINISHES),
	ending: string().optional(),
	returnedModel: string().optional(),
	fingerprint: string().optional(),
	usage: strictObject({
		inputTokens: Count,
		cachedInputTokens: Count,
		cacheWriteTokens: Count,
		outputTokens: Count
	}),
	adapted: array(string())
});
const Line = strictObject({
	key: string().regex(/^[0-9a-f]{64}$/),
	sum: string(),
	sig: string().optional(),
	record: Record,
	paid: strictObject({
		at: datetime(),
		usd: union([number().min(0), literal("unknown")])
	}).optional(),
	attempt: literal(true).optional()
});
/** The line, without its line end. */
function writeAnswerLine(key, answer, signer) {
	const record = answer.completion;
	const paid = answer.paid && { ...answer.paid };
	const { attempt } = answer;
	const content = contentOf({
		key,
		record,
		paid,
		attempt
	});
	return JSON.stringify({
		key,
		sum: checksum(content),
		sig: signer?.sign(signed$1(content)),
		record,
		paid,
		attempt
	});
}
/** What stands in a line. With a signer only what it has signed is an answer; without one signatures are not looked at. */
function readAnswerLine(line, signer) {
	let parsed;
	try {
		parsed = JSON.parse(line);
	} catch {
		return { status: "unreadable" };
	}
	const checked = Line.safeParse(parsed);
	if (!checked.success) return { status: "unreadable" };
	const { key, sum, sig, record, paid, attempt } = checked.data;
	const content = contentOf({
		key,
		record,
		paid,
		attempt
	});
	if (sum !== checksum(content)) return { status: "unreadable" };
	if (signer !== void 0 && !signer.hasSigned(signed$1(content), sig ?? "")) return { status: "unsigned" };
	return {
		status: "answer",
		key,
		answer: {
			completion: record,
			...whereDefined({
				paid,
				attempt
			})
		},
		...whereDefined({ sig })
	};
}
/** What checksum and signature are of. Answers are as they were before there were attempts, so that old stores are read. */
function contentOf(line) {
	const { key, record, paid, attempt } = line;
	return [
		key,
		record,
		paid ?? null,
		...attempt === void 0 ? [] : ["attempt"]
	];
}
function checksum(content) {
	return hashJson(content).slice(0, 16);
}
/** The same secret signs other records of the store: each says what it is. */
function signed$1(content) {
	return ["answer", content];
}
const PIECE = 1 << 20;
const LF = 10;
const NOTHING$1 = Buffer.alloc(0);
/** No record is longer: answers are bounded by what providers send. */
const LONGEST = 67108864;
/** Lines that are not empty, from a byte on. @throws what the file system says. */
function* readSegmentLines(path, from = 0) {
	const file = openSync(path, "r");
	try {
		const piece = Buffer.allocUnsafe(Math.min(PIECE, Math.max(1, fstatSync(file).size - from)));
		let kept = [];
		let size = 0;
		let begin = from;
		const keep = (part) => {
			size += part.length;
			if (size > LONGEST) kept = [];
			else kept.push(Buffer.from(part));
		};
		const finish = (last, isWhole) => {
			size += last.length;
			const whole = kept.length === 0 ? last : Buffer.concat([...kept, last]);
			const line = {
				text: size > LONGEST ? void 0 : whole.toString("utf8"),
				offset: begin,
				bytes: size,
				isWhole
			};
			[kept, begin, size] = [
				[],
				begin + size + 1,
				0
			];
			return line;
		};
		for (let at = from;;) {
			const read = readSync(file, piece, 0, piece.length, at);
			if (read === 0) break;
			at += read;
			let start = 0;
			for (let end = piece.indexOf(LF); end !== -1 && end < read; end = piece.indexOf(LF, start)) {
				const line = finish(piece.subarray(start, end), true);
				if (line.bytes > 0) yield line;
				start = end + 1;
			}
			if (start < read) keep(piece.subarray(start, read));
		}
		if (size > 0) yield finish(NOTHING$1, false);
	} finally {
		closeSync(file);
	}
}
const ATTEMPT = 1;
const PAID = 2;
/** Writes record number `index` (48 bytes) into the buffer; `key` is a SHA-256 in hex, of which half is kept. */
function writeRecord(into, index, { key, offset, bytes, answer }) {
	const at = index * 48;
	const { paid, attempt } = answer;
	into.write(key.slice(0, 32), at, "hex");
	into.writeDoubleLE(offset, at + 16);
	into.writeUInt32LE(bytes, at + 24);
	into.writeUInt32LE((attempt === true ? ATTEMPT : 0) | (paid === void 0 ? 0 : PAID), at + 28);
	into.writeDoubleLE(paid === void 0 ? 0 : Date.parse(paid.at), at + 32);
	into.writeDoubleLE(typeof paid?.usd === "number" ? paid.usd : 0, at + 40);
}
/** All segments as one list, in their order, which is searched without unpacking it. */
function joinRecords(segments) {
	const bytes = segments.reduce((sum, { length }) => sum + length, 0);
	const all = Buffer.from(new ArrayBuffer(bytes + 48));
	const ends = [];
	let end = 0;
	for (const records of segments) {
		records.copy(all, end);
		end += records.length;
		ends.push(end / 48);
	}
	const words = new Uint32Array(all.buffer);
	const numbers = new Float64Array(all.buffer);
	const count = bytes / 48;
	return {
		count,
		hashOf: (record) => words[12 * record],
		isSameKey: (record, other) => {
			const [one, two] = [12 * record, 12 * other];
			return words[one] === words[two] && words[one + 1] === words[two + 1] && words[one + 2] === words[two + 2] && words[one + 3] === words[two + 3];
		},
		isAttempt: (record) => (words[12 * record + 7] & ATTEMPT) !== 0,
		paidAt: (record) => (words[12 * record + 7] & PAID) === 0 ? void 0 : numbers[6 * record + 4],
		usdOf: (record) => numbers[6 * record + 5],
		placeOf: (record) => ({
			segment: ends.findIndex((past) => record < past),
			offset: numbers[6 * record + 2],
			bytes: words[12 * record + 6]
		}),
		ask: (key) => {
			all.write(key.slice(0, 32), bytes, "hex");
			return count;
		}
	};
}
/** Smaller segments are read whole in some milliseconds. */
const LEAST_BYTES = 262144;
/**
* Bytes at the beginning of a segment and at the end of its indexed part, whose hash shows whether the index belongs to
* it.
*/
const SAMPLE = 4096;
const Header = strictObject({
	schema: literal("spec-gate/segment-index@1"),
	/** Bytes of the segment that are indexed: all of its whole lines. */
	bytes: int().min(0),
	sample: string(),
	count: int().min(0),
	unreadable: int().min(0),
	unsigned: int().min(0),
	records: string(),
	sig: string().optional()
});
/** Where the index of a segment lies: beside it. */
function indexPathOf(segment) {
	return `${segment}.index`;
}
/** The segment's records: by its index as far as that is its own and current, and by reading what came after. */
function openIndexedSegment(path, { signer, indexes, held }) {
	const { size } = statSync(path);
	const isIndexed = indexes === "beside" && size >= LEAST_BYTES;
	const known = isIndexed ? readIndex(path, signer) : void 0;
	if (known !== void 0 && known.bytes === size) return {
		path,
		...known
	};
	const found = indexLines(path, {
		signer,
		held
	}, known ?? NOTHING);
	if (isIndexed) writeIndex(path, signer, found);
	return {
		path,
		...withTorn(found, signer)
	};
}
const NOTHING = {
	records: Buffer.alloc(0),
	count: 0,
	unreadable: 0,
	unsigned: 0,
	bytes: 0
};
function indexLines(path, { signer, held }, before) {
	let { count, unreadable, unsigned, bytes } = before;
	let records = Buffer.alloc(Math.max(64, 2 * count) * 48);
	before.records.copy(records);
	let torn;
	for (const { text, isWhole, ...place } of readSegmentLines(path, bytes)) {
		if (!isWhole) {
			torn = {
				text,
				...place
			};
			break;
		}
		bytes = place.offset + place.bytes + 1;
		const read = text === void 0 ? UNREADABLE : readAnswerLine(text, signer);
		if (read.status === "unreadable") unreadable += 1;
		else if (read.status === "unsigned") unsigned += 1;
		else {
			if (records.length === count * 48) records = Buffer.concat([records, Buffer.alloc(records.length)]);
			writeRecord(records, count, {
				key: read.key,
				answer: read.answer,
				...place
			});
			held.offer({
				path,
				...place
			}, read);
			count += 1;
		}
	}
	return {
		records: Buffer.from(records.subarray(0, count * 48)),
		count,
		unreadable,
		unsigned,
		bytes,
		...whereDefined({ torn })
	};
}
const UNREADABLE = { status: "unreadable" };
function withTorn({ torn, ...found }, signer) {
	if (torn === void 0) return found;
	const { text, ...place } = torn;
	const read = text === void 0 ? UNREADABLE : readAnswerLine(text, signer);
	if (read.status !== "answer") return {
		...found,
		[read.status]: found[read.status] + 1
	};
	const records = Buffer.concat([found.records, Buffer.alloc(48)]);
	writeRecord(records, found.count, {
		key: read.key,
		answer: read.answer,
		...place
	});
	return {
		...found,
		records,
		count: found.count + 1
	};
}
/** Undefined where there is none, it is damaged, another segment's or another team's. */
function readIndex(path, signer) {
	try {
		const file = readFileSync(indexPathOf(path));
		const end = file.indexOf(10);
		const { sig, ...header } = Header.parse(JSON.parse(file.toString("utf8", 0, end)));
		const records = file.subarray(end + 1);
		const { count, unreadable, unsigned, bytes } = header;
		return records.length === count * 48 && header.records === digest(records) && header.sample === sampleOf(path, bytes) && (signer === void 0 || signer.hasSigned(signed(header), sig ?? "")) ? {
			records,
			count,
			unreadable,
			unsigned,
			bytes
		} : void 0;
	} catch {
		return;
	}
}
/** Where it cannot be written, as on a read-only disk, the next one reads the segment again. */
function writeIndex(path, signer, found) {
	try {
		const { records, count, unreadable, unsigned, bytes } = found;
		const header = {
			schema: "spec-gate/segment-index@1",
			bytes,
			sample: sampleOf(path, bytes),
			count,
			unreadable,
			unsigned,
			records: digest(records)
		};
		const line = JSON.stringify({
			...header,
			sig: signer?.sign(signed(header))
		});
		const next = `${indexPathOf(path)}.${process.pid}.tmp`;
		writeFileSync(next, Buffer.concat([Buffer.from(`${line}\n`), records]));
		renameSync(next, indexPathOf(path));
	} catch {}
}
/** The same secret signs other records of the store: each says what it is. */
function signed(header) {
	return ["segment-index", header];
}
function digest(bytes) {
	return sha256(bytes);
}
/** Of the segment's beginning and of the end of what is indexed: a segment only grows, so these stay. */
function sampleOf(path, bytes) {
	const file = openSync(path, "r");
	try {
		const sample = Buffer.alloc(2 * SAMPLE);
		readSync(file, sample, 0, Math.min(SAMPLE, bytes), 0);
		readSync(file, sample, SAMPLE, Math.min(SAMPLE, bytes), Math.max(0, bytes - SAMPLE));
		return sha256(sample);
	} finally {
		closeSync(file);
	}
}
/** Nights. */
function isHistoryFile(name) {
	return name.endsWith(".history.jsonl");
}
/** What part of a work a machine did. */
function isShardFile(name) {
	return name.endsWith(".shard.jsonl");
}
/** Batches that are out. */
function isBatchFile(name) {
	return name.endsWith(".batches.jsonl");
}
/** Which files were pruned. */
function isPrunedFile(name) {
	return name.endsWith(".pruned.jsonl");
}
/** Any of them: it holds no answers. */
function isSideFile(name) {
	return isHistoryFile(name) || isShardFile(name) || isBatchFile(name) || isPrunedFile(name);
}
const Note = strictObject({
	schema: literal("spec-gate/pruned@1"),
	files: array(string())
});
/** What a night's answers are called besides their time, `YYYY-MM-DD` its date. */
function nightLabel(date) {
	return `night-${date}`;
}
/** The night whose answers a segment holds, by its name; undefined for others. */
function nightOfSegment(name) {
	return /\.night-(\d{4}-\d{2}-\d{2})(?:\.from-\d+)?\.jsonl$/.exec(name)?.[1];
}
/** Writes the note, then deletes the files. @throws what the file system says where the note cannot be written. */
function pruneFiles(folder, files, now) {
	const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
	const line = JSON.stringify({
		schema: "spec-gate/pruned@1",
		files: [...files]
	});
	makeFolder(folder);
	writeFileSync(join(folder, `${stamp}-${randomBytes(4).toString("hex")}.pruned.jsonl`), `${line}\n`, { flag: "ax" });
	dropPruned(folder);
}
/** Whether the notes of these folders name a file, or the segment that it is a piece of. What is no note is passed over. */
function readPruned(folders) {
	const pruned = new Set(folders.flatMap((folder) => readNames(folder).filter(isPrunedFile).flatMap((name) => readNote(join(folder, name)))));
	return (name) => isOfNight(name) && (pruned.has(name) || pruned.has(name.replace(/\.from-\d+/, "")));
}
/** Deletes what the folder's own notes name; gives how many files. One that cannot be deleted stays until the next time. */
function dropPruned(folder) {
	const isPruned = readPruned([folder]);
	return readNames(folder).filter((name) => {
		if (!isPruned(name)) return false;
		try {
			const path = join(folder, name);
			rmSync(path);
			rmSync(indexPathOf(path), { force: true });
			return true;
		} catch {
			return false;
		}
	}).length;
}
function isOfNight(name) {
	return isSegmentName(name) && (isHistoryFile(name) || nightOfSegment(name) !== void 0);
}
function readNames(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name);
	} catch {
		return [];
	}
}
function readNote(path) {
	try {
		return Note.parse(JSON.parse(readFileSync(path, "utf8"))).files;
	} catch {
		return [];
	}
}
export { isSegmentName as _, readPruned as a, isPrunedFile as c, openIndexedSegment as d, joinRecords as f, LARGEST_SEGMENT as g, writeAnswerLine as h, pruneFiles as i, isShardFile as l, readAnswerLine as m, nightLabel as n, isBatchFile as o, readSegmentLines as p, nightOfSegment as r, isHistoryFile as s, dropPruned as t, isSideFile as u };
