import { n as createRecentAsync } from "./action-stats-diff-report-check.js";
import { v as UserError } from "./commands-action-stats-diff-report-check.js";
import { devNull } from "node:os";
import { isAbsolute, relative, sep } from "node:path";
import { execFile, spawn } from "node:child_process";
/** The closest of `known` within a third of its length in edits (Levenshtein 1966); undefined where none is close. */
function nearestName(typed, known) {
	let best;
	let fewest = Infinity;
	for (const candidate of known) {
		const edits = countEdits(typed.toLowerCase(), candidate.toLowerCase());
		if (edits < fewest && edits <= Math.max(2, Math.ceil(candidate.length / 3))) [best, fewest] = [candidate, edits];
	}
	return best;
}
function countEdits(a, b) {
	if (Math.abs(a.length - b.length) > 20) return Infinity;
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const substitution = previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1);
			current.push(Math.min(substitution, previous[column] + 1, current[column - 1] + 1));
		}
		previous = current;
	}
	return previous[b.length];
}
/** Whether it is a whole object id; a shortened one is none. */
function isObjectId(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
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
/** Repositories of other users that the caller vouches for; git is told so with every command. */
const trusted = /* @__PURE__ */ new Set();
/** False where it was vouched for already. */
function trustRepository(folder) {
	const isNew = !trusted.has(folder);
	trusted.add(folder);
	return isNew;
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
			else reject(explainGit(error, args, stderr.toString("utf8")));
		});
	});
}
/** The arguments of one call of git: hardened, in this repository, trusting the folders that were named safe. */
function gitArguments(repo, args) {
	return [
		...HARDENED,
		...[...trusted].flatMap((folder) => ["-c", `safe.directory=${folder}`]),
		"-C",
		repo,
		...args
	];
}
/** The environment of git: a few variables that it needs, no key, and no way to ask a person. */
function gitEnvironment() {
	const passed = PASSED_ON.flatMap((name) => process.env[name] === void 0 ? [] : [[name, process.env[name]]]);
	return {
		...Object.fromEntries(passed),
		GIT_TERMINAL_PROMPT: "0",
		GIT_ASKPASS: "",
		LC_ALL: "C"
	};
}
/** What an error of a git command means to its user. */
function explainGit(error, args, stderr) {
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
	if (isUnreachable(args, stderr)) {
		const [words] = stderr.trim().split("\n", 1);
		return new UserError({
			message: `this clone was made without the content of older files, and git could not get it: ${words}`,
			hint: "see that the remote can be reached from here, or clone without --filter"
		});
	}
	return new GitError(args, stderr === "" ? error.message : stderr);
}
/** A partial clone asks its remote for what it lacks in the middle of any command; a fetch that fails is told by who asked for it. */
function isUnreachable([command], stderr) {
	return command !== "fetch" && /promisor remote|Could not read from remote repository|unable to access/.test(stderr);
}
/** The parts of an output with `-z`: each ends with a NUL. */
function splitRecords(output) {
	return output.toString("utf8").split("\0").slice(0, -1);
}
/** @throws TypeError where it is no object id: then it would be read as a name or an option. */
function checkOid(oid) {
	if (!isObjectId(oid)) throw new TypeError(`not an object id: ${oid}`);
	return oid;
}
const COMMAND = ["cat-file", "--batch"];
/** Milliseconds without a question after which the process is let go. */
const IDLE = 1e4;
const readers = /* @__PURE__ */ new Map();
/**
* An object, or undefined where the repository has none of this id.
* @throws RangeError beyond `limit` bytes, of which no more than that is ever held; UserError where git or the repository is
* missing; else GitError.
*/
function readObject(repo, { oid, peel, limit = LIMITS.bytes }) {
	const name = peel === void 0 ? checkOid(oid) : `${checkOid(oid)}^{${peel}}`;
	const ask = readers.get(repo) ?? createReader(repo);
	readers.set(repo, ask);
	return new Promise((resolve, reject) => ask({
		name,
		limit,
		resolve,
		reject
	}));
}
/** Undefined, too, where git cannot read it. */
async function tryObject(repo, question) {
	try {
		return await readObject(repo, question);
	} catch (error) {
		if (error instanceof GitError) return void 0;
		throw error;
	}
}
function createReader(repo) {
	/** Answers come in this order. */
	const pending = [];
	let child;
	let timer;
	function start() {
		const started = spawn("git", gitArguments(repo, COMMAND), {
			env: gitEnvironment(),
			windowsHide: true
		});
		const isCurrent = () => child === started;
		let stderr = "";
		started.stderr.setEncoding("utf8").on("data", (text) => stderr = (stderr + text).slice(-4096));
		const fail = (error) => {
			if (!isCurrent()) return;
			release();
			for (const { reject } of pending.splice(0)) reject(explainGit(error, COMMAND, stderr));
		};
		started.once("error", fail).once("close", (code) => fail(/* @__PURE__ */ new Error(`git ended with ${code}`)));
		started.stdin.on("error", () => void 0);
		const parse = createAnswerParser({
			limit: () => pending[0]?.limit ?? 0,
			onAnswer: (object) => {
				pending.shift()?.resolve(object);
				wait();
			},
			onTooLarge: () => {
				release();
				pending.shift()?.reject(/* @__PURE__ */ new RangeError("more bytes than the limit"));
				for (const { name } of pending) tell(name);
			}
		});
		started.stdout.on("data", (chunk) => isCurrent() && parse(chunk));
		return started;
	}
	function tell(name) {
		child ??= start();
		child.stdin.write(`${name}\n`);
		wait();
	}
	/** While nothing is asked, the process neither keeps this one alive nor stays for long. */
	function wait() {
		if (child === void 0) return;
		clearTimeout(timer);
		const isBusy = pending.length > 0;
		const { stdin, stdout, stderr } = child;
		for (const handle of [child, ...[
			stdin,
			stdout,
			stderr
		]]) if (isBusy) handle.ref?.();
		else handle.unref?.();
		timer = isBusy ? setTimeout(() => child?.kill(), LIMITS.milliseconds) : setTimeout(release, IDLE).unref();
	}
	function release() {
		clearTimeout(timer);
		child?.kill();
		child = void 0;
	}
	return (asked) => {
		pending.push(asked);
		tell(asked.name);
	};
}
/** Reads `<oid> <type> <size>`, a line break, so many bytes and another; `<name> missing` where there is none. */
function createAnswerParser({ limit, onAnswer, onTooLarge }) {
	let parts = [];
	let held = 0;
	let header;
	const keep = (rest) => {
		parts = [rest];
		held = rest.length;
	};
	return (chunk) => {
		parts.push(chunk);
		held += chunk.length;
		for (;;) {
			if (header === void 0) {
				const read = Buffer.concat(parts);
				const end = read.indexOf("\n");
				keep(read);
				if (end < 0) return;
				const [oid = "", type = "", size] = read.toString("latin1", 0, end).split(" ");
				keep(read.subarray(end + 1));
				if (size === void 0) {
					onAnswer(void 0);
					continue;
				}
				header = {
					oid,
					type,
					size: Number(size)
				};
				if (header.size > limit()) return onTooLarge();
			}
			const { oid, type, size } = header;
			if (held < size + 1) return;
			const read = Buffer.concat(parts);
			keep(read.subarray(size + 1));
			header = void 0;
			onAnswer({
				oid,
				type,
				bytes: Buffer.from(read.subarray(0, size))
			});
		}
	};
}
/**
* Each is `<mode> <name>`, a zero byte and the id in bytes, as long as the repository's ids are. Undefined for what is no tree,
* or a broken one.
*/
function parseTreeObject({ oid, type, bytes }) {
	if (type !== "tree") return void 0;
	const entries = [];
	for (let at = 0; at < bytes.length;) {
		const space = bytes.indexOf(" ", at);
		const end = bytes.indexOf(0, space);
		const next = end + 1 + oid.length / 2;
		if (space < 0 || end < 0 || next > bytes.length) return void 0;
		const mode = bytes.toString("latin1", at, space).padStart(6, "0");
		entries.push({
			mode,
			name: bytes.toString("utf8", space + 1, end),
			oid: bytes.toString("hex", end + 1, next)
		});
		at = next;
	}
	return entries;
}
/** Ids of a commit's parents, the first one first. */
function parseParents({ bytes }) {
	const [head = ""] = bytes.toString("latin1").split("\n\n", 1);
	return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, oid]) => oid);
}
/**
* The best common ancestors of two commits, as far as the history is here; none where they are unrelated. Two branches that were
* merged into each other have several, and then no single one of them says what a merge would change.
*/
async function mergeBases(repo, one, other) {
	const commit = await tryObject(repo, {
		oid: other,
		peel: "commit"
	});
	if (commit !== void 0 && parseParents(commit).includes(one)) return [one];
	return (await tryGit(repo, [
		"merge-base",
		"--all",
		"--end-of-options",
		checkOid(one),
		checkOid(other)
	]) ?? "").split("\n").filter((line) => line !== "");
}
/** Whether the history here ends somewhere: what lies beyond, and joins there, is not seen. */
async function isShallow(repo) {
	return await tryGit(repo, ["rev-parse", "--is-shallow-repository"]) === "true";
}
/** A change whose start nobody can name. `base` as people call it. */
function severalMergeBases(base) {
	return new UserError({
		message: `where this change starts cannot be told: it and ${base} were merged into each other, so that several commits are the last that both have`,
		hint: `merge ${base} into the branch once more: then all that it has of ${base} is one commit`
	});
}
/** What an object id stands for never changes, and a check reads the same few commits and files again and again. */
const recent = {
	commits: createRecentAsync({
		max: 64,
		keeps: (oid) => oid !== void 0
	}),
	trees: createRecentAsync({ max: 6 }),
	blobs: createRecentAsync({
		max: 64,
		keeps: ({ length }) => length <= 1048576
	})
};
/** The commit a name stands for (branch, tag, id, `HEAD~1`). @throws UserError where there is none. */
async function resolveRef(repo, ref) {
	const oid = await findCommit(repo, ref);
	if (oid !== void 0) return oid;
	const remote = ref.startsWith("-") ? void 0 : await findCommit(repo, `refs/remotes/origin/${ref}`);
	const fetched = "fetch it first (in Actions: fetch-depth: 0, or git fetch origin <ref>)";
	if (remote === void 0 && await findCommit(repo, "HEAD") === void 0) throw new UserError({
		message: `git knows no commit "${ref}": nothing is committed here yet`,
		hint: "commit the spec and spec-gate.yml first, then edit the spec on a branch"
	});
	const near = remote === void 0 ? nearestName(ref, await listBranches(repo)) : `origin/${ref}`;
	throw new UserError({
		message: `git knows no commit "${ref}"`,
		hint: near === void 0 ? fetched : `did you mean ${near}?`
	});
}
async function listBranches(repo) {
	const output = await tryGit(repo, [
		"for-each-ref",
		"--format=%(refname:short)",
		"refs/heads"
	]);
	return output === void 0 ? [] : output.split("\n").filter((line) => line !== "");
}
/**
* Where a folder's repository starts, or undefined outside of one. `trustWithin` is a folder that somebody else made for
* this run (a container job's workspace): a repository in it is used although another user owns it.
*/
async function findRepository(folder, options = {}) {
	try {
		return (await runGit(folder, ["rev-parse", "--show-toplevel"])).toString("utf8").replace(/\r?\n$/, "");
	} catch (error) {
		if (error instanceof UserError && /not a git repository/.test(error.message)) return void 0;
		if (error instanceof UntrustedError && isWithin(error.folder, options.trustWithin) && trustRepository(error.folder)) return findRepository(folder);
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
	const few = await listFewTrees(repo, commit);
	if (few !== void 0) return few;
	return splitRecords(await runGit(repo, [
		"ls-tree",
		"-r",
		"-z",
		"--full-tree",
		"--end-of-options",
		commit
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
/** Folders of a commit that are read one by one; git itself lists more of them faster, and stops at a limit. */
const FEW_TREES = 100;
/** A commit's files, without a git process of their own; undefined where there are many folders, or a tree cannot be read. */
async function listFewTrees(repo, commit) {
	let asked = 0;
	const list = async (question, folder) => {
		asked += 1;
		if (asked > FEW_TREES) return void 0;
		const tree = await tryObject(repo, question);
		const entries = tree && parseTreeObject(tree);
		if (entries === void 0) return void 0;
		const parts = await Promise.all(entries.map(async ({ mode, name, oid }) => {
			const path = `${folder}${name}`;
			return mode === "040000" ? list({ oid }, `${path}/`) : [{
				mode,
				oid,
				path
			}];
		}));
		const known = parts.filter((part) => part !== void 0);
		return known.length === parts.length ? known.flat() : void 0;
	};
	return list({
		oid: commit,
		peel: "tree"
	}, "");
}
/** Of some files below a folder those that are in its repository and not in this sparse checkout; none outside of a repository. */
async function listLeftOut(folder, paths) {
	try {
		const records = splitRecords(await runGit(folder, [
			"ls-files",
			"-t",
			"-z",
			"--",
			...paths
		]));
		return new Set(records.filter((record) => record.startsWith("S ")).map((record) => record.slice(2)));
	} catch (error) {
		if (error instanceof GitError || error instanceof UserError) return /* @__PURE__ */ new Set();
		throw error;
	}
}
/** A blob's bytes, or undefined where it has more than `limit` of them; no more than that is ever held. */
async function readBlob(repo, oid, limit = LIMITS.bytes) {
	try {
		const ask = async () => {
			const found = await readObject(repo, {
				oid,
				limit
			});
			if (found?.type !== "blob") throw new GitError([
				"cat-file",
				"blob",
				oid
			], "there is no such blob");
			return found.bytes;
		};
		const bytes = await recent.blobs(`${repo}\n${oid}\n${limit}`, ask);
		return bytes.length > limit ? void 0 : bytes;
	} catch (error) {
		if (error instanceof RangeError) return void 0;
		throw error;
	}
}
/** The last commits that touched these files, the newest first, as far as the history is here. */
async function listCommits(repo, from, { paths, most }) {
	return (await runGit(repo, [
		"log",
		"--format=%H",
		"--first-parent",
		`--max-count=${most}`,
		checkOid(from),
		"--",
		...paths
	])).toString("utf8").split("\n").filter((line) => line !== "");
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
		...await isShallow(repo) ? ["--depth=1"] : []
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
	if (!isObjectId(ref)) return tryGit(repo, [
		"rev-parse",
		"--verify",
		"--quiet",
		"--end-of-options",
		`${ref}^{commit}`
	]);
	return recent.commits(`${repo}\n${ref}`, async () => (await tryObject(repo, {
		oid: ref,
		peel: "commit"
	}))?.oid);
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
/**
* Runs at most `max` tasks at once. Additive increase, multiplicative decrease (Chiu and Jain 1989): `slowDown` halves
* the limit, never below 1; a full round of tasks that did not slow it raises it by 1, up to `max`.
*/
function createConcurrency({ max, ceiling = () => max }) {
	if (!Number.isInteger(max) || max < 1) throw new RangeError(`concurrency must be a whole number of 1 or more: ${max}`);
	const queue = [];
	let running = 0;
	let limit = max;
	let halvings = 0;
	const startWaiting = () => {
		while (running < Math.min(Math.floor(limit), ceiling()) && queue.length > 0) {
			running += 1;
			queue.shift().start();
		}
	};
	const departures = createDepartures();
	const waitForTurn = (priority, signal) => new Promise((resolve, reject) => {
		const leave = () => {
			queue.splice(queue.indexOf(waiter), 1);
			reject(signal.reason);
		};
		const stay = signal === void 0 ? void 0 : departures.on(signal, leave);
		const waiter = {
			priority,
			start: () => {
				stay?.();
				resolve();
			}
		};
		const later = queue.findIndex((other) => other.priority > priority);
		queue.splice(later === -1 ? queue.length : later, 0, waiter);
		startWaiting();
	});
	return {
		limit: () => Math.floor(limit),
		run: async (task, { priority = 0, signal } = {}) => {
			signal?.throwIfAborted();
			if (queue.length === 0 && running < Math.min(Math.floor(limit), ceiling())) running += 1;
			else await waitForTurn(priority, signal);
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
/**
* Calls `leave` of every waiting task whose signal is aborted. Thousands of tasks share one signal, so each signal gets
* one listener for all of them.
*/
function createDepartures() {
	const waiting = /* @__PURE__ */ new Map();
	return { on: (signal, leave) => {
		const known = waiting.get(signal);
		const all = known?.all ?? /* @__PURE__ */ new Set();
		const ring = known?.ring ?? (() => {
			waiting.delete(signal);
			for (const each of all) each();
		});
		if (known === void 0) {
			waiting.set(signal, {
				all,
				ring
			});
			signal.addEventListener("abort", ring, { once: true });
		}
		all.add(leave);
		return () => {
			all.delete(leave);
			if (all.size > 0) return;
			signal.removeEventListener("abort", ring);
			waiting.delete(signal);
		};
	} };
}
export { listLeftOut as a, resolveRef as c, mergeBases as d, severalMergeBases as f, nearestName as g, splitRecords as h, listCommits as i, streamBlob as l, runGit as m, fetchMissing as n, listTree as o, checkOid as p, findRepository as r, readBlob as s, createConcurrency as t, isShallow as u };
