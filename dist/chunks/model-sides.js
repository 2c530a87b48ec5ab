import { y as providerName } from "./labelled.js";
import { t as isAllowedModel } from "./allowed-model.js";
import { t as optionsOf } from "./resolve-models.js";
import { t as nearestName } from "./nearest-name.js";
import { t as UserError } from "./errors.js";
import { i as loadConfig, s as resolveModels } from "./load-project.js";
/** The panel with one model, and with another in its place. @throws UserError for a provider that the config does not have. */
async function loadNamedModels(source, project, names) {
	const { models, providers } = project.config;
	for (const id of [names.base, names.head]) {
		if (Object.hasOwn(providers, providerName({ id })) || project.answers.has(id)) continue;
		const known = models.map((entry) => optionsOf(entry).id);
		const near = nearestName(id, known) ?? known[0];
		throw new UserError({
			message: `${id}: no provider of that name in the config`,
			hint: `such as ${near}`
		});
	}
	const entryOf = (id) => models.find((entry) => optionsOf(entry).id === id) ?? id;
	const others = models.filter((entry) => ![names.base, names.head].includes(optionsOf(entry).id));
	const head = {
		...optionsOf(entryOf(names.head)),
		replaces: names.base
	};
	return {
		base: await resolveModels(project, source, [entryOf(names.base), ...others]),
		head: await resolveModels(project, source, [head, ...others])
	};
}
/** Both sides' lists, asked at the project's providers; undefined where a side has no config that can be read. */
async function loadListedModels(sources, project) {
	const base = await loadList(sources.base, project);
	const head = await loadList(sources.head, project);
	return base === void 0 || head === void 0 ? void 0 : {
		base,
		head
	};
}
async function loadList(source, project) {
	try {
		const { models } = await loadConfig(source, project.configFile);
		const allowed = models.filter((entry) => isAllowedModel(project, optionsOf(entry)));
		return await resolveModels(project, source, allowed);
	} catch (error) {
		if (error instanceof UserError) return void 0;
		throw error;
	}
}
export { loadNamedModels as n, loadListedModels as t };
