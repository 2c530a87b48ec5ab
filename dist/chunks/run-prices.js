import { t as UserError } from "./errors.js";
import { t as whereDefined } from "./where-defined.js";
import { y as providerName } from "./labelled.js";
import { c as costOf, l as priceOf } from "./resolve-models.js";
import { x as estimateTokens } from "./plain-rules.js";
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
/** Half of the usual price, at both vendors. */
const BATCH_SHARE = .5;
/** Calls without a name go alone: a batch cannot tell them from others like them. */
function createBatchedModel(model, batches) {
	const firsts = /* @__PURE__ */ new Map();
	const batched = /* @__PURE__ */ new WeakSet();
	return {
		ref: model.ref,
		cameInBatch: (completion) => batched.has(completion),
		complete: async (request, options) => {
			const { name } = options;
			if (name === void 0) return model.complete(request, options);
			const form = request.format?.name ?? "";
			const first = firsts.get(form);
			if (first === void 0 && !batches.holds(name)) {
				const alone = model.complete(request, options);
				firsts.set(form, alone.catch(() => void 0));
				return alone;
			}
			await first;
			const completion = await model.complete(request, {
				...options,
				inBatch: batches.ask
			});
			batched.add(completion);
			return completion;
		}
	};
}
/** What the same tokens cost in a batch, or by spare capacity. */
function halved(price) {
	if (price === "unknown") return price;
	const { input, output, cachedInput, cacheWrite } = price;
	const half = (usd) => usd === void 0 ? void 0 : usd * BATCH_SHARE;
	return {
		input: input * BATCH_SHARE,
		output: output * BATCH_SHARE,
		...whereDefined({
			cachedInput: half(cachedInput),
			cacheWrite: half(cacheWrite)
		})
	};
}
/** The prices that work will mostly be done at: those of the config, halved for models whose spare capacity is asked first. */
function expectedPrices({ config, panel }, { attended }) {
	const own = [...panel.models.map(({ ref }) => ref), ...panel.judges].flatMap((ref) => {
		const name = providerName(ref);
		const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : void 0;
		const price = halved(priceOf(ref, config.prices));
		return provider !== void 0 && "flex" in provider && asksFlex(provider, attended) && price !== "unknown" ? [[ref.id, price]] : [];
	});
	return own.length === 0 ? config.prices : {
		...config.prices,
		...Object.fromEntries(own)
	};
}
/** Whether a provider's spare capacity is asked first. */
function asksFlex(provider, attended) {
	return provider.flex === "always" || provider.flex === "unattended" && !attended;
}
function unknownPrices({ config, panel }) {
	const refs = [
		...panel.models.map(({ ref }) => ref),
		...panel.judges,
		...panel.classifier === void 0 ? [] : [panel.classifier]
	];
	const unpriced = [...new Set(refs.filter((ref) => priceOf(ref, config.prices) === "unknown").map(({ id }) => id))];
	return new UserError(unpriced.map((id) => ({
		message: `${id}: no price is known, so the dollar budget could not hold`,
		hint: `add prices: { ${id}: { input: ..., output: ... } } in US dollars per million tokens, or set budget.allowUnknownPrices: true`
	})));
}
export { BATCH_SHARE as a, worstCost as c, givenCap as d, outputCapOf as f, unknownPrices as i, worstUsage as l, expectedPrices as n, createBatchedModel as o, halved as r, createKeySet as s, asksFlex as t, OWN_CAP_DROPPED as u };
