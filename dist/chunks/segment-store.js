import { t as UserError } from "./errors.js";
import { b as string, f as literal, m as number, s as array, u as int, y as strictObject } from "./schemas.js";
import { a as isSideFile, c as joinRecords, l as readAnswerLine, s as openIndexedSegment, u as writeAnswerLine } from "./side-file.js";
import { r as readAt, t as keepHeapTight } from "./tight-heap.js";
import { t as makeFolder } from "./make-folder.js";
import { join } from "node:path";
import { closeSync, openSync, readdirSync, writeSync } from "node:fs";
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
function dayOf(at) {
	return new Date(at).toISOString().slice(0, 10);
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
	const segments = listSegments([folder, ...options.extraFolders ?? []]).flatMap((path) => {
		const segment = openSegment(path, {
			...options,
			held
		});
		if (segment === void 0) return [];
		read += segment.bytes;
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
export { parseLedger as a, addSpending as i, listSegments as n, runCap as o, openSegmentStore as r, serializeLedger as s, createMemorySegmentStore as t };
