import { t as UserError } from "./errors.js";
import { t as whereDefined } from "./where-defined.js";
import { n as hashJson } from "./canonical-json.js";
import { _ as string, a as array, c as int, f as number, g as strictObject, r as _enum, u as literal, y as union } from "./schemas.js";
import { n as datetime } from "./iso.js";
import { n as FINISHES } from "./model.js";
import { t as makeFolder } from "./make-folder.js";
import { join } from "node:path";
import { closeSync, openSync, readFileSync, readdirSync, statSync, writeSync } from "node:fs";
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
		sig: signer?.sign(signed(content)),
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
	if (signer !== void 0 && !signer.hasSigned(signed(content), sig ?? "")) return { status: "unsigned" };
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
function signed(content) {
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
const DAY_MS = 864e5;
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
	const oldest = dayOf(spent.at - KEPT_DAYS * DAY_MS);
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
	const monday = dayOf(at - (new Date(at).getUTCDay() + 6) % 7 * DAY_MS);
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
function isHistoryFile(name) {
	return name.endsWith(".history.jsonl");
}
function isShardFile(name) {
	return name.endsWith(".shard.jsonl");
}
function isSideFile(name) {
	return isHistoryFile(name) || isShardFile(name);
}
/** A segment is never larger than this; a larger file in the folder is foreign and is not read. */
const MAX_SEGMENT_BYTES = 536870912;
/**
* Opens a folder of segments. Of two answers under one key the one in the older segment holds (names begin with their
* time), so that a merged folder gives the same verdict on every machine. Nothing is written before the first `put`.
*/
function openSegmentStore(folder, options) {
	const { signer } = options;
	const index = createAnswerIndex();
	const problems = {
		unreadable: 0,
		unsigned: 0,
		unwritten: 0
	};
	let file;
	let isTorn = false;
	const spending = createSpending();
	const keep = (key, answer) => {
		index.add(key, answer);
		spending.add(key, answer);
	};
	for (const path of listSegments([folder, ...options.extraFolders ?? []])) for (const line of readSegment(path).split("\n")) {
		if (line === "") continue;
		const read = readAnswerLine(line, signer);
		if (read.status === "answer") keep(read.key, read.answer);
		else problems[read.status] += 1;
	}
	const append = (line) => {
		try {
			file ??= createSegment(folder, options.now);
			const bytes = Buffer.from(`${isTorn ? "\n" : ""}${line}\n`);
			isTorn = true;
			if (writeSync(file, bytes) === bytes.length) isTorn = false;
			else problems.unwritten += 1;
		} catch {
			problems.unwritten += 1;
		}
	};
	return {
		get: index.get,
		attempts: index.attempts,
		put: (key, answer) => {
			if (index.get(key) !== void 0) return;
			append(writeAnswerLine(key, answer, signer));
			keep(key, answer);
		},
		problems: () => ({ ...problems }),
		size: index.size,
		spending: spending.read,
		close: () => {
			if (file !== void 0) closeSync(file);
			file = void 0;
		}
	};
}
/** @throws UserError where a segment is there and cannot be read: without it paid answers would be asked again. */
function readSegment(path) {
	try {
		return readFileSync(path, "utf8");
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
/** Adds up payments by day. Two runs may have paid for one key; the same payment in two segments is one. */
function createSpending() {
	let ledger = [];
	const seen = /* @__PURE__ */ new Set();
	return {
		add: (key, { paid }) => {
			if (paid === void 0 || seen.has(`${key}${paid.at}`)) return;
			seen.add(`${key}${paid.at}`);
			ledger = addSpending(ledger, {
				at: Date.parse(paid.at),
				usd: paid.usd === "unknown" ? 0 : paid.usd,
				calls: 1
			});
		},
		read: () => ledger
	};
}
function createSegment(folder, now) {
	makeFolder(folder);
	const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
	return openSync(join(folder, `${stamp}-${randomBytes(4).toString("hex")}.jsonl`), "ax");
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
		return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith(".jsonl") && !isSideFile(entry.name)).map((entry) => entry.name).filter((name) => statSync(join(folder, name)).size <= MAX_SEGMENT_BYTES);
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT") return [];
		throw new UserError({
			message: `the store ${folder} cannot be read (${code})`,
			hint: "name a folder with --store or storePath"
		});
	}
}
export { isShardFile as a, parseLedger as c, readAnswerLine as d, writeAnswerLine as f, isHistoryFile as i, runCap as l, listSegments as n, isSideFile as o, openSegmentStore as r, addSpending as s, createMemorySegmentStore as t, serializeLedger as u };
