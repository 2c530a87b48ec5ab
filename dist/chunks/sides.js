import { t as UserError } from "./errors.js";
import { t as whereDefined } from "./where-defined.js";
import { t as createFinding } from "./messages.js";
import { d as severalMergeBases, n as findRepository, s as resolveRef, u as mergeBases } from "./git.js";
import { a as loadProject, c as specPatterns, i as loadConfig, o as loadSpec } from "./load-project.js";
import { t as isFileThere } from "./read-spec.js";
import { t as loadSpecFile } from "./spec-file.js";
import { i as prepareSpecCheck } from "./prepare-check.js";
import { n as prepareModelCheck } from "./allowed-model.js";
import { n as loadNamedModels, t as loadListedModels } from "./model-sides.js";
import { t as openChange } from "./change-ends.js";
import { a as listLoosened, i as loadHeadPolicy, n as withModels } from "./prepare-change.js";
import { r as followRenames } from "./git-differences.js";
import { basename, dirname, isAbsolute, relative, resolve } from "node:path";
import { existsSync } from "node:fs";
/** The spec comparison is left out where only models differ. */
function prepareSides({ project, base, head, models, added = [] }) {
	const spec = prepareSpecCheck(project, {
		base,
		head
	});
	const { ref, sha } = head;
	const modelCheck = models && prepareModelCheck(project, {
		spec: base,
		head: {
			ref,
			...whereDefined({ sha })
		},
		baseModels: models.base,
		headModels: models.head
	});
	return {
		checks: {
			spec: spec.changes.length + (spec.unseen ?? []).length > 0 || modelCheck === void 0 ? spec : void 0,
			added,
			models: modelCheck
		},
		project: models === void 0 ? project : withModels(project, [...models.base, ...models.head])
	};
}
/** One note with the options that are looser than in `base`; none where nothing is, or where base has no usable config. */
async function noteOwnPolicy(base, own) {
	const before = await loadConfig(base.source, own.configFile).catch((error) => {
		if (error instanceof UserError) return void 0;
		throw error;
	});
	if (before === void 0) return [];
	const options = listLoosened(before, own.config).map(({ option }) => option);
	if (options.length === 0) return [];
	return [createFinding({
		code: "judgedByOwnPolicy",
		args: {
			base: base.ref,
			options
		},
		severity: "warning"
	})];
}
/**
* The project and both specs. With `base` the base is where the work branched off that ref and the head is the working
* tree; with `baseSpec` and `headSpec` both are files; with `baseModel` and `headModel` the spec is the same on both.
* @throws UserError for anything missing.
*/
async function loadSides(options) {
	const configPath = resolve(options.cwd, options.config);
	if (options.baseModel !== void 0 || options.headModel !== void 0) return loadModelSides(options, configPath);
	if (options.baseSpec !== void 0 || options.headSpec !== void 0) return loadFileSides(options, configPath);
	const root = await findRepository(options.cwd);
	if (root === void 0) throw new UserError({
		message: "this folder is not in a git repository",
		hint: "git init makes it one; two files are compared with --base-spec and --head-spec"
	});
	const { ref, sha } = await resolveBase(root, options.base);
	const configFile = relative(root, configPath).replaceAll("\\", "/");
	const worktree = {
		kind: "worktree",
		root
	};
	const commit = {
		kind: "commit",
		repo: root,
		sha
	};
	const project = await loadProject(options.basePolicy === true ? commit : worktree, configFile);
	const { config } = project;
	const named = specPatterns(configFile, config);
	const tip = await resolveRef(root, "HEAD");
	const before = await followRenames(root, named, {
		from: tip,
		to: sha,
		isThere: (path) => isFileThere(commit, path)
	});
	const now = await followRenames(root, named, {
		from: sha,
		to: tip,
		isThere: (path) => existsSync(resolve(root, path))
	});
	const base = await loadSpec(commit, {
		configFile,
		config,
		patterns: before
	});
	const head = await loadSpec(worktree, {
		configFile,
		config,
		patterns: now
	});
	const models = await loadListedModels({
		base: commit,
		head: worktree
	}, project);
	const ofPolicy = options.basePolicy === true ? await loadHeadPolicy(await openChange(root, {
		base: sha,
		head: tip
	}), {
		project,
		patterns: now
	}) : { notes: await noteOwnPolicy({
		ref,
		source: commit
	}, {
		configFile,
		config
	}) };
	return {
		project,
		base: {
			ref,
			sha,
			spec: base
		},
		head: {
			ref: "working tree",
			spec: head
		},
		root,
		...ofPolicy,
		...whereDefined({ models })
	};
}
async function loadFileSides(options, configPath) {
	const { baseSpec, headSpec } = options;
	if (baseSpec === void 0 || headSpec === void 0) throw new UserError({
		message: "--base-spec and --head-spec go together",
		hint: "give both files"
	});
	if (options.base !== void 0 || options.basePolicy === true) throw new UserError({ message: "two files have no base branch: leave --base and --base-policy out" });
	const root = dirname(configPath);
	const project = await loadProject({
		kind: "worktree",
		root
	}, basename(configPath));
	const read = async (file) => ({
		ref: file,
		spec: await loadSpecFile(shortest(options.cwd, resolve(options.cwd, file)), {
			cwd: options.cwd,
			clauses: project.config.clauses,
			ignore: project.config.ignore
		})
	});
	return {
		project,
		base: await read(baseSpec),
		head: await read(headSpec),
		root
	};
}
async function loadModelSides(options, configPath) {
	const { baseModel, headModel, baseSpec, headSpec, base } = options;
	if (baseModel === void 0 || headModel === void 0 || baseModel === headModel) throw new UserError({
		message: "--base-model and --head-model go together",
		hint: "name two different models"
	});
	if ([
		baseSpec,
		headSpec,
		base
	].some((other) => other !== void 0)) throw new UserError({ message: "--base-model compares on one spec: leave --base, --base-spec and --head-spec out" });
	const root = dirname(configPath);
	const source = {
		kind: "worktree",
		root
	};
	const project = await loadProject(source, basename(configPath));
	const spec = await loadSpec(source, {
		configFile: project.configFile,
		config: project.config
	});
	const models = await loadNamedModels(source, project, {
		base: baseModel,
		head: headModel
	});
	return {
		project,
		base: {
			ref: baseModel,
			spec
		},
		head: {
			ref: headModel,
			spec
		},
		models,
		root
	};
}
async function resolveBase(root, base) {
	if (base === void 0) throw new UserError({
		message: "there is nothing to compare with",
		hint: "name what to compare with: --base main for your branch, --base HEAD for what is not committed yet"
	});
	const tip = await resolveRef(root, base);
	const [branchedOff = tip, ...others] = await mergeBases(root, tip, await resolveRef(root, "HEAD"));
	if (others.length > 0) throw severalMergeBases(base);
	return {
		ref: base,
		sha: branchedOff
	};
}
function shortest(cwd, path) {
	const short = relative(cwd, path);
	return short.startsWith("..") || isAbsolute(short) ? path : short;
}
export { prepareSides as n, loadSides as t };
