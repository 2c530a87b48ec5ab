import { t as DEFAULT_BANK } from "./usual-files.js";
import { t as UserError } from "./errors.js";
import { n as hashJson } from "./canonical-json.js";
import { t as whereDefined } from "./where-defined.js";
import { r as mapMetrics } from "./metrics.js";
import { a as array, b as url, c as int, f as number, g as string, h as strictObject, l as json, m as record, o as boolean, p as object, r as _enum, s as discriminatedUnion, u as literal, v as union } from "./schemas.js";
import { t as date } from "./iso.js";
import { t as require_dist } from "./dist.js";
import { t as nearestName } from "./nearest-name.js";
import { r as NO_USAGE, t as CallError } from "./model.js";
import { r as parseUntrustedJson } from "./untrusted-json.js";
import { BlockList, isIP } from "node:net";
const PROVIDER_KINDS = {
	openai: {
		reach: "live",
		isSimulated: false,
		baseUrl: "https://api.openai.com/v1",
		apiKeyEnv: "OPENAI_API_KEY",
		promptCache: {
			least: [[/^/, 1024]],
			step: 128,
			isWritingBilled: false
		}
	},
	anthropic: {
		reach: "live",
		isSimulated: false,
		baseUrl: "https://api.anthropic.com",
		apiKeyEnv: "ANTHROPIC_API_KEY",
		promptCache: {
			least: [
				[/sonnet/, 2048],
				[/haiku-3|3-5-haiku|3-haiku/, 2048],
				[/opus-4-1|opus-4$|opus-4-2/, 1024],
				[/^/, 4096]
			],
			step: 1,
			isWritingBilled: true
		}
	},
	simulated: {
		reach: "offline",
		isSimulated: true
	},
	recorded: {
		reach: "offline",
		isSimulated: false
	}
};
/** Whether a model, or a provider of a config, is asked over the network. */
function isLive(one) {
	return PROVIDER_KINDS[one.kind].reach === "live";
}
/** Whether its answers say nothing about any real model. */
function isSimulated({ kind }) {
	return PROVIDER_KINDS[kind].isSimulated;
}
/** The vendor's own endpoint, and the variable that holds its key. */
function vendorOf(kind) {
	return PROVIDER_KINDS[kind];
}
/** Undefined where nothing is billed by the token. */
function promptCacheOf(kind) {
	const provider = PROVIDER_KINDS[kind];
	return provider.reach === "live" ? provider.promptCache : void 0;
}
var import_dist = require_dist();
/** The name of the provider, as the config has it. */
function providerName({ id }) {
	return id.slice(0, Math.max(0, id.indexOf("/")));
}
/** The model's own name, as it is sent. May hold slashes itself. */
function modelName({ id }) {
	return id.slice(id.indexOf("/") + 1);
}
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
/** Hosts that answer with a cloud machine's own credentials, by name. */
const METADATA_NAMES = /* @__PURE__ */ new Set([
	"metadata",
	"metadata.google.internal",
	"metadata.goog",
	"instance-data"
]);
const RESERVED_V4 = [
	"0.0.0.0/8",
	"10.0.0.0/8",
	"100.64.0.0/10",
	"127.0.0.0/8",
	"169.254.0.0/16",
	"172.16.0.0/12",
	"192.0.0.0/24",
	"192.168.0.0/16",
	"198.18.0.0/15",
	"224.0.0.0/4",
	"240.0.0.0/4",
	"168.63.129.16/32"
];
const RESERVED_V6 = [
	"::/96",
	"::ffff:0:0/96",
	"64:ff9b::/96",
	"2002::/16",
	"fc00::/7",
	"fe80::/10",
	"ff00::/8"
];
const loopbackV4 = blockList("ipv4", ["127.0.0.0/8"]);
const reservedV4 = blockList("ipv4", RESERVED_V4);
const reservedV6 = blockList("ipv6", RESERVED_V6);
const translatedV4 = blockList("ipv6", ["64:ff9b::/96"]);
/**
* Classifies the host of a parsed `URL` (`url.hostname`), which has already turned every spelling of an IPv4 address
* (decimal, octal, hexadecimal, short) into four numbers. An IPv4 address inside an IPv6 one is never loopback.
*/
function classifyHost(hostname) {
	const host = hostname.toLowerCase().replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
	const version = isIP(host);
	if (version === 0) {
		if (host === "localhost" || host.endsWith(".localhost")) return "loopback";
		return METADATA_NAMES.has(host) ? "private" : "public";
	}
	if (version === 6) return host === "::1" ? "loopback" : reservedV6.check(host, "ipv6") ? "private" : "public";
	if (loopbackV4.check(host, "ipv4")) return "loopback";
	return reservedV4.check(host, "ipv4") ? "private" : "public";
}
/**
* Classifies an address that a name was resolved to. In a network that speaks only IPv6 every IPv4 address comes as one of
* `64:ff9b::/96` (RFC 6052): there the IPv4 address inside decides.
*/
function classifyAddress(text) {
	const address = text.replace(/%.*$/, "");
	return classifyHost((isIP(address) === 6 && translatedV4.check(address, "ipv6") ? innerV4(address) : void 0) ?? address);
}
/** The last four bytes, as a `URL` writes them: two groups of hexadecimal digits, leading zeros left out. */
function innerV4(address) {
	return new URL(`http://[${address}]`).hostname.slice(1, -1).split(":").slice(-2).flatMap((group) => {
		const value = Number.parseInt(group === "" ? "0" : group, 16);
		return [value >> 8, value & 255];
	}).join(".");
}
function blockList(family, ranges) {
	const list = new BlockList();
	for (const range of ranges) {
		const [network, prefix] = range.split("/");
		list.addSubnet(network, Number(prefix), family);
	}
	return list;
}
/** The endpoint of a base URL, or every rule it breaks. Nothing is looked up and nothing is contacted. */
function checkEndpoint(text, rules) {
	if (!URL.canParse(text)) return [{ message: `baseUrl is not a URL: ${withoutUserinfo(text)}` }];
	const url = new URL(text);
	const problems = [...spellingProblems(text, url), ...addressProblems(url, rules)];
	if (problems.length > 0) return problems;
	return {
		origin: url.origin,
		baseUrl: url.origin + endpointPath(url)
	};
}
/** Paths that the protocols themselves put behind a base URL: often pasted along with it. */
const PROTOCOL_PATHS = /\/(chat\/completions|completions|messages|responses)$/;
/** The path below an origin, without the protocol's own end and without a slash at the end. */
function endpointPath({ pathname }) {
	return pathname.replace(/\/+$/, "").replace(PROTOCOL_PATHS, "");
}
/** The host of an origin where it is a public name, and not one that may lead to a private address. */
function publicName(origin, allowPrivate) {
	const { hostname } = new URL(origin);
	return !isAddress(hostname) && classifyHost(hostname) === "public" && !isNamed(hostname, allowPrivate) ? hostname : void 0;
}
function isNamed(hostname, allowPrivate) {
	return allowPrivate.some((host) => host.toLowerCase() === hostname);
}
function spellingProblems(text, url) {
	const problems = [];
	if (url.protocol !== "https:" && url.protocol !== "http:") problems.push({ message: `baseUrl must be https, not ${url.protocol}` });
	if (url.username !== "" || url.password !== "") problems.push({
		message: `baseUrl must not hold a user name or password: ${withoutUserinfo(text)}`,
		hint: "Name the variable that holds the key in apiKeyEnv."
	});
	if (url.search !== "" || url.hash !== "") problems.push({ message: `baseUrl must end with its path, without ? or #: ${url.origin}${url.pathname}` });
	const written = /^[a-z]+:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(text)?.[1]?.toLowerCase();
	if (written !== void 0 && written !== url.hostname && isAddress(url.hostname)) problems.push({
		message: `baseUrl hides its address: ${written} is ${url.hostname}`,
		hint: `Write ${url.hostname}.`
	});
	return problems;
}
function addressProblems(url, { carriesSecret, allowPrivate }) {
	const kind = classifyHost(url.hostname);
	const named = isNamed(url.hostname, allowPrivate);
	const hint = `If that is meant, name it in the base branch's policy: allowPrivate: ["${url.hostname}"].`;
	if (kind === "private" && !named) return [{
		message: `baseUrl is a private, link-local or metadata address: ${url.hostname}`,
		hint
	}];
	if (kind === "loopback") return carriesSecret && !named ? [{
		message: `a key would be sent to a loopback address: ${url.host}`,
		hint
	}] : [];
	if (url.protocol === "http:" && !(named && !carriesSecret)) {
		const way = carriesSecret ? "Only a loopback address may be http: a key would travel in the open." : `A host of your own network may be http where the base branch's policy names it: allowPrivate: ["${url.hostname}"].`;
		return [{
			message: `baseUrl must be https: ${url.origin}`,
			hint: way
		}];
	}
	return [];
}
function isAddress(hostname) {
	return hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
}
function withoutUserinfo(text) {
	return text.replace(/\/\/[^/?#]*@/, "//");
}
const SHOWN = "[secret]";
function createSecret(text) {
	const show = () => SHOWN;
	return Object.freeze({
		reveal: () => text,
		toString: show,
		toJSON: show,
		[Symbol.for("nodejs.util.inspect.custom")]: show
	});
}
/** A text with every appearance of the secrets in it taken out, also where they are written in base64 or for a URL. */
function redact(text, secrets) {
	let redacted = text;
	for (const secret of secrets) {
		const plain = secret.reveal();
		for (const form of [
			plain,
			Buffer.from(plain).toString("base64"),
			encodeURIComponent(plain)
		]) if (form !== "") redacted = redacted.replaceAll(form, SHOWN);
	}
	return redacted;
}
const RESERVED_HEADERS = /* @__PURE__ */ new Set([
	"host",
	"connection",
	"content-length",
	"content-type",
	"transfer-encoding",
	"te",
	"upgrade"
]);
const PROXY_VARIABLES = [
	"HTTP_PROXY",
	"HTTPS_PROXY",
	"http_proxy",
	"https_proxy"
];
/**
* Reads a provider's key and headers from the environment and checks its endpoint.
* @throws UserError with every problem: an endpoint that is refused, a variable that is missing or unusable, one that
* would lead a key through a proxy.
*/
function resolveProvider(config, env) {
	const vendor = vendorOf(config.kind);
	const apiKeyEnv = config.apiKeyEnv ?? (config.baseUrl === void 0 ? vendor.apiKeyEnv : void 0);
	const headerNames = Object.entries(config.headersEnv ?? {});
	const problems = [];
	const endpoint = checkEndpoint(config.baseUrl ?? vendor.baseUrl, {
		carriesSecret: apiKeyEnv !== void 0 || headerNames.length > 0,
		allowPrivate: config.allowPrivate ?? []
	});
	if (!("origin" in endpoint)) problems.push(...endpoint);
	const secret = apiKeyEnv === void 0 ? void 0 : readSecret(env, apiKeyEnv, problems);
	const headers = {};
	for (const [header, variable] of headerNames) {
		const name = header.toLowerCase();
		if (RESERVED_HEADERS.has(name) || !/^[a-z0-9-]+$/.test(name)) problems.push({ message: `headersEnv cannot set the header ${JSON.stringify(header)}` });
		const value = readSecret(env, variable, problems);
		if (value !== void 0) headers[name] = value;
	}
	if (secret !== void 0 || headerNames.length > 0) problems.push(...exposures(env));
	if (problems.length > 0 || !("origin" in endpoint)) throw new UserError(problems.map((problem) => atProvider(problem, config)));
	const lookUp = config.baseUrl !== void 0 && secretVariables(config).length > 0 ? publicName(endpoint.origin, config.allowPrivate ?? []) : void 0;
	return {
		name: config.name,
		kind: config.kind,
		...endpoint,
		headers,
		...lookUp !== void 0 && { lookUp },
		...secret && { secret },
		concurrency: config.concurrency ?? 8,
		...config.concurrency === void 0 && isLocal(endpoint.origin) && { searchesSlots: true }
	};
}
/** One problem for each variable that two providers would send to different origins: a key belongs to one. */
function checkKeyBinding(configs) {
	const owners = /* @__PURE__ */ new Map();
	return configs.flatMap((config) => {
		const { origin } = endpointOf(config);
		return secretVariables(config).flatMap((variable) => {
			const owner = owners.get(variable);
			owners.set(variable, owner ?? {
				origin,
				name: config.name
			});
			if (owner === void 0 || owner.origin === origin) return [];
			return [atProvider({
				message: `${variable} would be sent to two places: ${owner.origin} (${owner.name}) and ${origin}`,
				hint: "Keep a key of its own for each endpoint."
			}, config)];
		});
	});
}
/** The environment variables that a provider reads its key and headers from. */
function secretVariables({ kind, baseUrl, apiKeyEnv, headersEnv = {} }) {
	const keyEnv = apiKeyEnv ?? (baseUrl === void 0 ? vendorOf(kind).apiKeyEnv : void 0);
	return [...keyEnv === void 0 ? [] : [keyEnv], ...Object.values(headersEnv)];
}
/** What of a provider's endpoint is in every key, whether or not its key is there: plans are made without keys. */
function endpointOf({ kind, baseUrl }) {
	const text = baseUrl ?? vendorOf(kind).baseUrl;
	if (!URL.canParse(text)) return {
		origin: text,
		basePath: ""
	};
	const url = new URL(text);
	return {
		origin: url.origin,
		basePath: endpointPath(url)
	};
}
/**
* Whether an endpoint is a server of the user's own: on this machine, in a private network, or without encryption, as only
* those may be. Small and slow models stand behind such.
*/
function isLocal(origin) {
	if (!URL.canParse(origin)) return false;
	const { protocol, hostname } = new URL(origin);
	return protocol === "http:" || classifyHost(hostname) !== "public";
}
/** Whether an endpoint is on this machine: nobody sends a bill for what is answered there. */
function isLoopback(origin) {
	return URL.canParse(origin) && classifyHost(new URL(origin).hostname) === "loopback";
}
/** What in the environment would show a key to others than its endpoint. */
function exposures(env) {
	const byVariable = env["NODE_USE_ENV_PROXY"] === "1" ? ["NODE_USE_ENV_PROXY"] : [];
	const switches = /(^|\s)--use-env-proxy(\s|$)/.test(env["NODE_OPTIONS"] ?? "") ? ["NODE_OPTIONS"] : [];
	const proxied = (PROXY_VARIABLES.some((name) => (env[name] ?? "") !== "") ? [...byVariable, ...switches] : []).map((name) => ({
		message: `${name} would lead its key through a proxy`,
		hint: `Unset ${name} for the gate: a key goes to its own endpoint and to nobody between.`
	}));
	if (env["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return proxied;
	const unchecked = {
		message: "NODE_TLS_REJECT_UNAUTHORIZED is 0: its key would go to whoever answers in its name",
		hint: "Unset it; a certificate of your own authority goes into NODE_EXTRA_CA_CERTS."
	};
	return [...proxied, unchecked];
}
function readSecret(env, variable, problems) {
	const value = env[variable]?.trim();
	if (value === void 0 || value === "") {
		problems.push({
			message: `the environment variable ${variable} is not set`,
			hint: `Set ${variable}; in a workflow: env: ${variable}: \${{ secrets.${variable} }}. Pull requests from forks get no secrets.`
		});
		return;
	}
	if (!/^[\x21-\x7e]+$/.test(value)) {
		problems.push({ message: `the value of ${variable} has characters that a header cannot carry` });
		return;
	}
	return createSecret(value);
}
function atProvider(problem, { name, place }) {
	return {
		...problem,
		message: `provider ${name}: ${problem.message}`,
		...place && { place }
	};
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
	if (config.selection.extendTo < config.selection.scenarios) problems.push({
		path: ["selection", "extendTo"],
		message: `selection.extendTo (${config.selection.extendTo}) is less than selection.scenarios (${config.selection.scenarios})`,
		hint: "raise it, or lower selection.scenarios"
	});
	return problems;
}
/** Answers were given already: nothing that would be sent to the model can be true of them. */
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
const Count = int().min(1);
const FailOrReport = _enum(["fail", "report"]);
const EnvironmentName = string().regex(/^[A-Z_][A-Z0-9_]*$/, "expected the name of an environment variable, such as OPENAI_API_KEY");
const ModelId = string().regex(/^[^/\s]+\/\S+$/, "expected provider/model, such as openai/gpt-5.5");
const AllowPrivate = array(string()).meta({ description: "Private hosts, names that lead to private addresses, and loopback hosts that may get the key." });
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
function live(kind) {
	return strictObject({
		kind: literal(kind),
		baseUrl: url().optional(),
		apiKeyEnv: EnvironmentName.optional(),
		headersEnv: record(string(), EnvironmentName).optional(),
		allowPrivate: AllowPrivate.optional(),
		concurrency: Count.max(256).optional(),
		price: Price.optional()
	});
}
const PROVIDERS = {
	openai: live("openai"),
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
const Provider = discriminatedUnion("kind", [
	PROVIDERS.openai,
	PROVIDERS.anthropic,
	PROVIDERS.simulated,
	PROVIDERS.recorded
]).meta({ description: "Where models are asked. A key is named by its environment variable and only ever sent to this origin." });
const ModelOptions = strictObject({
	id: ModelId,
	model: string().min(1).optional().meta({ description: "The name that is sent; default: what follows the provider in `id`. Several ids may share one." }),
	version: string().optional().meta({ description: "What its name does not say (a checkpoint). Not sent." }),
	params: record(string(), json()).optional().meta({ description: "Sent as they are, lists and objects too: `temperature`, `maxTokens`, `reasoningEffort`, `chat_template_kwargs`." }),
	system: string().optional().meta({ description: "File with its own system prompt." }),
	answers: string().min(1).optional().meta({ description: "Recorded answers that stand for asking it: a file (JSON Lines, CSV, Parquet, Inspect log) or a folder of them. Needs no provider." }),
	replaces: ModelId.optional().meta({ description: "The model it is compared with when the list of models changes." })
});
const ModelEntry = union([ModelId, ModelOptions]);
/** Judges and classifiers replace nobody. Their own system prompt comes before the gate's. */
const JudgeEntry = union([ModelId, ModelOptions.omit({
	replaces: true,
	answers: true
})]);
/** Non-empty text or a list of it. */
const Paths = union([string().min(1), array(string().min(1)).min(1)]);
const ConfigSchema = strictObject({
	spec: Paths.meta({ description: "File, glob or list: the spec as Markdown clauses, or a YAML or JSON list of `{id, text}`." }),
	clauses: _enum([
		"headings",
		"items",
		"paragraphs"
	]).default("headings").meta({ description: "What counts as a clause. Prompt-shaped specs have few headings." }),
	ignore: array(string().regex(/[^*\s]/, "expected more than *")).default([]).meta({ description: "Lines of the spec that are no part of it, `*` standing for any text: `Last updated: *`." }),
	specUse: _enum(["target", "prompt"]).default("target").meta({ description: "`target`: models are trained towards the spec and never see it. `prompt`: it is their system prompt." }),
	promptWithout: array(_enum(["frontMatter", "comments"])).default([]).meta({ description: "What of the spec's files is left out of the system prompt; otherwise models get them as they are written." }),
	bank: string().default(DEFAULT_BANK).meta({ description: "The scenario bank." }),
	labelled: string().optional().meta({ description: "Labelled items: answers with the ruling they deserve (default: `labelled.jsonl` beside the config, where there is one). Every check has judges rule on some of them." }),
	judgeContext: _enum(["linked", "full"]).default("linked").meta({ description: "What judges read: the scenario's linked and the global clauses, or the whole spec." }),
	providers: record(string().regex(/^[\w-]+$/), Provider).meta({ description: "Named providers." }),
	models: array(ModelEntry).min(1).meta({ description: "Models under test." }),
	judges: array(JudgeEntry).min(3).meta({ description: "The panel: an odd number of judges, three or more; from two vendors at least, where you can." }),
	classifier: JudgeEntry.optional().meta({ description: "Places responses on the value spectra; needed with `specUse: prompt` and for banks." }),
	selection: strictObject({
		scenarios: Count.default(32).meta({ description: "Linked scenarios a check starts with." }),
		extendTo: Count.default(64).meta({ description: "The most it extends itself to when the evidence does not decide." }),
		replicates: strictObject({
			base: int().min(2).max(16).default(4).meta({ description: "Stored pool draws per scenario and model." }),
			confirm: int().min(1).max(16).default(2).meta({ description: "Fresh draws per arm at the first look of a confirmation; the second look doubles them." })
		}).prefault({})
	}).prefault({}).meta({ description: "How many scenarios and draws." }),
	coverage: strictObject({
		write: boolean().default(false).meta({ description: "Whether a check writes the scenarios that its changed clauses lack; never on forks." }),
		perClause: Count.max(256).default(32).meta({ description: "Scenarios a changed clause should have." }),
		usd: number().min(0).default(3).meta({ description: "Most US dollars a check spends on writing, of its budget." })
	}).prefault({}).meta({ description: "Scenarios written for a change." }),
	margins: strictObject(mapMetrics(({ most, defaults }) => number().min(0).max(most).default(defaults.margin))).prefault({}).meta({ description: "The rise (fall, for judge agreement) that a pass rules out; a confirmed, significant effect of half of it or more fails." }),
	limits: strictObject(mapMetrics(({ most }) => number().min(0).max(most).optional())).prefault({}).meta({ description: "Optional absolute limits. A breach already on base is reported, not blamed." }),
	actions: strictObject({
		...mapMetrics(({ defaults, about }) => {
			const option = FailOrReport.default(defaults.action);
			return about === void 0 ? option : option.meta({ description: about });
		}),
		newOutliers: FailOrReport.default("report"),
		untested: _enum([
			"fail",
			"report",
			"inconclusive"
		]).default("inconclusive"),
		policyChange: FailOrReport.default("fail"),
		unprovenJudges: _enum(["inconclusive", "report"]).optional().meta({ description: "Judges that never objected, or that miss answers of known ruling. Default: `inconclusive` where anything is labelled (`labelled`), else `report`: a pass says so first." }),
		unseen: _enum([
			"fail",
			"report",
			"inconclusive"
		]).default("inconclusive").meta({ description: "A change that judges cannot see: comments, characters that show nothing, attributes that no prompt carries, text outside of clauses." })
	}).prefault({}).meta({ description: "What each metric does when it moves: `fail` blocks, `report` only says so." }),
	onInconclusive: FailOrReport.default("fail").meta({ description: "Whether an inconclusive check blocks." }),
	approvers: array(string()).default([]).meta({ description: "Users or `org/team` slugs who may accept an intended change." }),
	disclose: _enum([
		"ids",
		"excerpts",
		"full"
	]).default("ids").meta({ description: "How much of scenarios and answers reports, comments and logs show." }),
	budget: strictObject({
		calls: int().min(0).default(15e3),
		usd: number().min(0).default(20),
		minutes: number().min(0).default(60),
		dayUsd: number().min(0).optional().meta({ description: "Most US dollars a day over all runs that share the store." }),
		weekUsd: number().min(0).optional().meta({ description: "Most US dollars a week over all runs that share the store." }),
		allowUnknownPrices: boolean().default(false).meta({ description: "Allow models without a price; dollar caps then do not cover them." })
	}).prefault({}).meta({ description: "Caps of one run; reaching one ends it inconclusive and keeps what was finished." }),
	seeding: strictObject({
		clauses: _enum(["all", "recent"]).default("all").meta({ description: "`recent`: `mode: seed` fills the scenarios of clauses that the last edits of the spec touched, and leaves the others to the change that touches them." }),
		edits: Count.max(200).default(20).meta({ description: "With `recent`: how many commits of the spec, back from here." })
	}).prefault({}),
	nightly: strictObject({
		sentinels: Count.default(16).meta({ description: "Scenarios asked every night." }),
		rotation: int().min(0).default(8).meta({ description: "Further scenarios a night, going round the bank; fewer where `budget` leaves less." }),
		draws: int().min(2).max(8).default(2).meta({ description: "Answers a scenario and model; as many again where something looks changed." }),
		anchorFrom: date().optional().meta({ description: "Accepts a change: the first whole night from this day (UTC) on is the new anchor." }),
		webhook: strictObject({
			urlEnv: EnvironmentName.meta({ description: "The variable that holds the address, which may carry a token." }),
			allowPrivate: array(string()).optional().meta({ description: "Private or loopback hosts it may be." })
		}).optional().meta({ description: "Told of an alarm, with a severity and a dedupe key, and of its end." })
	}).prefault({}).meta({ description: "`check --mode nightly`: how much is asked, and who is told." }),
	prices: record(ModelId, Price).prefault({}).meta({ description: "US dollars per million tokens, over the built-in table." }),
	auditShare: number().min(.2).max(1).default(.2).meta({ description: "Share of responses that every judge rules on, for the agreement figures." }),
	seed: string().default("spec-gate").meta({ description: "Names every random choice: selection ties, relabelling, bootstrap." }),
	storePath: string().default(".spec-gate/store").meta({ description: "Folder of stored answers." }),
	outputDir: string().default("spec-gate-report").meta({ description: "Folder the reports are written to." })
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
/** The decision's numbers and choices, as the config gives them. */
function decisionPolicy(config) {
	const { margins, actions, onInconclusive, selection, seed } = config;
	const limits = Object.entries(config.limits).filter(([, limit]) => limit !== void 0);
	return {
		margins,
		limits: Object.fromEntries(limits),
		actions,
		onInconclusive,
		selection,
		seed
	};
}
/**
* Names the policy: everything that says who judges and by what numbers. What only says where files lie, what may be
* spent or shown is left out, so that moving the bank or raising the budget re-rolls nothing.
*/
function policyHash(config) {
	const { judges, classifier, judgeContext, specUse, auditShare } = config;
	const subject = {
		...decisionPolicy(config),
		judges,
		classifier,
		judgeContext,
		specUse,
		auditShare
	};
	return hashJson(JSON.parse(JSON.stringify(subject)));
}
const ORIGIN = "recorded:answers:";
/** The origin of a model whose answers are recorded; other answers are another origin, and so other keys. */
function answersOrigin(digest) {
	return `${ORIGIN}${digest}`;
}
/** Whether a model's answers are data that somebody brought: using one is no call. */
function hasRecordedAnswers({ kind, origin }) {
	return kind === "recorded" && origin.startsWith(ORIGIN);
}
/**
* Draw n is the n-th answer. Where fewer were recorded than are asked for they come again from the first: judges rule on
* them anew, and nothing is won about how else the model might have answered.
*/
function createAnswersModel(ref, { answersTo, poolDraws }) {
	return {
		ref,
		complete: async (request, { signal }) => {
			if (signal.aborted) throw new CallError("aborted", "the call was aborted");
			const answers = answersTo(request);
			if (answers.length === 0) throw new CallError("unrecorded", "no answer to this is recorded");
			return {
				text: answers[placeOf(request.draw, {
					poolDraws,
					recorded: answers.length
				})],
				finish: "stop",
				usage: NO_USAGE,
				adapted: []
			};
		}
	};
}
/** From 0. `pool:1` is the first; `confirm:<digest>:1` follows the pool's where there are so many. */
function placeOf(draw, { poolDraws, recorded }) {
	const number = Math.max(1, Number(/(\d+)$/.exec(draw)?.[1] ?? 1));
	return ((draw.startsWith("pool:") || recorded <= poolDraws ? 0 : poolDraws) + number - 1) % recorded;
}
/** Every `provider/model` of a checked config as what is asked. */
function resolvePanel(config, files) {
	const refOf = (entry) => resolveModel(config, optionsOf(entry), files);
	const judgeOf = (entry) => {
		const { system } = optionsOf(entry);
		return {
			...refOf(entry),
			...system === void 0 ? {} : { system: files.systems.get(system) ?? "" }
		};
	};
	return {
		models: config.models.map((entry) => {
			const { id, system, replaces, answers } = optionsOf(entry);
			const recorded = answers === void 0 ? void 0 : files.answers?.get(id);
			return {
				ref: refOf(entry),
				...whereDefined({ recorded }),
				...system === void 0 ? {} : { system: files.systems.get(system) ?? "" },
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
const LabelledRow = object({
	id: string().min(1),
	clauses: array(string()).min(1),
	conversation: array(strictObject({
		role: _enum([
			"system",
			"developer",
			"user",
			"assistant",
			"tool"
		]),
		content: string()
	})).min(1),
	response: string().min(1),
	expected: _enum(["compliant", "non-compliant"]),
	cited: array(string()).optional(),
	source: string().max(300).optional()
});
/** Every item of a file. @throws UserError with every problem, each at its line. */
function parseLabelled({ file, text }) {
	const items = [];
	const problems = [];
	const lines = text.split("\n");
	for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		const place = {
			file,
			line: index + 1,
			column: 1
		};
		const json = parseUntrustedJson(line);
		const row = json.status === "parsed" ? LabelledRow.safeParse(json.value) : void 0;
		if (json.status !== "parsed") problems.push({
			message: json.reason,
			place
		});
		else if (row?.success === true) items.push(itemOf(row.data));
		else problems.push(...row.error.issues.map((issue) => ({
			message: `${issue.path.join(".") || "item"}: ${issue.message}`,
			place
		})));
	}
	const ids = items.map(({ id }) => id);
	for (const twice of new Set(ids.filter((id, index) => ids.indexOf(id) < index))) problems.push({
		message: `two labelled items are called ${JSON.stringify(twice)}`,
		place: { file }
	});
	if (problems.length > 0) throw new UserError(problems);
	return items;
}
/** The clauses a violation is about: those it is said to break, or all it is judged by. */
function brokenClauses({ cited, clauses }) {
	return cited === void 0 || cited.length === 0 ? clauses : cited;
}
/** The item as one line of a file, without its end. */
function serializeLabelled(item) {
	const { id, clauses, conversation, response, expected, cited, source } = item;
	return JSON.stringify({
		id,
		clauses,
		conversation,
		response,
		expected,
		...whereDefined({
			cited,
			source
		})
	});
}
function itemOf({ cited, source, ...row }) {
	return {
		...row,
		...whereDefined({
			cited,
			source
		})
	};
}
export { PRICES_AS_OF as C, isSimulated as D, isLive as E, promptCacheOf as O, priceOf as S, providerName as T, redact as _, resolvePanel as a, addCosts as b, decisionPolicy as c, crossCheck as d, checkKeyBinding as f, secretVariables as g, resolveProvider as h, optionsOf as i, vendorOf as k, policyHash as l, isLocal as m, parseLabelled as n, createAnswersModel as o, endpointOf as p, serializeLabelled as r, hasRecordedAnswers as s, brokenClauses as t, parseConfig as u, checkEndpoint as v, modelName as w, costOf as x, classifyAddress as y };
