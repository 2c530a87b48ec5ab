import { t as createFinding } from "./messages.js";
import { n as prepareModelCheck, r as pairModels, t as isAllowedModel } from "./allowed-model.js";
import { c as specPatterns, i as loadConfig, n as labelledFile, o as loadSpec, r as loadBank, s as resolveModels, t as besideConfig } from "./load-project.js";
import { i as createBank } from "./light-bank.js";
import { n as serializeScenario } from "./serialize-scenario.js";
import { t as UserError } from "./errors.js";
import { b as isLive, y as providerName } from "./labelled.js";
import { i as offlineFile, t as optionsOf } from "./resolve-models.js";
import { r as readSpecFiles } from "./read-spec.js";
import { r as mapMetrics } from "./metrics.js";
import { r as followRenames } from "./git-differences.js";
import { i as prepareSpecCheck } from "./prepare-check.js";
/** The head's bank against the one it started from. */
function diffBank(base, head) {
	return {
		added: head.scenarios.filter(({ id }) => !base.byId.has(id)),
		edited: base.scenarios.flatMap((scenario) => {
			const now = head.byId.get(scenario.id);
			return now === void 0 || serializeScenario(now) === serializeScenario(scenario) ? [] : [scenario.id];
		}),
		removed: base.scenarios.flatMap(({ id }) => head.byId.has(id) ? [] : [id])
	};
}
/**
* Editing or removing scenarios counts as a loosened policy: this change is judged on the old bank, but the next one
* would have an easier test.
*/
function bankLoosened(base, { edited, removed }) {
	const parts = [...describe$1("removed", removed), ...describe$1("edited", edited)];
	if (parts.length === 0) return [];
	return [{
		option: "bank",
		base: `${base.scenarios.length} scenarios`,
		head: parts.join("; ")
	}];
}
const MOST_NAMED = 3;
function describe$1(what, ids) {
	if (ids.length === 0) return [];
	const rest = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
	return [`${ids.length} ${what} (${ids.slice(0, MOST_NAMED).join(", ")}${rest})`];
}
/** @throws UserError for a bank that the head breaks. */
async function loadHeadBank(ends, project) {
	const file = besideConfig(project.configFile, project.config.bank);
	if (ends.base.paths.get(file) === ends.head.paths.get(file)) return {
		added: [],
		loosened: []
	};
	const read = async (side) => ends[side].paths.has(file) ? loadBank(ends[side].source, file) : createBank(file, []);
	const [base, head] = [await read("base"), await read("head")];
	const change = diffBank(base, head);
	return {
		added: change.added.filter(({ id }) => !project.bank.byId.has(id)),
		loosened: bankLoosened(base, change)
	};
}
/** Worlds, recordings, recorded answers, labelled items, and the system prompts of those who judge. */
function policyFiles(configFile, config) {
	const named = [];
	for (const [name, provider] of Object.entries(config.providers)) {
		if (isLive(provider)) continue;
		const { option, path } = offlineFile(provider);
		named.push([`providers.${name}.${option}`, path]);
	}
	for (const { id, answers } of config.models.map(optionsOf)) if (answers !== void 0) named.push([`models.${id}.answers`, answers]);
	for (const { id, system } of config.judges.map(optionsOf)) if (system !== void 0) named.push([`judges.${id}.system`, system]);
	const { system } = config.classifier === void 0 ? {} : optionsOf(config.classifier);
	if (system !== void 0) named.push(["classifier.system", system]);
	return [...named.map(([option, path]) => ({
		option,
		path: besideConfig(configFile, path)
	})), {
		option: "labelled",
		path: labelledFile(configFile, config)
	}];
}
/**
* Those that the head edits or removes; this change is judged by those of its base. `configs`: the one that the change began with,
* and the policy's, which may have come to name others meanwhile.
*/
function filesLoosened({ base, head }, { configFile, configs }) {
	const named = configs.flatMap((config) => policyFiles(configFile, config));
	return [...new Map(named.map((file) => [file.path, file])).values()].flatMap(({ option, path }) => {
		const [was, is] = [listBelow(base, path), listBelow(head, path)];
		if (was.length === 0 || JSON.stringify(was) === JSON.stringify(is)) return [];
		return [{
			option,
			base: path,
			head: is.length === 0 ? "removed" : "edited"
		}];
	});
}
/** A file, or the files of a folder, with what each holds. */
function listBelow({ paths }, path) {
	const own = paths.get(path);
	if (own !== void 0) return [[path, own]];
	const folder = `${path.replace(/\/+$/, "")}/`;
	return [...paths].filter(([name]) => name.startsWith(folder));
}
/** No number: no limit. */
const grows = (base, head) => numberOr(head, Infinity) > numberOr(base, Infinity);
const shrinks = (base, head) => numberOr(head, -Infinity) < numberOr(base, -Infinity);
/** Who judges, and by what text: neither way is the stricter one. */
const differs = (base, head) => JSON.stringify(base) !== JSON.stringify(head);
const gainsNames = (base, head) => head.some((name) => !base.includes(name));
const stepsDown = (...strictToLoose) => (base, head) => strictToLoose.indexOf(String(head)) > strictToLoose.indexOf(String(base));
const actsLess = stepsDown("fail", "inconclusive", "report");
/** One rule for every option; the compiler keeps the list whole. */
const RULES = {
	spec: "no-policy",
	models: "no-policy",
	clauses: differs,
	ignore: gainsNames,
	promptWithout: differs,
	specUse: differs,
	bank: differs,
	coverage: "no-policy",
	seeding: "no-policy",
	labelled: differs,
	judgeContext: differs,
	judges: differs,
	classifier: differs,
	onInconclusive: actsLess,
	approvers: gainsNames,
	disclose: stepsDown("ids", "excerpts", "full"),
	auditShare: shrinks,
	seed: differs,
	nightly: differs,
	repair: "no-policy",
	storePath: "no-policy",
	store: differs,
	outputDir: "no-policy"
};
const GROUPS = {
	selection: {
		scenarios: shrinks,
		extendTo: shrinks,
		modelScenarios: (base, head) => numberOr(head, 900) < numberOr(base, 900),
		replicates: (base, head) => {
			const [was, is] = [base, head];
			return is.base < was.base || is.confirm < was.confirm;
		}
	},
	margins: mapMetrics(() => grows),
	limits: mapMetrics(({ worse }) => worse === "up" ? grows : shrinks),
	actions: {
		...mapMetrics(() => actsLess),
		newOutliers: actsLess,
		untested: actsLess,
		policyChange: actsLess,
		unprovenJudges: stepsDown("inconclusive", "undefined", "report"),
		unseen: actsLess
	},
	budget: {
		calls: grows,
		usd: grows,
		minutes: grows,
		dayUsd: grows,
		weekUsd: grows,
		repairUsd: grows,
		allowUnknownPrices: (base, head) => head === true && base !== true
	}
};
/** Every option that the head loosens, in the schema's order. An equal or stricter head gives an empty list. */
function listLoosened(base, head) {
	const single = compareOptions("", RULES, {
		base,
		head
	});
	const grouped = Object.entries(GROUPS).flatMap(([group, rules]) => {
		const name = group;
		return compareOptions(`${group}.`, rules, {
			base: base[name],
			head: head[name]
		});
	});
	const named = ["providers", "prices"].flatMap((group) => {
		const names = [.../* @__PURE__ */ new Set([...Object.keys(base[group]), ...Object.keys(head[group])])].sort();
		const rules = Object.fromEntries(names.map((name) => [name, differs]));
		return compareOptions(`${group}.`, rules, {
			base: base[group],
			head: head[group]
		});
	});
	return [
		...single,
		...grouped,
		...named
	];
}
function compareOptions(prefix, rules, sides) {
	const [base, head] = [new Map(Object.entries(sides.base)), new Map(Object.entries(sides.head))];
	return Object.entries(rules).flatMap(([name, isLooser]) => {
		const [was, is] = [base.get(name), head.get(name)];
		if (isLooser === "no-policy" || !isLooser(was, is)) return [];
		return [{
			option: `${prefix}${name}`,
			base: describe(was),
			head: describe(is)
		}];
	});
}
function numberOr(value, missing) {
	return typeof value === "number" ? value : missing;
}
function describe(value) {
	if (value === void 0) return "(none)";
	return typeof value === "string" ? value : JSON.stringify(value);
}
/**
* The change's own edit of the config, by three ways: what the base branch did meanwhile is no part of it.
* @throws UserError for a config that the head breaks.
*/
async function loadHeadConfig(ends, subject) {
	const { project, patterns } = subject;
	const { configFile } = project;
	const before = ends.base.paths.has(configFile) ? await loadConfig(ends.base.source, configFile) : void 0;
	const after = ends.head.paths.has(configFile) ? await loadConfig(ends.head.source, configFile) : void 0;
	const { models } = project.panel;
	const untouched = {
		models: {
			base: models,
			head: models
		},
		notAllowed: []
	};
	if (before === void 0) return {
		...untouched,
		loosened: []
	};
	if (after === void 0) return {
		...untouched,
		loosened: [{
			option: configFile,
			base: "the policy",
			head: "removed"
		}]
	};
	const { allowed, refused } = splitAllowed(after.models, project);
	return {
		loosened: [
			...await specLoosened(ends, {
				project,
				patterns,
				after
			}),
			...listLoosened(before, after),
			...filesLoosened(ends, {
				configFile,
				configs: [before, project.config]
			})
		],
		models: {
			base: await resolveModels(project, ends.base.source, splitAllowed(before.models, project).allowed),
			head: await resolveModels(project, ends.head.source, allowed)
		},
		notAllowed: refused.map(({ id }) => createFinding({
			code: "modelNotAllowed",
			args: {
				model: id,
				provider: providerName({ id })
			},
			severity: "warning"
		}))
	};
}
function splitAllowed(models, project) {
	const isAllowed = (entry) => isAllowedModel(project, optionsOf(entry));
	return {
		allowed: models.filter(isAllowed),
		refused: models.filter((entry) => !isAllowed(entry)).map(optionsOf)
	};
}
/** The head's config may name the spec's files by other words; other files are another spec. */
async function specLoosened(ends, subject) {
	const { project, patterns, after } = subject;
	const own = specPatterns(project.configFile, after);
	const isNamedAs = (names) => JSON.stringify(names) === JSON.stringify(own);
	if (isNamedAs(patterns)) return [];
	const before = specPatterns(project.configFile, project.config);
	if (isNamedAs(before)) throw leftBehind(project.configFile, {
		before,
		patterns
	});
	const filesOf = async (names) => (await readSpecFiles(ends.head.source, names)).map(({ file }) => file).join(", ");
	const [base, head] = [await filesOf(patterns), await filesOf(own)];
	return base === head ? [] : [{
		option: "spec",
		base,
		head
	}];
}
/** A spec that was renamed under a config that keeps its old name: nothing could be checked after it is merged. */
function leftBehind(file, { before, patterns }) {
	const renamed = before.flatMap((path, index) => path === patterns[index] ? [] : [[path, patterns[index]]]);
	return new UserError({
		message: `this change renames ${renamed.map(([path, now]) => `${path} to ${now}`).join(", ")}, and ${file} keeps the old name`,
		hint: `name it in this change as well, under spec: what is merged without it stops every later check`,
		place: { file }
	});
}
/**
* Config, bank and their files at both ends of a change; `patterns` name the spec in the head.
* @throws UserError for a config or bank that the head breaks.
*/
async function loadHeadPolicy(ends, subject) {
	const { project } = subject;
	const config = await loadHeadConfig(ends, subject);
	const bank = await loadHeadBank(ends, project);
	const loosened = [
		...config.loosened,
		...modelsLoosened(config.models),
		...bank.loosened
	];
	const blocks = project.config.actions.policyChange === "fail";
	return {
		grounds: [...blocks ? describeLoosened(loosened, "error") : [], ...config.notAllowed],
		notes: blocks ? [] : describeLoosened(loosened, "notice"),
		models: config.models,
		added: bank.added
	};
}
/**
* A removed model that none replaces: later changes are tested on fewer models. This change is still tested on all of
* them.
*/
function modelsLoosened({ base, head }) {
	const { removed, changed } = pairModels(base, head);
	const gone = removed.filter((model) => !changed.some((pair) => pair.base === model)).map(({ ref }) => ref.id);
	if (gone.length === 0) return [];
	return [{
		option: "models",
		base: `${base.length} models`,
		head: `${gone.length} removed (${gone.join(", ")})`
	}];
}
function describeLoosened(loosened, severity) {
	return loosened.map((option) => createFinding({
		code: "policyLoosened",
		args: { ...option },
		severity
	}));
}
/** @throws UserError for a spec that is missing or cannot be read on either side. */
async function loadHeadSpec(ends, project) {
	const { configFile, config } = project;
	const patterns = await headPatterns(ends, project);
	return {
		base: await loadSpec(ends.base.source, {
			configFile,
			config
		}),
		head: await loadSpec(ends.head.source, {
			configFile,
			config,
			patterns
		}),
		patterns
	};
}
/** What names the spec in the head, renames followed. */
function headPatterns({ repo, base, head }, { configFile, config }) {
	return followRenames(repo, specPatterns(configFile, config), {
		from: base.sha,
		to: head.sha,
		isThere: (path) => head.paths.has(path) || !base.paths.has(path)
	});
}
/**
* Reads a change as data and prepares it under the base branch's policy.
* @throws UserError for a spec, config or bank that cannot be read on either side.
*/
async function prepareChange(ends, project, names) {
	const spec = await loadHeadSpec(ends, project);
	const policy = await loadHeadPolicy(ends, {
		project,
		patterns: spec.patterns
	});
	const head = {
		ref: names.head,
		sha: ends.head.sha
	};
	const base = {
		ref: names.base,
		sha: ends.base.sha,
		spec: spec.base
	};
	const specCheck = prepareSpecCheck(project, {
		base,
		head: {
			...head,
			spec: spec.head
		}
	});
	const models = prepareModelCheck(project, {
		spec: base,
		head,
		baseModels: policy.models.base,
		headModels: policy.models.head
	});
	const { removed } = pairModels(policy.models.base, policy.models.head);
	const notes = [...policy.notes, ...(specCheck.changes.length === 0 ? [] : removed).map(({ ref }) => createFinding({
		code: "removedModelStillEvaluated",
		args: { model: ref.id },
		severity: "notice"
	}))];
	const hasOther = policy.grounds.length + notes.length > 0;
	const needsSpecReport = specCheck.changes.length > 0 || (specCheck.unseen ?? []).length + (specCheck.remarks ?? []).length > 0 || hasOther && models === void 0;
	return {
		checks: {
			spec: needsSpecReport ? specCheck : void 0,
			added: policy.added,
			models
		},
		grounds: policy.grounds,
		notes,
		project: withModels(project, [...policy.models.base, ...policy.models.head]),
		isTouched: needsSpecReport || models !== void 0
	};
}
/** A project that may ask these models, too. */
function withModels(project, models) {
	const known = new Set(project.panel.models.map(({ ref }) => ref.id));
	const further = models.filter(({ ref }) => !known.has(ref.id));
	return {
		...project,
		panel: {
			...project.panel,
			models: [...project.panel.models, ...further]
		}
	};
}
export { listLoosened as a, loadHeadPolicy as i, withModels as n, listBelow as o, headPatterns as r, policyFiles as s, prepareChange as t };
