import { t as UserError } from "./errors.js";
import { i as sha256 } from "./canonical-json.js";
import { c as plural } from "./format-numbers.js";
import { a as statusOf, t as explainRefusal } from "./refusal.js";
import { a as dropPruned, d as isSegmentName, l as readPruned, u as LARGEST_SEGMENT } from "./keep-in-step.js";
import { r as isPrunedFile } from "./side-file.js";
import { basename, join } from "node:path";
import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { cp, lstat, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { createInterface } from "node:readline";
/** Below the folder that an archive is packed from. Part of every archive's version: renamed, it hides what was saved. */
const SEGMENTS = "segments";
const LOOKUP = "twirp/github.actions.results.api.v1.CacheService/GetCacheEntryDownloadURL";
/** Milliseconds for one question whether the service is there; it is asked up to three times, a second apart. */
const PATIENCE = 4e3;
const TRIES = 3;
/** Why the cache cannot be used, or undefined. The client would ask a service that answers 5xx five times over 25 s. */
async function whyNoCache() {
	const { isFeatureAvailable } = await import("./cache.js");
	if (!isFeatureAvailable()) return "the Actions cache is not available here";
	for (let tries = 1; tries <= TRIES; tries += 1) {
		if (await answers()) return void 0;
		if (tries < TRIES) await setTimeout(1e3);
	}
	return "the Actions cache does not answer";
}
/** Any answer but a failure of the server will do: whether it lets us in, the client finds out. */
async function answers() {
	const { ACTIONS_RESULTS_URL: service, ACTIONS_CACHE_URL: older, ACTIONS_RUNTIME_TOKEN: token = "" } = process.env;
	const ask = {
		method: "POST",
		body: JSON.stringify({
			key: "spec-gate-none",
			version: "0".repeat(64)
		})
	};
	const headers = {
		authorization: `Bearer ${token}`,
		"content-type": "application/json"
	};
	const signal = AbortSignal.timeout(PATIENCE);
	try {
		const response = await fetch(service ? `${service}${LOOKUP}` : older ?? "", {
			...service && ask,
			headers,
			signal,
			redirect: "manual"
		});
		await response.body?.cancel();
		return response.status < 500;
	} catch {
		return false;
	}
}
/** Unpacks the newest archive under a prefix to `<root>/segments`. Gives its key; undefined where there is none. */
async function unpackNewest(root, prefix) {
	const { restoreCache } = await import("./cache.js");
	return within(root, () => restoreCache([SEGMENTS], `${prefix}newest`, [prefix]));
}
/** The key of the newest archive under a prefix. */
async function findNewest(root, prefix) {
	const { restoreCache } = await import("./cache.js");
	return within(root, () => restoreCache([SEGMENTS], `${prefix}newest`, [prefix], { lookupOnly: true }));
}
/** Packs `<root>/segments` and uploads it. False where the service did not take it; the client says why in the log. */
async function packAs(root, key) {
	const { saveCache } = await import("./cache.js");
	return await within(root, () => saveCache([SEGMENTS], key)) !== -1;
}
/**
* The client finds files from the working folder and packs them as seen from the workspace, and both differ from machine to
* machine: an archive made on one would not be found on another. Nothing else may run meanwhile.
*/
async function within(root, work) {
	const [folder, workspace] = [process.cwd(), process.env["GITHUB_WORKSPACE"]];
	process.chdir(root);
	process.env["GITHUB_WORKSPACE"] = root;
	try {
		return await work();
	} finally {
		process.chdir(folder);
		if (workspace === void 0) delete process.env["GITHUB_WORKSPACE"];
		else process.env["GITHUB_WORKSPACE"] = workspace;
	}
}
/** Bytes. */
const LARGEST_FOLDER = 4294967296;
const MOST_SEGMENTS = 1e4;
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
/**
* Restores the newest archive of every prefix. What a prefix that is only read gave lies in a folder of its own; what
* the prefix that is saved gave lies where new answers will go. An archive with anything but plain segments is thrown
* away whole. The lines themselves are checked by the store on reading.
*/
async function restoreFromCache({ prefixes, temp, config }) {
	const root = join(temp, `spec-gate-store-${sha256(config).slice(0, 8)}`);
	const folder = join(root, SEGMENTS);
	const extraFolders = [];
	const keys = [];
	const warnings = [];
	await rm(root, {
		recursive: true,
		force: true
	});
	await mkdir(root, { recursive: true });
	const unread = await whyNoCache();
	if (unread !== void 0) warnings.push(`${unread}: no stored answers`);
	const order = unread === void 0 ? prefixes.restore.toSorted((a, b) => Number(a === prefixes.save) - Number(b === prefixes.save)) : [];
	for (const [index, prefix] of order.entries()) {
		const found = await unpackChecked(root, prefix);
		if (found.status === "refused") warnings.push(found.warning);
		if (found.status !== "found") continue;
		keys.push(found.key);
		if (prefix === prefixes.save) continue;
		const aside = join(root, `restored-${index}`);
		await rename(folder, aside);
		extraFolders.push(aside);
	}
	await mkdir(folder, { recursive: true });
	dropPruned(folder);
	return {
		folder,
		root,
		extraFolders,
		keys,
		warnings,
		unread
	};
}
/** Afterwards `<root>/segments` is there, and nothing but segments, only where one was found. */
async function unpackChecked(root, prefix) {
	const folder = join(root, SEGMENTS);
	try {
		const key = await unpackNewest(root, prefix);
		if (key === void 0) {
			await rm(folder, {
				recursive: true,
				force: true
			});
			return { status: "none" };
		}
		const refusal = key.startsWith(prefix) ? await refuseFolder(folder) : `its key is not one of ${prefix}`;
		if (refusal === void 0) return {
			status: "found",
			key
		};
		await rm(folder, {
			recursive: true,
			force: true
		});
		return {
			status: "refused",
			warning: `the stored answers under ${key} were thrown away: ${refusal}`
		};
	} catch (error) {
		await rm(folder, {
			recursive: true,
			force: true
		});
		return {
			status: "refused",
			warning: `restoring ${prefix}: ${String(error)}`
		};
	}
}
/** Another run may save between our look and our upload; each time costs one round. */
const ROUNDS$1 = 6;
/** Milliseconds that a last look is put off at most. */
const LONGEST_WAIT = 1e4;
/**
* Uploads what the run added, together with what other runs saved since it began, so that the newest archive holds it all.
* Whoever finds a newer archive than their own afterwards brings both together once more. Another run may have looked before
* our upload and be at its own still, about as long as ours took, so the last look comes twice that later. Never throws.
*/
async function saveToCache({ root, prefix, restoredKey }) {
	const folder = join(root, SEGMENTS);
	let ours = restoredKey;
	let merged = 0;
	let uploadMs;
	let hasWaited = false;
	try {
		const mine = await digestLines(folder);
		if (mine === void 0) return {
			status: "not-saved",
			reason: "there are no answers to keep"
		};
		if (`${prefix}${mine}` === restoredKey) return {
			status: "not-saved",
			reason: "no answer is new"
		};
		const unread = await whyNoCache();
		if (unread !== void 0) return {
			status: "not-saved",
			reason: unread
		};
		for (let round = 1; round <= ROUNDS$1; round += 1) {
			const newest = await findNewest(root, prefix);
			if (newest !== void 0 && newest !== ours) merged += await mergeNewest(root, prefix);
			const key = `${prefix}${await digestLines(folder)}`;
			if (key === newest) {
				if (uploadMs === void 0 || hasWaited) break;
				hasWaited = true;
				await setTimeout(Math.min(LONGEST_WAIT, 2 * uploadMs));
				continue;
			}
			hasWaited = false;
			const began = performance.now();
			if (!await packAs(root, key)) {
				if (await findNewest(root, prefix) !== key) return {
					status: "not-saved",
					reason: "the cache did not take it"
				};
			}
			uploadMs = performance.now() - began;
			ours = key;
		}
		return ours === void 0 ? {
			status: "not-saved",
			reason: "no answer is new"
		} : {
			status: "saved",
			key: ours,
			merged
		};
	} catch (error) {
		return {
			status: "not-saved",
			reason: String(error)
		};
	}
}
/** Copies segments that are not here yet from the newest archive. Their names are their own: a run adds files and rewrites none. */
async function mergeNewest(root, prefix) {
	const beside = join(root, "merge");
	await rm(beside, {
		recursive: true,
		force: true
	});
	await mkdir(beside, { recursive: true });
	if ((await unpackChecked(beside, prefix)).status !== "found") return 0;
	const [own, other] = [join(root, SEGMENTS), join(beside, SEGMENTS)];
	const there = new Set(await readdir(own));
	const isPruned = readPruned([own, other]);
	const further = (await readdir(other)).filter((name) => !there.has(name) && !isPruned(name));
	for (const name of further) await cp(join(other, name), join(own, name));
	dropPruned(own);
	return further.length;
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
const ROUNDS = 12;
/** Writes the branch's segments into `folder`. A repository without the branch has none. */
async function restoreFromBranch(client, folder) {
	return reportFaults(async () => {
		const tip = await readTip(client);
		const files = tip === void 0 ? [] : await listSegments(client, tip);
		await mkdir(folder, { recursive: true });
		const fetch = async (file) => {
			const bytes = await readCommitFile(client, {
				file,
				limit: LARGEST_SEGMENT
			});
			await writeFile(join(folder, basename(file.path)), bytes);
		};
		const notes = files.filter(({ path }) => isPrunedFile(path));
		for (const file of notes) await fetch(file);
		const isPruned = readPruned([folder]);
		const others = files.filter(({ path }) => !isPrunedFile(path) && !isPruned(basename(path)));
		for (const file of others) await fetch(file);
		return notes.length + others.length;
	});
}
/** Adds the segments of `folder` that the branch does not have and takes out those that were pruned, in one commit, without a checkout. */
async function saveToBranch(client, folder) {
	return reportFaults(async () => {
		for (let round = 1;; round += 1) {
			const tip = await readTip(client);
			const there = new Set(tip === void 0 ? [] : (await listSegments(client, tip)).map(({ path }) => basename(path)));
			const isPruned = readPruned([folder]);
			const missing = (await readdir(folder)).filter((name) => isSegmentName(name) && !there.has(name) && !isPruned(name));
			const gone = [...there].filter(isPruned);
			if (missing.length + gone.length === 0) return 0;
			try {
				await push(client, {
					tip,
					folder,
					names: missing,
					gone
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
async function push({ octokit, owner, repo }, { tip, folder, names, gone }) {
	const file = {
		mode: "100644",
		type: "blob"
	};
	const tree = gone.map((name) => ({
		path: `${FOLDER}/${name}`,
		...file,
		sha: null
	}));
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
			...file,
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
	const dropped = gone.length === 0 ? "" : `, drop ${gone.length} that were pruned`;
	const message = `Keep ${plural(names.length, "segment")} of stored answers${dropped}`;
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
			reason: explainRefusal(error, "contents: write")
		};
	}
}
export { restoreFromCache as a, rememberStore as i, saveToBranch as n, saveToCache as o, recallStore as r, restoreFromBranch as t };
