import { s as findRepository } from "./read-spec.js";
import { a as loadProject, o as loadSpec } from "./load-project.js";
import { v as costOf, y as priceOf } from "./resolve-models.js";
import { t as openCommandStore } from "./command-store.js";
import { t as openCommandRun } from "./open-command-run.js";
import { basename, dirname, relative, resolve } from "node:path";
async function loadBankProject(options, door) {
	const configPath = resolve(door.cwd, options.config);
	const root = await findRepository(dirname(configPath)) ?? dirname(configPath);
	const configFile = relative(root, configPath).replaceAll("\\", "/") || basename(configPath);
	const source = {
		kind: "worktree",
		root
	};
	const project = await loadProject(source, configFile, { bank: "unread" });
	const { config } = project;
	const bankPath = options.bank === void 0 ? resolve(dirname(configPath), config.bank) : resolve(door.cwd, options.bank);
	const storeFolder = options.store === void 0 ? resolve(root, config.storePath) : resolve(door.cwd, options.store);
	const store = openCommandStore(storeFolder, door);
	return {
		project,
		bankPath,
		bankName: relative(door.cwd, bankPath).replaceAll("\\", "/"),
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
				store
			}, door);
			run.beginStage(stage, Array.from({ length: plan.most.calls }, () => ({
				stored: false,
				optional: false
			})));
			return run;
		}
	};
}
export { loadBankProject as t };
