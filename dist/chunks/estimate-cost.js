import { n as hashJson, r as sha256, t as canonicalJson } from "./canonical-json.js";
import { p as isLive } from "./parse-config.js";
/**
* A labelled block of data for a prompt. The fence is derived from the data's own hash, so the data cannot contain it
* (that would be a fixed point of SHA-256), and the same data always gives the same prompt and so the same key.
*/
function dataBlock(label, data) {
	const json = canonicalJson(data);
	const fence = fenceOf(json);
	return `<<<${label} ${fence}\n${json}\n${fence} ${label}>>>`;
}
/** The blocks of a prompt by label; a block whose fence does not match its data is not one. Simulated models read prompts with it. */
function readDataBlocks(prompt) {
	const blocks = /* @__PURE__ */ new Map();
	const lines = prompt.split("\n");
	for (const [index, line] of lines.entries()) {
		const [, label, fence] = /^<<<([a-z_]+) ([0-9a-f]{16})$/.exec(line) ?? [];
		const json = lines[index + 1];
		if (label === void 0 || json === void 0 || fence !== fenceOf(json)) continue;
		if (lines[index + 2] === `${fence} ${label}>>>`) blocks.set(label, JSON.parse(json));
	}
	return blocks;
}
function fenceOf(json) {
	return sha256(json).slice(0, 16);
}
/** Keywords of JSON Schema that some vendors' structured outputs refuse (OpenAI, Anthropic). The caller checks them itself. */
const BOUNDS = /* @__PURE__ */ new Set([
	"maxLength",
	"minLength",
	"maxItems",
	"minItems",
	"minimum",
	"maximum"
]);
const BOUNDS_DROPPED = "schema bounds dropped";
/**
* The messages with the format asked for in words, for servers that take no schema. The words go at the very end, so
* shared beginnings stay the same, and into the last user message, since some chat templates want turns to alternate.
*/
function askInWords(messages, { schema }) {
	const words = `Reply with one JSON object and nothing else. It must fit this JSON Schema:\n${canonicalJson(schema)}`;
	const last = messages.at(-1);
	if (last?.role !== "user") return [...messages, {
		role: "user",
		content: words
	}];
	return [...messages.slice(0, -1), {
		role: "user",
		content: `${last.content}\n\n${words}`
	}];
}
/** The format without limits of length and size. */
function boundless(format) {
	return hasBounds(format) ? {
		...format,
		schema: withoutBounds(format.schema)
	} : format;
}
function hasBounds({ schema }) {
	return canonicalJson(withoutBounds(schema)) !== canonicalJson(schema);
}
function withoutBounds(value) {
	if (Array.isArray(value)) return value.map(withoutBounds);
	if (typeof value !== "object" || value === null) return value;
	const kept = Object.entries(value).filter(([key, inner]) => !(BOUNDS.has(key) && typeof inner === "number"));
	return Object.fromEntries(kept.map(([key, inner]) => [key, withoutBounds(inner)]));
}
const THOUGHTS = /^[\s\S]*(?:<\/(?:think|thinking|thought|thoughts|reasoning|reflection|analysis|scratchpad|seed:think)>|\[\/think\]|◁\/think▷|<\|end_of_thought\|>|<\|channel\|>final<\|message\|>)/i;
const FENCE = /^(```|~~~)[^\n`]*\r?\n([\s\S]*?)\r?\n?[ \t]*\1$/;
/**
* The reply proper: without thoughts that end before it and without one fence around it. Prose around an object stays, and
* makes it unreadable: whoever mixes both may have been talked into it.
*/
function findReply(text) {
	const removed = [];
	let found = text.trim();
	const thoughts = found.startsWith("{") ? null : THOUGHTS.exec(found);
	if (thoughts !== null) {
		found = found.slice(thoughts[0].length).trim();
		removed.push("thoughts removed");
	}
	const fenced = FENCE.exec(found);
	if (fenced !== null) {
		found = fenced[2].trim();
		removed.push("fence removed");
	}
	return {
		text: removed.length === 0 ? text : found,
		removed
	};
}
/**
* Whether a reply is a JSON object with the schema's required members: enough to tell a server that ignores schemas
* from one that keeps them. The caller still checks the reply in full.
*/
function looksLike({ schema }, text) {
	const required = Array.isArray(schema["required"]) ? schema["required"] : [];
	try {
		const reply = JSON.parse(text);
		if (typeof reply !== "object" || reply === null || Array.isArray(reply)) return false;
		return required.every((key) => Object.hasOwn(reply, String(key)));
	} catch {
		return false;
	}
}
const KEY_SCHEMA = "spec-gate/key@1";
/**
* SHA-256 over provider kind, the endpoint's origin and path, requested model, declared version, parameters, the exact messages, the
* reply's schema and the draw. Keys of APIs, timeouts, retries, concurrency and cache breakpoints are not part of it.
*/
function requestKey(request) {
	const { kind, origin, basePath, model, version, params } = request.model;
	return hashJson({
		schema: KEY_SCHEMA,
		kind,
		origin,
		basePath,
		model,
		version,
		params,
		messages: request.messages.map(({ role, content }, index) => ({
			role,
			content: index < request.sharedMessages ? hashShared(content) : sha256(content)
		})),
		format: request.format && {
			name: request.format.name,
			schema: request.format.schema
		},
		draw: request.draw
	});
}
/** Most hashes of shared prefixes kept; far more than the clause sets of one comparison. */
const MOST_SHARED = 2048;
const sharedHashes = /* @__PURE__ */ new Map();
/** Thousands of requests begin with the same long messages: their hashes are kept. */
function hashShared(content) {
	const known = sharedHashes.get(content);
	if (known !== void 0) return known;
	if (sharedHashes.size >= MOST_SHARED) sharedHashes.clear();
	const hash = sha256(content);
	sharedHashes.set(content, hash);
	return hash;
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
/** The price of a model: the configuration's, else the table's for the origin that is paid. Offline models cost nothing. */
function priceOf(ref, overrides = {}) {
	const own = Object.hasOwn(overrides, ref.id) ? overrides[ref.id] : void 0;
	if (own !== void 0) return own;
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
/** About four characters a token, rounded up. An estimate for English text; other scripts take more. */
function estimateTokens(text) {
	return Math.ceil(text.length / 4);
}
/** The output cap of a request whose model has no `maxTokens` of its own, where one must be sent or reserved for. */
const DEFAULT_MAX_TOKENS = 8192;
/** A server whose window is smaller than the cap refuses it: then it goes without. */
const OWN_CAP_DROPPED = "output cap dropped";
/**
* What local servers are asked for: a whole answer of a model under test; a judge's or classifier's reply under a schema,
* which bounds its length by itself; the same asked for in words, where a model may think aloud first.
*/
const LOCAL = {
	answer: 4096,
	byFormat: 1024,
	inWords: 4096
};
/** The cap a model's own parameters name. */
function givenCap({ params }) {
	return [
		params["maxTokens"],
		params["max_tokens"],
		params["max_completion_tokens"]
	].find((cap) => typeof cap === "number");
}
/** The gate's own cap; undefined where the model has its own, where the server is not local, or would not take one. */
function outputCapOf(request, { local, learned }) {
	if (!local || learned.has("output cap dropped") || givenCap(request.model) !== void 0) return void 0;
	if (request.format === void 0) return LOCAL.answer;
	return [...learned].some((lesson) => lesson.endsWith("-> plain")) ? LOCAL.inWords : LOCAL.byFormat;
}
/** Tokens that money is set aside for: the model's own cap, or as many as any reply is given. */
function worstOutput(request) {
	return givenCap(request.model) ?? 8192;
}
/** Tokens a message takes beside its text: role and separators. */
const MESSAGE_OVERHEAD = 4;
/** Everything in the prompt, nothing of it cached, and as much output as the model may give. */
function worstUsage(request) {
	const { messages, format } = request;
	const texts = messages.map(({ content }) => estimateTokens(content) + MESSAGE_OVERHEAD);
	const schema = format === void 0 ? 0 : estimateTokens(JSON.stringify(format.schema));
	return {
		inputTokens: texts.reduce((sum, tokens) => sum + tokens, schema),
		cachedInputTokens: 0,
		cacheWriteTokens: 0,
		outputTokens: worstOutput(request)
	};
}
/** US dollars that a request costs at most, by the estimate of its tokens. */
function worstCost(request, price) {
	const usage = worstUsage(request);
	return costOf(price !== "unknown" && (price.cacheWrite ?? 0) > price.input && request.sharedMessages > 0 ? {
		...usage,
		cacheWriteTokens: usage.inputTokens
	} : usage, price);
}
export { looksLike as _, DEFAULT_MAX_TOKENS as a, costOf as c, requestKey as d, BOUNDS_DROPPED as f, hasBounds as g, findReply as h, outputCapOf as i, priceOf as l, boundless as m, worstUsage as n, estimateTokens as o, askInWords as p, OWN_CAP_DROPPED as r, addCosts as s, worstCost as t, PRICES_AS_OF as u, dataBlock as v, readDataBlocks as y };
