import { n as createRecentAsync } from "./recent.js";
import { f as checkOid, m as splitRecords, p as runGit } from "./git.js";
/** The head path of a file that was renamed between two commits (half of it or more alike, git's own rule), else undefined. */
async function findRename(repo, { base, head, path }) {
	const output = await runGit(repo, [
		"diff-tree",
		...[
			"-r",
			"-z",
			"-M",
			"-l5000",
			"--diff-filter=R",
			"--name-status",
			"--no-ext-diff",
			"--no-textconv"
		],
		"--end-of-options",
		checkOid(base),
		checkOid(head)
	]);
	const records = splitRecords(output);
	for (let index = 0; index + 2 < records.length; index += 3) if (records[index + 1] === path) return records[index + 2];
}
/** The names in `to` of files that `from` knows by these: a renamed one's new name, else the one it had. A rename reads the same backwards. */
function followRenames(repo, paths, way) {
	const { from, to, isThere } = way;
	return Promise.all(paths.map(async (path) => await isThere(path) ? path : await findRename(repo, {
		base: from,
		head: to,
		path
	}) ?? path));
}
/** What object ids stand for never changes, and each place that shows a change asks anew where it is. */
const recent = createRecentAsync({ max: 64 });
/** Where two blobs differ, as git finds it; nothing for what git takes for binary or is too large to compare. */
async function diffBlobs(repo, { base, head }) {
	return recent(`${repo}\n${base}\n${head}`, () => askForHunks(repo, {
		base,
		head
	}));
}
async function askForHunks(repo, { base, head }) {
	const options = [
		"--unified=0",
		"--no-color",
		"--no-ext-diff",
		"--no-textconv",
		"--end-of-options"
	];
	let output;
	try {
		output = (await runGit(repo, [
			"diff",
			...options,
			checkOid(base),
			checkOid(head)
		])).toString("utf8");
	} catch (error) {
		if (error instanceof RangeError) return [];
		throw error;
	}
	const hunks = [];
	const lines = output.split("\n");
	for (let at = 0; at < lines.length; at += 1) {
		const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(lines[at]);
		if (found === null) continue;
		const [baseStart, baseCount, headStart, headCount] = found.slice(1).map((number) => Number(number ?? 1));
		const sides = {
			base: {
				start: baseStart,
				count: baseCount
			},
			head: {
				start: headStart,
				count: headCount
			}
		};
		hunks.push(sides);
		at += sides.base.count + sides.head.count;
	}
	return hunks;
}
export { findRename as n, followRenames as r, diffBlobs as t };
