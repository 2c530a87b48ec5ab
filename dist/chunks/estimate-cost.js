import { t as UserError } from "./errors.js";
import { n as hashJson, r as sha256, t as canonicalJson } from "./canonical-json.js";
import { _ as union, a as array, d as number, f as object, h as string } from "./schemas.js";
import { r as createConcurrency } from "./read-spec.js";
import { t as createRandom } from "./random.js";
import { E as classifyAddress, S as resolveProvider, b as checkKeyBinding, h as NO_USAGE, m as CallError, w as redact } from "./load-project.js";
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
const MESSAGE_LENGTH = 300;
/** Texts of this length that an error shares with the request count as a quotation of it. */
const QUOTE_LENGTH = 40;
/** Reads the error bodies of OpenAI, Anthropic, Gemini (a list of one), vLLM (no envelope) and Ollama (a string). */
function parseProviderError(status, body, context) {
	const error = findError(parseJson(body));
	const clean = (value) => {
		if (typeof value !== "string" || value === "") return void 0;
		const line = redact(value, context.secrets).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").slice(0, MESSAGE_LENGTH);
		return quotes(line, context.sent) ? void 0 : line;
	};
	const details = isRecord(error["details"]) ? error["details"] : {};
	return {
		status,
		...named("type", clean(error["type"]) ?? clean(error["status"])),
		...named("code", clean(details["error_code"]) ?? clean(error["code"])),
		...named("param", clean(error["param"])),
		...named("message", clean(error["message"]))
	};
}
/** The provider's own words behind a call error, where it has any. */
function providerDetail(error) {
	return isRecord(error.cause) && typeof error.cause["status"] === "number" ? error.cause : void 0;
}
function findError(body) {
	const first = Array.isArray(body) ? body[0] : body;
	if (!isRecord(first)) return {};
	const inner = first["error"];
	if (typeof inner === "string") return { message: inner };
	return isRecord(inner) ? inner : first;
}
function quotes(message, sent) {
	for (let start = 0; start + QUOTE_LENGTH <= message.length; start += 1) if (sent.includes(JSON.stringify(message.slice(start, start + QUOTE_LENGTH)).slice(1, -1))) return true;
	return false;
}
function named(key, value) {
	return value === void 0 ? {} : { [key]: value };
}
function parseJson(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
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
/** A reply that is one fenced block, without its fence; undefined for any other. */
function withoutFence(text) {
	return /^\s*```(?:json)?\s*\n([\s\S]*?)\n\s*```\s*$/.exec(text)?.[1];
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
/** Empty answers happen; the second one in a row is no accident. */
const EMPTY_ATTEMPTS = 2;
function createAdaptiveModel(ref, protocol) {
	const learned = /* @__PURE__ */ new Set();
	/** One accepted request, after as many refused ones as there are things to learn. */
	const ask = async (request, options) => {
		for (;;) {
			const known = new Set(learned);
			const { body, adapted } = protocol.prepare(request, known);
			try {
				const completion = await protocol.send(body, options);
				return {
					known,
					completion: {
						...completion,
						adapted: [...adapted, ...completion.adapted]
					}
				};
			} catch (error) {
				const detail = error instanceof CallError ? providerDetail(error) : void 0;
				const lesson = detail && protocol.learn(detail, body);
				if (lesson === void 0 || known.has(lesson)) throw error;
				learned.add(lesson);
			}
		}
	};
	return {
		ref,
		complete: async (request, options) => {
			let paid = NO_USAGE;
			for (let empty = 0;;) {
				const { completion, known } = await ask(request, options);
				paid = addUsage(paid, completion.usage);
				if (completion.finish !== "stop") return {
					...completion,
					usage: paid
				};
				if (completion.text.trim() === "") {
					empty += 1;
					if (empty < EMPTY_ATTEMPTS) continue;
					throw new CallError("empty", `${ref.id}: the answer is empty`, { attempts: empty });
				}
				const answer = request.format === void 0 ? completion : readFormatted(request.format, completion);
				const next = answer === void 0 ? protocol.nextFormat(known) : void 0;
				if (next === void 0) return {
					...answer ?? completion,
					usage: paid
				};
				learned.add(next);
			}
		}
	};
}
/** The completion where it is JSON as asked, without a fence around it; undefined where it is not. */
function readFormatted(format, completion) {
	if (looksLike(format, completion.text)) return completion;
	const inner = withoutFence(completion.text);
	if (inner === void 0 || !looksLike(format, inner)) return void 0;
	return {
		...completion,
		text: inner,
		adapted: [...completion.adapted, "fence removed"]
	};
}
function addUsage(a, b) {
	return {
		inputTokens: a.inputTokens + b.inputTokens,
		cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
		cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
		outputTokens: a.outputTokens + b.outputTokens
	};
}
const SYSTEM_HOISTED = "system turn -> system prompt";
function toAnthropicMessages(messages, options) {
	const isSystem = ({ role }) => role === "system" || role === "developer";
	const firstTurn = messages.findIndex((message) => !isSystem(message));
	const leading = firstTurn === -1 ? messages.length : firstTurn;
	const inPrompt = (message, index) => index < leading || options.hoistSystem && isSystem(message);
	const system = [];
	let turns = [];
	let calls = 0;
	for (const [index, message] of messages.entries()) {
		const cache = index === options.shared - 1 ? { cache_control: { type: "ephemeral" } } : {};
		const text = {
			type: "text",
			text: message.content,
			...cache
		};
		if (inPrompt(message, index)) system.push(text);
		else if (message.role === "tool") {
			calls += 1;
			const id = `call${String(calls).padStart(5, "0")}`;
			turns = withToolResult(turns, {
				type: "tool_result",
				tool_use_id: id,
				content: message.content,
				...cache
			});
		} else turns = withTurn(turns, {
			role: message.role === "developer" ? "system" : message.role,
			content: [text]
		});
	}
	const adapted = [];
	if (messages.some(({ role }) => role === "developer")) adapted.push("developer -> system");
	if (options.hoistSystem && messages.slice(leading).some(isSystem)) adapted.push(SYSTEM_HOISTED);
	if (turns[0]?.role !== "user") {
		turns = [{
			role: "user",
			content: [{
				type: "text",
				text: "(The conversation begins.)"
			}]
		}, ...turns];
		adapted.push("user turn added");
	}
	return {
		system,
		messages: turns.map(toParam),
		usesTool: calls > 0,
		adapted
	};
}
/** Turns of one role in a row are one turn. */
function withTurn(turns, turn) {
	const last = turns.at(-1);
	if (last?.role !== turn.role) return [...turns, turn];
	return [...turns.slice(0, -1), {
		role: turn.role,
		content: [...last.content, ...turn.content]
	}];
}
/** A result must answer a call in the assistant's turn just before it, so each gets one; results of one turn stand together. */
function withToolResult(turns, result) {
	const call = {
		type: "tool_use",
		id: result.tool_use_id,
		name: "tool",
		input: {}
	};
	const last = turns.at(-1);
	const continues = last?.role === "user" && last.content.every(({ type }) => type === "tool_result");
	const before = continues ? turns.slice(0, -1) : turns;
	const results = {
		role: "user",
		content: continues ? [...last.content, result] : [result]
	};
	return [...withTurn(before, {
		role: "assistant",
		content: [call]
	}), results];
}
function toParam({ role, content }) {
	if (role !== "system") return {
		role,
		content: [...content]
	};
	return {
		role,
		content: content.filter((block) => block.type === "text")
	};
}
/** About four characters a token, rounded up. An estimate for English text; other scripts take more. */
function estimateTokens(text) {
	return Math.ceil(text.length / 4);
}
/** The API of 2026-10-21 has no sampling parameters at all. */
const NO_SUCH_PARAMETER = /* @__PURE__ */ new Set([
	"temperature",
	"top_p",
	"topP",
	"top_k",
	"topK",
	"seed"
]);
const TO_PLAIN$1 = "json_schema -> plain";
function prepareAnthropic({ model, messages, format, sharedMessages }, learned) {
	const { maxTokens, max_tokens, effort, reasoningEffort, ...rest } = model.params;
	const adapted = Object.keys(rest).filter((name) => NO_SUCH_PARAMETER.has(name));
	const params = Object.fromEntries(Object.entries(rest).filter(([name]) => !NO_SUCH_PARAMETER.has(name)));
	const plain = format !== void 0 && learned.has(TO_PLAIN$1);
	const { system, messages: turns, usesTool, ...sent } = toAnthropicMessages(plain ? askInWords(messages, format) : messages, {
		shared: sharedMessages,
		hoistSystem: learned.has(SYSTEM_HOISTED)
	});
	const outputConfig = {
		...reasoningEffort !== void 0 && { effort: reasoningEffort },
		...effort !== void 0 && { effort },
		...format !== void 0 && !plain && { format: {
			type: "json_schema",
			schema: format.schema
		} }
	};
	return {
		body: {
			...params,
			model: model.model,
			max_tokens: maxTokens ?? max_tokens ?? 8192,
			messages: turns,
			...system.length > 0 && { system },
			...usesTool && {
				tools: [{
					name: "tool",
					input_schema: { type: "object" }
				}],
				tool_choice: { type: "none" }
			},
			...Object.keys(outputConfig).length > 0 && { output_config: outputConfig }
		},
		adapted: [
			...adapted.map((name) => `${name} dropped`),
			...sent.adapted,
			...plain ? [TO_PLAIN$1] : []
		]
	};
}
/** The next way to ask for JSON, after a reply that is none. */
function nextAnthropicFormat(learned) {
	return learned.has(TO_PLAIN$1) ? void 0 : TO_PLAIN$1;
}
/** What to do without after a refusal; undefined where it is about something else. */
function learnAnthropic({ message = "" }, body) {
	if (body.output_config?.format != null && /output_config|output_format|json_schema|schema|structured output/i.test(message)) return TO_PLAIN$1;
	return body.messages.some(({ role }) => role === "system") && /\brole\b|system/i.test(message) ? SYSTEM_HOISTED : void 0;
}
/** The SDKs' own timers are out of the way: the transport's deadlines cover headers and body. */
const NO_SDK_TIMEOUT = 2147483647;
/** What the SDKs are given for a key. The real one is written by the transport, so no SDK log or error can hold it. */
const NO_SDK_KEY = "the-transport-writes-the-key";
/**
* Makes one call and reads the reply.
* @throws CallError: the transport's, prefixed with the model's id; `bad_response` for a reply of another shape.
*/
async function callSdk({ context, call, reply }) {
	const { ref, transport, options } = context;
	const { id } = ref;
	let failure;
	const watched = async (input, init) => {
		try {
			return await transport.fetch(input, init);
		} catch (error) {
			failure = error;
			throw error;
		}
	};
	let body;
	try {
		body = await call(watched);
	} catch (error) {
		if (failure instanceof CallError) throw aboutModel(id, failure);
		if (options.signal.aborted) throw new CallError("aborted", `${id}: the call was stopped`);
		throw failure ?? error;
	}
	const parsed = reply.safeParse(body);
	if (!parsed.success) throw new CallError("bad_response", `${id}: the answer has another shape than the protocol's`);
	return parsed.data;
}
function aboutModel(id, { kind, message, attempts, status, cause }) {
	return new CallError(kind, `${id}: ${message}`, {
		attempts,
		cause,
		...status !== void 0 && { status }
	});
}
/** The version of the API that the SDK's types describe; given, so that no variable in the environment picks another. */
const ANTHROPIC_VERSION = "2026-10-21";
const count = number().nullish();
const replySchema = object({
	model: string().nullish(),
	stop_reason: string().nullish(),
	content: array(object({
		type: string(),
		text: string().optional()
	})),
	usage: object({
		input_tokens: number(),
		output_tokens: number(),
		cache_read_input_tokens: count,
		cache_creation_input_tokens: count
	}).nullish()
});
/** Where generation ended early, whatever the reason: the answer is not whole. */
const CUT_OFF = /* @__PURE__ */ new Set([
	"max_tokens",
	"model_context_window_exceeded",
	"pause_turn"
]);
/** A model of an `anthropic` provider; `transport` is the provider's own. The SDK is loaded with the first call. */
function createAnthropicModel(ref, provider, transport) {
	return createAdaptiveModel(ref, {
		prepare: prepareAnthropic,
		send: (body, options) => send$1(body, {
			ref,
			provider,
			transport,
			options
		}),
		learn: learnAnthropic,
		nextFormat: nextAnthropicFormat
	});
}
async function send$1(body, context) {
	const { Anthropic } = await import("./sdk2.js");
	return readReply(await callSdk({
		context,
		reply: replySchema,
		call: (fetch) => {
			return new Anthropic({
				baseURL: context.provider.baseUrl.replace(/\/v1$/, ""),
				apiKey: NO_SDK_KEY,
				webhookKey: null,
				defaultHeaders: { "anthropic-version": ANTHROPIC_VERSION },
				openTelemetry: false,
				logLevel: "off",
				maxRetries: 0,
				timeout: NO_SDK_TIMEOUT,
				fetch
			}).post("/v1/messages", {
				body,
				signal: context.options.signal,
				timeout: NO_SDK_TIMEOUT
			});
		}
	}), body);
}
function readReply({ content, model, stop_reason, usage }, body) {
	const text = content.map((block) => block.type === "text" ? block.text ?? "" : "").join("");
	return {
		text,
		finish: finishOf$1(stop_reason ?? ""),
		...model && { returnedModel: model },
		usage: usage ? readUsage$1(usage) : estimateUsage$1(body, text),
		adapted: usage ? [] : ["usage estimated"]
	};
}
function finishOf$1(reason) {
	if (reason === "refusal") return "refusal";
	return CUT_OFF.has(reason) ? "length" : "stop";
}
/** Anthropic counts cached tokens beside the input, not within it. */
function readUsage$1(usage) {
	const cachedInputTokens = usage.cache_read_input_tokens ?? 0;
	const cacheWriteTokens = usage.cache_creation_input_tokens ?? 0;
	return {
		inputTokens: usage.input_tokens + cachedInputTokens + cacheWriteTokens,
		cachedInputTokens,
		cacheWriteTokens,
		outputTokens: usage.output_tokens
	};
}
function estimateUsage$1({ system, messages }, text) {
	return {
		inputTokens: estimateTokens(JSON.stringify([system, messages])),
		cachedInputTokens: 0,
		cacheWriteTokens: 0,
		outputTokens: estimateTokens(text)
	};
}
const part = object({
	type: string(),
	text: string().optional()
});
const openaiReply = object({
	model: string().nullish(),
	system_fingerprint: string().nullish(),
	choices: array(object({
		finish_reason: string().nullish(),
		message: object({
			content: union([string(), array(part)]).nullish(),
			refusal: string().nullish()
		})
	})).min(1),
	usage: object({
		prompt_tokens: number(),
		completion_tokens: number(),
		prompt_tokens_details: object({
			cached_tokens: number().nullish(),
			cache_write_tokens: number().nullish()
		}).nullish()
	}).nullish()
});
function readOpenAIReply({ choices, model, system_fingerprint, usage }, messages) {
	const { finish_reason, message } = choices[0];
	const content = message.content ?? "";
	const said = typeof content === "string" ? content : content.map(({ text }) => text ?? "").join("");
	const text = message.refusal || said;
	return {
		text,
		finish: message.refusal ? "refusal" : finishOf(finish_reason),
		...model && { returnedModel: model },
		...system_fingerprint && { fingerprint: system_fingerprint },
		usage: usage ? readUsage(usage) : estimateUsage(messages, text),
		adapted: usage ? [] : ["usage estimated"]
	};
}
function finishOf(reason) {
	if (reason === "content_filter") return "content_filter";
	return reason === "length" || reason === "max_tokens" ? "length" : "stop";
}
function readUsage({ prompt_tokens, completion_tokens, prompt_tokens_details }) {
	return {
		inputTokens: prompt_tokens,
		cachedInputTokens: prompt_tokens_details?.cached_tokens ?? 0,
		cacheWriteTokens: prompt_tokens_details?.cache_write_tokens ?? 0,
		outputTokens: completion_tokens
	};
}
/** Never zero: a server that counts nothing has still read the prompt. */
function estimateUsage(messages, text) {
	return {
		inputTokens: estimateTokens(JSON.stringify(messages)),
		cachedInputTokens: 0,
		cacheWriteTokens: 0,
		outputTokens: estimateTokens(text)
	};
}
const AS_SYSTEM = "developer -> system";
/**
* A tool's message must answer a call in the assistant message before it, so each gets one, with an identifier that
* every server known takes (nine letters and digits). `developer` is OpenAI's own role.
*/
function toOpenAIMessages(messages, takesDeveloper) {
	const sent = [];
	let calls = 0;
	for (const { role, content } of messages) switch (role) {
		case "developer":
			sent.push({
				role: takesDeveloper ? "developer" : "system",
				content
			});
			break;
		case "tool":
			calls += 1;
			sent.push(...answeredCall(sent, `call${String(calls).padStart(5, "0")}`, content));
			break;
		case "system":
		case "user":
		case "assistant": sent.push({
			role,
			content
		});
	}
	return {
		messages: sent,
		adapted: !takesDeveloper && messages.some(({ role }) => role === "developer") ? [AS_SYSTEM] : []
	};
}
/** Adds the call to the assistant message the tool answers, which stands before any earlier tool messages. */
function answeredCall(sent, id, content) {
	const call = {
		id,
		type: "function",
		function: {
			name: "tool",
			arguments: "{}"
		}
	};
	const result = {
		role: "tool",
		tool_call_id: id,
		content
	};
	const index = sent.findLastIndex(({ role }) => role !== "tool");
	const asking = sent[index];
	if (asking?.role !== "assistant") return [{
		role: "assistant",
		content: null,
		tool_calls: [call]
	}, result];
	sent[index] = {
		...asking,
		tool_calls: [...asking.tool_calls ?? [], call]
	};
	return [result];
}
/** Parameters whose refusal means "this model has no such knob", so leaving them out is the same request. */
const DROPPABLE = [
	"temperature",
	"top_p",
	"top_k",
	"seed",
	"frequency_penalty",
	"presence_penalty",
	"store"
];
const UNSUPPORTED = /unsupported|not support|not allowed|not permitted|deprecated|only the default|unknown|unrecognized|unexpected/i;
const OUTPUT_CAPS = /* @__PURE__ */ new Map([["max_tokens", "max_completion_tokens"], ["max_completion_tokens", "max_tokens"]]);
const FORMATS = [
	"json_schema",
	"json_object",
	"plain"
];
const TO_JSON_OBJECT = "json_schema -> json_object";
const TO_PLAIN = "json_object -> plain";
/** `vendor`: the server is OpenAI's own. */
function prepareOpenAI({ model, messages, format }, { learned, vendor }) {
	const adapted = [];
	const params = vendor ? { store: false } : {};
	for (const [name, value] of Object.entries(model.params)) params[wireName(name, vendor)] = value;
	for (const [name, other] of OUTPUT_CAPS) {
		const step = `${name} -> ${other}`;
		if (!(name in params) || !learned.has(step)) continue;
		params[other] = params[name];
		delete params[name];
		adapted.push(step);
		break;
	}
	for (const name of Object.keys(params).filter((key) => learned.has(`${key} dropped`))) {
		delete params[name];
		adapted.push(`${name} dropped`);
	}
	const steps = format === void 0 ? [] : [TO_JSON_OBJECT, TO_PLAIN].filter((step) => learned.has(step));
	const kind = FORMATS[steps.length];
	adapted.push(...steps);
	if (format !== void 0 && kind !== "plain") params["response_format"] = responseFormat(kind, format);
	const sent = toOpenAIMessages(format === void 0 || kind === "json_schema" ? messages : askInWords(messages, format), vendor && !learned.has("developer -> system"));
	adapted.push(...sent.adapted);
	return {
		body: {
			...params,
			model: model.model,
			messages: sent.messages
		},
		adapted
	};
}
function responseFormat(kind, { name, schema }) {
	return kind === "json_object" ? { type: kind } : {
		type: kind,
		json_schema: {
			name,
			strict: true,
			schema
		}
	};
}
/** The next way to ask for JSON, after a reply that is none. */
function nextOpenAIFormat(learned) {
	return [TO_JSON_OBJECT, TO_PLAIN].find((step) => !learned.has(step));
}
/** What to do without after a refusal; undefined where it is about something else, such as a value out of range. */
function learnOpenAI({ param = "", code = "", message = "" }, body) {
	const said = `${param} ${code} ${message}`;
	const format = body.response_format?.type;
	if (format !== void 0 && format !== "text" && /response_format|json_schema|json_object|structured output|grammar/i.test(said)) return format === "json_schema" ? TO_JSON_OBJECT : TO_PLAIN;
	if (!UNSUPPORTED.test(said)) return void 0;
	const named = (name) => param === name || param === "" && new RegExp(`\\b${name}\\b`).test(message);
	for (const [name, other] of OUTPUT_CAPS) if (name in body && named(name)) return `${name} -> ${other}`;
	const dropped = DROPPABLE.find((name) => name in body && named(name));
	if (dropped !== void 0) return `${dropped} dropped`;
	return body.messages.some(({ role }) => role === "developer") && /developer|messages|\brole\b/i.test(said) ? "developer -> system" : void 0;
}
function wireName(name, vendor) {
	switch (name) {
		case "maxTokens": return vendor ? "max_completion_tokens" : "max_tokens";
		case "reasoningEffort": return "reasoning_effort";
		case "topP": return "top_p";
		default: return name;
	}
}
/** A model of an `openai` provider; `transport` is the provider's own. The SDK is loaded with the first call. */
function createOpenAIModel(ref, provider, transport) {
	const vendor = isOpenAI(provider.origin);
	return createAdaptiveModel(ref, {
		prepare: (request, learned) => prepareOpenAI(request, {
			learned,
			vendor
		}),
		send: (body, options) => send(body, {
			ref,
			provider,
			transport,
			options
		}),
		learn: learnOpenAI,
		nextFormat: nextOpenAIFormat
	});
}
async function send(body, context) {
	const { OpenAI } = await import("./openai.js");
	try {
		return readOpenAIReply(await callSdk({
			context,
			reply: openaiReply,
			call: (fetch) => {
				return new OpenAI({
					baseURL: context.provider.baseUrl,
					apiKey: NO_SDK_KEY,
					adminAPIKey: null,
					organization: null,
					project: null,
					webhookSecret: null,
					logLevel: "off",
					maxRetries: 0,
					timeout: NO_SDK_TIMEOUT,
					fetch
				}).chat.completions.create(body, { signal: context.options.signal });
			}
		}), body.messages);
	} catch (error) {
		if (!(error instanceof CallError && isContentFilter(providerDetail(error)))) throw error;
		return {
			text: "",
			finish: "content_filter",
			usage: estimateUsage(body.messages, ""),
			adapted: ["usage estimated"]
		};
	}
}
/** Azure and others refuse a filtered prompt with a 400 instead of a finish reason. */
function isContentFilter(detail) {
	return [detail?.code, detail?.type].some((name) => name === "content_filter" || name === "content_policy_violation");
}
/** OpenAI's own endpoint and its regional ones: the only servers sure to know `developer`, `store` and the new output cap. */
function isOpenAI(origin) {
	return /^https:\/\/([a-z]+\.)?api\.openai\.com$/.test(origin);
}
/** Calls in a row that fail before the provider is left alone, and for how long. */
const THRESHOLD = 5;
const COOL_DOWN_MS = 3e4;
const FINAL = /* @__PURE__ */ new Set(["quota", "origin"]);
const UNREACHED = /* @__PURE__ */ new Set([
	"timeout",
	"network",
	"server",
	"rate_limited",
	"bad_response"
]);
/** A breaker of one provider. After the cool-down one call is let through; its end decides for the others. */
function createBreaker(name, clock) {
	let last;
	let failures = 0;
	let closedUntil = 0;
	const refuse = (why, error) => new CallError(error.kind, `${name} was not asked: ${why}`, {
		attempts: 0,
		...error.status !== void 0 && { status: error.status }
	});
	const end = (error) => {
		if (isFinal(last)) return;
		failures = 0;
		last = error;
	};
	return {
		admit: () => {
			if (last === void 0) return;
			if (isFinal(last)) throw refuse("it refused every further request", last);
			if (failures < THRESHOLD) return;
			if (clock.monotonic() < closedUntil) throw refuse(`its last ${failures} calls failed`, last);
			closedUntil = clock.monotonic() + COOL_DOWN_MS;
		},
		succeeded: () => end(void 0),
		failed: (error) => {
			if (!UNREACHED.has(error.kind)) return end(isFinal(error) ? error : void 0);
			if (isFinal(last)) return;
			last = error;
			failures += 1;
			closedUntil = clock.monotonic() + COOL_DOWN_MS;
		}
	};
}
/** 401 is about the key; 403 may be about one model. */
function isFinal(error) {
	return error !== void 0 && (FINAL.has(error.kind) || error.status === 401);
}
var DeadlineError = class extends Error {
	ms;
	constructor(ms) {
		super(`no end within ${ms} ms`);
		this.name = "DeadlineError";
		this.ms = ms;
	}
};
/**
* Runs `work` and settles at the deadline or when `signal` is aborted, even where the work ignores the signal it is given.
* @throws DeadlineError at the deadline; the signal's reason when it is aborted.
*/
async function withinDeadline({ ms, clock, signal }, work) {
	signal.throwIfAborted();
	const working = new AbortController();
	const finished = new AbortController();
	const passOn = () => working.abort(signal.reason);
	signal.addEventListener("abort", passOn, { once: true });
	const cutOff = new Promise((_, reject) => {
		working.signal.addEventListener("abort", () => reject(working.signal.reason), { once: true });
	});
	clock.sleep(ms, finished.signal).then(() => working.abort(new DeadlineError(ms)), () => void 0);
	try {
		return await Promise.race([cutOff, work(working.signal)]);
	} finally {
		finished.abort();
		signal.removeEventListener("abort", passOn);
	}
}
var BodyTooLongError = class extends Error {
	constructor(maxBytes) {
		super(`the body is longer than ${maxBytes} bytes`);
		this.name = "BodyTooLongError";
	}
};
/**
* Reads a whole body as UTF-8.
* @throws BodyTooLongError, DeadlineError for a silence, TypeError for a broken connection or bytes that are not UTF-8.
*/
async function readBody(response, { maxBytes, idle }) {
	if (response.body === null) return "";
	const reader = response.body.getReader();
	const decoder = new TextDecoder("utf-8", { fatal: true });
	let text = "";
	let bytes = 0;
	try {
		for (;;) {
			const { done, value } = await withinDeadline(idle, () => reader.read());
			if (done) return text + decoder.decode();
			bytes += value.byteLength;
			if (bytes > maxBytes) throw new BodyTooLongError(maxBytes);
			text += decoder.decode(value, { stream: true });
		}
	} catch (error) {
		await reader.cancel().catch(() => void 0);
		throw error;
	}
}
const STATUS = /* @__PURE__ */ new Map([
	[401, {
		kind: "auth",
		attempts: 1
	}],
	[402, {
		kind: "quota",
		attempts: 1
	}],
	[403, {
		kind: "auth",
		attempts: 1
	}],
	[404, {
		kind: "not_found",
		attempts: 1
	}],
	[408, {
		kind: "timeout",
		attempts: 3
	}],
	[409, {
		kind: "server",
		attempts: 3
	}],
	[410, {
		kind: "not_found",
		attempts: 1
	}],
	[413, {
		kind: "too_large",
		attempts: 1
	}],
	[425, {
		kind: "server",
		attempts: 3
	}],
	[429, {
		kind: "rate_limited",
		attempts: 3,
		overloaded: true
	}],
	[501, {
		kind: "bad_request",
		attempts: 1
	}],
	[529, {
		kind: "server",
		attempts: 3,
		overloaded: true
	}]
]);
const QUOTA = /* @__PURE__ */ new Set([
	"insufficient_quota",
	"billing_hard_limit_reached",
	"billing_not_active",
	"billing_error",
	"enforced_spend_limit_reached",
	"contract_spend_limit_reached",
	"linked_organization_spend_limit_reached",
	"credit_balance_exhausted"
]);
const QUOTA_MESSAGE = /credit balance is too low|spend(ing)? limit|usage limits?\b.*\breached/i;
const TOO_LARGE = /prompt is too long|maximum context length|context window|context_length_exceeded|too many tokens/i;
/** What a status other than 2xx means. */
function failureOfStatus(detail, retryAfterMs) {
	const rule = ruleOf(detail);
	const said = [
		detail.type,
		detail.code,
		detail.param
	].filter((part) => part !== void 0).join(" ");
	const words = rule.kind === "auth" || detail.message === void 0 ? "" : `: ${detail.message}`;
	return {
		...rule,
		overloaded: rule.overloaded ?? false,
		message: `${detail.status}${said === "" ? "" : ` ${said}`}${words}`,
		detail,
		...retryAfterMs !== void 0 && { retryAfterMs }
	};
}
/** What an exception of fetch or of the body's reader means; undefined for one that is neither's: a bug. */
function failureOfException(error) {
	const failed = { overloaded: false };
	if (error instanceof DeadlineError) return {
		...failed,
		kind: "timeout",
		attempts: 3,
		message: `no whole answer within ${error.ms} ms`
	};
	if (error instanceof BodyTooLongError) return {
		...failed,
		kind: "bad_response",
		attempts: 1,
		message: error.message
	};
	const codes = causeCodes(error);
	if (codes.includes("unexpected redirect")) return {
		...failed,
		kind: "origin",
		attempts: 1,
		message: "the server answered with a redirect, which is not followed"
	};
	if (codes.includes("ERR_ENCODING_INVALID_ENCODED_DATA")) return {
		...failed,
		kind: "bad_response",
		attempts: 2,
		message: "the answer is not UTF-8"
	};
	if (!(error instanceof TypeError && (error.message === "fetch failed" || error.message === "terminated")) && codes.length === 0) return void 0;
	const code = codes.find((text) => /^[A-Z][A-Z0-9_]+$/.test(text)) ?? "connection broken";
	return {
		...failed,
		kind: "network",
		attempts: 3,
		message: `no connection, or it broke: ${code}`
	};
}
/** A 2xx whose body cannot be used; asking once more may help (a proxy's page, a cut-off body). */
function unusableBody(kind, message) {
	return {
		kind,
		attempts: 2,
		overloaded: false,
		message
	};
}
function ruleOf({ status, type, code, message = "" }) {
	const names = [type, code].filter((name) => name !== void 0);
	if (names.some((name) => QUOTA.has(name)) || status < 429 && QUOTA_MESSAGE.test(message)) return {
		kind: "quota",
		attempts: 1
	};
	if (status === 400 && TOO_LARGE.test([...names, message].join(" "))) return {
		kind: "too_large",
		attempts: 1
	};
	return STATUS.get(status) ?? (status >= 500 ? {
		kind: "server",
		attempts: 3
	} : {
		kind: "bad_request",
		attempts: 1
	});
}
/** Error codes and the fixed message of a refused redirect, down the chain of causes. Other messages may quote anything. */
function causeCodes(error) {
	const codes = [];
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
		if ("code" in cause && typeof cause.code === "string") codes.push(cause.code);
		if (cause.message === "unexpected redirect") codes.push(cause.message);
	}
	return codes;
}
/**
* A check that asks once, and again after a lookup that failed: then the request fails, or not, by itself.
* @throws CallError of kind `origin` (from the check) where any address is loopback, private, link-local or metadata.
*/
function createHostCheck(provider, lookup) {
	const { name, lookUp: host } = provider;
	if (host === void 0 || lookup === void 0) return () => Promise.resolve();
	let addresses;
	return async () => {
		addresses ??= lookup(host);
		const found = await addresses.catch(() => []);
		if (found.length === 0) addresses = void 0;
		const inside = found.find((address) => classifyAddress(address) !== "public");
		if (inside === void 0) return;
		throw new CallError("origin", `${name}: ${host} leads to ${inside}, an address of this machine or of a private network; if that is meant, name it in the base branch's policy: allowPrivate: ["${host}"]`, { attempts: 0 });
	};
}
const PARSERS = [
	["retry-after-ms", decimal],
	["retry-after", (value) => decimal(value) * 1e3],
	["retry-after", (value, serverNow) => Date.parse(value) - serverNow]
];
/**
* Milliseconds to wait, or undefined where the headers say nothing that can be read or name no time to come
* (`-5`, `0`, a date in the past): then the caller's own backoff applies. Dates are measured against the server's own
* clock where it tells it, so a skewed one here does no harm. `now` is in milliseconds since 1970.
*/
function retryAfterMs(headers, now) {
	const date = Date.parse(headers.get("date") ?? "");
	const serverNow = Number.isFinite(date) ? date : now;
	for (const [header, parse] of PARSERS) {
		const ms = parse(headers.get(header)?.trim() ?? "", serverNow);
		if (Number.isFinite(ms)) return ms > 0 ? ms : void 0;
	}
}
function decimal(value) {
	return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
}
/** Retries that each call earns. In the long run a provider gets at most a fifth more requests than there are calls. */
const EARNED = .2;
const LEAST_BURST = 20;
/**
* The budget of one provider, full at first. It holds two retries for each place, so that everything under way at a short
* outage may be tried to its end; what longer good times would earn beyond that is not kept for one storm.
*/
function createRetryBudget({ concurrency }) {
	const most = Math.max(LEAST_BURST, 2 * concurrency);
	let tokens = most;
	return {
		began: () => {
			tokens = Math.min(most, tokens + EARNED);
		},
		spend: () => {
			if (tokens < 1 - 1e-9) return false;
			tokens -= 1;
			return true;
		}
	};
}
const DEFAULT_LIMITS = {
	attemptMs: 24e4,
	callMs: 6e5,
	idleMs: 6e4,
	maxBytes: 8388608,
	backoffMs: 1e3
};
/** The headers an SDK may add to ours; everything else it sends (or takes from the environment) stays here. */
const SDK_HEADERS = ["anthropic-version"];
function createTransport(provider, { fetch, clock, random, lookup }, limits = DEFAULT_LIMITS) {
	const concurrency = createConcurrency({ max: provider.concurrency });
	const breaker = createBreaker(provider.name, clock);
	const budget = createRetryBudget(provider);
	const checkHost = createHostCheck(provider, lookup);
	const secrets = [...Object.values(provider.headers), ...provider.secret ? [provider.secret] : []];
	const count = {
		requests: 0,
		retries: 0
	};
	/** One request and its whole body. Exceptions of the caller's own signal pass through. */
	const attempt = async (url, init, ms, signal) => {
		count.requests += 1;
		try {
			return await withinDeadline({
				ms,
				clock,
				signal
			}, async (deadline) => {
				const response = await fetch(url, {
					...init,
					signal: deadline
				});
				const idle = {
					ms: limits.idleMs,
					clock,
					signal: deadline
				};
				const text = await readBody(response, {
					maxBytes: limits.maxBytes,
					idle
				});
				if (response.ok) return wholeAnswer(response, text);
				return { failure: failureOfStatus(parseProviderError(response.status, text, {
					secrets,
					sent: typeof init.body === "string" ? init.body : ""
				}), retryAfterMs(response.headers, clock.now())) };
			});
		} catch (error) {
			const failure = signal.aborted ? void 0 : failureOfException(error);
			if (failure === void 0) throw error;
			return { failure };
		}
	};
	const call = async (url, init, signal, slot) => {
		breaker.admit();
		budget.began();
		const end = clock.monotonic() + limits.callMs;
		for (let attempts = 1;; attempts += 1) {
			const outcome = await attempt(url, init, Math.min(limits.attemptMs, end - clock.monotonic()), signal);
			if ("text" in outcome) {
				breaker.succeeded();
				return new Response(outcome.text, { headers: { "content-type": "application/json" } });
			}
			const { failure } = outcome;
			if (failure.overloaded) slot.slowDown();
			const backoff = random.next() * limits.backoffMs * 2 ** (attempts - 1);
			const wait = Math.max(failure.retryAfterMs ?? 0, backoff);
			if (!(attempts < failure.attempts && clock.monotonic() + wait < end) || failure.retryAfterMs === void 0 && !budget.spend()) {
				const error = toCallError(provider, failure, attempts);
				breaker.failed(error);
				throw error;
			}
			await clock.sleep(wait, signal);
			count.retries += 1;
		}
	};
	return {
		counts: () => ({ ...count }),
		fetch: async (input, { method = "GET", body = null, headers, signal } = {}) => {
			const url = new URL(input instanceof Request ? input.url : input);
			if (url.origin !== provider.origin) throw new CallError("origin", `${provider.name}: refused to contact ${url.origin}`, { attempts: 0 });
			await checkHost();
			const init = {
				method,
				body,
				headers: ownHeaders(provider, new Headers(headers)),
				redirect: "error"
			};
			const caller = signal ?? new AbortController().signal;
			try {
				return await concurrency.run((slot) => call(url.href, init, caller, slot), { signal: caller });
			} catch (error) {
				if (error instanceof CallError || !caller.aborted) throw error;
				throw new CallError("aborted", `${provider.name}: the call was stopped`);
			}
		}
	};
}
/** Written here from nothing, so no variable an SDK reads by itself can add a header, drop the key or send another. */
function ownHeaders({ secret, headers }, sdk) {
	const own = {
		accept: "application/json",
		"content-type": "application/json",
		"user-agent": "spec-gate"
	};
	for (const name of SDK_HEADERS) {
		const value = sdk.get(name);
		if (value !== null) own[name] = value;
	}
	if (secret !== void 0) own["authorization"] = `Bearer ${secret.reveal()}`;
	for (const [name, value] of Object.entries(headers)) own[name] = value.reveal();
	return own;
}
function wholeAnswer(response, text) {
	if (text.trim() === "") return { failure: unusableBody("empty", "the answer has no body") };
	const type = response.headers.get("content-type") ?? "none";
	if (!/^application\/([\w.-]+\+)?json\b/i.test(type)) return { failure: unusableBody("bad_response", "the answer is not JSON by its content type") };
	try {
		const body = JSON.parse(text);
		if (typeof body === "object" && body !== null && !Array.isArray(body)) return { text };
	} catch {}
	return { failure: unusableBody("bad_response", "the answer is not a whole JSON object") };
}
function toCallError({ name, origin }, failure, attempts) {
	const tries = attempts === 1 ? "" : ` (${attempts} attempts)`;
	return new CallError(failure.kind, `${name} at ${origin}: ${failure.message}${tries}`, {
		attempts,
		...failure.detail && {
			status: failure.detail.status,
			cause: failure.detail
		}
	});
}
/** Sent by the gate itself: another value would change what is asked, or how it is answered. */
const RESERVED_PARAMS = [
	"model",
	"messages",
	"system",
	"stream",
	"n",
	"response_format",
	"output_config",
	"tools",
	"tool_choice"
];
/** Nothing is loaded and nothing is sent before a model's first call. */
function createModels({ offline, limits, ...ports }) {
	const transports = /* @__PURE__ */ new Map();
	const models = /* @__PURE__ */ new Map();
	const transportOf = (provider) => {
		const transport = transports.get(provider.name) ?? createTransport(provider, ports, limits);
		transports.set(provider.name, transport);
		return transport;
	};
	const create = (ref, provider) => {
		const local = offline?.(ref);
		if (local !== void 0) return local;
		checkParams(ref);
		if (provider === void 0 || provider.kind !== ref.kind || provider.origin !== ref.origin) throw new Error(`no provider of kind ${ref.kind} at ${ref.origin} for ${ref.id}`);
		return (provider.kind === "openai" ? createOpenAIModel : createAnthropicModel)(ref, provider, transportOf(provider));
	};
	return {
		create: (ref, provider) => {
			const model = models.get(ref) ?? create(ref, provider);
			models.set(ref, model);
			return model;
		},
		counts: () => Object.fromEntries([...transports].map(([name, transport]) => [name, transport.counts()]))
	};
}
function checkParams({ id, params }) {
	const reserved = RESERVED_PARAMS.filter((name) => name in params);
	if (reserved.length === 0) return;
	throw new UserError(reserved.map((name) => ({
		message: `model ${id}: the parameter ${name} cannot be set`,
		hint: `Remove ${name} from params.`
	})));
}
/** Node from which the vendors' own libraries are supported. */
const LEAST_NODE = 22;
/** The live models of a project; nothing is read, checked or sent before the first `modelFor`. */
function createLiveModels(project, ports) {
	const configs = liveProviders(project);
	let resolved;
	const random = createRandom(`retry ${ports.clock.now()}`);
	const models = createModels({
		fetch: ports.fetch,
		clock: ports.clock,
		random,
		lookup: ports.lookup
	});
	return {
		modelFor: (ref) => {
			resolved ??= resolveAll(configs, ports);
			return models.create(ref, resolved.get(providerName(ref)));
		},
		placesOf: ({ model }) => {
			const provider = providerName(model);
			return {
				provider,
				concurrency: configs.find(({ name }) => name === provider)?.concurrency ?? 8
			};
		},
		retries: () => Object.values(models.counts()).reduce((total, { retries }) => total + retries, 0)
	};
}
/** The part of a model's id that names its provider. */
function providerName(ref) {
	return ref.id.slice(0, ref.id.indexOf("/"));
}
/** The providers that models, judges and classifier of a project are asked at. */
function liveProviders({ config, panel }) {
	const refs = [
		...panel.models.map(({ ref }) => ref),
		...panel.judges,
		...panel.classifier === void 0 ? [] : [panel.classifier]
	];
	const names = new Set(refs.map(providerName));
	return Object.entries(config.providers).flatMap(([name, provider]) => {
		if (!names.has(name) || provider.kind === "simulated" || provider.kind === "recorded") return [];
		const given = Object.entries(provider).filter(([, value]) => value !== void 0);
		return [{
			name,
			...Object.fromEntries(given)
		}];
	});
}
/** Why live providers cannot be asked on this Node; empty where they can. */
function checkNode(nodeVersion) {
	if (Number.parseInt(nodeVersion, 10) >= LEAST_NODE) return [];
	return [{
		message: `live providers need Node ${LEAST_NODE} or newer; this is ${nodeVersion}`,
		hint: "demo, diff, plan and recorded models run on this one"
	}];
}
function resolveAll(configs, { env, nodeVersion }) {
	const problems = [...checkKeyBinding(configs), ...checkNode(nodeVersion)];
	const resolved = /* @__PURE__ */ new Map();
	for (const config of configs) try {
		resolved.set(config.name, resolveProvider(config, env));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		problems.push(...error.problems);
	}
	if (problems.length > 0) throw new UserError(problems);
	return resolved;
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
	if (ref.kind === "simulated" || ref.kind === "recorded") return FREE;
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
/** Tokens a message takes beside its text: role and separators. */
const MESSAGE_OVERHEAD = 4;
/** Everything in the prompt, nothing of it cached, and as much output as the model may give. */
function worstUsage({ model, messages, format }) {
	const texts = messages.map(({ content }) => estimateTokens(content) + MESSAGE_OVERHEAD);
	const schema = format === void 0 ? 0 : estimateTokens(JSON.stringify(format.schema));
	return {
		inputTokens: texts.reduce((sum, tokens) => sum + tokens, schema),
		cachedInputTokens: 0,
		cacheWriteTokens: 0,
		outputTokens: outputCap(model)
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
function outputCap({ params }) {
	return [
		params["maxTokens"],
		params["max_tokens"],
		params["max_completion_tokens"]
	].find((cap) => typeof cap === "number") ?? 8192;
}
export { priceOf as a, createLiveModels as c, createTransport as d, estimateTokens as f, readDataBlocks as h, costOf as i, liveProviders as l, dataBlock as m, worstUsage as n, PRICES_AS_OF as o, requestKey as p, addCosts as r, checkNode as s, worstCost as t, providerName as u };
