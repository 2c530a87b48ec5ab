import { t as UserError } from "./errors.js";
import { t as whereDefined } from "./where-defined.js";
import { r as mapMetrics } from "./metrics.js";
import { S as union, _ as record, a as _enum, b as string, c as boolean, d as json, f as literal, l as discriminatedUnion, m as number, s as array, u as int, w as url, y as strictObject } from "./schemas.js";
import { t as date } from "./iso.js";
import { t as nearestName } from "./nearest-name.js";
import { t as require_dist } from "./dist.js";
import { C as vendorKeys, b as isLive, f as isLoopback, i as answersOrigin, m as secretVariables, u as endpointOf, v as modelName, y as providerName } from "./labelled.js";
import { n as parseStoreUrl } from "./store-url.js";
var import_dist = require_dist();
/**
* When the table was made. Its source is `@pydantic/genai-prices` 0.1.8, a snapshot of the providers' price pages:
* standard tier, prompts of up to 200,000 tokens. Models it does not name are unknown here too.
*/
const PRICES_AS_OF = "2026-11-23";
const OPUS_4 = {
	input: 15,
	cachedInput: 1.5,
	cacheWrite: 18.75,
	output: 75
};
const OPUS_5 = {
	input: 5,
	cachedInput: .5,
	cacheWrite: 6.25,
	output: 25
};
const SONNET_4 = {
	input: 3,
	cachedInput: .3,
	cacheWrite: 3.75,
	output: 15
};
const SONNET_5 = {
	input: 2,
	cachedInput: .2,
	cacheWrite: 2.5,
	output: 10
};
/** By the origin that is paid, then by model; a dated snapshot (`-20250514`, `-2025-08-07`) costs what its model costs. */
const PRICE_TABLE = {
	"https://api.openai.com": {
		"gpt-5.5": {
			input: 5,
			cachedInput: .5,
			output: 30
		},
		"gpt-5": {
			input: 1.25,
			cachedInput: .125,
			output: 10
		},
		"gpt-5-mini": {
			input: .25,
			cachedInput: .025,
			output: 2
		},
		"gpt-4.1": {
			input: 2,
			cachedInput: .5,
			output: 8
		},
		"gpt-4.1-mini": {
			input: .4,
			cachedInput: .1,
			output: 1.6
		},
		"gpt-4o": {
			input: 2.5,
			cachedInput: 1.25,
			output: 10
		},
		o3: {
			input: 2,
			cachedInput: .5,
			output: 8
		},
		"o4-mini": {
			input: 1.1,
			cachedInput: .275,
			output: 4.4
		}
	},
	"https://api.anthropic.com": {
		"claude-opus-5": OPUS_5,
		"claude-opus-5-5": {
			input: 4,
			cachedInput: .2,
			cacheWrite: 5,
			output: 20
		},
		"claude-sonnet-5": SONNET_5,
		"claude-sonnet-5-5": SONNET_5,
		"claude-opus-4-6": OPUS_5,
		"claude-opus-4-5": OPUS_5,
		"claude-opus-4-1": OPUS_4,
		"claude-opus-4": OPUS_4,
		"claude-sonnet-4-5": SONNET_4,
		"claude-sonnet-4": SONNET_4,
		"claude-haiku-4-5": {
			input: 1,
			cachedInput: .1,
			cacheWrite: 1.25,
			output: 5
		},
		"claude-3-7-sonnet": SONNET_4,
		"claude-3-5-sonnet": SONNET_4,
		"claude-3-opus": OPUS_4
	},
	"https://generativelanguage.googleapis.com": {
		"gemini-2.5-pro": {
			input: 1.25,
			cachedInput: .125,
			output: 10
		},
		"gemini-3-pro-preview": {
			input: 2,
			cachedInput: .2,
			output: 12
		}
	},
	"https://api.x.ai": { "grok-4": {
		input: 3,
		cachedInput: .75,
		output: 15
	} }
};
const FREE = {
	input: 0,
	output: 0
};
/** What stands in prices for all models of a provider. */
function everyModelOf(provider) {
	return `${provider}/*`;
}
/**
* The price of a model: the configuration's (its own, else its provider's), else the table's for the origin that is paid.
* Offline models cost nothing.
*/
function priceOf(ref, overrides = {}) {
	for (const name of [ref.id, everyModelOf(providerName(ref))]) if (Object.hasOwn(overrides, name)) return overrides[name];
	if (!isLive(ref)) return FREE;
	const prices = Object.hasOwn(PRICE_TABLE, ref.origin) ? PRICE_TABLE[ref.origin] : {};
	const name = ref.model.replace(/-(\d{8}|\d{4}-\d{2}-\d{2})$/, "");
	return Object.hasOwn(prices, name) ? prices[name] : "unknown";
}
/**
* US dollars of some usage.
*
* @example 1,000,000 input tokens, 800,000 of them cached, and 10,000 output tokens at {input 3, cachedInput 0.3,
* output 15}: 0.2 x 3 + 0.8 x 0.3 + 0.01 x 15 = 0.99.
*/
function costOf(usage, price) {
	if (price === "unknown") return "unknown";
	const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = usage;
	return (Math.max(0, inputTokens - cachedInputTokens - cacheWriteTokens) * price.input + cachedInputTokens * (price.cachedInput ?? price.input) + cacheWriteTokens * (price.cacheWrite ?? price.input) + outputTokens * price.output) / 1e6;
}
/** The sum, unknown as soon as one part is. */
function addCosts(costs) {
	return costs.reduce((sum, cost) => sum === "unknown" || cost === "unknown" ? "unknown" : sum + cost, 0);
}
/** Problems between options of a config that fits the schema. */
function crossCheck(config) {
	const problems = [];
	const idOf = (entry) => typeof entry === "string" ? entry : entry.id;
	const named = [
		...config.models.map((entry, index) => ({
			id: idOf(entry),
			path: ["models", index]
		})),
		...config.judges.map((entry, index) => ({
			id: idOf(entry),
			path: ["judges", index]
		})),
		...config.classifier === void 0 ? [] : [{
			id: idOf(config.classifier),
			path: ["classifier"]
		}]
	];
	const recorded = new Set(config.models.flatMap((entry) => typeof entry !== "string" && entry.answers ? [entry.id] : []));
	for (const { id, path } of named) {
		const provider = providerName({ id });
		if (path[0] === "models" && recorded.has(id) || Object.hasOwn(config.providers, provider)) continue;
		const near = nearestName(provider, Object.keys(config.providers));
		problems.push({
			path,
			message: `${id}: there is no provider "${provider}"`,
			hint: near === void 0 ? "add it under `providers`" : `did you mean "${near}"?`
		});
	}
	for (const list of ["models", "judges"]) {
		const ids = config[list].map(idOf);
		for (const [index, id] of ids.entries()) if (ids.indexOf(id) < index) problems.push({
			path: [list, index],
			message: `${id} is listed twice under ${list}`,
			hint: `give it another id: { id: ${providerName({ id })}/second, model: ${modelName({ id })}, params: ... } is the same model with what makes it another`
		});
	}
	problems.push(...sameModels(config), ...uselessAnswers(config));
	if (config.judges.length % 2 === 0) problems.push({
		path: ["judges"],
		message: `a panel needs an odd number of judges, got ${config.judges.length}`,
		hint: "add or remove one, so that a majority always exists"
	});
	if (config.specUse === "prompt" && config.classifier === void 0) problems.push({
		path: ["specUse"],
		message: "`specUse: prompt` needs a classifier",
		hint: "add `classifier: provider/model`"
	});
	if (config.specUse === "prompt" && config.seeding.draws === "answers") problems.push({
		path: ["seeding", "draws"],
		message: "`seeding.draws: answers` needs `specUse: target`: an answer to a prompt serves no other prompt",
		hint: "use `nightly`"
	});
	if (config.selection.extendTo < config.selection.scenarios) problems.push({
		path: ["selection", "extendTo"],
		message: `selection.extendTo (${config.selection.extendTo}) is less than selection.scenarios (${config.selection.scenarios})`,
		hint: "raise it, or lower selection.scenarios"
	});
	return problems;
}
/** Options that are sent to a model say nothing of answers that are already recorded. */
function uselessAnswers(config) {
	return config.models.flatMap((entry, index) => {
		if (typeof entry === "string" || entry.answers === void 0) return [];
		const path = [
			"models",
			index,
			"answers"
		];
		if (config.specUse === "prompt") return [{
			path,
			message: `${entry.id}: recorded answers say nothing about a spec that models are given`,
			hint: "with `specUse: prompt` the model has to be asked"
		}];
		if (entry.system === void 0 && entry.params === void 0) return [];
		return [{
			path,
			message: `${entry.id}: neither \`system\` nor \`params\` reaches a model whose answers are recorded`,
			hint: "remove them; say what differs with `version`"
		}];
	});
}
/** Judges, or models, that are one and the same behind two names: their answers would be one answer counted twice. */
function sameModels(config) {
	return ["models", "judges"].flatMap((list) => {
		const owners = /* @__PURE__ */ new Map();
		return config[list].flatMap((entry, index) => {
			const options = typeof entry === "string" ? { id: entry } : entry;
			const identity = identityOf(config, options);
			const owner = identity === void 0 ? void 0 : owners.get(identity);
			if (identity !== void 0 && owner === void 0) owners.set(identity, options.id);
			if (owner === void 0 || owner === options.id) return [];
			return [{
				path: [list, index],
				message: `${options.id} is the same model as ${owner}, at the same endpoint`,
				hint: "remove one, or say what differs with version or params"
			}];
		});
	});
}
function identityOf(config, { id, model, version, params, system, answers }) {
	if (answers !== void 0) return JSON.stringify([
		"answers",
		answers,
		id
	]);
	const name = providerName({ id });
	const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : void 0;
	if (provider === void 0) return void 0;
	const { origin, basePath } = isLive(provider) ? endpointOf(withoutUndefined(provider)) : {
		origin: JSON.stringify(provider),
		basePath: ""
	};
	return JSON.stringify([
		provider.kind,
		origin,
		basePath,
		model ?? modelName({ id }),
		version,
		params,
		system
	]);
}
function withoutUndefined({ kind, baseUrl }) {
	return baseUrl === void 0 ? { kind } : {
		kind,
		baseUrl
	};
}
const DEFAULT_BANK = ".spec-gate/bank.jsonl";
/** One or more. */
const Count = int().min(1);
const Selection = strictObject({
	scenarios: Count.default(32).meta({ description: "How many of the scenarios linked to what changed a check starts with." }),
	extendTo: Count.default(64).meta({ description: "How many it goes up to where these do not decide." }),
	modelScenarios: Count.optional().meta({ description: "The most answers that a change of models takes of either model: one for each of so many scenarios, or in a smaller bank several for each (16 at most). It looks six times on the way and stops where it is decided. 900 unless set." }),
	replicates: strictObject({
		base: int().min(2).max(16).default(4).meta({ description: "Answers of the base that are kept for each scenario and model; `mode: seed` fills them." }),
		confirm: int().min(1).max(16).default(2).meta({ description: "Fresh answers of either side that a confirmation takes for each scenario and model: one at first, then one more as long as it is undecided, up to three times this number." })
	}).prefault({})
}).prefault({}).meta({ description: "How many scenarios and answers a check asks for." });
const Coverage = strictObject({
	write: boolean().default(false).meta({ description: "Whether a check writes the scenarios that its changed clauses lack; never on forks." }),
	perClause: Count.max(256).default(32).meta({ description: "Scenarios a changed clause should have." }),
	usd: number().min(0).default(3).meta({ description: "Most US dollars a check spends on writing, of its budget." })
}).prefault({}).meta({ description: "Scenarios written for a change." });
const Seeding = strictObject({
	clauses: _enum(["all", "recent"]).default("all").meta({ description: "`recent`: only for scenarios of clauses that the last edits of the spec touched; the others are left to the change that touches them." }),
	edits: Count.max(200).default(20).meta({ description: "With `recent`: how many of the last commits that touched the spec." }),
	draws: _enum([
		"nightly",
		"all",
		"answers"
	]).default("nightly").meta({ description: "`nightly`: each run adds one of the base answers to each scenario, once a night, until all are there. `all`: asks all at once; answers of one night count as one, so that changes take more answers to pass. `answers`: with `specUse: target`, the first answers alone and no rulings, a fifth of the price of four draws; a check then asks both sides for rulings." })
}).prefault({}).meta({ description: "`mode: seed`: base answers asked ahead, so that a check finds them stored." });
const Budget = strictObject({
	calls: int().min(0).default(2e4).meta({ description: "Most calls of a run; stored answers are none." }),
	usd: number().min(0).default(25).meta({ description: "Most US dollars of a run." }),
	minutes: number().min(0).default(60).meta({ description: "Most minutes of a run; calls under way are ended." }),
	dayUsd: number().min(0).optional().meta({ description: "Most US dollars a day over all runs that share the store." }),
	weekUsd: number().min(0).optional().meta({ description: "Most US dollars a week over all runs that share the store." }),
	repairUsd: number().min(0).default(5).meta({ description: "Most US dollars that looking for a repair may take, beside what the check takes." }),
	allowUnknownPrices: boolean().default(false).meta({ description: "Allow models without a price; dollar caps then do not cover them." })
}).prefault({}).meta({ description: "Caps of one run; reaching one ends it inconclusive and keeps what was finished." });
const EnvironmentName = string().regex(/^[A-Z_][A-Z0-9_]*$/, "expected the name of an environment variable, such as OPENAI_API_KEY");
const AllowPrivate = array(string()).meta({ description: "Hosts that may get the key although they are loopback or private, or lead to a private address." });
/** US dollars per million tokens; `0` for a model that costs nothing. */
const Price = union([literal(0).transform(() => ({
	input: 0,
	output: 0
})), strictObject({
	input: number().min(0),
	cachedInput: number().min(0).optional(),
	cacheWrite: number().min(0).optional(),
	output: number().min(0)
})]);
const VENDOR_KEYS = vendorKeys().map((key) => `\`${key}\``).join(", ");
function live(kind) {
	return strictObject({
		kind: literal(kind).meta({ description: "The protocol it speaks; `openai` is chat completions." }),
		baseUrl: url().optional().meta({ description: "Its address; default: the vendor's own." }),
		apiKeyEnv: EnvironmentName.optional().meta({ description: `The variable that holds the key; default at the vendors: ${VENDOR_KEYS}.` }),
		headersEnv: record(string(), EnvironmentName).optional().meta({ description: "Further headers, each with the variable that holds its value." }),
		allowPrivate: AllowPrivate.optional(),
		concurrency: int().min(1).max(256).optional().meta({ description: "Calls at once. Unless set 8, and on a server of your own as many as get more done; halved where calls time out." }),
		price: Price.optional().meta({ description: "US dollars per million tokens of all its models (`{ input, output }`); `0` where it costs nothing." })
	});
}
const Flex = _enum(["unattended", "always"]).meta({ description: "Asks spare capacity (`service_tier: flex`) first, at half the price and slower: `unattended` in seeding, nights and work on banks, `always` in checks, too. What does not come that way is asked at the usual price." });
const PROVIDERS = {
	openai: live("openai").extend({ flex: Flex.optional() }),
	anthropic: live("anthropic"),
	simulated: strictObject({
		kind: literal("simulated"),
		world: string()
	}),
	recorded: strictObject({
		kind: literal("recorded"),
		file: string()
	})
};
const Provider = discriminatedUnion("kind", Object.values(PROVIDERS)).meta({ description: "Where models are asked. A key is named by its environment variable and only ever sent to this origin." });
/** The file that an offline provider answers from, and the option that names it. */
function offlineFile(provider) {
	switch (provider.kind) {
		case "simulated": return {
			option: "world",
			path: provider.world
		};
		case "recorded": return {
			option: "file",
			path: provider.file
		};
		default: return provider;
	}
}
const Nightly = strictObject({
	sentinels: Count.default(16).meta({ description: "Scenarios asked every night." }),
	rotation: int().min(0).default(8).meta({ description: "Further scenarios a night, going round the bank; fewer where `budget` leaves less." }),
	draws: int().min(2).max(8).default(2).meta({ description: "Answers for each scenario and model; as many again where something looks changed." }),
	keepNights: union([int().min(92), literal("all")]).default(92).meta({ description: "Nights kept whole, 92 or more, or `all`. Of older ones only what no later night can need is deleted from the store." }),
	anchorFrom: date().optional().meta({ description: "Accepts a change: the first whole night from this day (UTC) on is the new anchor." }),
	webhook: strictObject({
		urlEnv: EnvironmentName.meta({ description: "The variable that holds the address, which may carry a token." }),
		allowPrivate: array(string()).optional().meta({ description: "Private or loopback hosts that the address may name." })
	}).optional().meta({ description: "An address that is told of each alarm, with a severity and a key by which repeats are known, and of its end." })
}).prefault({}).meta({ description: "`check --mode nightly`: how much is asked, and who is told." });
const FailOrReport = _enum(["fail", "report"]);
const Margins = strictObject(mapMetrics(({ most, defaults, measures }) => number().min(0).max(most).default(defaults.margin).meta({ description: measures }))).prefault({}).meta({ description: "The rise (fall, for judge agreement) that a pass rules out; a confirmed, significant effect of half of it or more fails." });
const Limits = strictObject(mapMetrics(({ most }) => number().min(0).max(most).optional())).prefault({}).meta({ description: "The worst level that a change may reach, by metric; none unless set. What the base breaks already is reported and does not block." });
const Actions = strictObject({
	...mapMetrics(({ defaults, about }) => {
		const option = FailOrReport.default(defaults.action);
		return about === void 0 ? option : option.meta({ description: about });
	}),
	newOutliers: FailOrReport.default("report").meta({ description: "Answers that stand apart from nearly all other models' and did not on the base." }),
	untested: _enum([
		"fail",
		"report",
		"inconclusive"
	]).default("inconclusive").meta({ description: "A changed clause that no scenario tests." }),
	policyChange: FailOrReport.default("fail").meta({ description: "A change of what pull requests are judged by: margins, actions, judges, approvers, budget ..." }),
	unprovenJudges: _enum(["inconclusive", "report"]).optional().meta({ description: "Judges that were never seen to object, or that miss answers whose ruling is known. Default: `inconclusive` where such answers are labelled (`labelled`), else `report`: a pass says so first." }),
	unseen: _enum([
		"fail",
		"report",
		"inconclusive"
	]).default("inconclusive").meta({ description: "A change that judges cannot see: comments, characters that show nothing, attributes that no prompt carries, text outside of clauses." })
}).prefault({}).meta({ description: "What each metric does when it moves: `fail` blocks, `report` only says so." });
const ModelId = string().regex(/^[^/\s]+\/\S+$/, "expected provider/model, such as openai/gpt-5.5");
const ModelOptions = strictObject({
	id: ModelId.meta({ description: "`provider/model`: its name here, and in every report." }),
	model: string().min(1).optional().meta({ description: "The name that the provider knows; default: what follows the provider in `id`. Several ids may share one." }),
	version: string().optional().meta({ description: "What its name does not say, such as a checkpoint. Another version is another model; it is not sent." }),
	params: record(string(), json()).optional().meta({ description: "Sent as they are, lists and objects too: `temperature`, `maxTokens`, `reasoningEffort`, `chat_template_kwargs`." }),
	system: string().optional().meta({ description: "A file with a system prompt of its own; a judge gets it before the instructions of the gate." }),
	answers: string().min(1).optional().meta({ description: "Recorded answers that stand for asking it: a file (JSON Lines, CSV, Parquet, Inspect log) or a folder of them. Needs no provider." }),
	replaces: ModelId.optional().meta({ description: "The model it is compared with when the list of models changes." })
});
const ModelEntry = union([ModelId, ModelOptions]);
/** Judges and classifiers replace nobody. Their own system prompt comes before the gate's. */
const JudgeEntry = union([ModelId, ModelOptions.omit({
	replaces: true,
	answers: true
})]);
const StoreAddress = string().refine((text) => parseStoreUrl(text) !== void 0, "expected s3://bucket/prefix");
const ObjectStore = strictObject({
	url: StoreAddress,
	endpoint: url({ protocol: /^https?$/ }).optional().meta({ description: "Of a server that is not AWS's: R2, MinIO, GCS. Default: `AWS_ENDPOINT_URL_S3`, then AWS." }),
	region: string().regex(/^[a-z0-9-]+$/).optional().meta({ description: "Default: `AWS_REGION`, then the profile; at another endpoint `us-east-1`." })
});
/** Non-empty text or a list of it. */
const Paths = union([string().min(1), array(string().min(1)).min(1)]);
const ConfigSchema = strictObject({
	spec: Paths.meta({ description: "File, glob or list: the spec as Markdown clauses, or rules as YAML or JSON: a list of `{id, text}` or of texts, or names with either below them." }),
	clauses: _enum([
		"headings",
		"items",
		"paragraphs"
	]).default("headings").meta({ description: "What counts as a clause: the text under a heading, each list item, or each paragraph. System prompts have few headings." }),
	ignore: array(string().regex(/[^*\s]/, "expected more than *")).default([]).meta({ description: "Lines of the spec that are no part of it, `*` standing for any text: `Last updated: *`." }),
	specUse: _enum(["target", "prompt"]).default("target").meta({ description: "`target`: models are trained towards the spec and never see it. `prompt`: it is their system prompt." }),
	promptWithout: array(_enum(["frontMatter", "comments"])).default([]).meta({ description: "With `specUse: prompt`: what of the spec's files is left out of the system prompt; the rest goes to models as it is written." }),
	bank: string().default(DEFAULT_BANK).meta({ description: "The scenario bank: a file of scenarios, one JSON object a line." }),
	labelled: string().optional().meta({ description: "Labelled items: answers with the ruling they deserve (default: `labelled.jsonl` beside the config, where there is one). Every check has judges rule on some of them." }),
	judgeContext: _enum(["linked", "full"]).default("linked").meta({ description: "What judges read: the scenario's linked and the global clauses, or the whole spec." }),
	providers: record(string().regex(/^[\w-]+$/), Provider).meta({ description: "Where models are asked, under names of your own: the first part of every `provider/model`." }),
	models: array(ModelEntry).min(1).meta({ description: "The models whose behaviour the spec is about." }),
	judges: array(JudgeEntry).min(3).meta({ description: "The panel: an odd number of judges, three or more; from two vendors at least, where you can." }),
	classifier: JudgeEntry.optional().meta({ description: "A model that says how far each answer leans to either value, and what kind of answer it is; needed with `specUse: prompt` and to score banks." }),
	selection: Selection,
	coverage: Coverage,
	margins: Margins,
	limits: Limits,
	actions: Actions,
	onInconclusive: FailOrReport.default("fail").meta({ description: "Whether an inconclusive check blocks." }),
	approvers: array(string()).default([]).meta({ description: "Users or `org/team` slugs who may accept an intended change." }),
	disclose: _enum([
		"ids",
		"excerpts",
		"full"
	]).default("ids").meta({ description: "How much of scenarios and answers reports, comments and logs show." }),
	budget: Budget,
	seeding: Seeding,
	repair: _enum(["off", "suggest"]).default("off").meta({ description: "In the Action: `suggest` looks for an edit that would make a failing pull request pass, and shows it; never on forks, never applied." }),
	nightly: Nightly,
	prices: record(ModelId, Price).prefault({}).meta({ description: "US dollars per million tokens by `provider/model`; these go before the built-in table." }),
	auditShare: number().min(.2).max(1).default(.2).meta({ description: "Of answers, the share that every judge rules on, so that their agreement is measured; of the rest the last judges are asked only where the first ones part." }),
	seed: string().default("spec-gate").meta({ description: "Any text. Every random choice starts from it: the same seed gives the same result." }),
	storePath: string().default(".spec-gate/store").meta({ description: "The folder that answers and rulings are kept in." }),
	store: union([StoreAddress.transform((url) => ({ url })), ObjectStore]).optional().meta({ description: "An object store that keeps answers for all machines, `s3://bucket/prefix`; `storePath` then holds copies. Credentials come from the environment." }),
	outputDir: string().default("spec-gate-report").meta({ description: "The folder that reports are written to." })
});
/** One issue as problems; `root` is the value that was checked. */
function describeIssue(issue, root) {
	const name = issue.path.join(".");
	if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownOption(key, [...issue.path, key], knownKeys(issue.path)));
	const given = valueAt(root, issue.path);
	if (given === void 0) return [{
		path: issue.path,
		message: `${name} is missing`
	}];
	if (issue.code === "invalid_union" && issue.errors.length > 0) {
		const closest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))[0];
		if (depthOf(closest) > 0) return closest.flatMap((inner) => describeIssue({
			...inner,
			path: [...issue.path, ...inner.path]
		}, root));
		return [{
			path: issue.path,
			message: `${name}: ${sentence(closest[0]?.message ?? issue.message)}`
		}];
	}
	return [{
		path: issue.path,
		message: `${name}: ${sentence(issue.message)}${/Env\b/.test(name) ? "" : `, got ${JSON.stringify(given)}`}`,
		...hintFor(issue, given)
	}];
}
/** How far below the union's own place its issues lie: the branch that got furthest is the one meant. */
function depthOf(issues) {
	return Math.max(...issues.map((issue) => issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0)));
}
function hintFor(issue, given) {
	if (issue.code === "too_big" && issue.maximum === 1 && typeof given === "number" && given <= 100) return { hint: `a share is between 0 and 1; did you mean ${given / 100}?` };
	if (issue.code === "invalid_value" && typeof given === "string") {
		const near = nearestName(given, issue.values.map(String));
		if (near !== void 0) return { hint: `did you mean "${near}"?` };
	}
	if (issue.code === "invalid_format" && issue.format === "url") return { hint: "write it whole: https://host/v1, or http://127.0.0.1:8080/v1 for a server of your own" };
	if (issue.path.at(-1) === "kind" && issue.path[0] === "providers") return { hint: "a kind is a protocol: nearly all servers and gateways speak openai, with their own baseUrl" };
	return {};
}
function unknownOption(key, path, known) {
	const near = nearestName(key, known);
	return {
		path,
		message: `unknown option "${key}"${near === void 0 ? "" : `; did you mean "${near}"?`}`
	};
}
/** The option names that the schema has at a path. */
function knownKeys(path) {
	let node = ConfigSchema;
	for (const step of path) node = childSchema(node, step);
	return Object.keys(shapeOf(node) ?? {});
}
function childSchema(node, step) {
	const shape = shapeOf(node);
	if (shape !== void 0) return shape[String(step)];
	const { def } = unwrap(node);
	return def.valueType ?? def.element;
}
function shapeOf(node) {
	const inner = unwrap(node);
	if (inner?.shape !== void 0) return inner.shape;
	const shapes = inner?.def?.options?.map((option) => shapeOf(option)).filter((shape) => shape !== void 0);
	return shapes === void 0 || shapes.length === 0 ? void 0 : Object.assign({}, ...shapes);
}
function unwrap(node) {
	let inner = node;
	while (inner?.def?.innerType !== void 0) inner = inner.def.innerType;
	return inner;
}
function valueAt(root, path) {
	return path.reduce((node, step) => node?.[step], root);
}
function sentence(message) {
	return message.replace(/^Invalid input: /, "").replace(/^Too (?:big|small): /, "").replace(/^Invalid option: /, "");
}
const MAX_BYTES = 1048576;
const MAX_ALIASES = 50;
/** @throws UserError with every problem found in the text. */
function parseConfig(source) {
	const { file, text } = source;
	if (text.length > MAX_BYTES) throw new UserError({
		message: `the config is larger than ${MAX_BYTES} bytes`,
		place: { file }
	});
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		lineCounter: lines,
		prettyErrors: false,
		uniqueKeys: true
	});
	const placeAt = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			file,
			line,
			column: col
		};
	};
	if (document.errors.length > 0) throw new UserError(document.errors.map((error) => ({
		message: firstLine(error.message),
		place: placeAt(error.pos[0])
	})));
	const value = readValue(document, file);
	const checked = ConfigSchema.safeParse(value);
	const problems = checked.success ? crossCheck(checked.data) : checked.error.issues.flatMap((issue) => describeIssue(issue, value));
	if (problems.length > 0) {
		const placed = problems.map(({ path, ...problem }) => ({
			offset: offsetOf(document, path),
			problem
		}));
		placed.sort((a, b) => a.offset - b.offset);
		throw new UserError(placed.map(({ offset, problem }) => ({
			...problem,
			place: placeAt(offset)
		})));
	}
	return withProviderPrices(checked.data);
}
/**
* A provider's price is that of all its models that have none of their own. On this machine and without a key they cost
* nothing; with one, what answers there may be a gateway to somebody who sends a bill.
*/
function withProviderPrices(config) {
	const prices = Object.entries(config.providers).flatMap(([name, provider]) => {
		if (!isLive(provider)) return [];
		const { kind, baseUrl = "", apiKeyEnv, headersEnv } = provider;
		const isOwn = isLoopback(baseUrl) && secretVariables({
			kind,
			baseUrl,
			apiKeyEnv,
			headersEnv
		}).length === 0;
		const price = provider.price ?? (isOwn ? FREE : void 0);
		return price === void 0 ? [] : [[everyModelOf(name), price]];
	});
	return prices.length === 0 ? config : {
		...config,
		prices: {
			...Object.fromEntries(prices),
			...config.prices
		}
	};
}
function readValue(document, file) {
	try {
		return document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
	} catch (error) {
		throw new UserError({
			message: `the YAML cannot be read: ${error.message}`,
			place: { file }
		});
	}
}
/** The offset of the key (for an unknown option) or value at a path, or of the nearest thing above it. */
function offsetOf(document, path) {
	for (let length = path.length; length > 0; length -= 1) {
		const pair = ((length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true))?.items)?.find((item) => item.key?.value === path[length - 1]);
		if (pair?.key?.range !== void 0) return pair.key.range[0];
		const node = document.getIn(path.slice(0, length), true);
		if (node?.range !== void 0) return node.range[0];
	}
	return 0;
}
function firstLine(message) {
	return message.split("\n", 1)[0];
}
/** Every `provider/model` of a checked config as what is asked. */
function resolvePanel(config, files) {
	const refOf = (entry) => resolveModel(config, optionsOf(entry), files);
	const judgeOf = (entry) => {
		const { system } = optionsOf(entry);
		return {
			...refOf(entry),
			...system !== void 0 && { system: files.systems.get(system) ?? "" }
		};
	};
	return {
		models: config.models.map((entry) => {
			const { id, system, replaces, answers } = optionsOf(entry);
			const recorded = answers === void 0 ? void 0 : files.answers?.get(id);
			return {
				ref: refOf(entry),
				...whereDefined({ recorded }),
				...system !== void 0 && { system: files.systems.get(system) ?? "" },
				...whereDefined({ replaces })
			};
		}),
		judges: config.judges.map(judgeOf),
		classifier: config.classifier === void 0 ? void 0 : judgeOf(config.classifier)
	};
}
/** The options of a config's model entry, which may be a bare name. */
function optionsOf(entry) {
	return typeof entry === "string" ? { id: entry } : entry;
}
function resolveModel(config, entry, files) {
	if (entry.answers !== void 0) return {
		id: entry.id,
		kind: "recorded",
		origin: answersOrigin(files.answers?.get(entry.id)?.digest ?? ""),
		model: modelName(entry),
		...whereDefined({ version: entry.version }),
		params: {}
	};
	const name = providerName(entry);
	const provider = config.providers[name];
	return {
		id: entry.id,
		kind: provider.kind,
		...isLive(provider) ? endpointOf({
			kind: provider.kind,
			...whereDefined({ baseUrl: provider.baseUrl })
		}) : { origin: `${provider.kind}:${files.offlineHashes.get(name) ?? ""}` },
		model: entry.model ?? modelName(entry),
		...whereDefined({ version: entry.version }),
		params: entry.params ?? {}
	};
}
export { DEFAULT_BANK as a, costOf as c, offlineFile as i, priceOf as l, resolvePanel as n, crossCheck as o, parseConfig as r, addCosts as s, optionsOf as t, PRICES_AS_OF as u };
