import { f as plural, i as sha256, n as hashJson, s as count, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { h as writeAnswerLine, m as readAnswerLine, p as readSegmentLines, u as isSideFile } from "./action-merge-ask-check.js";
import { r as listSegments, t as createKeySet } from "./merge-ask-check.js";
import { t as createAppender } from "./cli-commands-action-merge-bank-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { r as collectShards, t as readShardNotes } from "./merge-ask.js";
import { t as createStoreSigner } from "./commands-action-merge-ask-check.js";
import { a as inRow, c as name, d as wording, t as plainText, u as say } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
/**
* The target becomes what it would be if all had written to it: segments keep their names, which begin with their time, so
* that the same answers hold in whatever order folders are named. A second payment for a key is kept: it was spent. With a
* signer, only what it has signed is copied, signed anew with its first secret; without one signatures are copied as they are.
* @throws UserError for a folder that is not there or holds no segment.
*/
function mergeStores(folders, into, signer) {
	refuseUnusable(folders, into);
	const known = createKnownAnswers();
	const counts = {
		segments: 0,
		added: 0,
		repeated: 0,
		conflicting: 0,
		unreadable: 0,
		unsigned: 0
	};
	for (const path of listSegments([into])) for (const line of readSegmentLines(path)) {
		const read = readLine(line, signer);
		if (read.status === "answer") known.add(read);
	}
	for (const path of listSegments(folders)) {
		counts.segments += 1;
		const target = addTo(join(into, basename(path)));
		try {
			for (const line of readSegmentLines(path)) {
				const read = readLine(line, signer);
				const found = read.status === "answer" ? known.add(read) : read.status;
				if (found !== "uncounted") counts[found] += 1;
				if (read.status === "answer" && found !== "repeated") target.append(read.line);
			}
			target.finish();
		} finally {
			target.close();
		}
	}
	return {
		...counts,
		total: known.size()
	};
}
/** Hashes of 52 bits alone: of ten million answers one is taken for another's repetition, and asked once more, with a chance of 1 %. */
function createKnownAnswers() {
	const [identities, keys, answers] = [
		createKeySet(),
		createKeySet(),
		createKeySet()
	];
	let size = 0;
	return {
		add: ({ key, digest, identity, isAttempt }) => {
			if (!identities.add(sha256(identity))) return "repeated";
			if (isAttempt) return "uncounted";
			const isFirst = keys.add(key);
			const isNew = answers.add(sha256(`${key}${digest}`));
			if (isFirst) {
				size += 1;
				return "added";
			}
			return isNew ? "conflicting" : "uncounted";
		},
		size: () => size
	};
}
function readLine({ text: line }, signer) {
	if (line === void 0) return { status: "unreadable" };
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
/** A segment with what it has and more lines behind that. */
function addTo(path) {
	const nextPath = `${path}.${process.pid}.tmp`;
	let open;
	const begin = () => {
		const file = openSync(nextPath, "w");
		const out = createAppender(file);
		open = {
			file,
			out
		};
		if (!existsSync(path)) return open;
		for (const { text } of readSegmentLines(path)) out.append(Buffer.from(`${text ?? ""}\n`));
		return open;
	};
	return {
		append: (line) => void (open ?? begin()).out.append(Buffer.from(`${line}\n`)),
		finish: () => {
			if (open === void 0) return;
			open.out.flush();
			fsyncSync(open.file);
			renameSync(nextPath, path);
		},
		close: () => {
			if (open === void 0) return;
			closeSync(open.file);
			rmSync(nextPath, { force: true });
		}
	};
}
function refuseUnusable(folders, into) {
	const problems = folders.flatMap((folder) => {
		const place = { file: folder };
		if (!existsSync(folder) || !statSync(folder).isDirectory()) return [{
			message: existsSync(folder) ? "a file, not a folder" : "no such folder",
			hint: "A store is a folder of .jsonl segments.",
			place
		}];
		if (realpathSync(folder) === (existsSync(into) ? realpathSync(into) : into)) return [{
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
/** Exit code 0, or 2 where a part of sharded work is lost, unfinished or not whole. @throws UserError for a folder that is no store. */
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
	const works = shards.map(({ work }) => work);
	const isSplitTwice = works.some((work, index) => works.indexOf(work) < index);
	const sentences = [
		...writeMerged(into, merged),
		...shards.flatMap(writeShards),
		...isSplitTwice ? [say`Parts of one work that stand apart here were split in unlike ways: another bank, spec, config or number of parts.`] : []
	];
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
	return sets.every(({ lost, unfinished, cut }) => [
		lost,
		unfinished,
		cut
	].every(({ length }) => length === 0));
}
function writeShards({ work, of, parts, lost, doubled, unfinished, cut }) {
	const part = (number) => say`${count(number)}/${count(of)}`;
	const all = (numbers) => inRow(numbers.map(part), wording(", "));
	const places = (folders) => inRow(folders.map((folder) => name(folder)), wording(" and "));
	const named = parts.map(({ number, folders }) => say`${part(number)} in ${places(folders)}`);
	return [
		say`${name(work)}: ${inRow(named, wording(", "))}`,
		...doubled.length > 0 ? [say`  twice: ${all(doubled)}; they were paid twice, and of two answers the older holds`] : [],
		...lost.length > 0 ? [say`  lost: ${all(lost)}; run them again with --shard, or the run without it asks for what is missing`] : [],
		...cut.length > 0 ? [say`  not copied whole: ${all(cut)}, less is there than when it was done; copy the folder again, or the run without --shard asks for what is missing`] : [],
		...unfinished.length > 0 ? [say`  not finished: ${all(unfinished)}; run them again with --shard, or the run without it asks for the rest`] : []
	];
}
export { runMergeCommand as t };
