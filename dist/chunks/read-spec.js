import { t as UserError } from "./errors.js";
import { t as nearestName } from "./nearest-name.js";
import { c as globSync, i as readTextInside, l as isDynamicPattern, n as decodeText, o as escapePath, r as readOrFindInside, t as LARGEST_FILE } from "./files.js";
import { t as openFile } from "./open-file.js";
import { execFile, spawn } from "node:child_process";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { readdirSync } from "node:fs";
import { devNull } from "node:os";
/** Does the work where its result is not at hand. What is under way is waited for, not done twice; what fails is done again. */
function createRecent({ max, keeps = () => true }) {
	const kept = /* @__PURE__ */ new Map();
	return async (key, work) => {
		const known = kept.get(key);
		kept.delete(key);
		const result = known ?? work();
		kept.set(key, result);
		const [oldest] = kept.keys();
		if (kept.size > max && oldest !== void 0) kept.delete(oldest);
		const forget = () => {
			if (kept.get(key) === result) kept.delete(key);
		};
		try {
			const value = await result;
			if (!keeps(value)) forget();
			return value;
		} catch (error) {
			forget();
			throw error;
		}
	};
}
/** What git said when it would not do it. */
var GitError = class extends Error {
	stderr;
	constructor(args, stderr) {
		super(`git ${args.join(" ")}: ${stderr.trim()}`);
		this.name = "GitError";
		this.stderr = stderr;
	}
};
/** The repository belongs to another user. */
var UntrustedError = class extends UserError {
	folder;
	constructor(folder) {
		super({
			message: `git does not trust this repository: ${folder} belongs to another user`,
			hint: `git config --global --add safe.directory ${folder}`
		});
		this.folder = folder;
	}
};
/** Variables git may see: how to find itself, its user's settings and the network, but no keys and no `GIT_*`. */
const PASSED_ON = "PATH HOME USERPROFILE SystemRoot TEMP TMP TMPDIR XDG_CONFIG_HOME SSH_AUTH_SOCK SSL_CERT_FILE http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY".split(" ");
const SETTINGS = [
	`core.hooksPath=${devNull}`,
	"core.fsmonitor=false",
	"protocol.ext.allow=never"
];
const HARDENED = [
	"--no-pager",
	"--no-optional-locks",
	"--literal-pathspecs",
	"--no-replace-objects"
].concat(SETTINGS.flatMap((setting) => ["-c", setting]));
const LIMITS = {
	bytes: 67108864,
	milliseconds: 12e4
};
/** What an object id stands for never changes, and a check reads the same few commits and files again and again. */
const recent = {
	commits: createRecent({
		max: 64,
		keeps: (oid) => oid !== void 0
	}),
	trees: createRecent({ max: 6 }),
	blobs: createRecent({
		max: 64,
		keeps: ({ length }) => length <= 1048576
	})
};
const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** The commit a name stands for (branch, tag, id, `HEAD~1`). @throws UserError where there is none. */
async function resolveRef(repo, ref) {
	const oid = await findCommit(repo, ref);
	if (oid !== void 0) return oid;
	const remote = ref.startsWith("-") ? void 0 : await findCommit(repo, `refs/remotes/origin/${ref}`);
	throw new UserError({
		message: `git knows no commit "${ref}"`,
		hint: remote === void 0 ? "fetch it first (in Actions: fetch-depth: 0, or git fetch origin <ref>)" : `did you mean origin/${ref}?`
	});
}
/** Repositories of other users that the caller vouches for; git is told so with every command. */
const trusted = /* @__PURE__ */ new Set();
/**
* Where a folder's repository starts, or undefined outside of one. `trustWithin` is a folder that somebody else made for
* this run (a container job's workspace): a repository in it is used although another user owns it.
*/
async function findRepository(folder, options = {}) {
	try {
		return (await runGit(folder, ["rev-parse", "--show-toplevel"])).toString("utf8").replace(/\r?\n$/, "");
	} catch (error) {
		if (error instanceof UserError && /not a git repository/.test(error.message)) return void 0;
		if (error instanceof UntrustedError && isWithin(error.folder, options.trustWithin) && !trusted.has(error.folder)) {
			trusted.add(error.folder);
			return findRepository(folder);
		}
		throw error;
	}
}
function isWithin(folder, parent) {
	if (parent === void 0) return false;
	const path = relative(parent, folder);
	return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
/** Every file of a commit, submodules and links included, in git's order. */
async function listTree(repo, commit) {
	return recent.trees(`${repo}\n${commit}`, () => askForTree(repo, commit));
}
async function askForTree(repo, commit) {
	return splitRecords(await runGit(repo, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		"--end-of-options",
		checkOid(commit)
	])).map((record) => {
		const tab = record.indexOf("	");
		const [mode = "", , oid = ""] = record.slice(0, tab).split(" ");
		return {
			mode,
			oid,
			path: record.slice(tab + 1)
		};
	});
}
/** A blob's bytes, or undefined where it has more than `limit` of them; no more than that is ever held. */
async function readBlob(repo, oid, limit = LIMITS.bytes) {
	try {
		const ask = () => runGit(repo, [
			"cat-file",
			"blob",
			checkOid(oid)
		], { limit });
		const bytes = await recent.blobs(`${repo}\n${oid}\n${limit}`, ask);
		return bytes.length > limit ? void 0 : bytes;
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
/** A blob's bytes piece by piece, however many. @throws Error where git ends with one. */
async function* streamBlob(repo, oid) {
	const child = spawn("git", gitArguments(repo, [
		"cat-file",
		"blob",
		checkOid(oid)
	]), {
		env: gitEnvironment(),
		stdio: [
			"ignore",
			"pipe",
			"ignore"
		],
		windowsHide: true
	});
	const ended = new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", resolve);
	});
	ended.catch(() => void 0);
	try {
		for await (const chunk of child.stdout) yield chunk;
		const code = await ended;
		if (code !== 0) throw new GitError([
			"cat-file",
			"blob",
			oid
		], `ended with ${code}`);
	} finally {
		child.kill();
	}
}
/** The best common ancestor of two commits, or undefined (unrelated, or beyond the edge of a shallow clone). */
async function mergeBase(repo, one, other) {
	return (await tryGit(repo, [
		"merge-base",
		"--end-of-options",
		checkOid(one),
		checkOid(other)
	]))?.split("\n", 1)[0];
}
/** The head path of a file that was renamed between two commits (half of it or more alike, git's own rule), else undefined. */
async function findRename(repo, { base, head, path }) {
	const records = splitRecords(await runGit(repo, [
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
	]));
	for (let index = 0; index + 2 < records.length; index += 3) if (records[index + 1] === path) return records[index + 2];
}
/** Where two blobs differ, as git finds it; nothing for what git takes for binary or is too large to compare. */
async function diffBlobs(repo, { base, head }) {
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
/**
* Makes sure a commit is here: fetches it from `origin` by its id, without history where the clone is shallow anyway.
* @throws UserError where the remote does not give it.
*/
async function fetchMissing(repo, sha, credentials) {
	if (await findCommit(repo, checkOid(sha)) !== void 0) return;
	const options = [
		"--no-tags",
		"--no-recurse-submodules",
		"--no-write-fetch-head",
		"--quiet",
		...await tryGit(repo, ["rev-parse", "--is-shallow-repository"]) === "true" ? ["--depth=1"] : []
	];
	try {
		await runGit(repo, [
			"fetch",
			...options,
			"--end-of-options",
			"origin",
			sha
		], { env: asSettings(credentials) });
	} catch (error) {
		if (!(error instanceof GitError)) throw error;
		throw new UserError({
			message: `commit ${sha} is not here and could not be fetched from origin: ${error.stderr.trim()}`,
			hint: "let the checkout fetch it (actions/checkout: fetch-depth: 0)"
		});
	}
}
async function findCommit(repo, ref) {
	const ask = () => tryGit(repo, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]);
	return OID.test(ref) ? recent.commits(`${repo}\n${ref}`, ask) : ask();
}
/** The trimmed answer, or undefined where git answers "no" by its exit code. */
async function tryGit(repo, args) {
	try {
		return (await runGit(repo, args)).toString("utf8").trim();
	} catch (error) {
		if (error instanceof GitError) return void 0;
		throw error;
	}
}
/** The token as git reads it from its environment: never in an argument, never for another server. */
function asSettings(credentials) {
	if (credentials === void 0) return {};
	const basic = Buffer.from(`x-access-token:${credentials.token}`).toString("base64");
	return {
		GIT_CONFIG_COUNT: "1",
		GIT_CONFIG_KEY_0: `http.${credentials.server}/.extraHeader`,
		GIT_CONFIG_VALUE_0: `Authorization: Basic ${basic}`
	};
}
/** @throws RangeError beyond `limit` bytes, UserError where git or the repository is missing, else GitError. */
function runGit(repo, args, options = {}) {
	const env = {
		...gitEnvironment(),
		...options.env
	};
	return new Promise((resolve, reject) => {
		execFile("git", gitArguments(repo, args), {
			env,
			encoding: "buffer",
			maxBuffer: options.limit ?? LIMITS.bytes,
			timeout: LIMITS.milliseconds,
			windowsHide: true
		}, (error, stdout, stderr) => {
			if (error === null) resolve(stdout);
			else reject(explain(error, args, stderr.toString("utf8")));
		});
	});
}
function gitArguments(repo, args) {
	return [
		...HARDENED,
		...[...trusted].flatMap((folder) => ["-c", `safe.directory=${folder}`]),
		"-C",
		repo,
		...args
	];
}
function gitEnvironment() {
	const passed = PASSED_ON.flatMap((name) => process.env[name] === void 0 ? [] : [[name, process.env[name]]]);
	return {
		...Object.fromEntries(passed),
		GIT_TERMINAL_PROMPT: "0",
		GIT_ASKPASS: "",
		LC_ALL: "C"
	};
}
function explain(error, args, stderr) {
	if (error.code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return /* @__PURE__ */ new RangeError("more bytes than the limit");
	if (error.code === "ENOENT") return new UserError({
		message: "git was not found",
		hint: "install git 2.30 or newer"
	});
	if (/not a git repository/.test(stderr)) return new UserError({ message: stderr.trim().split("\n", 1)[0] });
	if (/dubious ownership/.test(stderr)) {
		const folder = /in repository at '([^\n]+)'/.exec(stderr)?.[1];
		return new UntrustedError(folder ?? "<folder>");
	}
	return new GitError(args, stderr === "" ? error.message : stderr);
}
function splitRecords(output) {
	return output.toString("utf8").split("\0").slice(0, -1);
}
function checkOid(oid) {
	if (!OID.test(oid)) throw new TypeError(`not an object id: ${oid}`);
	return oid;
}
/**
* Runs at most `max` tasks at once. Additive increase, multiplicative decrease (Chiu and Jain 1989): `slowDown` halves
* the limit, never below 1; a full round of tasks that did not slow it raises it by 1, up to `max`.
*/
function createConcurrency({ max }) {
	if (!Number.isInteger(max) || max < 1) throw new RangeError(`concurrency must be a whole number of 1 or more: ${max}`);
	const queue = [];
	let running = 0;
	let limit = max;
	let halvings = 0;
	const startWaiting = () => {
		while (running < Math.floor(limit) && queue.length > 0) {
			running += 1;
			queue.shift().start();
		}
	};
	const waitForTurn = (priority, signal) => new Promise((resolve, reject) => {
		const leave = () => {
			queue.splice(queue.indexOf(waiter), 1);
			reject(signal.reason);
		};
		const waiter = {
			priority,
			start: () => {
				signal?.removeEventListener("abort", leave);
				resolve();
			}
		};
		signal?.addEventListener("abort", leave, { once: true });
		const later = queue.findIndex((other) => other.priority > priority);
		queue.splice(later === -1 ? queue.length : later, 0, waiter);
		startWaiting();
	});
	return {
		limit: () => Math.floor(limit),
		run: async (task, { priority = 0, signal } = {}) => {
			signal?.throwIfAborted();
			await waitForTurn(priority, signal);
			const begun = halvings;
			let slowed = false;
			const slot = { slowDown: () => {
				slowed = true;
				if (begun !== halvings) return;
				halvings += 1;
				limit = Math.max(1, Math.floor(limit / 2));
			} };
			try {
				return await task(slot);
			} finally {
				running -= 1;
				if (!slowed) limit = Math.min(max, limit + 1 / Math.floor(limit));
				startWaiting();
			}
		}
	};
}
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
	const expand = createExpander({
		...opened,
		excluded,
		problems
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
/** The text of one file, or undefined where there is none. @throws UserError for one that cannot be read. */
async function readFileIfThere(source, path) {
	const opened = source.kind === "worktree" ? openFolder(source.root) : await openCommit(source.repo, source.sha);
	return opened.tree.match(path, []).length === 0 ? void 0 : opened.read(path);
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
		return {
			bytes,
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
function createExpander({ tree, submoduleOf, excluded, problems }) {
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
		if (matches.length === 0) problems.push(describeSubmodule(path, submoduleOf(path)) ?? describeMissing(path, tree));
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
function describeMissing(path, tree) {
	if (isGlob(path)) return { message: `no file matches ${path}` };
	const texts = tree.match("**/*.{md,markdown,mdx,txt,yml,yaml,json}");
	const near = nearestName(path, texts) ?? texts.find((text) => text.endsWith(`/${path.split("/").at(-1)}`));
	const hint = near === void 0 ? {} : { hint: `did you mean ${near}?` };
	return {
		message: `there is no file ${path}`,
		place: { file: path },
		...hint
	};
}
function byPlace(one, other) {
	const [left, right] = [one.place?.file ?? "", other.place?.file ?? ""];
	return left < right ? -1 : Number(left > right);
}
export { diffBlobs as a, findRepository as c, readBlob as d, resolveRef as f, createConcurrency as i, listTree as l, readSpecFiles as n, fetchMissing as o, readTextOrBytes as r, findRename as s, readFileIfThere as t, mergeBase as u };
