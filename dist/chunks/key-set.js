import { s as costOf } from "./resolve-models.js";
/** About four characters a token, rounded up. An estimate for English text; other scripts take more. */
function estimateTokens(text) {
	return Math.ceil(text.length / 4);
}
/** The output cap of a request whose model has no `maxTokens` of its own, where one must be sent or reserved for. */
const DEFAULT_MAX_TOKENS = 8192;
/** A server whose window is smaller than the cap refuses it, and is then asked without a cap. */
const OWN_CAP_DROPPED = "output cap dropped";
/**
* What local servers are asked for: a whole answer of a model under test; a judge's or classifier's reply under a schema,
* which bounds its length by itself; the same asked for in words, where a model may think aloud first. A small model that
* keeps to nothing writes on to the cap each time: a processor gives it 20 to 40 tokens a second.
*/
const LOCAL = {
	answer: 4096,
	byFormat: 1024,
	inWords: 2048
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
	if (request.mostTokens !== void 0) return request.mostTokens;
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
	const schema = format === void 0 ? 0 : tokensOfSchema(format);
	return {
		inputTokens: texts.reduce((sum, tokens) => sum + tokens, schema),
		cachedInputTokens: 0,
		cacheWriteTokens: 0,
		outputTokens: worstOutput(request)
	};
}
const schemaTokens = /* @__PURE__ */ new WeakMap();
/** Thousands of requests have the same one. */
function tokensOfSchema(format) {
	const known = schemaTokens.get(format) ?? estimateTokens(JSON.stringify(format.schema));
	schemaTokens.set(format, known);
	return known;
}
/** US dollars that a request costs at most, by the estimate of its tokens. */
function worstCost(request, price) {
	const usage = worstUsage(request);
	const written = price !== "unknown" && (price.cacheWrite ?? 0) > price.input && request.sharedMessages > 0;
	return costOf(written ? {
		...usage,
		cacheWriteTokens: usage.inputTokens
	} : usage, price);
}
/** Places filled beyond which the table is doubled. */
const FULLEST = .7;
/**
* Keys by their first 52 bits, in an open-addressing table. Two different keys of ten million are taken for one with a chance
* of about one in a hundred: good enough for counting, not for looking anything up. Keys begin with 13 hexadecimal digits.
*/
function createKeySet() {
	let table = /* @__PURE__ */ new Float64Array(1024);
	let size = 0;
	const place = (into, number) => {
		let at = number % into.length;
		while (into[at] !== 0 && into[at] !== number) at = (at + 1) % into.length;
		return at;
	};
	const grow = () => {
		const larger = new Float64Array(table.length * 2);
		for (const number of table) if (number !== 0) larger[place(larger, number)] = number;
		table = larger;
	};
	return { add: (key) => {
		const number = Number.parseInt(key.slice(0, 13), 16) + 1;
		const at = place(table, number);
		if (table[at] === number) return false;
		table[at] = number;
		size += 1;
		if (size > FULLEST * table.length) grow();
		return true;
	} };
}
export { givenCap as a, estimateTokens as c, OWN_CAP_DROPPED as i, worstCost as n, outputCapOf as o, worstUsage as r, DEFAULT_MAX_TOKENS as s, createKeySet as t };
