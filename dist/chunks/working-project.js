import { r as formatProblem, t as UserError } from "./errors.js";
import { n as findRepository } from "./git.js";
import { a as loadProject, o as loadSpec } from "./load-project.js";
import { t as openCommandStore } from "./command-store.js";
import { basename, dirname, relative, resolve } from "node:path";
import { existsSync } from "node:fs";
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
export { loadWorkingProject as n, batchFolderOf as t };
