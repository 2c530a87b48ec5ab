import { t as createAppender } from "./cli-commands-action-merge-bank-ask-check.js";
import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { _ as strictObject, d as literal, l as int, o as array, p as number, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { n as keepRoomForNew, t as keepHeapTight } from "./commands-action-merge-compare-diff-bank-ask-check.js";
import { d as openIndexedSegment, f as joinRecords, h as writeAnswerLine, m as readAnswerLine, u as isSideFile } from "./action-merge-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { t as readAt } from "./merge-compare-diff-bank-ask-check.js";
import { t as createRecent } from "./merge-diff-report-bank-ask-check.js";
import { t as openUnnamedFile } from "./merge-bank-ask-check.js";
import { closeSync, openSync, readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
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
/** The days asked for last, by their number since 1970: each call asks for two, and for the same ones all day. */
const nameOfDay = createRecent(64);
function dayOf(at) {
	return nameOfDay(`${Math.floor(at / DAY_MS$1)}`, () => new Date(at).toISOString().slice(0, 10));
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
		const read = readAnswerLine(readPart$1(files, paths[segment], {
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
function readPart$1(files, path, { offset, bytes }) {
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
/** Keeps answers as they are read, up to 16 MiB of lines; what comes later is read again when it is asked for. */
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
/** Share of places in use beyond which the table grows, and by how much: less than twice, as both tables are there meanwhile. */
const FULLEST$1 = .7;
const GROWTH = 1.5;
/** Which of an entry's two words is its hash: the one that a 64-bit number of this machine has as its upper half. */
const HASH_WORD = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0;
/** An open-addressing table. Keys are whole numbers below 2^53, values below 2^32 - 1. */
function createPostings() {
	let table = /* @__PURE__ */ new Uint32Array(2048);
	let size = 0;
	const free = (into, hash) => {
		const places = into.length / 2;
		let place = hash % places;
		while (into[2 * place + 1] !== 0) place = (place + 1) % places;
		return 2 * place;
	};
	const grow = () => {
		const larger = new Uint32Array(2 * Math.ceil(GROWTH * table.length / 2));
		for (let at = 0; at < table.length; at += 2) if (table[at + 1] !== 0) larger.set([table[at], table[at + 1]], free(larger, table[at]));
		table = larger;
	};
	return {
		add: (key, value) => {
			if (2 * (size + 1) > FULLEST$1 * table.length) grow();
			const hash = hashOf(key);
			table.set([hash, value + 1], free(table, hash));
			size += 1;
		},
		*under(key) {
			const hash = hashOf(key);
			const places = table.length / 2;
			for (let place = hash % places; table[2 * place + 1] !== 0; place = (place + 1) % places) if (table[2 * place] === hash) yield table[2 * place + 1] - 1;
		},
		size: () => size,
		sorted: () => sortEntries(table, size)
	};
}
function sortEntries(table, size) {
	const entries = new Uint32Array(2 * size);
	let end = 0;
	for (let at = 0; at < table.length; at += 2) {
		if (table[at + 1] === 0) continue;
		entries[end + HASH_WORD] = table[at];
		entries[end + 1 - HASH_WORD] = table[at + 1] - 1;
		end += 2;
	}
	new BigUint64Array(entries.buffer).sort();
	return entries;
}
/** 32 bits of a key. The multiplier is 2^32 over the golden ratio: neighbours lie far apart (Knuth, TAOCP 3, 6.4). */
function hashOf(key) {
	return (Math.imul(Math.floor(key / 2 ** 32), 2654435761) ^ key) >>> 0;
}
/** Entries in memory: up to 12 MiB. */
const MOST_ENTRIES = 1 << 19;
const ENTRY_BYTES = 8;
/** Entries between two whose hashes are remembered: what one look into the file reads. */
const STRIDE = 64;
/** Entries read at once where two lists become one. */
const PIECE$1 = 8192;
/** Where the file cannot be written (a full disk) everything stays in memory. */
function createSpooledPostings(mostEntries = MOST_ENTRIES) {
	let recent = createPostings();
	let list;
	let limit = mostEntries;
	return {
		add: (key, value) => {
			recent.add(hashOf(key), value);
			if (recent.size() < limit) return;
			try {
				const merged = mergeIntoFile(recent.sorted(), list);
				list?.close();
				list = merged;
				recent = createPostings();
			} catch {
				limit *= 2;
			}
		},
		*under(key) {
			const hash = hashOf(key);
			if (list !== void 0) yield* list.under(hash);
			yield* recent.under(hash);
		}
	};
}
/** A new list of both, in a new file. */
function mergeIntoFile(fresh, earlier) {
	const unnamed = openUnnamedFile();
	try {
		const out = createAppender(unnamed.file);
		const first = [];
		let count = 0;
		for (const entries of mergePieces(fresh, earlier?.pieces() ?? [])) {
			for (let at = (STRIDE - count % STRIDE) % STRIDE; 2 * at < entries.length; at += STRIDE) first.push(entries[2 * at + HASH_WORD]);
			out.append(new Uint8Array(entries.buffer, entries.byteOffset, entries.byteLength));
			count += entries.length / 2;
		}
		out.flush();
		return readSorted(unnamed, {
			count,
			first: Uint32Array.from(first)
		});
	} catch (error) {
		unnamed.close();
		throw error;
	}
}
/** Two sorted lists as one, in pieces of any length. */
function* mergePieces(fresh, earlier) {
	let next = 0;
	for (const piece of earlier) {
		const last = piece.at(HASH_WORD - 2);
		let end = next;
		while (end < fresh.length && fresh[end + HASH_WORD] <= last) end += 2;
		yield mergeTwo(piece, fresh.subarray(next, end));
		next = end;
	}
	yield fresh.subarray(next);
}
function mergeTwo(a, b) {
	if (b.length === 0) return a;
	const both = new Uint32Array(a.length + b.length);
	let [i, j] = [0, 0];
	for (let at = 0; at < both.length; at += 2) {
		const isFirst = j >= b.length || i < a.length && a[i + HASH_WORD] <= b[j + HASH_WORD];
		const [from, place] = isFirst ? [a, i] : [b, j];
		both[at] = from[place];
		both[at + 1] = from[place + 1];
		if (isFirst) i += 2;
		else j += 2;
	}
	return both;
}
/** `first` has the hash of every `STRIDE`th entry, from the first one on. */
function readSorted({ file, close }, { count, first }) {
	const read = (start, into) => {
		const entries = into.subarray(0, 2 * (count - start));
		const bytes = Buffer.from(entries.buffer, entries.byteOffset, entries.byteLength);
		if (readAt(file, bytes, start * ENTRY_BYTES) < bytes.length) throw new Error("the spool ended early");
		return entries;
	};
	const room = /* @__PURE__ */ new Uint32Array(128);
	return {
		close,
		*pieces() {
			for (let start = 0; start < count; start += PIECE$1) yield read(start, new Uint32Array(2 * PIECE$1));
		},
		under: (hash) => {
			const values = [];
			for (let start = STRIDE * lastBelow(first, hash); start < count; start += STRIDE) {
				const entries = read(start, room);
				for (let at = 0; at < entries.length; at += 2) {
					const own = entries[at + HASH_WORD];
					if (own > hash) return values;
					if (own === hash) values.push(entries[at + 1 - HASH_WORD]);
				}
			}
			return values;
		}
	};
}
/** The place of the last number that is below the given one; 0 where there is none. */
function lastBelow(ascending, number) {
	let [low, high] = [0, ascending.length];
	while (low < high) {
		const middle = low + high >>> 1;
		if (ascending[middle] < number) low = middle + 1;
		else high = middle;
	}
	return Math.max(0, low - 1);
}
/** Bytes of lines whose answers stay at hand: what a usual check puts. */
const MOST_BYTES = 16777216;
/** A place is remembered by which stretch of so many bytes it lies in. A line that holds a key is longer than that. */
const STRETCH = 64;
/** Bytes read at once: most lines are shorter. */
const PIECE = 4096;
/** `read` gives the segment's file. Memory beside what stays at hand: some fourteen bytes an answer, up to 12 MiB. */
function createPutAnswers(read, signer) {
	const stretches = createSpooledPostings();
	const recent = /* @__PURE__ */ new Map();
	let room = MOST_BYTES;
	return {
		add: (key, answer, place) => {
			stretches.add(numberOf$1(key), Math.floor(place.offset / STRETCH));
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
			const file = read();
			if (file === void 0) return void 0;
			for (const stretch of stretches.under(numberOf$1(key))) for (const line of linesFrom(file, stretch * STRETCH)) {
				const record = readAnswerLine(line, signer);
				if (record.status === "answer" && record.key === key) return record.answer;
			}
		}
	};
}
/** The lines that begin in a stretch: one, or a torn one before it. */
function* linesFrom(file, stretch) {
	const from = Math.max(0, stretch - 1);
	let text = readPart(file, from, PIECE);
	let start = stretch === 0 ? 0 : text.indexOf(LF) + 1;
	if (start === 0 && stretch > 0) return;
	while (from + start < stretch + STRETCH) {
		let end = text.indexOf(LF, start);
		while (end === -1) {
			const longer = readPart(file, from, 2 * text.length);
			if (longer.length === text.length) return;
			text = longer;
			end = text.indexOf(LF, start);
		}
		yield text.toString("utf8", start, end);
		start = end + 1;
	}
}
const LF = 10;
function readPart(file, from, length) {
	const bytes = Buffer.alloc(length);
	return bytes.subarray(0, readAt(file, bytes, from));
}
/** The first 52 bits of a key. */
function numberOf$1(key) {
	return Number.parseInt(key.slice(0, 13), 16);
}
/** Bytes of segments from which on reading them makes garbage for long, and from which on a store is large. */
const LONG = 4194304;
const LARGE = 16777216;
/**
* Opens a folder of segments. Of two answers under one key the one in the older segment holds (names begin with their
* time), so that a merged folder gives the same verdict on every machine. Nothing is written before the first `put`.
*/
function openSegmentStore(folder, options) {
	const { signer } = options;
	const held = createHeldAnswers();
	let read = 0;
	const segments = listSegments([folder, ...options.extraFolders ?? []]).flatMap((path) => {
		const segment = openSegment(path, {
			...options,
			held
		});
		if (segment === void 0) return [];
		read += segment.bytes;
		if (read > LONG) keepRoomForNew();
		if (read > LARGE) keepHeapTight();
		return [segment];
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
	let label;
	const segment = createSegmentWriter(() => createSegment(folder, options.now, label));
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
		label: (given) => {
			label = given;
		},
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
/**
* Undefined where another run deleted it since it was listed: only answers of nights that nobody needs are.
* @throws UserError where a segment is there and cannot be read: without it paid answers would be asked again.
*/
function openSegment(path, options) {
	try {
		return openIndexedSegment(path, options);
	} catch (error) {
		if (error.code === "ENOENT") return void 0;
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
		label: () => {},
		close: () => {}
	};
}
function createSegment(folder, now, label) {
	makeFolder(folder);
	const parts = [
		`${now.toISOString().replaceAll(/[-:]|\.\d+/g, "")}-${randomBytes(4).toString("hex")}`,
		label,
		"jsonl"
	].filter((part) => part !== void 0);
	return openSync(join(folder, parts.join(".")), "ax+");
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
/** Places filled beyond which the table is doubled. */
const FULLEST = .7;
/**
* Keys by their first 52 bits, in an open-addressing table. Two different keys of ten million are taken for one with a chance
* of about one in a hundred: good enough for counting, not for looking anything up. Keys begin with 13 hexadecimal digits.
*/
function createKeySet() {
	let table = /* @__PURE__ */ new Float64Array(1024);
	let size = 0;
	const place = (into, number) => {
		let at = number % into.length;
		while (into[at] !== 0 && into[at] !== number) at = (at + 1) % into.length;
		return at;
	};
	const grow = () => {
		const larger = new Float64Array(table.length * 2);
		for (const number of table) if (number !== 0) larger[place(larger, number)] = number;
		table = larger;
	};
	return {
		has: (key) => {
			const number = numberOf(key);
			return table[place(table, number)] === number;
		},
		add: (key) => {
			const number = numberOf(key);
			const at = place(table, number);
			if (table[at] === number) return false;
			table[at] = number;
			size += 1;
			if (size > FULLEST * table.length) grow();
			return true;
		}
	};
}
/** Zero marks a free place. */
function numberOf(key) {
	return Number.parseInt(key.slice(0, 13), 16) + 1;
}
export { createSpooledPostings as a, parseLedger as c, openSegmentStore as i, runCap as l, createMemorySegmentStore as n, createPostings as o, listSegments as r, addSpending as s, createKeySet as t, serializeLedger as u };
