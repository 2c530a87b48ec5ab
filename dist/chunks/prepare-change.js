import { t as createFinding } from "./messages.js";
import { c as specPatterns, g as decisionPolicy, h as optionsOf, i as loadConfig, n as labelledFile, o as loadSpec, r as loadBank, s as resolveModels, t as besideConfig } from "./load-project.js";
import { t as createBank } from "./parse-bank.js";
import { n as serializeScenario } from "./serialize-scenario.js";
import { f as providerName } from "./parse-config.js";
import { t as canonicalJson } from "./canonical-json.js";
import { n as readSpecFiles, o as findRename } from "./read-spec.js";
import { r as mapMetrics } from "./metrics.js";
import { c as compareModels, n as describeSide, r as prepareSpecCheck, t as comparisonRules } from "./prepare-check.js";
import { t as selectBank } from "./select-bank.js";
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
/** An easier exam for the next change is a loosened policy, even though this one is judged on the old bank. */
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
	const read = async (side) => ends[side].paths.has(file) ? loadBank(ends[side].source, file) : createBank(file, []);
	const [base, head] = [await read("base"), await read("head")];
	const change = diffBank(base, head);
	return {
		added: change.added.filter(({ id }) => !project.bank.byId.has(id)),
		loosened: bankLoosened(base, change)
	};
}
/**
* Pairs two panels: equal ids first, then what `replaces` declares of removed models, then each model left over with the
* removed model of the same provider whose name begins most alike. No base model stands for two.
*/
function pairModels(base, head) {
	const baseById = byId(base);
	const headById = byId(head);
	const removed = base.filter(({ ref }) => !headById.has(ref.id));
	const unchanged = [];
	const changed = [];
	const left = [];
	for (const model of head) {
		const same = baseById.get(model.ref.id);
		const replaced = removed.find((gone) => gone.ref.id === model.replaces && !changed.some((pair) => pair.base === gone));
		if (same !== void 0 && answersAlike(same, model)) unchanged.push(model);
		else if (same !== void 0) changed.push({
			base: same,
			head: model,
			origin: "same"
		});
		else if (replaced !== void 0) changed.push({
			base: replaced,
			head: model,
			origin: "declared"
		});
		else left.push(model);
	}
	const added = [];
	for (const model of left) {
		const counterpart = nearestOf(model, removed.filter((candidate) => !changed.some((pair) => pair.base === candidate)));
		if (counterpart === void 0) added.push(model);
		else changed.push({
			base: counterpart,
			head: model,
			origin: "inferred"
		});
	}
	return {
		unchanged,
		changed,
		added,
		removed
	};
}
function nearestOf(model, free) {
	const provider = providerOf(model);
	const same = free.filter((candidate) => providerOf(candidate) === provider);
	const shared = ({ ref }) => commonStart(ref.model, model.ref.model);
	return [...same].sort((a, b) => shared(b) - shared(a))[0];
}
/** Characters that two names begin with alike: families come first in them, versions last. */
function commonStart(one, other) {
	let length = 0;
	while (length < one.length && one[length] === other[length]) length += 1;
	return length;
}
function providerOf({ ref }) {
	return providerName(ref);
}
/** Whether every key of two models is the same. */
function answersAlike(one, other) {
	const identity = ({ ref, system }) => canonicalJson([{ ...ref }, system ?? ""]);
	return identity(one) === identity(other);
}
function byId(models) {
	return new Map(models.map((model) => [model.ref.id, model]));
}
/** Worlds, recordings and labelled items that the head edits or removes; this change is judged by those of its base. */
function filesLoosened({ base, head }, { configFile, config }) {
	return [...Object.entries(config.providers).flatMap(([name, provider]) => {
		switch (provider.kind) {
			case "openai":
			case "anthropic": return [];
			case "simulated": return [[`providers.${name}.world`, provider.world]];
			case "recorded": return [[`providers.${name}.file`, provider.file]];
			default: return provider;
		}
	}).map(([option, path]) => [option, besideConfig(configFile, path)]), ["labelled", labelledFile(configFile, config)]].flatMap(([option, path]) => {
		const [was, is] = [base.paths.get(path), head.paths.get(path)];
		if (was === void 0 || was === is) return [];
		return [{
			option,
			base: path,
			head: is === void 0 ? "removed" : "edited"
		}];
	});
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
	storePath: "no-policy",
	outputDir: "no-policy"
};
const GROUPS = {
	selection: {
		scenarios: shrinks,
		extendTo: shrinks,
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
		unseen: actsLess
	},
	budget: {
		calls: grows,
		usd: grows,
		minutes: grows,
		dayUsd: grows,
		weekUsd: grows,
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
	const { allowed, refused } = splitAllowed(after.models, project.config);
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
				config: before
			})
		],
		models: {
			base: await resolveModels(project, ends.base.source, splitAllowed(before.models, project.config).allowed),
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
function splitAllowed(models, { providers }) {
	const isAllowed = (entry) => Object.hasOwn(providers, providerName(optionsOf(entry)));
	return {
		allowed: models.filter(isAllowed),
		refused: models.filter((entry) => !isAllowed(entry)).map(optionsOf)
	};
}
/** The head's config may name the spec's files by other words; other files are another spec. */
async function specLoosened(ends, subject) {
	const { project, patterns, after } = subject;
	const own = specPatterns(project.configFile, after);
	if ([patterns, specPatterns(project.configFile, project.config)].some((names) => JSON.stringify(names) === JSON.stringify(own))) return [];
	const filesOf = async (names) => (await readSpecFiles(ends.head.source, names)).map(({ file }) => file).join(", ");
	const [base, head] = [await filesOf(patterns), await filesOf(own)];
	return base === head ? [] : [{
		option: "spec",
		base,
		head
	}];
}
/** @throws UserError for a spec that is missing or cannot be read on either side. */
async function loadHeadSpec(ends, project) {
	const { configFile, config } = project;
	const patterns = await followRenames(ends, specPatterns(configFile, config));
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
async function followRenames(ends, patterns) {
	const { repo, base, head } = ends;
	const rename = (path) => findRename(repo, {
		base: base.sha,
		head: head.sha,
		path
	});
	return Promise.all(patterns.map(async (path) => base.paths.has(path) && !head.paths.has(path) ? await rename(path) ?? path : path));
}
/** A change of models under a project's policy and bank; undefined where both sides answer alike or a model is only gone. */
function prepareModelCheck(project, sides) {
	const pairs = pairModels(sides.baseModels, sides.headModels);
	if (pairs.changed.length + pairs.added.length === 0) return void 0;
	const policy = decisionPolicy(project.config);
	const compared = [...pairs.changed, ...pairs.unchanged.map((model) => ({
		base: model,
		head: model
	}))];
	const rules = comparisonRules(project);
	const comparison = compareModels({
		spec: sides.spec.spec,
		pairs: compared
	}, rules);
	const news = pairs.added.map((model) => ({
		base: model,
		head: model
	}));
	const subject = {
		comparison,
		policy,
		selected: selectForModels(project),
		untested: [],
		changedModels: pairs.changed.map(({ head }) => head.ref.id)
	};
	const { spec } = sides.spec;
	return {
		subject,
		modelOrigins: new Map(pairs.changed.map(({ head, origin }) => [head.ref.id, origin])),
		added: compareModels({
			spec: sides.spec.spec,
			pairs: news
		}, rules).slots,
		changes: [],
		base: describeSide(sides.spec, compared.map(({ base }) => base.ref.id)),
		head: describeSide({
			...sides.head,
			spec
		}, compared.map(({ head }) => head.ref.id)),
		grounds: notCompared(pairs, policy.actions.untested),
		notes: inferred(pairs)
	};
}
/** A model answers every scenario, so the whole bank tests it: the most telling and most different ones first. */
function selectForModels({ bank, config }) {
	const { selected } = selectBank({
		scenarios: bank.scenarios,
		leastDisagreement: 0,
		weighting: "disagreement",
		size: config.selection.extendTo,
		seed: config.seed
	});
	return selected.map(({ scenario }, rank) => ({
		scenario,
		reason: {
			kind: "linked",
			clauses: scenario.clauses
		},
		rank
	}));
}
const SEVERITIES = {
	fail: "error",
	inconclusive: "warning",
	report: "notice"
};
/** Nothing tests such a model, so it counts as an untested clause does. */
function notCompared({ added }, untested) {
	return added.map(({ ref }) => createFinding({
		code: "modelNotCompared",
		args: { model: ref.id },
		severity: SEVERITIES[untested]
	}));
}
function inferred({ changed }) {
	return changed.flatMap(({ base, head, origin }) => origin === "inferred" ? [createFinding({
		code: "modelPairInferred",
		args: {
			model: head.ref.id,
			replaces: base.ref.id
		},
		severity: "notice"
	})] : []);
}
/**
* Reads a change as data and prepares it under the base branch's policy.
* @throws UserError for a spec, config or bank that cannot be read on either side.
*/
async function prepareChange(ends, project, names) {
	const spec = await loadHeadSpec(ends, project);
	const config = await loadHeadConfig(ends, {
		project,
		patterns: spec.patterns
	});
	const bank = await loadHeadBank(ends, project);
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
		baseModels: config.models.base,
		headModels: config.models.head
	});
	const { removed } = pairModels(config.models.base, config.models.head);
	const loosened = [
		...config.loosened,
		...modelsLoosened(config.models),
		...bank.loosened
	];
	const blocks = project.config.actions.policyChange === "fail";
	const carried = [...blocks ? describeLoosened(loosened, "error") : [], ...config.notAllowed];
	const notes = [...blocks ? [] : describeLoosened(loosened, "notice"), ...(specCheck.changes.length === 0 ? [] : removed).map(({ ref }) => createFinding({
		code: "removedModelStillEvaluated",
		args: { model: ref.id },
		severity: "notice"
	}))];
	const hasOther = carried.length + notes.length > 0;
	const needsSpecReport = specCheck.changes.length > 0 || (specCheck.unseen ?? []).length + (specCheck.remarks ?? []).length > 0 || hasOther && models === void 0;
	return {
		checks: {
			spec: needsSpecReport ? specCheck : void 0,
			added: bank.added,
			models
		},
		grounds: carried,
		notes,
		project: withModels(project, [...config.models.base, ...config.models.head]),
		isTouched: needsSpecReport || models !== void 0
	};
}
/** A model that goes and is replaced by none: the next change is judged by fewer. This one still is by all of them. */
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
export { listLoosened as i, withModels as n, prepareModelCheck as r, prepareChange as t };
