import { t as UserError } from "./errors.js";
import { n as hashJson } from "./canonical-json.js";
import { t as whereDefined } from "./where-defined.js";
import { a as _enum, b as string, h as object, s as array, y as strictObject } from "./schemas.js";
import { r as NO_USAGE, t as CallError } from "./model.js";
import { r as parseUntrustedJson } from "./untrusted-json.js";
import { BlockList, isIP } from "node:net";
const PROVIDER_KINDS = {
	openai: {
		reach: "live",
		isSimulated: false,
		baseUrl: "https://api.openai.com/v1",
		apiKeyEnv: "OPENAI_API_KEY",
		headers: [],
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
		headers: ["anthropic-version"],
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
/** The vendor's own endpoint, the variable that holds its key, and the headers of its protocol. */
function vendorOf(kind) {
	return PROVIDER_KINDS[kind];
}
/** The variables that hold the keys of the vendors' own endpoints. */
function vendorKeys() {
	return Object.values(PROVIDER_KINDS).flatMap((provider) => provider.reach === "live" ? [provider.apiKeyEnv] : []);
}
/** Undefined where nothing is billed by the token. */
function promptCacheOf(kind) {
	const provider = PROVIDER_KINDS[kind];
	return provider.reach === "live" ? provider.promptCache : void 0;
}
/** The name of the provider, as the config has it. */
function providerName({ id }) {
	return id.slice(0, Math.max(0, id.indexOf("/")));
}
/** The model's own name, as it is sent. May hold slashes itself. */
function modelName({ id }) {
	return id.slice(id.indexOf("/") + 1);
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
	if (url.protocol !== "https:" && url.protocol !== "http:") {
		const hint = /^[\w.-]+:\d+(?:\/|$)/.test(text) ? `Write https://${text}, or http://${text} for a server of your own.` : void 0;
		problems.push({
			message: `baseUrl must be https, not ${url.protocol}`,
			...whereDefined({ hint })
		});
	}
	if (url.username !== "" || url.password !== "") problems.push({
		message: `baseUrl must not hold a user name or password: ${withoutUserinfo(text)}`,
		hint: "Name the variable that holds the key in apiKeyEnv."
	});
	if (url.search !== "" || url.hash !== "") {
		const message = `baseUrl must end with its path, without ? or #: ${url.origin}${url.pathname}`;
		problems.push({
			message,
			...url.searchParams.has("api-version") && { hint: "On Azure https://RESOURCE.openai.azure.com/openai/v1 takes no api-version." }
		});
	}
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
		...whereDefined({ lookUp }),
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
/** What people paste along with a key, and what no vendor's key looks like. */
const AROUND_A_KEY = [
	[/^(["'`]).*\1$/s, "has quotation marks around it"],
	[/^bearer\s/i, "begins with \"Bearer\", which the gate writes itself"],
	[/^(?:export\s+)?[A-Z][A-Z0-9]*_[A-Z0-9_]*=[^=]/, "is a whole line of a file of settings, with its name"],
	[/^\$\{?\{?/, "is a placeholder that nothing was put into"]
];
function readSecret(env, variable, problems) {
	const value = env[variable]?.trim();
	if (value === void 0 || value === "") {
		problems.push({
			message: `the environment variable ${variable} is not set`,
			hint: `Set it: export ${variable}=... in this shell; in a workflow: env: ${variable}: \${{ secrets.${variable} }}. Pull requests from forks get no secrets.`
		});
		return;
	}
	const around = AROUND_A_KEY.find(([pattern]) => pattern.test(value))?.[1];
	if (around !== void 0) {
		problems.push({
			message: `the value of ${variable} ${around}`,
			hint: "Set it to the key alone."
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
* A hash that identifies the policy: everything that decides who judges and by what numbers. Options on where files
* lie, what may be spent and what is shown are left out, so that moving the bank or raising the budget draws no new
* answers.
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
* Draw n is the n-th answer. Where fewer were recorded than are asked for they come again from the first: judges rule
* on them anew, but they show nothing of how else the model might have answered.
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
export { vendorKeys as C, promptCacheOf as S, classifyAddress as _, createAnswersModel as a, isLive as b, policyHash as c, isLocal as d, isLoopback as f, checkEndpoint as g, redact as h, answersOrigin as i, checkKeyBinding as l, secretVariables as m, parseLabelled as n, hasRecordedAnswers as o, resolveProvider as p, serializeLabelled as r, decisionPolicy as s, brokenClauses as t, endpointOf as u, modelName as v, vendorOf as w, isSimulated as x, providerName as y };
