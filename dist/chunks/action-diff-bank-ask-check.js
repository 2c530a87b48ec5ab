import { v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { devNull } from "node:os";
import { execFile } from "node:child_process";
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
/** A clone that was made without all objects lacks one, and git did not get it from the remote. */
var UnfetchedError = class extends UserError {};
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
		return new UnfetchedError({
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
/** Whether it is a whole object id; a shortened one is none. */
function isObjectId(text) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}
/** Variables git may see: how to find itself, its user's settings and the network, but no keys and no `GIT_*`. */
const PASSED_ON = "PATH HOME USERPROFILE SystemRoot TEMP TMP TMPDIR XDG_CONFIG_HOME SSH_AUTH_SOCK SSL_CERT_FILE http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY".split(" ");
/** A repository's own config may name commands; these never start one. `git log` asks who signed a commit by `gpg.program`. */
const SETTINGS = [
	`core.hooksPath=${devNull}`,
	"core.fsmonitor=false",
	"log.showSignature=false",
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
/** Clones without all objects for which git may ask the remote in the middle of a command. */
const fetching = /* @__PURE__ */ new Set();
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
	return orFetching(repo, () => startGit(repo, args, options));
}
function startGit(repo, args, options = {}) {
	const env = {
		...gitEnvironment(repo, args),
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
/** Options that name a command which git starts to reach a remote. */
const COMMANDS = /^(?:core\.(?:sshcommand|gitproxy|alternaterefscommand)|credential\.(?:.*\.)?helper|remote\..*\.(?:uploadpack|vcs))$/;
/**
* What `ask` reads of a repository; where a clone made without all objects (`--filter`) lacks it, it is asked once more while git may
* fetch. The command that does it may stand in the clone's own config, which comes with a folder that somebody else has packed.
* @throws UserError where the repository's own config says which command git would start for that.
*/
async function orFetching(repo, ask) {
	try {
		return await ask();
	} catch (error) {
		if (!(error instanceof UnfetchedError)) throw error;
		const [command] = await listOwnCommands(repo);
		if (command !== void 0) throw namesCommand(command);
		fetching.add(repo);
		return ask();
	}
}
/** Of the repository's own config; that of its user or the machine is trusted. */
async function listOwnCommands(repo) {
	const records = splitRecords(await startGit(repo, [
		"config",
		"--list",
		"--show-scope",
		"--name-only",
		"-z"
	]));
	return records.filter((name, index) => index % 2 === 1 && /^(?:local|worktree)$/.test(records[index - 1]) && COMMANDS.test(name));
}
function namesCommand(option) {
	return new UserError({
		message: `this clone was made without the content of older files, and its own config names a command that git would start to get it (${option})`,
		hint: `clone without --filter; or, where you trust the command, set it for yourself (git config --global) and out of the clone's config (git config --unset)`
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
/**
* The environment of git: a few variables that it needs, no key, and no way to ask a person. Only `fetch` goes to a
* remote, and what is asked of a clone that may (`orFetching`).
*/
function gitEnvironment(repo, [command]) {
	const passed = PASSED_ON.flatMap((name) => process.env[name] === void 0 ? [] : [[name, process.env[name]]]);
	const remotes = command === "fetch" || fetching.has(repo) ? {} : { GIT_ALLOW_PROTOCOL: "" };
	return {
		...Object.fromEntries(passed),
		...remotes,
		GIT_TERMINAL_PROMPT: "0",
		GIT_ASKPASS: "",
		LC_ALL: "C"
	};
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
function createWaitingLine() {
	const waiting = [];
	const departures = createDepartures();
	return {
		size: () => waiting.length,
		letIn: () => waiting.shift()?.enter(),
		join: (rank, signal) => new Promise((resolve, reject) => {
			const leave = () => {
				waiting.splice(waiting.indexOf(waiter), 1);
				reject(signal.reason);
			};
			const stay = signal === void 0 ? void 0 : departures.on(signal, leave);
			const waiter = {
				rank,
				enter: () => {
					stay?.();
					resolve();
				}
			};
			const before = waiting.findLastIndex((other) => other.rank <= rank);
			waiting.splice(before + 1, 0, waiter);
		})
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
/**
* Runs at most `max` tasks at once. Additive increase, multiplicative decrease (Chiu and Jain 1989): `slowDown` halves
* the limit, never below 1; a full round of tasks that did not slow it raises it by 1, up to `max`.
*/
function createConcurrency({ max, ceiling = () => max }) {
	if (!Number.isInteger(max) || max < 1) throw new RangeError(`concurrency must be a whole number of 1 or more: ${max}`);
	const line = createWaitingLine();
	let running = 0;
	let limit = max;
	let halvings = 0;
	const hasRoom = () => running < Math.min(Math.floor(limit), ceiling());
	const startWaiting = () => {
		while (line.size() > 0 && hasRoom()) {
			running += 1;
			line.letIn();
		}
	};
	return {
		limit: () => Math.floor(limit),
		run: async (task, { priority = 0, signal } = {}) => {
			signal?.throwIfAborted();
			if (line.size() === 0 && hasRoom()) running += 1;
			else {
				const turn = line.join(priority, signal);
				startWaiting();
				await turn;
			}
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
export { gitArguments as a, orFetching as c, trustRepository as d, tryGit as f, explainGit as h, checkOid as i, runGit as l, UntrustedError as m, createWaitingLine as n, gitEnvironment as o, GitError as p, LIMITS as r, isObjectId as s, createConcurrency as t, splitRecords as u };
