import { t as UserError } from "./errors.js";
import { r as sha256 } from "./canonical-json.js";
import { basename, join } from "node:path";
import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { lstat, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createInterface } from "node:readline";
const MODES = [
	"check",
	"seed",
	"nightly"
];
const COMMENT_RULES = [
	"always",
	"on-change",
	"on-failure",
	"never"
];
const STORES = [
	"cache",
	"branch",
	"none"
];
/**
* Reads the inputs as the runner passes them (`INPUT_MAX-CALLS`).
* @throws UserError naming each input whose value does not fit.
*/
function readInputs(env) {
	const problems = [];
	const text = (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() || void 0;
	function oneOf(name, allowed, fallback) {
		const value = text(name) ?? fallback;
		const found = allowed.find((option) => option === value);
		if (found === void 0) problems.push({ message: `input ${name}: expected ${allowed.join(", ")}, got "${value}"` });
		return found ?? fallback;
	}
	function numberOf(name, pattern, expected) {
		const value = text(name);
		if (value === void 0) return void 0;
		if (!pattern.test(value)) problems.push({ message: `input ${name}: expected ${expected}, got "${value}"` });
		return Number(value);
	}
	const githubToken = text("github-token");
	const maxCalls = numberOf("max-calls", /^\d{1,9}$/, "a whole number of calls");
	const maxUsd = numberOf("max-usd", /^\d{1,7}(\.\d{1,4})?$/, "US dollars, such as 12.50");
	const inputs = {
		config: text("config") ?? "spec-gate.yml",
		mode: oneOf("mode", MODES, "check"),
		comment: oneOf("comment", COMMENT_RULES, "on-change"),
		store: oneOf("store", STORES, "cache"),
		offline: oneOf("offline", ["true", "false"], "false") === "true",
		outputDir: text("output-dir") ?? "spec-gate-report",
		...githubToken !== void 0 && { githubToken },
		...maxCalls !== void 0 && { maxCalls },
		...maxUsd !== void 0 && { maxUsd }
	};
	if (problems.length > 0) throw new UserError(problems);
	return inputs;
}
const ATTEMPTS = 4;
/** Milliseconds a single request may take, headers and body. */
const DEADLINE = 3e4;
/** Longest wait for a rate limit, in seconds; a longer one fails the request. */
const LONGEST_WAIT = 60;
/**
* A client that tries again on 5xx and network faults (after 1, 4 and 9 s) and on rate limits that end within a minute.
* A lost answer to a POST is not repeated: only its caller knows whether that would do the thing twice.
*/
async function createGitHubClient(options) {
	const github = await import("./github.js");
	const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
	const octokit = github.getOctokit(options.token, {
		...options.baseUrl !== void 0 && { baseUrl: options.baseUrl },
		log: {
			debug: ignore,
			info: ignore,
			warn: ignore,
			error: ignore
		}
	});
	octokit.hook.wrap("request", async (request, parameters) => {
		for (let attempt = 1;; attempt += 1) try {
			const signal = AbortSignal.timeout(DEADLINE);
			return await request({
				...parameters,
				request: {
					...parameters.request,
					signal
				}
			});
		} catch (error) {
			const repeatable = parameters.method !== "POST" || parameters.url === "/graphql";
			const wait = attempt === ATTEMPTS ? void 0 : secondsToWait(error, attempt, repeatable);
			if (wait === void 0) throw error;
			await sleep(wait * 1e3);
		}
	});
	return {
		octokit,
		owner: options.owner,
		repo: options.repo
	};
}
/** The HTTP status an API call failed with; 500 for a network fault, undefined for anything else. */
function statusOf(error) {
	if (!(error instanceof Error) || !("status" in error)) return void 0;
	return typeof error.status === "number" ? error.status : void 0;
}
/** Whether GitHub refused an API call, or could not be reached. GraphQL refuses with status 200 and a list of errors. */
function isRefusal(error) {
	return statusOf(error) !== void 0 || error instanceof Error && error.name === "GraphqlResponseError";
}
/** Why an API call failed, on one line. */
function reasonOf(error) {
	return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").slice(0, 300);
}
/** Seconds before the next attempt; undefined where another attempt would not help, or could do harm. */
function secondsToWait(error, attempt, repeatable) {
	const status = statusOf(error);
	if (status === void 0) return void 0;
	if (status >= 500) return repeatable ? attempt ** 2 : void 0;
	if (status !== 403 && status !== 429) return void 0;
	const headers = headersOf(error);
	if (!(status === 429 || headers["x-ratelimit-remaining"] === "0" || /secondary rate limit|abuse/i.test(reasonOf(error))) && headers["retry-after"] === void 0) return void 0;
	const asked = Number(headers["retry-after"] ?? LONGEST_WAIT);
	return asked >= 0 && asked <= LONGEST_WAIT ? Math.max(1, asked) : void 0;
}
function headersOf(error) {
	const { response } = error;
	return response?.headers ?? {};
}
function ignore() {}
const SEGMENT_NAME = /^[A-Za-z0-9][\w.-]{0,120}\.jsonl$/;
/** Bytes. */
const LARGEST_SEGMENT = 536870912;
const LARGEST_FOLDER = 4294967296;
const MOST_SEGMENTS = 1e4;
/** Whether a file of that name can be a segment of a store. */
function isSegmentName(name) {
	return SEGMENT_NAME.test(name);
}
/** Why a folder cannot be used as a store, or undefined for one that holds nothing but segments. */
async function refuseFolder(folder) {
	const stats = await lstat(folder).catch(() => void 0);
	if (stats === void 0) return "the archive does not hold the store";
	if (!stats.isDirectory()) return "the store is not a folder";
	const names = await readdir(folder);
	if (names.length > MOST_SEGMENTS) return `${names.length} files`;
	let total = 0;
	for (const name of names) {
		const entry = await lstat(join(folder, name));
		if (!isSegmentName(name)) return `an unexpected entry ${JSON.stringify(name)}`;
		if (!entry.isFile() || entry.nlink > 1) return `${name} is not a regular file`;
		total += entry.size;
		if (entry.size > 536870912 || total > LARGEST_FOLDER) return `${name} is too large`;
	}
}
/**
* A digest of the lines in a folder's segments: the same for the same answers, however many segments hold them.
* Undefined for a folder without a line.
*/
async function digestLines(folder) {
	const lines = /* @__PURE__ */ new Set();
	for (const name of await readdir(folder).catch(() => [])) {
		if (!isSegmentName(name)) continue;
		for await (const line of createInterface({
			input: createReadStream(join(folder, name)),
			crlfDelay: Infinity
		})) if (line !== "") lines.add(createHash("sha256").update(line).digest("hex"));
	}
	if (lines.size === 0) return void 0;
	const whole = createHash("sha256");
	for (const line of [...lines].sort()) whole.update(line);
	return whole.digest("hex").slice(0, 16);
}
/** Milliseconds. The client asks a service that answers 5xx five times over about 25 s; nobody waits for that twice. */
const PATIENCE = 15e3;
/**
* Restores the newest archive of every prefix. What a prefix that is only read gave lies in a folder of its own; what
* the prefix that is saved gave lies where new answers will go. An archive with anything but plain segments is thrown
* away whole. The lines themselves are checked by the store on reading.
*/
async function restoreFromCache({ prefixes, temp, config }) {
	const root = join(temp, `spec-gate-store-${sha256(config).slice(0, 8)}`);
	const folder = join(root, "segments");
	const extraFolders = [];
	const keys = [];
	const warnings = [];
	await rm(root, {
		recursive: true,
		force: true
	});
	await mkdir(root, { recursive: true });
	const cache = await import("./cache.js");
	const available = cache.isFeatureAvailable();
	let unread = available ? void 0 : "the Actions cache is not available here";
	if (!available) warnings.push(`${unread}: no stored answers`);
	const order = available ? [...prefixes.restore].sort((a, b) => Number(a === prefixes.save) - Number(b === prefixes.save)) : [];
	for (const [index, prefix] of order.entries()) {
		const start = performance.now();
		const key = await cache.restoreCache([folder], `${prefix}newest`, [prefix]).catch((error) => {
			warnings.push(`restoring ${prefix}: ${String(error)}`);
		});
		if (key === void 0) {
			await rm(folder, {
				recursive: true,
				force: true
			});
			if (performance.now() - start < PATIENCE) continue;
			unread = "the Actions cache does not answer";
			warnings.push(`${unread}: going on without stored answers`);
			break;
		}
		const refusal = key.startsWith(prefix) ? await refuseFolder(folder) : `its key is not one of ${prefix}`;
		if (refusal !== void 0) {
			warnings.push(`the stored answers under ${key} were thrown away: ${refusal}`);
			await rm(folder, {
				recursive: true,
				force: true
			});
			continue;
		}
		keys.push(key);
		if (prefix === prefixes.save) continue;
		const aside = join(root, `restored-${index}`);
		await rename(folder, aside);
		extraFolders.push(aside);
	}
	await mkdir(folder, { recursive: true });
	return {
		folder,
		extraFolders,
		keys,
		warnings,
		unread
	};
}
/** Uploads the folder under its prefix and digest, unless that is what the run started from. Never throws. */
async function saveToCache({ folder, prefix, restoredKey }) {
	try {
		const cache = await import("./cache.js");
		if (!cache.isFeatureAvailable()) return {
			status: "not-saved",
			reason: "the Actions cache is not available here"
		};
		const digest = await digestLines(folder);
		if (digest === void 0) return {
			status: "not-saved",
			reason: "there are no answers to keep"
		};
		const key = `${prefix}${digest}`;
		if (key === restoredKey) return {
			status: "not-saved",
			reason: "no answer is new"
		};
		return await cache.saveCache([folder], key) === -1 ? {
			status: "not-saved",
			reason: "the cache did not take it"
		} : {
			status: "saved",
			key
		};
	} catch (error) {
		return {
			status: "not-saved",
			reason: String(error)
		};
	}
}
const STATE = "spec-gate-store";
/** Leaves the note; before the first call is paid, so that a failed or cancelled run still keeps its answers. */
async function rememberStore(store) {
	const { saveState } = await import("./core2.js");
	saveState(STATE, store);
}
/** The note that `rememberStore` left; undefined where main did not come that far. */
async function recallStore() {
	const { getState } = await import("./core2.js");
	const state = getState(STATE);
	return state === "" ? void 0 : JSON.parse(state);
}
const REGULAR = /* @__PURE__ */ new Set(["100644", "100755"]);
/**
* All regular files of a commit, in the API's order; symbolic links and submodules are left out.
* @throws UserError where the tree is too large for one answer (over 100,000 entries).
*/
async function listCommitFiles(client, commit) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.git.getTree({
		owner,
		repo,
		tree_sha: commit,
		recursive: "1"
	});
	if (data.truncated) throw new UserError({
		message: `commit ${commit.slice(0, 7)} has more files than the API lists`,
		hint: "give actions/checkout \"fetch-depth: 0\""
	});
	return data.tree.flatMap(({ path, sha, mode, size = 0 }) => REGULAR.has(mode) ? [{
		path,
		oid: sha,
		bytes: size
	}] : []);
}
/**
* The bytes of a file. `limit` is the largest size that is read.
* @throws UserError for a larger one, before it is fetched.
*/
async function readCommitFile(client, { file, limit }) {
	if (file.bytes > limit) throw new UserError({
		message: `has ${file.bytes} bytes; at most ${limit} are read`,
		place: { file: file.path }
	});
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.git.getBlob({
		owner,
		repo,
		file_sha: file.oid
	});
	return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8");
}
const STORE_BRANCH = "spec-gate-store";
const FOLDER = "segments";
/** Another run may push between our read and our push; each time costs one round. */
const ROUNDS = 4;
/** Writes the branch's segments into `folder`. A repository without the branch has none. */
async function restoreFromBranch(client, folder) {
	return reportFaults(async () => {
		const tip = await readTip(client);
		const files = tip === void 0 ? [] : await listSegments(client, tip);
		await mkdir(folder, { recursive: true });
		for (const file of files) {
			const bytes = await readCommitFile(client, {
				file,
				limit: LARGEST_SEGMENT
			});
			await writeFile(join(folder, basename(file.path)), bytes);
		}
		return files.length;
	});
}
/** Adds the segments of `folder` that the branch does not have, in one commit, without a checkout. */
async function saveToBranch(client, folder) {
	return reportFaults(async () => {
		for (let round = 1;; round += 1) {
			const tip = await readTip(client);
			const there = new Set(tip === void 0 ? [] : (await listSegments(client, tip)).map(({ path }) => basename(path)));
			const missing = (await readdir(folder)).filter((name) => isSegmentName(name) && !there.has(name));
			if (missing.length === 0) return 0;
			try {
				await push(client, {
					tip,
					folder,
					names: missing
				});
				return missing.length;
			} catch (error) {
				if (round === ROUNDS || statusOf(error) !== 422) throw error;
			}
		}
	});
}
async function readTip({ octokit, owner, repo }) {
	try {
		const { data } = await octokit.rest.git.getRef({
			owner,
			repo,
			ref: `heads/${STORE_BRANCH}`
		});
		return data.object.sha;
	} catch (error) {
		if (statusOf(error) === 404) return void 0;
		throw error;
	}
}
async function listSegments(client, tip) {
	return (await listCommitFiles(client, tip)).filter(({ path }) => path === `${FOLDER}/${basename(path)}` && isSegmentName(basename(path)));
}
async function push({ octokit, owner, repo }, { tip, folder, names }) {
	const tree = [];
	for (const name of names) {
		const content = await readFile(join(folder, name), "base64");
		const { data: blob } = await octokit.rest.git.createBlob({
			owner,
			repo,
			content,
			encoding: "base64"
		});
		tree.push({
			path: `${FOLDER}/${name}`,
			mode: "100644",
			type: "blob",
			sha: blob.sha
		});
	}
	const base = tip === void 0 ? {} : { base_tree: tip };
	const { data: root } = await octokit.rest.git.createTree({
		owner,
		repo,
		tree,
		...base
	});
	const message = `Keep ${names.length} ${names.length === 1 ? "segment" : "segments"} of stored answers`;
	const parents = tip === void 0 ? [] : [tip];
	const { data: commit } = await octokit.rest.git.createCommit({
		owner,
		repo,
		message,
		tree: root.sha,
		parents
	});
	if (tip === void 0) await octokit.rest.git.createRef({
		owner,
		repo,
		ref: `refs/heads/${STORE_BRANCH}`,
		sha: commit.sha
	});
	else await octokit.rest.git.updateRef({
		owner,
		repo,
		ref: `heads/${STORE_BRANCH}`,
		sha: commit.sha
	});
}
async function reportFaults(work) {
	try {
		return {
			status: "done",
			segments: await work()
		};
	} catch (error) {
		return {
			status: "not-done",
			reason: `${statusOf(error) === 403 ? "give the job \"contents: write\". " : ""}${reasonOf(error)}`
		};
	}
}
export { restoreFromCache as a, isRefusal as c, readInputs as d, rememberStore as i, reasonOf as l, saveToBranch as n, saveToCache as o, recallStore as r, createGitHubClient as s, restoreFromBranch as t, statusOf as u };
