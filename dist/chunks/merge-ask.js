import { n as hashJson } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { _ as strictObject, d as literal, l as int, s as boolean, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { c as isPrunedFile, l as isShardFile, r as nightOfSegment } from "./action-merge-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { r as listSegments } from "./merge-ask-check.js";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
/**
* A name of what is split, the same for the same ids in whatever order, and of who is asked what about it (`asked`): parts that were
* asked under another config are none of this work, as their answers would never be looked up.
*/
function nameSplit(ids, asked) {
	return hashJson([[...ids].sort(), asked]).slice(0, 16);
}
/** One set for each work and each way it was split, by name; the order of the parts given makes no difference. */
function collectShards(found) {
	return [...groupBy(found, ({ work, subject, of }) => [
		work,
		subject,
		of
	].join("\n"))].sort(([one], [other]) => one < other ? -1 : 1).map(([, parts]) => collectOne(parts));
}
function collectOne(found) {
	const { work, of } = found[0];
	const byNumber = groupBy(found, ({ number }) => number);
	const parts = [...byNumber].sort(([one], [other]) => one - other).map(([number, notes]) => ({
		number,
		folders: [...new Set(notes.map(({ folder }) => folder))].sort(),
		finished: notes.some(({ finished }) => finished),
		whole: notes.some(({ finished, lacks }) => finished && lacks === 0)
	}));
	return {
		work,
		of,
		parts: parts.map(({ number, folders, finished }) => ({
			number,
			folders,
			finished
		})),
		lost: Array.from({ length: of }, (_, index) => index + 1).filter((number) => !byNumber.has(number)),
		doubled: parts.filter(({ folders }) => folders.length > 1).map(({ number }) => number),
		unfinished: parts.filter(({ finished }) => !finished).map(({ number }) => number),
		cut: parts.filter(({ finished, whole }) => finished && !whole).map(({ number }) => number)
	};
}
function groupBy(found, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const part of found) groups.set(keyOf(part), [...groups.get(keyOf(part)) ?? [], part]);
	return groups;
}
const Note = strictObject({
	schema: literal("spec-gate/shard@1"),
	work: string().regex(/^[\w -]{1,60}$/),
	subject: string().regex(/^[0-9a-f]{16}$/),
	number: int().min(1),
	of: int().min(1),
	finished: boolean(),
	/** Of the answers at hand when the note was written, see `sizeFor`; absent in notes of earlier releases. */
	bytes: int().min(0).optional()
});
/** A file of its own for each run; a folder that takes none loses the note only: the answers are what counts. */
function writeShardNote(folder, note, now) {
	const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
	try {
		makeFolder(folder);
		const bytes = sizeFor(note.work, folder);
		const line = JSON.stringify({
			schema: "spec-gate/shard@1",
			...note,
			bytes
		});
		writeFileSync(join(folder, `${stamp}-${randomBytes(4).toString("hex")}.shard.jsonl`), `${line}\n`, { flag: "ax" });
	} catch {
		return;
	}
}
/** The notes of these folders, under the names that people gave them; what is no note is passed over. */
function readShardNotes(folders) {
	return folders.flatMap(({ path, name: folder }) => {
		const files = readdirSync(path);
		return files.filter(isShardFile).flatMap((file) => {
			try {
				const { schema: _, bytes = 0, ...note } = Note.parse(JSON.parse(readFileSync(join(path, file), "utf8")));
				const size = sizeFor(note.work, path);
				const lacks = size === 0 && note.work.startsWith("night ") && files.some(isPrunedFile) ? 0 : Math.max(0, bytes - size);
				return note.number > note.of ? [] : [{
					...note,
					folder,
					lacks
				}];
			} catch {
				return [];
			}
		});
	});
}
/** Bytes of the segments that may hold a work's answers: a night's, or all that are of no night, none of which is ever deleted. */
function sizeFor(work, folder) {
	return listSegments([folder]).filter((path) => {
		const night = nightOfSegment(path);
		return night === void 0 ? !work.startsWith("night ") : work === `night ${night}`;
	}).reduce((sum, path) => sum + statSync(path).size, 0);
}
export { nameSplit as i, writeShardNote as n, collectShards as r, readShardNotes as t };
