import { t as createConcurrency } from "./concurrency.js";
import { t as UserError } from "./errors.js";
import { t as nearestName } from "./nearest-name.js";
import { i as isDynamicPattern, r as globSync, t as escapePath } from "./dist3.js";
import { i as readTextInside, n as decodeText, r as readOrFindInside, t as LARGEST_FILE } from "./files.js";
import { a as listTree, c as streamBlob, i as listLeftOut, o as readBlob } from "./git.js";
import { n as openFile, t as openAgain } from "./open-file.js";
import { resolve } from "node:path";
import { readdirSync } from "node:fs";
/** Folders whose content is never part of a spec. */
const SKIPPED = ["**/node_modules/**", "**/.git/**"];
/** Whether a path means more than itself. */
function isGlob(pattern) {
	return isDynamicPattern(pattern);
}
/** Files below a folder. Links count as files: whoever reads them refuses them, and a folder behind one is not entered. */
function createFolderTree(root) {
	return createTree(resolve(root), (folder) => readdirSync(folder, { withFileTypes: true }).map((entry) => asEntry(entry.name, entry.isDirectory())));
}
/** The files of a commit, matched by the very same rules. */
function createListedTree(paths) {
	const root = resolve("/tree");
	const folders = /* @__PURE__ */ new Map([["", /* @__PURE__ */ new Map()]]);
	for (const path of paths) {
		const parts = path.split("/");
		parts.forEach((name, depth) => {
			const folder = parts.slice(0, depth).join("/");
			const entries = folders.get(folder) ?? /* @__PURE__ */ new Map();
			entries.set(name, depth < parts.length - 1);
			folders.set(folder, entries);
		});
	}
	return createTree(root, (folder) => {
		const path = resolve(folder).slice(root.length + 1).replaceAll("\\", "/");
		return [...folders.get(path) ?? []].map(([name, isFolder]) => asEntry(name, isFolder));
	});
}
function asEntry(name, isFolder) {
	return {
		name,
		isDirectory: () => isFolder,
		isFile: () => !isFolder,
		isSymbolicLink: () => false
	};
}
function createTree(root, list) {
	const options = {
		cwd: root,
		fs: { readdirSync: list },
		expandDirectories: false,
		followSymbolicLinks: false
	};
	return { match: (pattern, excluded = []) => {
		const ignore = [...SKIPPED, ...excluded];
		const literal = isGlob(pattern) ? globSync(escapePath(pattern), {
			...options,
			ignore
		}) : [];
		return literal.length > 0 ? literal : globSync(pattern, {
			...options,
			ignore
		}).sort();
	} };
}
/** Files or git processes open at once. */
const AT_ONCE = 8;
/**
* The files that paths and globs (from the root, with `/`) name: patterns in the order given, each one's matches in
* code-unit order, every file once; `!glob` leaves files out. A commit's files are read as blobs by object id, never from the working tree.
* @throws UserError with every problem: nothing matches (with the nearest name), outside the root, no regular file, over
* 16 MB, not UTF-8, an LFS pointer.
*/
async function readSpecFiles(source, patterns) {
	const opened = source.kind === "worktree" ? openFolder(source.root) : await openCommit(source.repo, source.sha);
	const problems = [];
	const excluded = patterns.filter(isExclusion).map((pattern) => pattern.slice(1));
	const included = patterns.filter((pattern) => !isExclusion(pattern));
	const where = source.kind === "commit" ? ` in commit ${source.sha.slice(0, 7)}` : "";
	const missing = included.filter((pattern) => !isGlob(pattern) && opened.tree.match(pattern).length === 0);
	const leftOut = source.kind === "worktree" && missing.length > 0 ? await listLeftOut(source.root, missing) : /* @__PURE__ */ new Set();
	const expand = createExpander({
		...opened,
		excluded,
		problems,
		where,
		leftOut
	});
	const paths = new Set(included.flatMap(expand));
	const slots = createConcurrency({ max: AT_ONCE });
	const files = await Promise.all([...paths].map((file) => slots.run(async () => {
		try {
			return {
				file,
				text: await opened.read(file)
			};
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			problems.push(...error.problems);
			return;
		}
	})));
	if (problems.length > 0) throw new UserError(problems.sort(byPlace));
	return files.filter((file) => file !== void 0);
}
/**
* Whether there is such a file, without reading it.
* @throws UserError where a sparse checkout leaves it out: it is not absent, and nothing may go on without it.
*/
async function isFileThere(source, path) {
	return await openIfThere(source, path) !== void 0;
}
/**
* The text of one file, or undefined where there is none.
* @throws UserError for one that cannot be read, or that a sparse checkout leaves out.
*/
async function readFileIfThere(source, path) {
	return (await openIfThere(source, path))?.read(path);
}
async function openIfThere(source, path) {
	const opened = source.kind === "worktree" ? openFolder(source.root) : await openCommit(source.repo, source.sha);
	if (opened.tree.match(path, []).length > 0) return opened;
	if (source.kind === "worktree" && (await listLeftOut(source.root, [path])).has(path)) throw new UserError(describeLeftOut(path));
}
/**
* A file that may be larger than texts are: its text, or bytes to read piece by piece.
* @throws UserError where there is none, or it cannot be read.
*/
async function readTextOrBytes(source, path) {
	if (source.kind === "worktree") {
		const found = await readOrFindInside(source.root, path);
		if ("text" in found) return found;
		const bytes = await openFile(found.full, path);
		const parts = {
			path: found.full,
			readAgain: openAgain(found.full, path)
		};
		return {
			bytes,
			...bytes.unpacked === void 0 && { parts },
			close: () => bytes.close()
		};
	}
	const entry = (await listTree(source.repo, source.sha)).find((one) => one.path === path);
	const problem = describeEntry(entry);
	if (entry === void 0 || problem !== void 0) throw new UserError({
		message: problem ?? "no such file",
		place: { file: path }
	});
	const whole = await readBlob(source.repo, entry.oid, LARGEST_FILE);
	if (whole !== void 0) return { text: decodeText(whole, path) };
	return {
		bytes: {
			name: path,
			byteLength: 0,
			slice: () => Promise.reject(/* @__PURE__ */ new Error("a blob is read from its beginning only")),
			unpacked: () => streamBlob(source.repo, entry.oid)
		},
		close: () => Promise.resolve()
	};
}
function openFolder(root) {
	return {
		tree: createFolderTree(root),
		submoduleOf: () => void 0,
		read: (path) => readTextInside(root, path)
	};
}
async function openCommit(repo, sha) {
	const entries = new Map((await listTree(repo, sha)).map((entry) => [entry.path, entry]));
	const read = async (path) => {
		const entry = entries.get(path);
		const problem = describeEntry(entry);
		if (entry === void 0 || problem !== void 0) throw new UserError({
			message: problem ?? "no such file",
			place: { file: path }
		});
		return decodeText(await readBlob(repo, entry.oid, LARGEST_FILE), path);
	};
	const submoduleOf = (path) => {
		const parts = path.split("/");
		return parts.map((_, index) => parts.slice(0, index + 1).join("/")).find((folder) => entries.get(folder)?.mode === "160000");
	};
	return {
		tree: createListedTree([...entries.keys()]),
		submoduleOf,
		read
	};
}
function describeEntry(entry) {
	if (entry === void 0) return "no such file";
	if (entry.mode === "120000") return "a symbolic link: a spec is read from regular files only";
	if (entry.mode === "160000") return "a submodule: a spec is read from regular files only";
	return entry.mode === "100644" || entry.mode === "100755" ? void 0 : `not a regular file (mode ${entry.mode})`;
}
function createExpander({ tree, submoduleOf, excluded, problems, where, leftOut }) {
	return (pattern) => {
		const path = pattern.replace(/^(?:\.\/)+/, "");
		if (path === "" || /^(?:[\\/]|[A-Za-z]:)/.test(path) || path.split(/[\\/]/).includes("..")) {
			problems.push({
				message: `"${pattern}": expected a path below the root`,
				hint: "such as docs/model_spec.md"
			});
			return [];
		}
		const matches = tree.match(path, excluded);
		if (matches.length === 0) {
			const problem = leftOut.has(path) ? describeLeftOut(path) : describeSubmodule(path, submoduleOf(path));
			problems.push(problem ?? describeMissing(path, tree, where));
		}
		return matches;
	};
}
function isExclusion(pattern) {
	return pattern.startsWith("!");
}
/** What lies in a submodule is another repository's: this one's commits name only its commit. */
function describeSubmodule(path, submodule) {
	if (submodule === void 0) return void 0;
	return {
		message: `${path} lies in the git submodule ${submodule}, whose text is not part of this repository's commits`,
		hint: "gate it in its own repository, where its pull requests are, or keep a copy here",
		place: { file: path }
	};
}
function describeLeftOut(path) {
	return {
		message: `${path} is in the repository and not in this sparse checkout`,
		hint: `git sparse-checkout add ${path.replace(/(?<=.)\/[^/]*$/, "")} brings it here (in Actions: a line of sparse-checkout)`,
		place: { file: path }
	};
}
function describeMissing(path, tree, where) {
	if (isGlob(path)) return { message: `no file matches ${path}${where}` };
	const texts = tree.match("**/*.{md,markdown,mdx,txt,yml,yaml,json}");
	const near = nearestName(path, texts) ?? texts.find((text) => text.endsWith(`/${path.split("/").at(-1)}`));
	const hint = near === void 0 ? {} : { hint: `did you mean ${near}?` };
	return {
		message: `there is no file ${path}${where}`,
		place: { file: path },
		...hint
	};
}
function byPlace(one, other) {
	const [left, right] = [one.place?.file ?? "", other.place?.file ?? ""];
	return left < right ? -1 : Number(left > right);
}
export { readTextOrBytes as i, readFileIfThere as n, readSpecFiles as r, isFileThere as t };
