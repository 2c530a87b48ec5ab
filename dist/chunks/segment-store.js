import { t as UserError } from "./errors.js";
import { t as whereDefined } from "./where-defined.js";
import { n as hashJson, r as sha256 } from "./canonical-json.js";
import { _ as string, a as array, c as int, f as number, g as strictObject, r as _enum, u as literal, y as union } from "./schemas.js";
import { n as datetime } from "./iso.js";
import { n as FINISHES } from "./model.js";
import { r as readAt, t as keepHeapTight } from "./tight-heap.js";
import { t as makeFolder } from "./make-folder.js";
import { join } from "node:path";
import { closeSync, fstatSync, openSync, readFileSync, readSync, readdirSync, renameSync, statSync, writeFileSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
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
/** Answers and attempts by key, in memory: what every store looks them up in. */
function createAnswerIndex() {
	const answers = /* @__PURE__ */ new Map();
	const attempts = /* @__PURE__ */ new Map();
	const settled = (key) => {
		const made = attempts.get(key);
		return answers.get(key) ?? (made !== void 0 && made.length >= 4 ? made.at(-1) : void 0);
	};
	return {
		get: settled,
		attempts: (key) => attempts.get(key)?.length ?? 0,
		size: () => answers.size,
		add: (key, answer) => {
			if (answers.has(key)) return false;
			if (answer.attempt !== true) answers.set(key, answer);
			else if (settled(key) !== void 0) return false;
			else attempts.set(key, [...attempts.get(key) ?? [], answer]);
			return true;
		}
	};
}
/** One day (UTC) of spending. */
const LedgerDay = strictObject({
	day: string().regex(/^\d{4}-\d{2}-\d{2}$/),
	usd: number().min(0),
	calls: int().min(0)
});
const LedgerFile = strictObject({
	schema: literal("spec-gate/ledger@1"),
	days: array(LedgerDay).max(1e3)
});
/** Days kept: the running week and a month to look back on. */
const KEPT_DAYS = 40;
const DAY_MS$1 = 864e5;
/** Reads a ledger's file. Undefined where it is not one: then nothing is known, and the caller says so. */
function parseLedger(text) {
	try {
		const parsed = LedgerFile.safeParse(JSON.parse(text));
		return parsed.success ? parsed.data.days : void 0;
	} catch {
		return;
	}
}
function serializeLedger(days) {
	return `${JSON.stringify({
		schema: "spec-gate/ledger@1",
		days
	}, void 0, 2)}\n`;
}
/** The ledger with a run's spending on the day of `at` (milliseconds since 1970) and without days long past. */
function addSpending(ledger, spent) {
	const day = dayOf(spent.at);
	const oldest = dayOf(spent.at - KEPT_DAYS * DAY_MS$1);
	const today = ledger.find((entry) => entry.day === day) ?? {
		day,
		usd: 0,
		calls: 0
	};
	const others = ledger.filter((entry) => entry.day !== day && entry.day > oldest);
	const sum = {
		day,
		usd: today.usd + spent.usd,
		calls: today.calls + spent.calls
	};
	return [...others, sum].sort((a, b) => a.day < b.day ? -1 : 1);
}
/** US dollars of the day and of the week from Monday, both UTC. */
function spendingAt(ledger, at) {
	const day = dayOf(at);
	const monday = dayOf(at - (new Date(at).getUTCDay() + 6) % 7 * DAY_MS$1);
	const sum = (from) => ledger.filter((entry) => entry.day >= from && entry.day <= day).reduce((total, { usd }) => total + usd, 0);
	return {
		dayUsd: sum(day),
		weekUsd: sum(monday)
	};
}
/** US dollars a run may spend now: the run's own cap, or what is left of the day or the week if that is less. Never below 0. */
function runCap(ledger, { at, usd, caps }) {
	const { dayUsd, weekUsd } = spendingAt(ledger, at);
	return Math.max(0, Math.min(usd, (caps.dayUsd ?? Infinity) - dayUsd, (caps.weekUsd ?? Infinity) - weekUsd));
}
function dayOf(at) {
	return new Date(at).toISOString().slice(0, 10);
}
const ATTEMPT = 1;
const PAID = 2;
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
/** `segments` are the oldest first: of two answers under one key the first one holds. */
function createAnswerTable(segments, { signer, held }) {
	const records = joinRecords(segments.map((segment) => segment.records));
	const paths = segments.map(({ path }) => path);
	const chains = chainByKey(records);
	const { answers, ledger } = addUp(records, chains);
	const files = /* @__PURE__ */ new Map();
	const misread = /* @__PURE__ */ new Set();
	const readAnswer = (key, record) => {
		const { segment, offset, bytes } = records.placeOf(record);
		const known = held.at(paths[segment], offset);
		if (known?.key === key) return known.answer;
		const read = readAnswerLine(readPart(files, paths[segment], {
			offset,
			bytes
		}), signer);
		if (read.status === "answer" && read.key === key) {
			held.offer({
				path: paths[segment],
				offset,
				bytes
			}, read);
			return read.answer;
		}
		misread.add(record);
	};
	/** The answer, and the attempts before there was one. */
	const settle = (key) => {
		const attempts = [];
		for (let record = chains.firstOf(records.ask(key)); record !== void 0; record = chains.nextOf(record)) {
			const found = readAnswer(key, record);
			if (found === void 0) continue;
			if (found.attempt !== true) return {
				answer: found,
				attempts
			};
			if (attempts.length < 4) attempts.push(found);
		}
		return { attempts };
	};
	return {
		get: (key) => {
			const { answer, attempts } = settle(key);
			return answer ?? (attempts.length >= 4 ? attempts.at(-1) : void 0);
		},
		attemptsAt: (key) => settle(key).attempts,
		size: () => answers,
		spending: () => ledger,
		misread: () => misread.size,
		close: () => {
			for (const file of files.values()) closeSync(file);
			files.clear();
		}
	};
}
/** An open-addressing table of first records; the others follow them. Numbers in both count from 1, as 0 is nothing. */
function chainByKey(records) {
	const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * records.count + 2)));
	const next = new Int32Array(records.count);
	const slotOf = (record) => {
		let slot = records.hashOf(record) & slots.length - 1;
		while (slots[slot] !== 0 && !records.isSameKey(slots[slot] - 1, record)) slot = slot + 1 & slots.length - 1;
		return slot;
	};
	const numbered = (number) => number === 0 ? void 0 : number - 1;
	for (let record = 0; record < records.count; record += 1) {
		const slot = slotOf(record);
		let last = slots[slot];
		if (last === 0) {
			slots[slot] = record + 1;
			continue;
		}
		while (next[last - 1] !== 0) last = next[last - 1];
		next[last - 1] = record + 1;
	}
	return {
		firstOf: (record) => numbered(slots[slotOf(record)]),
		nextOf: (record) => numbered(next[record])
	};
}
const DAY_MS = 864e5;
/** How many questions have an answer, and what was paid by day; the same payment in two segments is one. */
function addUp(records, chains) {
	let answers = 0;
	const days = /* @__PURE__ */ new Map();
	for (let record = 0; record < records.count; record += 1) {
		const at = records.paidAt(record);
		let isFirstAnswer = !records.isAttempt(record);
		let isNewPayment = at !== void 0;
		for (let other = chains.firstOf(record); other !== void 0 && other !== record; other = chains.nextOf(other)) {
			isFirstAnswer &&= records.isAttempt(other);
			isNewPayment &&= records.paidAt(other) !== at;
		}
		if (isFirstAnswer) answers += 1;
		if (at === void 0 || !isNewPayment) continue;
		const day = Math.floor(at / DAY_MS);
		const spent = days.get(day) ?? {
			usd: 0,
			calls: 0
		};
		days.set(day, spent);
		spent.usd += records.usdOf(record);
		spent.calls += 1;
	}
	const ledger = [...days].sort(([one], [other]) => one - other).reduce((sum, [day, spent]) => addSpending(sum, {
		at: day * DAY_MS,
		...spent
	}), []);
	return {
		answers,
		ledger
	};
}
/** The text at a place; empty, which is no record, where the file is gone or ends before. Files stay open until all are closed. */
function readPart(files, path, { offset, bytes }) {
	try {
		const file = files.get(path) ?? openSync(path, "r");
		files.set(path, file);
		const buffer = Buffer.alloc(bytes);
		return readAt(file, buffer, offset) < bytes ? "" : buffer.toString("utf8");
	} catch {
		return "";
	}
}
/** Bytes of lines: what a usual check's store has, and little beside what a large one must not take. */
const MOST_BYTES$1 = 16777216;
function createHeldAnswers() {
	const held = /* @__PURE__ */ new Map();
	let room = MOST_BYTES$1;
	return {
		offer: ({ path, offset, bytes }, answer) => {
			room -= bytes;
			if (room < 0) return;
			const own = held.get(path) ?? /* @__PURE__ */ new Map();
			held.set(path, own.set(offset, answer));
		},
		at: (path, offset) => held.get(path)?.get(offset)
	};
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
		records: records.subarray(0, count * 48),
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
/** Bytes of lines whose answers stay at hand: what a usual check puts. */
const MOST_BYTES = 16777216;
/** `read` gives the segment's file. */
function createPutAnswers(read, signer) {
	const places = createPlaces();
	const recent = /* @__PURE__ */ new Map();
	let room = MOST_BYTES;
	return {
		add: (key, answer, place) => {
			places.set(key, place);
			recent.set(key, {
				answer,
				bytes: place.bytes
			});
			room -= place.bytes;
			for (const [oldest, { bytes }] of recent) {
				if (room >= 0) break;
				recent.delete(oldest);
				room += bytes;
			}
		},
		get: (key) => {
			const known = recent.get(key);
			if (known !== void 0) return known.answer;
			const place = places.get(key);
			const file = read();
			if (place === void 0 || file === void 0) return void 0;
			const line = Buffer.alloc(place.bytes);
			if (readAt(file, line, place.offset) < line.length) return void 0;
			const record = readAnswerLine(line.toString("utf8"), signer);
			return record.status === "answer" && record.key === key ? record.answer : void 0;
		}
	};
}
/** Words of a place: the first half of the key four, offset two, length one. */
const WORDS = 7;
/** Share of slots in use beyond which there are made twice as many. */
const FULLEST = .6;
/** Places by key in some forty bytes each: an open-addressing table of their numbers, which count from 1 there. */
function createPlaces() {
	let words = /* @__PURE__ */ new Uint32Array(448);
	let slots = /* @__PURE__ */ new Int32Array(128);
	let count = 0;
	const isAt = (number, key) => key.every((word, index) => words[(number - 1) * WORDS + index] === word);
	const slotOf = (key) => {
		let slot = key[0] & slots.length - 1;
		while (slots[slot] !== 0 && !isAt(slots[slot], key)) slot = slot + 1 & slots.length - 1;
		return slot;
	};
	const grow = () => {
		if ((count + 1) * WORDS > words.length) words = withRoom(words);
		if (count + 1 <= FULLEST * slots.length) return;
		slots = new Int32Array(2 * slots.length);
		for (let number = 1; number <= count; number += 1) slots[slotOf([...words.subarray((number - 1) * WORDS, (number - 1) * WORDS + 4)])] = number;
	};
	return {
		set: (key, { offset, bytes }) => {
			grow();
			const parts = wordsOf(key);
			const slot = slotOf(parts);
			if (slots[slot] === 0) slots[slot] = count += 1;
			words.set([
				...parts,
				offset % 2 ** 32,
				Math.floor(offset / 2 ** 32),
				bytes
			], (slots[slot] - 1) * WORDS);
		},
		get: (key) => {
			const number = slots[slotOf(wordsOf(key))];
			if (number === 0) return void 0;
			const [low, high, bytes] = words.subarray((number - 1) * WORDS + 4, number * WORDS);
			return {
				offset: low + high * 2 ** 32,
				bytes
			};
		}
	};
}
function withRoom(words) {
	const more = new Uint32Array(2 * words.length);
	more.set(words);
	return more;
}
/** The first half of a key, as numbers. */
function wordsOf(key) {
	return [
		0,
		8,
		16,
		24
	].map((at) => Number.parseInt(key.slice(at, at + 8), 16));
}
function isHistoryFile(name) {
	return name.endsWith(".history.jsonl");
}
function isShardFile(name) {
	return name.endsWith(".shard.jsonl");
}
function isBatchFile(name) {
	return name.endsWith(".batches.jsonl");
}
function isSideFile(name) {
	return isHistoryFile(name) || isShardFile(name) || isBatchFile(name);
}
/** Bytes of segments from which on a store is large. */
const LARGE = 16777216;
/**
* Opens a folder of segments. Of two answers under one key the one in the older segment holds (names begin with their
* time), so that a merged folder gives the same verdict on every machine. Nothing is written before the first `put`.
*/
function openSegmentStore(folder, options) {
	const { signer } = options;
	const held = createHeldAnswers();
	let read = 0;
	const segments = listSegments([folder, ...options.extraFolders ?? []]).map((path) => {
		const segment = openSegment(path, {
			...options,
			held
		});
		read += segment.bytes;
		if (read > LARGE) keepHeapTight();
		return segment;
	});
	const stored = createAnswerTable(segments, {
		signer,
		held
	});
	const problems = {
		unreadable: segments.reduce((sum, one) => sum + one.unreadable, 0),
		unsigned: segments.reduce((sum, one) => sum + one.unsigned, 0),
		unwritten: 0
	};
	const put = createPutAnswers(() => segment.file(), signer);
	const fresh = createAnswerIndex();
	const asked = /* @__PURE__ */ new Set();
	let answers = 0;
	let spent = stored.spending();
	const segment = createSegmentWriter(() => createSegment(folder, options.now));
	const get = (key) => put.get(key) ?? (asked.has(key) ? fresh.get(key) : stored.get(key));
	const keep = (key, answer, place) => {
		if (answer.attempt !== true) answers += 1;
		if (answer.attempt !== true && place !== void 0) put.add(key, answer, place);
		else {
			if (!asked.has(key)) for (const attempt of stored.attemptsAt(key)) fresh.add(key, attempt);
			asked.add(key);
			fresh.add(key, answer);
		}
		const { paid } = answer;
		if (paid === void 0) return;
		spent = addSpending(spent, {
			at: Date.parse(paid.at),
			usd: paid.usd === "unknown" ? 0 : paid.usd,
			calls: 1
		});
	};
	return {
		get,
		attempts: (key) => asked.has(key) ? fresh.attempts(key) : stored.attemptsAt(key).length,
		put: (key, answer) => {
			if (get(key) !== void 0) return;
			const place = segment.append(writeAnswerLine(key, answer, signer));
			if (place === void 0) problems.unwritten += 1;
			keep(key, answer, place);
		},
		problems: () => ({
			...problems,
			unreadable: problems.unreadable + stored.misread()
		}),
		size: () => stored.size() + answers,
		spending: () => spent,
		close: () => {
			stored.close();
			segment.close();
		}
	};
}
function createSegmentWriter(create) {
	let file;
	let end = 0;
	let isTorn = false;
	return {
		append: (line) => {
			try {
				file ??= create();
				const bytes = Buffer.from(`${isTorn ? "\n" : ""}${line}\n`);
				const offset = end + (isTorn ? 1 : 0);
				isTorn = true;
				const written = writeSync(file, bytes);
				end += written;
				if (written < bytes.length) return void 0;
				isTorn = false;
				return {
					offset,
					bytes: end - offset - 1
				};
			} catch {
				return;
			}
		},
		file: () => file,
		close: () => {
			if (file !== void 0) closeSync(file);
			file = void 0;
		}
	};
}
/** @throws UserError where a segment is there and cannot be read: without it paid answers would be asked again. */
function openSegment(path, options) {
	try {
		return openIndexedSegment(path, options);
	} catch (error) {
		const reason = error.code ?? String(error);
		throw new UserError({
			message: `a segment of the store cannot be read (${reason})`,
			hint: "Make it readable, or move it out of the folder: its answers are then asked anew.",
			place: { file: path }
		});
	}
}
/** A store that is never written: for the demo, which must leave nothing behind. */
function createMemorySegmentStore() {
	const index = createAnswerIndex();
	return {
		get: index.get,
		attempts: index.attempts,
		put: (key, answer) => void index.add(key, answer),
		problems: () => ({
			unreadable: 0,
			unsigned: 0,
			unwritten: 0
		}),
		size: index.size,
		spending: () => [],
		close: () => {}
	};
}
function createSegment(folder, now) {
	makeFolder(folder);
	const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
	return openSync(join(folder, `${stamp}-${randomBytes(4).toString("hex")}.jsonl`), "ax+");
}
/** Paths of the segments in these folders, oldest first. Regular files only: a restored cache may hold links. */
function listSegments(folders) {
	return folders.flatMap((folder) => readFolder(folder).map((name) => ({
		name,
		path: join(folder, name)
	}))).sort((a, b) => a.name < b.name ? -1 : 1).map(({ path }) => path);
}
function readFolder(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl") && !isSideFile(entry.name)).map((entry) => entry.name);
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT") return [];
		throw new UserError({
			message: `the store ${folder} cannot be read (${code})`,
			hint: "name a folder with --store or storePath"
		});
	}
}
export { isHistoryFile as a, addSpending as c, serializeLedger as d, readAnswerLine as f, isBatchFile as i, parseLedger as l, listSegments as n, isShardFile as o, writeAnswerLine as p, openSegmentStore as r, isSideFile as s, createMemorySegmentStore as t, runCap as u };
