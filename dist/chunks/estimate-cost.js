import { t as UserError } from "./errors.js";
import { n as hashJson, r as sha256, t as canonicalJson } from "./canonical-json.js";
import { a as array, u as looseObject, v as unknown } from "./schemas.js";
import { i as createConcurrency } from "./read-spec.js";
import { E as classifyAddress, S as resolveProvider, w as redact, x as isLocal, y as checkKeyBinding } from "./load-project.js";
import { r as NO_USAGE, t as CallError } from "./model.js";
import { t as createRandom } from "./random.js";
function addUsage(a, b) {
	return {
		inputTokens: a.inputTokens + b.inputTokens,
		cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
		cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
		outputTokens: a.outputTokens + b.outputTokens
	};
}
/**
* First what the words name, one after the other as each refusal names the next; then, from there, every feature alone;
* then more and more of them together.
* @throws the refusal itself where nothing helps; any other failure on the way.
*/
async function findTakenShape(trial, isAboutShape) {
	const { known } = trial;
	const attempt = async (lessons) => {
		try {
			return {
				accepted: await trial.send(/* @__PURE__ */ new Set([...known, ...lessons])),
				lessons
			};
		} catch (error) {
			if (error instanceof CallError && isAboutShape(error)) return error;
			throw error;
		}
	};
	const featuresAfter = (lessons) => trial.featuresUnder(/* @__PURE__ */ new Set([...known, ...lessons])).filter((feature) => !lessons.includes(feature));
	const followed = [];
	let refusal = trial.error;
	for (;;) {
		const [next] = trial.named(refusal, featuresAfter(followed));
		if (next === void 0) break;
		followed.push(next);
		const outcome = await attempt(followed);
		if (!(outcome instanceof CallError)) return outcome;
		refusal = outcome;
	}
	if (refusal.kind === "too_large") throw refusal;
	const others = trial.open(refusal, featuresAfter(followed));
	for (const feature of others) {
		const outcome = await attempt([...followed, feature]);
		if (!(outcome instanceof CallError)) return outcome;
	}
	const together = [...followed];
	for (;;) {
		const [next] = trial.open(refusal, featuresAfter(together));
		if (next === void 0) break;
		together.push(next);
		if (together.length < followed.length + 2) continue;
		const outcome = await attempt(together);
		if (!(outcome instanceof CallError)) return outcome;
	}
	throw refusal;
}
/** Shorter prompts fit everywhere. */
const LEAST_WORTH_ASKING = 64;
/** Below this share of the fewest tokens a prompt can have, part of it was not read. */
const LEAST_SHARE = .6;
/** Above this many tokens a character no text can be short of words: most prompts need no counting. */
const CHARACTERS_PER_WORD = 6;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/gu;
/**
* The fewest tokens a text can have. Tokenizers do not reach over white space, so every word is one at least; scripts
* written without spaces have one for four characters at least. English has about 1.3 a word.
*/
function leastTokens(text) {
	const words = text.match(/\S+/g)?.length ?? 0;
	const unspaced = text.match(CJK)?.length ?? 0;
	return words + Math.floor(unspaced / 4);
}
/** Why a prompt cannot have been read whole, in words; undefined where it may have been. `tokens` is what the server counted. */
function cutOffWords(messages, tokens) {
	if (messages.reduce((sum, { content }) => sum + content.length, 0) <= tokens * CHARACTERS_PER_WORD) return void 0;
	const least = messages.reduce((sum, { content }) => sum + leastTokens(content), 0);
	if (least < LEAST_WORTH_ASKING || tokens >= LEAST_SHARE * least) return void 0;
	return `the server read ${tokens} tokens of a prompt of at least ${least}: it was cut off`;
}
/** Statuses under which providers decline content: 400 Azure, OpenAI, DashScope; 403 xAI, OpenRouter; 422, 451 gateways. */
const STATUSES = /* @__PURE__ */ new Set([
	400,
	403,
	406,
	422,
	451
]);
/** Codes and types, without case, spaces and signs. */
const CODES = /* @__PURE__ */ new Set([
	"contentfilter",
	"contentfiltered",
	"contentpolicyviolation",
	"contentpolicyviolationerror",
	"responsibleaipolicyviolation",
	"invalidprompt",
	"moderationblocked",
	"datainspectionfailed",
	"safety",
	"safetyerror",
	"promptblocked",
	"inputsensitive",
	"outputsensitive",
	"sensitivewords"
]);
/** What such refusals say where the code is any error's (DeepSeek, xAI, gateways). */
const WORDS = [
	/\bcontent (exists|violat|filter|manage|policy|polic|moderat|was (blocked|flagged|filtered))/i,
	/\b(usage|content|safety|acceptable use|community) (guideline|polic|check|filter|setting|system|standard)/i,
	/\b(inappropriate|harmful|unsafe|sensitive|prohibited|disallowed|objectionable) (content|information|input|output|words|material|prompt)/i,
	/\b(flagged|blocked|rejected|declined)\b.*\b(moderation|safety|polic|violat|harm|filter)/i,
	/\bmoderation\b/i,
	/\bresponsible ai\b/i,
	/敏感|违规|不安全|不合规/
];
/** An account, a key or a place is refused, whatever the request says: nothing that a model did. */
const ACCOUNT = /\b(account|organi[sz]ation|api[ -]?key|subscription|billing|credential|token|region|country|territory|suspended|deactivated)\b/i;
/** Whether a refused request was refused for what it says. */
function isPolicyRefusal({ status, type = "", code = "", message = "" }) {
	if (!STATUSES.has(status)) return false;
	if ([code, type].some((name) => CODES.has(name.toLowerCase().replaceAll(/[^a-z]/g, "")))) return true;
	return !ACCOUNT.test(message) && WORDS.some((words) => words.test(message));
}
/** About four characters a token, rounded up. An estimate for English text; other scripts take more. */
function estimateTokens(text) {
	return Math.ceil(text.length / 4);
}
/** `sent` and `text` are what the estimate is made from; it is never zero, for a server that counts nothing has still read. */
function countUsage(reported, { sent, text }) {
	const input = tokensOf(reported?.input);
	const output = tokensOf(reported?.output);
	return {
		usage: {
			inputTokens: input ?? estimateTokens(sent),
			cachedInputTokens: tokensOf(reported?.cached) ?? 0,
			cacheWriteTokens: tokensOf(reported?.cacheWrite) ?? 0,
			outputTokens: output ?? estimateTokens(text)
		},
		estimated: input === void 0 || output === void 0
	};
}
/** A count of tokens that can be one: whole, not negative. Fractions (a router's share of a bill) are rounded up. */
function tokensOf(value) {
	return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER ? Math.ceil(value) : void 0;
}
/** The field of an object of which nothing is known; undefined where it is none, or has no such field. */
function fieldOf(value, name) {
	return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? value[name] : void 0;
}
/** A text worth keeping, or undefined. */
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : void 0;
}
const PARSERS = [
	["retry-after-ms", decimal],
	["retry-after", (value) => decimal(value) * 1e3],
	["retry-after", (value, serverNow) => Date.parse(value) - serverNow]
];
/** When what is used up is there again: seconds, `1m30s` (OpenAI, Groq) or a date (Anthropic). Only beside a 429. */
const RESETS = [
	"requests",
	"tokens",
	"input-tokens",
	"output-tokens"
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
/** As `retryAfterMs`, from the headers that count down a limit: of those that are at zero, the last to come back. */
function limitResetMs(headers, now) {
	const waits = RESETS.flatMap((what) => ["x-ratelimit", "anthropic-ratelimit"].flatMap((prefix) => {
		const [remaining, reset] = prefix === "x-ratelimit" ? [`x-ratelimit-remaining-${what}`, `x-ratelimit-reset-${what}`] : [`anthropic-ratelimit-${what}-remaining`, `anthropic-ratelimit-${what}-reset`];
		if (decimal(headers.get(remaining) ?? "") !== 0) return [];
		const value = headers.get(reset) ?? "";
		const ms = durationMs(value) ?? Date.parse(value) - now;
		return Number.isFinite(ms) && ms > 0 ? [ms] : [];
	}));
	return waits.length === 0 ? void 0 : Math.max(...waits);
}
/**
* Milliseconds that an error body asks to wait: Google's `RetryInfo`, a field named like the header, or words such as
* "try again in 1m2.5s". Undefined where it says nothing.
*/
function bodyRetryMs(body) {
	const text = JSON.stringify(body) ?? "";
	const field = /"(?:retryDelay|retry_delay|retry_after|retryAfter)(_?ms)?"\s*:\s*"?([\d.]+(?:m?s)?)"?/i.exec(text);
	const words = /(?:try|retry)(?: again)? (?:in|after) ((?:[\d.]+ ?(?:ms|milliseconds?|s|seconds?|m|minutes?|h)(?![a-z]) ?)+)/i.exec(text);
	const unit = field?.[1] === void 0 ? 1e3 : 1;
	const ms = field === null ? durationMs(words?.[1]) : durationMs(field[2]) ?? decimal(field[2]) * unit;
	return ms !== void 0 && Number.isFinite(ms) && ms > 0 ? ms : void 0;
}
const UNITS = [
	[/([\d.]+) ?(?:ms|milliseconds?)/i, 1],
	[/([\d.]+) ?(?:s|seconds?)(?![a-z])/i, 1e3],
	[/([\d.]+) ?(?:m|minutes?)(?![a-z])/i, 6e4],
	[/([\d.]+) ?h/i, 36e5]
];
/** `6m0s`, `7.5s`, `20ms`; undefined for what has no unit. */
function durationMs(text) {
	const parts = UNITS.flatMap(([pattern, ms]) => {
		const found = pattern.exec(text ?? "")?.[1];
		return found === void 0 ? [] : [Number(found) * ms];
	});
	return parts.length === 0 ? void 0 : parts.reduce((sum, ms) => sum + ms, 0);
}
function decimal(value) {
	return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : NaN;
}
const MESSAGE_LENGTH = 300;
/** Servers quote part of a refused key. */
const PART_OF_A_KEY = /\b(?:sk|pk|gsk|xai|nvapi|hf)[-_][\w*.-]{4,}/g;
/** Texts of this length that an error shares with the request count as a quotation of it. */
const QUOTE_LENGTH = 40;
/**
* Reads the error bodies of OpenAI, Anthropic, Gemini (a list of one), vLLM (no envelope), Ollama (a string), FastAPI
* (`detail`, a list of places), xAI (the words in `error`, a sentence for a code) and OpenRouter (the upstream's inside).
*/
function parseProviderError(status, body, context) {
	const parsed = parseJson(body);
	const detail = detailOf(status, parsed, context);
	if (parsed !== void 0) return detail;
	return {
		...detail,
		foreign: true,
		...named("message", cleanWith(context)(pageWords(body)))
	};
}
/** As `parseProviderError`, of a body that was read already. */
function detailOf(status, body, context) {
	const error = findError(body);
	const clean = cleanWith(context);
	const place = pydanticPlace(error);
	const retryAfterMs = bodyRetryMs(body);
	const message = clean(messageOf(error));
	const code = clean(fieldOf(error["details"], "error_code")) ?? clean(error["code"]) ?? clean(place?.type);
	const isSentence = code !== void 0 && /\s/.test(code);
	return {
		status,
		...named("type", clean(error["type"]) ?? clean(error["status"])),
		...named("code", isSentence ? void 0 : code),
		...named("param", clean(error["param"]) ?? clean(place?.name)),
		...named("message", message ?? (isSentence ? code : void 0)),
		...retryAfterMs !== void 0 && { retryAfterMs }
	};
}
/** The provider's own words behind a call error, where it has any. */
function providerDetail(error) {
	return typeof fieldOf(error.cause, "status") === "number" ? error.cause : void 0;
}
/** One line of somebody else's text: no keys, no control or direction marks, nothing of the request. */
function cleanWith({ secrets, sent }) {
	return (value) => {
		if (typeof value !== "string" || value === "") return void 0;
		const own = withoutQuotes(redact(value, secrets).replace(PART_OF_A_KEY, "[key]").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").replaceAll(/::+/g, ":").replaceAll("##[", "#[").slice(0, MESSAGE_LENGTH), sent).trim();
		return own === "" || own === "[...]" ? void 0 : own;
	};
}
function findError(body) {
	const first = Array.isArray(body) ? body[0] : body;
	if (!isRecord(first)) return {};
	const inner = first["error"];
	if (typeof inner === "string") return {
		...first,
		message: inner
	};
	return isRecord(inner) ? inner : first;
}
/** The words, wherever they are; an upstream's own stand behind the router's. */
function messageOf(error) {
	const { message, detail, msg, metadata } = error;
	const said = [
		message,
		detail,
		msg
	].map(wordsOf).find((words) => words !== void 0);
	const upstream = wordsOf(fieldOf(metadata, "raw")) ?? wordsOf(fieldOf(metadata, "reasons"));
	return upstream === void 0 || said === void 0 ? said ?? upstream : `${said}: ${upstream}`;
}
function wordsOf(value) {
	if (typeof value === "string") {
		const inner = /^\s*[[{]/.test(value) ? parseJson(value) : void 0;
		return inner === void 0 ? value : wordsOf(findError(inner)) ?? value;
	}
	if (Array.isArray(value)) {
		const parts = value.map(wordsOf).filter((part) => part !== void 0);
		return parts.length === 0 ? void 0 : parts.join("; ");
	}
	if (!isRecord(value)) return void 0;
	const place = pydanticPlace({ detail: [value] });
	if (place !== void 0) return `${place.name}: ${wordsOf(value["msg"]) ?? place.type}`;
	return messageOf(value);
}
/** The field that a validation error is about: `{ detail: [{ loc: ['body', 'seed'], type, msg }] }`, under `message` too. */
function pydanticPlace(error) {
	const detail = error["detail"] ?? fieldOf(error["message"], "detail");
	const first = Array.isArray(detail) ? detail[0] : void 0;
	const loc = fieldOf(first, "loc");
	if (!Array.isArray(loc)) return void 0;
	const name = loc.findLast((part) => typeof part === "string" && part !== "body");
	return typeof name === "string" ? {
		name,
		type: textOf(fieldOf(first, "type")) ?? ""
	} : void 0;
}
/** What a body that is no JSON says: its title where it is a page, its first line where it is text. */
function pageWords(body) {
	if (!/^\s*</.test(body)) return body.trim().split("\n")[0];
	return /<title[^>]*>([^<]{1,200})/i.exec(body)?.[1]?.trim();
}
/** The text with every stretch that stands in the request taken out. */
function withoutQuotes(line, sent) {
	let kept = "";
	for (let start = 0; start < line.length;) {
		const length = quoteAt(line, start, sent);
		if (length === 0) {
			kept += line[start];
			start += 1;
		} else {
			kept += "[...]";
			start += length;
		}
	}
	return kept;
}
function quoteAt(line, start, sent) {
	const isQuoted = (length) => start + length <= line.length && sent.includes(JSON.stringify(line.slice(start, start + length)).slice(1, -1));
	if (!isQuoted(QUOTE_LENGTH)) return 0;
	let length = QUOTE_LENGTH;
	while (isQuoted(length + 1)) length += 1;
	return length;
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
/** Empty and broken-off answers happen; the second one in a row is no accident. */
const UNFINISHED_ATTEMPTS = 2;
/** Replies under a schema that were cut off, and in words no better: after so many the schema is not the reason. */
const MOST_CUT_OFF = 2;
function createAdaptiveModel(ref, protocol) {
	const learned = /* @__PURE__ */ new Set();
	/** Features that the server took at least once. */
	const taken = /* @__PURE__ */ new Set();
	let cutOffInVain = 0;
	let trialUnderWay = Promise.resolve();
	const send = async (request, known, options) => {
		const { body, adapted } = protocol.prepare(request, known);
		try {
			const completion = await protocol.send(body, options);
			for (const feature of protocol.features(body, request)) taken.add(feature);
			return {
				known,
				completion: {
					...completion,
					adapted: [...adapted, ...completion.adapted]
				}
			};
		} catch (error) {
			const detail = error instanceof CallError ? providerDetail(error) : void 0;
			if (detail === void 0 || !isPolicyRefusal(detail)) throw error;
			return {
				known,
				completion: declined(request, detail, adapted)
			};
		}
	};
	/** One accepted request, after as many refused ones as it takes to find out what the server does not take. */
	const ask = async (request, extra, options) => {
		for (;;) {
			const known = /* @__PURE__ */ new Set([...learned, ...extra]);
			try {
				return await send(request, known, options);
			} catch (error) {
				if (!(error instanceof CallError) || !isAboutShape(error)) throw error;
				const turn = trialUnderWay;
				let done = () => {};
				trialUnderWay = new Promise((resolve) => done = resolve);
				try {
					await turn;
					if ([...learned].some((lesson) => !known.has(lesson))) continue;
					return await findOut(request, {
						known,
						error,
						options
					});
				} finally {
					done();
				}
			}
		}
	};
	const findOut = async (request, { known, error, options }) => {
		const { accepted, lessons } = await findTakenShape({
			known,
			error,
			featuresUnder: (lessons) => {
				const { body } = protocol.prepare(request, lessons);
				return protocol.features(body, request).filter((feature) => !taken.has(feature));
			},
			named: (refusal, features) => protocol.named(providerDetail(refusal), features),
			open: (refusal, features) => protocol.open(providerDetail(refusal), features),
			send: (lessons) => send(request, lessons, options)
		}, isAboutShape);
		for (const lesson of lessons) learned.add(lesson);
		return accepted;
	};
	return {
		ref,
		complete: async (request, options) => {
			let paid = NO_USAGE;
			let inWords = /* @__PURE__ */ new Set();
			for (let unfinished = 1;;) {
				const { completion, known } = await ask(request, inWords, options);
				paid = addUsage(paid, completion.usage);
				const whole = readEnding(request, completion);
				if (whole.finish === "unfinished" && !isCutPrompt(request, completion) && unfinished < UNFINISHED_ATTEMPTS) {
					unfinished += 1;
					continue;
				}
				if (whole.finish === "length" && request.format !== void 0) {
					const words = wordsOnly(protocol, known);
					if (inWords.size > 0) cutOffInVain += 1;
					else if (words.size > 0 && cutOffInVain < MOST_CUT_OFF) {
						inWords = words;
						continue;
					}
				}
				if (whole.finish !== "stop") return {
					...whole,
					usage: paid
				};
				const answer = request.format === void 0 ? whole : readFormatted(request.format, whole);
				if (answer !== void 0) for (const lesson of inWords) learned.add(lesson);
				const next = answer === void 0 ? protocol.nextFormat(known) : void 0;
				if (next === void 0) return {
					...answer ?? whole,
					usage: paid
				};
				learned.add(next);
			}
		}
	};
}
/** A request that was refused, or whose prompt and cap together do not fit: perhaps for how it asks. */
function isAboutShape(error) {
	return (error.kind === "bad_request" || error.kind === "too_large") && providerDetail(error) !== void 0;
}
/** A refusal by policy that came as an error is an answer: the model's, or its provider's, and paid like one. */
function declined(request, { message }, adapted) {
	const sent = JSON.stringify(request.messages);
	return {
		text: "",
		finish: "content_filter",
		...message !== void 0 && { ending: message },
		usage: countUsage(void 0, {
			sent,
			text: ""
		}).usage,
		adapted: [...adapted, "usage estimated"]
	};
}
function isCutPrompt(request, { usage, adapted }) {
	return !adapted.includes("usage estimated") && cutOffWords(request.messages, usage.inputTokens) !== void 0;
}
/** The completion with what makes it no whole answer: a prompt that was not read whole, or nothing said. */
function readEnding(request, completion) {
	if (isCutPrompt(request, completion)) {
		const ending = cutOffWords(request.messages, completion.usage.inputTokens);
		return {
			...completion,
			finish: "unfinished",
			ending
		};
	}
	if (completion.finish !== "stop" || completion.text.trim() !== "") return completion;
	return {
		...completion,
		finish: "unfinished",
		ending: "the answer is empty"
	};
}
/** The lessons after which JSON is asked for in words, beyond what is known; none where it is so already. */
function wordsOnly(protocol, known) {
	const lessons = /* @__PURE__ */ new Set();
	for (;;) {
		const next = protocol.nextFormat(/* @__PURE__ */ new Set([...known, ...lessons]));
		if (next === void 0) return lessons;
		lessons.add(next);
	}
}
/** The completion with only the JSON that was asked for; undefined where there is none. */
function readFormatted(format, completion) {
	if (looksLike(format, completion.text)) return completion;
	const { text, removed } = findReply(completion.text);
	if (!looksLike(format, text)) return void 0;
	return {
		...completion,
		text,
		adapted: [...completion.adapted, ...removed]
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
function prepareAnthropic(request, { learned, vendor, local }) {
	const { model, messages, format, sharedMessages } = request;
	const { maxTokens, max_tokens, effort, reasoningEffort, ...rest } = model.params;
	const adapted = Object.keys(rest).filter((name) => NO_SUCH_PARAMETER.has(name));
	const params = Object.fromEntries(Object.entries(rest).filter(([name]) => !NO_SUCH_PARAMETER.has(name)));
	const plain = format !== void 0 && learned.has(TO_PLAIN$1);
	const { system, messages: turns, usesTool, ...sent } = toAnthropicMessages(plain ? askInWords(messages, format) : messages, {
		shared: sharedMessages,
		hoistSystem: learned.has(SYSTEM_HOISTED)
	});
	const bounded = format === void 0 || plain || !vendor && !learned.has("schema bounds dropped");
	const outputConfig = {
		...reasoningEffort !== void 0 && { effort: reasoningEffort },
		...effort !== void 0 && { effort },
		...format !== void 0 && !plain && { format: {
			type: "json_schema",
			schema: (bounded ? format : boundless(format)).schema
		} }
	};
	return {
		body: {
			...params,
			model: model.model,
			max_tokens: maxTokens ?? max_tokens ?? outputCapOf(request, {
				local,
				learned
			}) ?? 8192,
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
			...!bounded && !vendor && hasBounds(format) ? [BOUNDS_DROPPED] : [],
			...plain ? [TO_PLAIN$1] : []
		]
	};
}
/** The next way to ask for JSON, after a reply that is none. */
function nextAnthropicFormat(learned) {
	return learned.has(TO_PLAIN$1) ? void 0 : TO_PLAIN$1;
}
/** Everything in a request that some server refuses, as lessons; those that cost least first. */
function anthropicFeatures(body) {
	const schema = JSON.stringify(body.output_config?.format ?? null);
	return [
		.../"max(Length|Items)"/.test(schema) ? [BOUNDS_DROPPED] : [],
		...body.output_config?.format == null ? [] : [TO_PLAIN$1],
		...body.messages.some(({ role }) => role === "system") ? [SYSTEM_HOISTED] : []
	];
}
/** Of a request's features those that a refusal's words speak of, the likeliest first. Words only order what is tried. */
function namedByAnthropic({ message = "" }, features) {
	const speaksOf = {
		[BOUNDS_DROPPED]: /maxLength|maxItems/i,
		[TO_PLAIN$1]: /output_config|output_format|json_schema|schema|structured output/i,
		[SYSTEM_HOISTED]: /\brole\b|system/i
	};
	return features.filter((feature) => speaksOf[feature]?.test(message) === true);
}
const TABLE = new Map(Object.entries({
	stop: [
		"stop",
		"end_turn",
		"stop_sequence",
		"eos",
		"eos_token",
		"stop_token",
		"end",
		"complete",
		"completed",
		"finished",
		"done"
	],
	length: [
		"length",
		"max_tokens",
		"max_output_tokens",
		"max_completion_tokens",
		"max_length",
		"model_length",
		"model_context_window_exceeded",
		"context_length",
		"context_length_exceeded",
		"limit",
		"token_limit"
	],
	refusal: ["refusal", "refused"],
	content_filter: [
		"content_filter",
		"content_filtered",
		"contentfilter",
		"safety",
		"recitation",
		"blocklist",
		"prohibited_content",
		"spii",
		"image_safety",
		"model_armor",
		"guardrail_intervened",
		"sensitive",
		"moderation",
		"moderated",
		"error_toxic",
		"risk"
	],
	unfinished: [
		"error",
		"insufficient_system_resource",
		"network_error",
		"tool_calls",
		"tool_use",
		"function_call",
		"malformed_function_call",
		"pause_turn",
		"abort",
		"cancelled",
		"language",
		"other"
	]
}).flatMap(([finish, words]) => words.map((word) => [word, finish])));
const LONGEST_WORD = 60;
/**
* The ending that a finish or stop reason names. Gateways put several reasons in a row (`content_filter: SAFETY`): the
* first that is known decides. An absent reason is a whole answer: servers that never tell one are many.
*/
function endingOf(reason) {
	if (reason === void 0 || reason === null || reason === "") return { finish: "stop" };
	const said = typeof reason === "string" ? reason : JSON.stringify(reason);
	const finish = said.split(/[:;,/|]/).map((part) => part.trim().toLowerCase().replace(/^finish_reason_/, "").replaceAll(/[\s-]+/g, "_")).map((word) => TABLE.get(word)).find((known) => known !== void 0) ?? "unfinished";
	return finish === "unfinished" ? {
		finish,
		word: printable(said)
	} : { finish };
}
function printable(text) {
	return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").trim().slice(0, LONGEST_WORD);
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
const replySchema = looseObject({ content: array(unknown()).nullable() });
/** A model of an `anthropic` provider; `transport` is the provider's own. The SDK is loaded with the first call. */
function createAnthropicModel(ref, provider, transport) {
	const server = {
		vendor: provider.origin === "https://api.anthropic.com",
		local: isLocal(provider.origin)
	};
	return createAdaptiveModel(ref, {
		prepare: (request, learned) => prepareAnthropic(request, {
			learned,
			...server
		}),
		send: (body, options) => send$1(body, {
			ref,
			provider,
			transport,
			options
		}),
		features: anthropicFeatures,
		named: namedByAnthropic,
		open: (_, features) => features,
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
function readReply(reply, { system, messages }) {
	const blocks = reply.content ?? [];
	const joined = (type) => blocks.map((block) => fieldOf(block, "type") === type ? textOf(fieldOf(block, "text")) ?? "" : "").join("");
	const refused = blocks.some((block) => fieldOf(block, "type") === "refusal");
	const text = joined("text") || joined("refusal");
	const ending = refused ? { finish: "refusal" } : endingOf(reply["stop_reason"]);
	const { usage, estimated } = countUsage(reportedUsage$1(reply["usage"]), {
		sent: JSON.stringify([system, messages]),
		text
	});
	const returnedModel = textOf(reply["model"]);
	return {
		text,
		finish: ending.finish,
		...ending.word !== void 0 && { ending: ending.word },
		...returnedModel !== void 0 && { returnedModel },
		usage,
		adapted: estimated ? ["usage estimated"] : []
	};
}
/** Anthropic counts cached tokens beside the input, not within it. */
function reportedUsage$1(usage) {
	const fresh = tokensOf(fieldOf(usage, "input_tokens"));
	const cached = tokensOf(fieldOf(usage, "cache_read_input_tokens")) ?? 0;
	const cacheWrite = tokensOf(fieldOf(usage, "cache_creation_input_tokens")) ?? 0;
	return {
		input: fresh === void 0 ? void 0 : fresh + cached + cacheWrite,
		output: fieldOf(usage, "output_tokens"),
		cached,
		cacheWrite
	};
}
const choice = looseObject({
	finish_reason: unknown(),
	message: unknown()
});
const openaiReply = looseObject({ choices: array(choice).nullable() });
function readOpenAIReply(reply, messages) {
	const [first] = reply.choices ?? [];
	const { text, refusal } = readMessage(fieldOf(first, "message") ?? first);
	const ending = first === void 0 ? endingOfNothing(reply) : endingOfChoice(first, refusal);
	const { usage, estimated } = countUsage(reportedUsage(reply["usage"]), {
		sent: JSON.stringify(messages),
		text: refusal ?? text
	});
	const returnedModel = textOf(reply["model"]);
	const fingerprint = textOf(reply["system_fingerprint"]);
	return {
		text: refusal ?? text,
		finish: ending.finish,
		...ending.word !== void 0 && { ending: ending.word },
		...returnedModel !== void 0 && { returnedModel },
		...fingerprint !== void 0 && { fingerprint },
		usage,
		adapted: estimated ? ["usage estimated"] : []
	};
}
/** The text of a message, whole or in parts, and its refusal in a field or a part of its own. */
function readMessage(message) {
	const content = fieldOf(message, "content") ?? fieldOf(message, "text");
	const parts = Array.isArray(content) ? content : [];
	const joined = (name) => parts.map((part) => textOf(fieldOf(part, name)) ?? "").join("");
	const refusal = textOf(fieldOf(message, "refusal")) ?? textOf(joined("refusal"));
	return {
		text: typeof content === "string" ? content : joined("text"),
		refusal
	};
}
function endingOfChoice(first, refusal) {
	if (refusal !== void 0) return { finish: "refusal" };
	const failed = fieldOf(first, "error");
	const ending = endingOf(first.finish_reason);
	if (failed === void 0 || failed === null || ending.finish === "content_filter") return ending;
	return {
		finish: "unfinished",
		word: endingOf(fieldOf(failed, "message") ?? "error").word ?? "error"
	};
}
/** No choice at all: a prompt that was blocked (Gemini says so beside it), or nothing. */
function endingOfNothing(reply) {
	const feedback = fieldOf(reply, "promptFeedback") ?? fieldOf(reply, "prompt_feedback");
	return (fieldOf(feedback, "blockReason") ?? fieldOf(feedback, "block_reason")) === void 0 ? {
		finish: "unfinished",
		word: "no choice"
	} : { finish: "content_filter" };
}
function reportedUsage(usage) {
	const details = fieldOf(usage, "prompt_tokens_details");
	return {
		input: fieldOf(usage, "prompt_tokens"),
		output: fieldOf(usage, "completion_tokens"),
		cached: fieldOf(details, "cached_tokens"),
		cacheWrite: fieldOf(details, "cache_write_tokens")
	};
}
const AS_SYSTEM = "developer -> system";
/** Some chat templates know no system role (Gemma, Mistral's first). */
const SYSTEM_AS_USER = "system -> user turn";
/** Some want user and assistant to take turns, strictly. */
const TURNS_MERGED = "turns of one role merged";
/**
* A tool's message must answer a call in the assistant message before it, so each gets one, with an identifier that
* every server known takes (nine letters and digits). `developer` is OpenAI's own role.
*/
function toOpenAIMessages(messages, taste) {
	const shaped = shapeTurns(messages, taste);
	const sent = [];
	let calls = 0;
	for (const { role, content } of shaped) switch (role) {
		case "tool":
			calls += 1;
			sent.push(...answeredCall(sent, `call${String(calls).padStart(5, "0")}`, content));
			break;
		case "developer":
		case "system":
		case "user":
		case "assistant": sent.push({
			role,
			content
		});
	}
	const adapted = [];
	if (!taste.takesDeveloper && messages.some(({ role }) => role === "developer")) adapted.push(AS_SYSTEM);
	if (!taste.takesSystem && messages.some(isStanding)) adapted.push(SYSTEM_AS_USER);
	return {
		messages: sent,
		adapted
	};
}
/** Messages with only the roles, and in only the order, that the server takes. */
function shapeTurns(messages, taste) {
	const roles = messages.map((message) => {
		if (!taste.takesSystem && isStanding(message)) return {
			role: "user",
			content: message.content
		};
		return message.role === "developer" && !taste.takesDeveloper ? {
			...message,
			role: "system"
		} : message;
	});
	if (!taste.mergesTurns) return roles;
	const turns = [];
	for (const message of roles) {
		const last = turns.at(-1);
		if (last?.role !== message.role || message.role === "tool") turns.push(message);
		else turns[turns.length - 1] = {
			role: last.role,
			content: `${last.content}\n\n${message.content}`
		};
	}
	return turns;
}
function isStanding({ role }) {
	return role === "system" || role === "developer";
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
/** Words about a value, not about the parameter: another one would do, and that is for the user to say. */
const ABOUT_A_VALUE = /[<>]=? ?-?\d|between|at (most|least)|out of range|less than|greater than|above_max|below_min|maximum|minimum/i;
const OUTPUT_CAPS = /* @__PURE__ */ new Map([["max_tokens", "max_completion_tokens"], ["max_completion_tokens", "max_tokens"]]);
const FORMATS = [
	"json_schema",
	"json_object",
	"plain"
];
const TO_JSON_OBJECT = "json_schema -> json_object";
const TO_PLAIN = "json_object -> plain";
function prepareOpenAI(request, { learned, vendor, local }) {
	const { model, messages, format } = request;
	const adapted = [];
	const params = vendor ? { store: false } : {};
	for (const [name, value] of Object.entries(model.params)) params[wireName(name, vendor)] = value;
	const ownCap = outputCapOf(request, {
		local,
		learned
	});
	if (ownCap !== void 0) params["max_tokens"] = ownCap;
	else if (learned.has("output cap dropped") && local) adapted.push(OWN_CAP_DROPPED);
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
	const dropsBounds = format !== void 0 && kind === "json_schema" && hasBounds(format);
	const bounded = dropsBounds && !vendor && !learned.has("schema bounds dropped");
	adapted.push(...dropsBounds && !bounded && !vendor ? [BOUNDS_DROPPED] : [], ...steps);
	if (format !== void 0 && kind !== "plain") params["response_format"] = responseFormat(kind, bounded ? format : boundless(format));
	const sent = toOpenAIMessages(format === void 0 || kind === "json_schema" ? messages : askInWords(messages, format), {
		takesDeveloper: vendor && !learned.has("developer -> system"),
		takesSystem: !learned.has(SYSTEM_AS_USER),
		mergesTurns: format !== void 0 || learned.has("turns of one role merged")
	});
	adapted.push(...sent.adapted);
	if (format === void 0 && learned.has("turns of one role merged") && neighbours(messages)) adapted.push(TURNS_MERGED);
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
/** Everything in a request that some server refuses, as lessons; those that cost least first. */
function openAIFeatures(body, request) {
	const format = body.response_format?.type;
	const schema = format === "json_schema" ? JSON.stringify(body.response_format) : "";
	const params = DROPPABLE.filter((name) => name in body && name !== "store").map((name) => `${name} dropped`);
	const caps = [...OUTPUT_CAPS].filter(([name]) => name in body).map(([name, other]) => `${name} -> ${other}`);
	const own = caps.length > 0 && outputCapOf(request, {
		local: true,
		learned: /* @__PURE__ */ new Set()
	}) !== void 0;
	return [
		.../"max(Length|Items)"/.test(schema) ? [BOUNDS_DROPPED] : [],
		...format === "json_schema" ? [TO_JSON_OBJECT] : [],
		...format === "json_object" ? [TO_PLAIN] : [],
		...neighbours(body.messages) ? [TURNS_MERGED] : [],
		...body.messages.some(({ role }) => role === "developer") ? [AS_SYSTEM] : [],
		...body.messages.some(({ role }) => role === "system" || role === "developer") ? [SYSTEM_AS_USER] : [],
		...params,
		..."store" in body ? ["store dropped"] : [],
		...own ? [OWN_CAP_DROPPED] : caps
	];
}
/** Of a request's features those that a refusal's words speak of, the likeliest first. Words only order what is tried. */
function namedByOpenAI(detail, features) {
	const { param = "", code = "", message = "" } = detail;
	const said = `${param} ${code} ${message}`;
	const speaksOf = (feature) => {
		switch (feature) {
			case BOUNDS_DROPPED: return /maxLength|maxItems|max_length|max_items/i.test(said);
			case TO_JSON_OBJECT:
			case TO_PLAIN: return /response_format|response_schema|json_schema|json_object|structured output|grammar|\$schema/i.test(said);
			case TURNS_MERGED: return /alternate|consecutive/i.test(said);
			case OWN_CAP_DROPPED: return /max_(completion_)?tokens|output tokens/i.test(said);
			case AS_SYSTEM: return /developer/i.test(said);
			case SYSTEM_AS_USER: return /system/i.test(said) && /\brole|instruction|prompt|message/i.test(said);
			default: {
				const name = feature.split(" ")[0];
				return param === name || new RegExp(`\\b${name}\\b`).test(message);
			}
		}
	};
	return features.filter((feature) => !isAboutValue(feature, said) && speaksOf(feature));
}
/** The features that may be left out after such a refusal at all. */
function openToTrial(detail, features) {
	const said = `${detail.param ?? ""} ${detail.code ?? ""} ${detail.message ?? ""}`;
	return features.filter((feature) => !isAboutValue(feature, said));
}
function isAboutValue(feature, said) {
	return feature.endsWith(" dropped") && feature !== "output cap dropped" && feature !== "schema bounds dropped" ? ABOUT_A_VALUE.test(said) && !/unsupported|not support/i.test(said) : false;
}
function neighbours(messages) {
	return messages.some(({ role }, index) => role !== "tool" && messages[index + 1]?.role === role);
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
	const server = {
		vendor: isOpenAI(provider.origin),
		local: isLocal(provider.origin)
	};
	return createAdaptiveModel(ref, {
		prepare: (request, learned) => prepareOpenAI(request, {
			learned,
			...server
		}),
		send: (body, options) => send(body, {
			ref,
			provider,
			transport,
			options
		}),
		features: openAIFeatures,
		named: namedByOpenAI,
		open: openToTrial,
		nextFormat: nextOpenAIFormat
	});
}
async function send(body, context) {
	const { OpenAI } = await import("./openai.js");
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
}
/** OpenAI's own endpoint and its regional ones: the only servers sure to know `developer`, `store` and the new output cap. */
function isOpenAI(origin) {
	return /^https:\/\/([a-z]+\.)?api\.openai\.com$/.test(origin);
}
/** Calls in a row that fail before the provider is left alone, and for how long. */
const THRESHOLD = 5;
const COOL_DOWN_MS = 3e4;
/** Requests that a key must have been refused for, and none answered, before it is the key. */
const ALL_FORBIDDEN = 3;
const FINAL = /* @__PURE__ */ new Set([
	"quota",
	"origin",
	"auth"
]);
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
	let forbidden = 0;
	let answered = false;
	const refuse = (why, error) => new CallError(error.kind, `${name} was not asked: ${why}`, {
		attempts: 0,
		...error.status !== void 0 && { status: error.status }
	});
	const end = (error) => {
		if (isFinal(last)) return;
		failures = 0;
		last = error;
	};
	const note = (error) => {
		if (!UNREACHED.has(error.kind)) return end(isFinal(error) ? error : void 0);
		if (isFinal(last)) return;
		last = error;
		failures += 1;
		closedUntil = clock.monotonic() + COOL_DOWN_MS;
	};
	return {
		admit: () => {
			if (last === void 0) return;
			if (isFinal(last)) throw refuse("it refused every further request", last);
			if (failures < THRESHOLD) return;
			if (clock.monotonic() < closedUntil) throw refuse(`its last ${failures} calls failed`, last);
			closedUntil = clock.monotonic() + COOL_DOWN_MS;
		},
		succeeded: () => {
			answered = true;
			end(void 0);
		},
		failed: (error) => {
			if (error.kind === "forbidden") forbidden += 1;
			const known = error.kind === "forbidden" && !answered && forbidden >= ALL_FORBIDDEN ? asAuth(error) : error;
			note(known);
			return known;
		}
	};
}
/** 401 is about the key; a 403 is once it was everybody's. */
function isFinal(error) {
	return error !== void 0 && FINAL.has(error.kind);
}
function asAuth({ message, attempts, status, cause }) {
	const words = `${message}; the same key was refused for every request`;
	return new CallError("auth", words, {
		attempts,
		cause,
		...status !== void 0 && { status }
	});
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
		kind: "forbidden",
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
/** Statuses under which servers tell that a prompt is too long; llama.cpp and Ollama also do so under 500. */
const CONTENT_STATUSES = /* @__PURE__ */ new Set([
	400,
	413,
	422,
	500
]);
const QUOTA_MESSAGE = /credit balance is too low|spend(ing)? limit|usage limits?\b.*\breached/i;
/** A prompt that does not fit, in anybody's words: it names the context, or counts tokens and finds them too many. */
const TOO_LARGE = [
	/(prompt|input|request|context)\b.{0,60}\b(too (long|large|many)|exceed)/i,
	/exceeds?\b.{0,60}\b(context|window|tokens?)\b/i,
	/\bcontext[_ ](length|size|window)/i,
	/maximum (context|input|prompt|sequence) (length|size)/i,
	/too many tokens|longer than the (maximum )?model/i
];
/** A 404 about the address and not about a model, as frameworks and servers write it. */
const NO_PATH = /^(404 )?((page|path|route|url|file|resource|endpoint) )?not found\.?$|invalid url|cannot post|no such route/i;
/** Chat templates are programs of the model's: one that does not take these roles fails the same way every time. */
const TEMPLATE = /\b(jinja|chat[ _]template|template)\b|\broles? must\b|\bmust alternate\b|role not supported/i;
/** A reply that its own model spoiled (Groq's JSON mode): by chance, so another try may be whole. */
const SPOILED = /* @__PURE__ */ new Set(["json_validate_failed"]);
/** What a status other than 2xx means. */
function failureOfStatus(detail, headerMs) {
	const rule = ruleOf(detail);
	const retryAfterMs = headerMs ?? detail.retryAfterMs;
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
function ruleOf({ status, type, code, message = "", foreign }) {
	const names = [type, code].filter((name) => name !== void 0);
	if (names.some((name) => QUOTA.has(name)) || status < 429 && QUOTA_MESSAGE.test(message)) return {
		kind: "quota",
		attempts: 1
	};
	const said = [...names, message].join(" ");
	if (CONTENT_STATUSES.has(status) && TOO_LARGE.some((words) => words.test(said))) return {
		kind: "too_large",
		attempts: 1
	};
	if (status === 405 || status === 404 && (foreign === true || message === "" || NO_PATH.test(message))) return {
		kind: "wrong_path",
		attempts: 1
	};
	if (status === 500 && TEMPLATE.test(message)) return {
		kind: "bad_request",
		attempts: 1
	};
	if (names.some((name) => SPOILED.has(name))) return {
		kind: "bad_request",
		attempts: 2
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
/** A router has sent its 200 before its upstream failed: the passing failure of a gateway, where it says nothing else. */
const LATE_FAILURE = 502;
/** The failure that a 200's body is; undefined for one to be read. */
function failureInBody(text, context) {
	if (text.trim() === "") return unusableBody("empty", "the answer has no body");
	let body;
	try {
		body = JSON.parse(text);
	} catch {
		return unusableBody("bad_response", `the answer is not JSON${looksOf(text)}`);
	}
	if (typeof body !== "object" || body === null || Array.isArray(body)) return unusableBody("bad_response", "the answer is not a whole JSON object");
	const error = fieldOf(body, "error");
	if ([fieldOf(body, "choices"), fieldOf(body, "content")].some((list) => Array.isArray(list) && list.length > 0) || error === void 0 || error === null || error === "" || error === false) return void 0;
	const code = Number(fieldOf(error, "code") ?? fieldOf(error, "status") ?? fieldOf(body, "code"));
	const asRefusal = detailOf(400, body, context);
	if (isPolicyRefusal(asRefusal)) return failureOfStatus(asRefusal);
	return failureOfStatus(detailOf(Number.isInteger(code) && code >= 400 && code < 600 ? code : LATE_FAILURE, body, context));
}
function looksOf(text) {
	if (/^\s*</.test(text)) return " but a page: something between here and the model answered (a proxy, a login)";
	if (/^\s*(data|event):/.test(text)) return " but a stream of events, which was not asked for";
	return ", or not a whole one";
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
	/** A countdown is asked only where nothing says it plainly, and only of a limit: other answers carry them, too. */
	const waitOf = ({ headers, status }, detail) => retryAfterMs(headers, clock.now()) ?? detail.retryAfterMs ?? (status === 429 ? limitResetMs(headers, clock.now()) : void 0);
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
				const context = {
					secrets,
					sent: typeof init.body === "string" ? init.body : ""
				};
				if (response.ok) {
					const failure = failureInBody(text, context);
					return failure === void 0 ? { text } : { failure };
				}
				const detail = parseProviderError(response.status, text, context);
				return { failure: failureOfStatus(detail, waitOf(response, detail)) };
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
			if (!(attempts < failure.attempts && clock.monotonic() + wait < end) || failure.retryAfterMs === void 0 && !budget.spend()) throw breaker.failed(toCallError(provider, failure, {
				url,
				attempts
			}));
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
function toCallError({ name, origin }, failure, { url, attempts }) {
	const tries = attempts === 1 ? "" : ` (${attempts} attempts)`;
	const place = failure.kind === "wrong_path" ? url : origin;
	return new CallError(failure.kind, `${name} at ${place}: ${failure.message}${tries}`, {
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
export { priceOf as a, dataBlock as c, createLiveModels as d, liveProviders as f, estimateTokens as g, findReply as h, costOf as i, readDataBlocks as l, createTransport as m, worstUsage as n, PRICES_AS_OF as o, providerName as p, addCosts as r, requestKey as s, worstCost as t, checkNode as u };
