import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as plainText } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { a as restoreFromCache, g as takeSecrets, i as rememberStore, t as restoreFromBranch, y as writeCacheHit } from "./action.js";
import { i as explainStoreRefusal, t as fetchSegments } from "./action-ask-check.js";
import { i as makeFolder } from "./action-merge-bank-ask-check.js";
import { C as loadProject, rt as secretVariables } from "./bank-ask-check.js";
import { i as openSegmentStore } from "./merge-ask-check.js";
import { Jn as openRun, fr as writeBatch, mr as repeatEvery, nr as liveProviders, pr as openBatchFile, qn as createProgress } from "./ask-check.js";
import { join } from "node:path";
import { appendFile } from "node:fs/promises";
/** Bytes of UTF-8 (the runner's limit, FileCommandManager.cs, is 1 MiB a step). */
const LONGEST = 921600;
const NOTE = "\n\n_The rest does not fit here: see the report in the artifact of this run._\n";
/**
* Appends Markdown to this step's summary, cut after a whole line where it is over 900 KiB. Does nothing where the
* runner offers no summary.
*/
async function writeSummary(markdown, env) {
	const path = env["GITHUB_STEP_SUMMARY"];
	if (path === void 0 || path === "") return;
	await appendFile(path, cut(markdown));
}
function cut(markdown) {
	const bytes = Buffer.from(markdown);
	if (bytes.length <= LONGEST) return markdown;
	const end = bytes.lastIndexOf("\n", 921524);
	return bytes.subarray(0, Math.max(0, end)).toString() + NOTE;
}
/** @throws UserError for a base branch whose config, bank or files cannot be read. */
async function loadBaseProject({ source }, { inputs }) {
	return tighten(await loadProject(source, inputs.config), inputs);
}
/** The smaller of both budgets: the workflow file of a pull request is the pull request's own. */
function tighten(project, { maxCalls, maxUsd }) {
	const { budget } = project.config;
	const calls = Math.min(budget.calls, maxCalls ?? Infinity);
	const usd = Math.min(budget.usd, maxUsd ?? Infinity);
	return {
		...project,
		config: {
			...project.config,
			budget: {
				...budget,
				calls,
				usd
			}
		}
	};
}
/**
* A search by prefix finds a pull request's own older archive before the default branch's newer one, so each has a
* prefix of its own and both are restored. Only runs on the default branch write the one that everybody reads.
* All gates of a repository share a store: answers lie under what was asked, so what one config paid for serves another
* with the same models or judges.
*/
function storePrefixes(event) {
	const space = "spec-gate-v2";
	const base = `${space}-base-`;
	if (event.onDefaultBranch) return {
		restore: [base],
		save: base
	};
	if (event.pullRequest === void 0) return {
		restore: [base],
		save: void 0
	};
	const own = `${space}-pr-${event.pullRequest.number}-`;
	return {
		restore: [base, own],
		save: own
	};
}
/** Opens the store. A service that does not answer costs a warning in the log, never the run. */
async function openStore(context, choice) {
	const restored = await restore(context, choice);
	for (const warning of restored.warnings) context.log(warning);
	const { folder, extraFolders } = restored;
	const store = openSegmentStore(folder, {
		now: new Date(context.clock.now()),
		extraFolders,
		signer: context.signer
	});
	await writeCacheHit(store.size() > 0 ? "true" : "false");
	const { unreadable, unsigned } = store.problems();
	const refused = unreadable === 0 ? "" : `, ${unreadable} lines did not check out and count as missing`;
	context.log(`${store.size()} stored answers${refused}`);
	if (unsigned > 0) {
		const { warning } = await import("./core2.js");
		warning(`${unsigned} stored answers are unsigned or forged and count as missing`, { title: "Spec Gate: store" });
	}
	return {
		store,
		folders: [folder, ...extraFolders],
		unread: restored.unread
	};
}
async function restore(context, choice) {
	const { inputs, temp } = context;
	const { location, restricted } = choice;
	if (inputs.store !== "none" && location !== void 0) return withOwnAnswers(context, await restoreObjects(context, {
		location,
		restricted
	}));
	switch (inputs.store) {
		case "none": return {
			folder: join(temp, "spec-gate-store-unkept"),
			extraFolders: [],
			warnings: [],
			unread: void 0
		};
		case "cache": return restoreCache(context);
		case "branch": return withOwnAnswers(context, await restoreBranch(context));
		default: throw new Error(`unknown store: ${String(inputs.store)}`);
	}
}
/** Only runs on the default branch write what everybody reads; a pull request keeps its own answers in its cache. */
async function withOwnAnswers(context, shared) {
	if (context.event.onDefaultBranch) return shared;
	const own = await restoreCache(context);
	return {
		folder: own.folder,
		extraFolders: [...own.extraFolders, shared.folder],
		warnings: [...shared.warnings, ...own.warnings],
		unread: shared.unread ?? own.unread
	};
}
async function restoreCache({ inputs, event, temp }) {
	const { config } = inputs;
	const prefixes = storePrefixes(event);
	const restored = await restoreFromCache({
		prefixes,
		temp,
		config
	});
	const prefix = prefixes.save;
	if (prefix !== void 0) {
		const restoredKey = restored.keys.find((key) => key.startsWith(prefix));
		await rememberStore({
			kind: "cache",
			root: restored.root,
			prefix,
			restoredKey
		});
	}
	return restored;
}
/** Variables that only the SDK may read: they are taken out of the environment. */
const CREDENTIALS = [
	"AWS_ACCESS_KEY_ID",
	"AWS_SECRET_ACCESS_KEY",
	"AWS_SESSION_TOKEN"
];
async function restoreObjects({ event, temp, env }, { location, restricted }) {
	const folder = join(temp, "spec-gate-store-objects");
	makeFolder(folder);
	const leave = (unread) => ({
		folder,
		extraFolders: [],
		warnings: [unread],
		unread
	});
	if (restricted) return leave(`${location.url} is not read for a change from a fork`);
	const { openS3Folder } = await import("./s3-folder.js");
	const objects = openS3Folder(location, env, "policy");
	try {
		await objects.findCredentials();
		await takeSecrets(CREDENTIALS);
		await fetchSegments(objects, folder);
	} catch (error) {
		return leave(`the object store was not read: ${explainStoreRefusal(error, objects.address)}`);
	}
	if (event.onDefaultBranch) await rememberStore({
		kind: "objects",
		folder,
		location
	});
	return {
		folder,
		extraFolders: [],
		warnings: [],
		unread: void 0
	};
}
async function restoreBranch({ client, event, temp }) {
	const folder = join(temp, "spec-gate-store-branch");
	makeFolder(folder);
	if (client === void 0) {
		const unread = "store: branch needs github-token";
		return {
			folder,
			extraFolders: [],
			warnings: [`${unread}; nothing is kept`],
			unread
		};
	}
	const result = await restoreFromBranch(client, folder);
	const { owner, repo } = client;
	if (event.onDefaultBranch) await rememberStore({
		kind: "branch",
		folder,
		owner,
		repo
	});
	const unread = result.status === "done" ? void 0 : `the store branch was not read: ${result.reason}`;
	return {
		folder,
		extraFolders: [],
		warnings: unread === void 0 ? [] : [unread],
		unread
	};
}
/** Opens the store and the run. Without all of its keys, or on a fork whose models take any, it answers from the store only. */
async function openActionRun(context, subject) {
	const { project, restricted } = subject;
	const names = liveProviders(project).flatMap(secretVariables);
	const address = project.config.nightly.webhook?.urlEnv;
	const secrets = await takeSecrets([...names, ...address === void 0 ? [] : [address]]);
	const missing = [...new Set(names)].filter((name) => !(name in secrets));
	const offline = whyOffline({
		restricted,
		asked: context.inputs.offline,
		needed: names.length,
		missing
	});
	const progress = createProgress({
		write: context.log,
		isTerminal: false,
		now: () => context.clock.monotonic(),
		every: repeatEvery
	});
	const { store, folders, unread } = await openStore(context, {
		location: project.config.store,
		restricted
	});
	const { batch } = context.inputs;
	const batches = batch === "off" ? void 0 : openBatchFile(folders, () => context.clock.now());
	const inBatches = batches && {
		batches,
		patience: batch === "leave" ? "leave" : "wait",
		onBatch: (event) => context.log(plainText(writeBatch(event)))
	};
	const open = (of, kept) => openRun({
		project: of,
		store: kept,
		progress,
		signal: context.signal,
		clock: context.clock,
		env: secrets,
		...whereDefined({ offline }),
		...inBatches,
		unattended: UNATTENDED.has(context.inputs.mode)
	});
	const openAgain = (of) => open(of, {
		...store,
		close: () => {}
	});
	return {
		run: open(project, store),
		openAgain,
		folders,
		unread,
		secrets,
		...whereDefined({ batches })
	};
}
/** Modes that run by themselves. */
const UNATTENDED = /* @__PURE__ */ new Set(["seed", "nightly"]);
function whyOffline(known) {
	if (known.asked) return "asked";
	if (known.restricted && known.needed > 0) return "fork";
	return known.missing.length > 0 ? { missing: known.missing } : void 0;
}
export { loadBaseProject as n, writeSummary as r, openActionRun as t };
