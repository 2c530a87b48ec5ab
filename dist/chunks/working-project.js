import { r as formatProblem, t as UserError } from "./errors.js";
import { n as findRepository } from "./git.js";
import { a as loadProject, o as loadSpec } from "./load-project.js";
import { n as parseStoreUrl, t as isStoreUrl } from "./store-url.js";
import { i as sha256 } from "./canonical-json.js";
import { i as explainStoreRefusal, n as removeFromObjects, r as sendSegments, t as fetchSegments } from "./keep-in-step.js";
import { r as openSegmentStore } from "./segment-store.js";
import { t as createStoreSigner } from "./store-secret.js";
import { c as plural } from "./format-numbers.js";
import { basename, dirname, join, relative, resolve } from "node:path";
import { existsSync } from "node:fs";
/** @throws UserError for a folder or an object store that cannot be read, or a secret that is too short. */
async function openCommandStore(place, context) {
	const storeFolder = await readyFolder(place, context);
	const signer = createStoreSigner(context.storeSecret);
	const store = openSegmentStore(storeFolder, {
		now: context.now(),
		signer,
		indexes: "beside"
	});
	const { unsigned } = store.problems();
	if (unsigned > 0) context.remark(`${plural(unsigned, "stored answer")} unsigned or forged: counted as missing\n`);
	return {
		store,
		storeFolder
	};
}
/** The folder, with all that the object store holds; what the command adds is sent there when it ends. */
async function readyFolder({ root, config, given }, context) {
	const location = given === void 0 ? config.store : locate(given, config);
	if (location === void 0) return given === void 0 ? resolve(root, config.storePath) : resolve(context.cwd, given);
	const copies = `s3-${sha256(`${location.endpoint ?? ""} ${location.url}`).slice(0, 12)}`;
	const folder = join(resolve(root, config.storePath), copies);
	const { openS3Folder } = await import("./s3-folder.js");
	const objects = openS3Folder(location, context.env);
	try {
		await fetchSegments(objects, folder);
	} catch (error) {
		throw new UserError({
			message: `the object store cannot be read: ${explainStoreRefusal(error, objects.address)}`,
			hint: "without it, what is paid for already would be asked again; --store FOLDER works on a folder instead"
		});
	}
	context.atEnd(() => send(objects, folder, context));
	return folder;
}
/** `--store s3://...`; endpoint and region are the config's where it is the same store, else the environment's. */
function locate(given, { store }) {
	if (!isStoreUrl(given)) return void 0;
	if (parseStoreUrl(given) === void 0) throw new UserError({
		message: `--store ${given}: not the address of an object store`,
		hint: "write s3://bucket/prefix"
	});
	return store?.url === given ? store : { url: given };
}
/** A failed upload does not fail the command: the answers are in the folder, and are sent the next time it is used. */
async function send(objects, folder, { remark }) {
	try {
		const sent = await sendSegments(objects, folder);
		if (sent > 0) remark(`${plural(sent, "segment")} of answers sent to ${objects.address}\n`);
	} catch (error) {
		remark(`answers were not sent, and stay in ${folder}: ${explainStoreRefusal(error, objects.address)}\n`);
		return;
	}
	const kept = await removeFromObjects(objects, folder);
	if (kept !== void 0) remark(`${kept}\n`);
}
/** @throws UserError for anything missing. */
async function loadWorkingProject(options, context, { unfinished } = {}) {
	const configPath = resolve(context.cwd, options.config);
	const root = await findRepository(dirname(configPath)) ?? dirname(configPath);
	const configFile = relative(root, configPath).replaceAll("\\", "/") || basename(configPath);
	const source = {
		kind: "worktree",
		root
	};
	const unreadable = [];
	const goOn = (error) => {
		if (unfinished === void 0 || !(error instanceof UserError)) throw error;
		const isThere = ({ place }) => place !== void 0 && existsSync(resolve(root, place.file));
		unreadable.push(...error.problems.filter(isThere));
		const absent = error.problems.filter((problem) => !isThere(problem));
		if (absent.length > 0) context.remark(`not there yet: ${absent.map(formatProblem).join("\n")}\n`);
	};
	const project = await loadProject(source, configFile).catch(async (error) => {
		if (unfinished === void 0) throw error;
		const withoutBank = await loadProject(source, configFile, { bank: "unread" });
		goOn(error);
		return withoutBank;
	});
	const { config } = project;
	return {
		project,
		spec: await loadSpec(source, {
			configFile,
			config
		}).catch((error) => {
			goOn(error);
			return {
				clauses: [],
				hash: "",
				files: []
			};
		}),
		root,
		outputFolder: resolve(context.cwd, options.outputDir ?? config.outputDir),
		...await openCommandStore({
			root,
			config,
			given: options.store
		}, context),
		unreadable
	};
}
/** What opens a run whose calls go in batches, where that is asked for. */
function batchFolderOf({ batch, wait }, { storeFolder }) {
	if (batch !== true) return {};
	return {
		batchFolder: storeFolder,
		...wait === false && { patience: "leave" }
	};
}
export { loadWorkingProject as n, openCommandStore as r, batchFolderOf as t };
