import { S as findRepository } from "./action-check.js";
import { Bt as priceOf, L as loadProject, P as labelledFile, R as loadSpec, zt as costOf } from "./stats-check.js";
import { Dr as batchFolderOf, ei as openCommandStore, kr as openCommandRun } from "./check.js";
import { basename, dirname, relative, resolve } from "node:path";
/** One for all: a large bank has millions of calls. */
const PLANNED = {
	stored: false,
	optional: false
};
async function loadBankProject(options, context) {
	const configPath = resolve(context.cwd, options.config);
	const root = await findRepository(dirname(configPath)) ?? dirname(configPath);
	const configFile = relative(root, configPath).replaceAll("\\", "/") || basename(configPath);
	const source = {
		kind: "worktree",
		root
	};
	const project = await loadProject(source, configFile, { bank: "unread" });
	const { config } = project;
	const bankPath = options.bank === void 0 ? resolve(dirname(configPath), config.bank) : resolve(context.cwd, options.bank);
	const { store, storeFolder } = await openCommandStore({
		root,
		config,
		given: options.store
	}, context);
	const labelledPath = resolve(root, labelledFile(configFile, config));
	const nameOf = (path) => relative(context.cwd, path).replaceAll("\\", "/");
	return {
		project,
		bankPath,
		bankName: nameOf(bankPath),
		labelledPath,
		labelledName: nameOf(labelledPath),
		store,
		storeFolder,
		priceOf: (request, usage) => costOf(usage, priceOf(request.model, config.prices)),
		loadSpec: () => loadSpec(source, {
			configFile,
			config
		}),
		openRun: (stage, { plan, bank }) => {
			const run = openCommandRun({
				project: {
					...project,
					bank
				},
				store,
				...batchFolderOf(options, { storeFolder }),
				unattended: true
			}, context);
			run.beginStage(stage, () => Array.from({ length: plan.most.calls }, () => PLANNED));
			return run;
		}
	};
}
export { loadBankProject as t };
