import { t as canonicalJson } from "./canonical-json.js";
import { t as createFinding } from "./messages.js";
import { s as decisionPolicy, y as providerName } from "./labelled.js";
import { t as optionsOf } from "./resolve-models.js";
import { n as shuffle, t as createRandom } from "./random.js";
import { n as selectBank } from "./select-bank.js";
import { C as compareModels, a as SEVERITY_OF_ACTION, b as withoutCopies, n as controlsOf, r as describeSide, t as comparisonRules } from "./prepare-check.js";
import { f as scenariosForModels, u as isFewForModels } from "./added-models.js";
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
		controls: controlsOf(project, comparison, []),
		labelled: project.labelled.length,
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
/**
* A model answers every scenario, so the whole bank tests it: the most telling and most different ones first. Where the bank is so
* large that it is looked at in parts, they come in an order by chance: each part must be a fair sample of all.
*/
function selectForModels({ bank, config }) {
	const policy = decisionPolicy(config);
	const available = bank.scenarios.length;
	const { selected } = selectBank({
		scenarios: bank.scenarios,
		leastDisagreement: 0,
		weighting: "disagreement",
		size: scenariosForModels(policy, available),
		seed: config.seed
	});
	const order = isFewForModels(policy, available) ? selected : shuffle(selected, createRandom(`${config.seed}\nmodels`));
	return withoutCopies(order.map(({ scenario }) => scenario)).map((scenario, rank) => ({
		scenario,
		reason: {
			kind: "linked",
			clauses: scenario.clauses
		},
		rank
	}));
}
/** Nothing tests such a model, so it counts as an untested clause does. */
function notCompared({ added }, untested) {
	return added.map(({ ref }) => createFinding({
		code: "modelNotCompared",
		args: { model: ref.id },
		severity: SEVERITY_OF_ACTION[untested]
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
* A model is asked at a provider of the project's. Recorded answers are evidence: only those that the project itself names
* count, never some that a change brings along.
*/
function isAllowedModel({ config, answers }, { id, answers: file }) {
	if (file === void 0) return Object.hasOwn(config.providers, providerName({ id }));
	return answers.has(id) && config.models.map(optionsOf).some((own) => own.id === id && own.answers === file);
}
export { prepareModelCheck as n, pairModels as r, isAllowedModel as t };
