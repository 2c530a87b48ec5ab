import { _ as string, c as int, g as strictObject, o as boolean, u as literal } from "./schemas.js";
import { t as makeFolder } from "./make-folder.js";
import { a as isShardFile } from "./segment-store.js";
import { join } from "node:path";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
const Note = strictObject({
	schema: literal("spec-gate/shard@1"),
	work: string().regex(/^[\w -]{1,60}$/),
	subject: string().regex(/^[0-9a-f]{16}$/),
	number: int().min(1),
	of: int().min(1),
	finished: boolean()
});
/** A file of its own for each run; a folder that takes none loses the note only: the answers are what counts. */
function writeShardNote(folder, note, now) {
	const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
	try {
		makeFolder(folder);
		const line = JSON.stringify({
			schema: "spec-gate/shard@1",
			...note
		});
		writeFileSync(join(folder, `${stamp}-${randomBytes(4).toString("hex")}.shard.jsonl`), `${line}\n`, { flag: "ax" });
	} catch {
		return;
	}
}
/** The notes of these folders, under the names that people gave them; what is no note is passed over. */
function readShardNotes(folders) {
	return folders.flatMap(({ path, name: folder }) => readdirSync(path).filter(isShardFile).flatMap((file) => {
		try {
			const { schema: _schema, ...note } = Note.parse(JSON.parse(readFileSync(join(path, file), "utf8")));
			return note.number > note.of ? [] : [{
				...note,
				folder
			}];
		} catch {
			return [];
		}
	}));
}
export { writeShardNote as n, readShardNotes as t };
