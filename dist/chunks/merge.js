import { f as plural, n as hashJson, s as count, v as UserError } from "./commands-action-stats-diff-report-check.js";
import { _ as readAnswerLine, m as isSideFile, v as writeAnswerLine } from "./action-check.js";
import { u as replaceFile } from "./stats.js";
import { i as makeFolder } from "./action-stats-check.js";
import { ti as listSegments } from "./check.js";
import { r as collectShards, t as readShardNotes } from "./shard-notes.js";
import { t as createStoreSigner } from "./commands-action-check.js";
import { S as wording, g as inRow, t as plainText, x as say, y as name } from "./action-stats-report-check.js";
import { t as EXIT } from "./cli-commands-action-schema-stats-diff-report-check.js";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
/**
* The target becomes what it would be if all had written to it: segments keep their names, which begin with their time, so
* that the same answers hold in whatever order folders are named. A second payment for a key is kept: it was spent. With a
* signer, only what it has signed is copied, signed anew with its first secret; without one signatures are copied as they are.
* @throws UserError for a folder that is not there or holds no segment.
*/
function mergeStores(folders, into, signer) {
	refuseUnusable(folders, into);
	const answers = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	const counts = {
		segments: 0,
		added: 0,
		repeated: 0,
		conflicting: 0,
		unreadable: 0,
		unsigned: 0
	};
	for (const path of listSegments([into])) for (const line of linesOf(path)) {
		const read = readLine(line, signer);
		if (read.status !== "answer") continue;
		if (!read.isAttempt) answers.set(read.key, answers.get(read.key) ?? read.digest);
		seen.add(read.identity);
	}
	for (const path of listSegments(folders)) {
		counts.segments += 1;
		const lines = [];
		for (const line of linesOf(path)) {
			const read = readLine(line, signer);
			if (read.status !== "answer") counts[read.status] += 1;
			else if (seen.has(read.identity)) counts.repeated += 1;
			else {
				const known = answers.get(read.key);
				if (!read.isAttempt) {
					if (known === void 0) counts.added += 1;
					else if (known !== read.digest) counts.conflicting += 1;
					answers.set(read.key, known ?? read.digest);
				}
				seen.add(read.identity);
				lines.push(`${read.line}\n`);
			}
		}
		if (lines.length > 0) addLines(join(into, basename(path)), lines);
	}
	return {
		...counts,
		total: answers.size
	};
}
function readLine(line, signer) {
	const read = readAnswerLine(line, signer);
	if (read.status !== "answer") return read;
	const { key, answer } = read;
	const digest = hashJson(answer.completion).slice(0, 16);
	const sig = signer === void 0 ? read.sig ?? "" : "";
	return {
		status: "answer",
		key,
		digest,
		isAttempt: answer.attempt === true,
		identity: `${key}${digest}${answer.paid?.at ?? ""}${sig}`,
		line: signer === void 0 ? line : writeAnswerLine(key, answer, signer)
	};
}
function addLines(path, lines) {
	const before = existsSync(path) ? readFileSync(path, "utf8") : "";
	const whole = before === "" || before.endsWith("\n") ? before : `${before}\n`;
	replaceFile(path, whole + lines.join(""));
}
function refuseUnusable(folders, into) {
	const problems = folders.flatMap((folder) => {
		const place = { file: folder };
		if (!existsSync(folder) || !statSync(folder).isDirectory()) return [{
			message: "no such folder",
			place
		}];
		if (folder === into) return [{
			message: "the folder itself",
			hint: "Name the others; --into keeps what it has.",
			place
		}];
		if (listSegments([folder]).length === 0 && !readdirSync(folder).some(isSideFile)) return [{
			message: "no store in it",
			hint: "A store is a folder of .jsonl segments.",
			place
		}];
		return [];
	});
	if (problems.length > 0) throw new UserError(problems);
	makeFolder(into);
}
function linesOf(path) {
	return readFileSync(path, "utf8").split("\n").filter((line) => line !== "");
}
/** Exit code 0, or 2 where a part of sharded work is lost or unfinished. @throws UserError for a folder that is no store. */
function runMergeCommand(folders, { into, json }, context) {
	const merged = mergeStores(folders.map((folder) => resolve(context.cwd, folder)), resolve(context.cwd, into), createStoreSigner(context.storeSecret));
	const shards = collectShards(readShardNotes(folders.map((folder) => ({
		path: resolve(context.cwd, folder),
		name: folder
	}))));
	if (json === true) {
		context.print(`${JSON.stringify({
			into,
			...merged,
			shards
		}, null, 2)}\n`);
		return isWhole(shards) ? EXIT.pass : EXIT.inconclusive;
	}
	const sentences = [...writeMerged(into, merged), ...shards.flatMap(writeShards)];
	context.print(sentences.map((sentence) => `${plainText(sentence)}\n`).join(""));
	return isWhole(shards) ? EXIT.pass : EXIT.inconclusive;
}
function writeMerged(into, merged) {
	const { segments, added, repeated, conflicting, unreadable, unsigned, total } = merged;
	return [
		say`${name(into)}: ${plural(total, "answer")}, ${count(added)} of them new from ${plural(segments, "segment")}`,
		...repeated > 0 ? [say`${count(repeated)} were there already`] : [],
		...conflicting > 0 ? [say`${count(conflicting)} had another answer under the same key; the older segment's holds`] : [],
		...unreadable > 0 ? [say`${plural(unreadable, "line")} damaged or foreign, left out`] : [],
		...unsigned > 0 ? [say`${plural(unsigned, "line")} unsigned or forged, left out`] : []
	];
}
function isWhole(sets) {
	return sets.every(({ lost, unfinished }) => lost.length === 0 && unfinished.length === 0);
}
function writeShards({ work, of, parts, lost, doubled, unfinished }) {
	const part = (number) => say`${count(number)}/${count(of)}`;
	const all = (numbers) => inRow(numbers.map(part), wording(", "));
	const places = (folders) => inRow(folders.map((folder) => name(folder)), wording(" and "));
	const named = parts.map(({ number, folders }) => say`${part(number)} in ${places(folders)}`);
	return [
		say`${name(work)}: ${inRow(named, wording(", "))}`,
		...doubled.length > 0 ? [say`  twice: ${all(doubled)}; they were paid twice, and of two answers the older holds`] : [],
		...lost.length > 0 ? [say`  lost: ${all(lost)}; run them again with --shard, or the run without it asks for what is missing`] : [],
		...unfinished.length > 0 ? [say`  not finished: ${all(unfinished)}; run them again with --shard, or the run without it asks for the rest`] : []
	];
}
export { runMergeCommand };
