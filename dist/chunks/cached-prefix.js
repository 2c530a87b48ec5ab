import { r as sha256 } from "./canonical-json.js";
import { n as worstUsage } from "./estimate-cost.js";
/** OpenAI caches beginnings of 1,024 tokens or more by itself, in steps of 128 (platform.openai.com, "Prompt caching"). */
const OPENAI_LEAST = 1024;
const OPENAI_STEP = 128;
/**
* Tokens that a beginning must have before Anthropic's cache takes it (platform.claude.com, "Prompt caching"). The lists name
* 1,024 for Sonnet, but users report 2,048 of later ones; what is not named here gets the largest, which overstates a price.
*/
const ANTHROPIC_LEAST = [
	[/sonnet/, 2048],
	[/haiku-3|3-5-haiku|3-haiku/, 2048],
	[/opus-4-1|opus-4$|opus-4-2/, 1024]
];
const ANTHROPIC_LEAST_OTHERWISE = 4096;
/**
* A meter over one run. The first request of a beginning pays for it (and for writing it, where the provider bills that);
* those after it read it. Runs send requests of one beginning one after the other, so none is thought to be forgotten.
*/
function createUsageMeter() {
	const seen = /* @__PURE__ */ new Set();
	return (request) => {
		const usage = worstUsage(request);
		const cacheable = cacheableTokens(request);
		if (cacheable === 0) return usage;
		const name = prefixName(request);
		if (seen.has(name)) return {
			...usage,
			cachedInputTokens: cacheable
		};
		seen.add(name);
		return request.model.kind === "anthropic" ? {
			...usage,
			cacheWriteTokens: cacheable
		} : usage;
	};
}
/** Tokens of the shared beginning that the provider would keep; 0 where it is too short or the provider keeps none. */
function cacheableTokens(request) {
	const { model, messages, sharedMessages } = request;
	if (sharedMessages === 0) return 0;
	const shared = worstUsage({
		model,
		messages: messages.slice(0, sharedMessages),
		sharedMessages,
		draw: ""
	}).inputTokens;
	switch (model.kind) {
		case "openai": return shared < OPENAI_LEAST ? 0 : shared - shared % OPENAI_STEP;
		case "anthropic": return shared < leastOf(model) ? 0 : shared;
		case "simulated":
		case "recorded": return 0;
		default: return model.kind;
	}
}
function leastOf({ model }) {
	const name = model.replace(/-\d{8}$/, "");
	return ANTHROPIC_LEAST.find(([pattern]) => pattern.test(name))?.[1] ?? ANTHROPIC_LEAST_OTHERWISE;
}
function prefixName({ model, messages, sharedMessages }) {
	return sha256([model.id, ...messages.slice(0, sharedMessages).map(({ role, content }) => `${role}\n${content}`)].join("\n\n"));
}
export { createUsageMeter as t };
