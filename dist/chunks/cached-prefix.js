import { l as worstUsage, s as createKeySet } from "./run-prices.js";
import { S as promptCacheOf } from "./labelled.js";
import { C as prefixName } from "./plain-rules.js";
/** Tokens that are kept of a beginning of so many; 0 where it is too short. */
function keptTokens({ least, step }, model, tokens) {
	const name = model.replace(/-\d{8}$/, "");
	const [, needed] = least.find(([pattern]) => pattern.test(name)) ?? [void 0, Infinity];
	return tokens < needed ? 0 : tokens - tokens % step;
}
/**
* A meter over one run. The first request of a beginning pays for it (and for writing it, where the provider bills
* that); those after it read it. A run sends requests with the same beginning together, so the estimate takes none as
* dropped from the cache in between.
*/
function createUsageMeter() {
	const seen = createKeySet();
	return (request) => {
		const usage = worstUsage(request);
		const cacheable = cacheableTokens(request);
		const name = prefixName(request);
		if (cacheable === 0 || name === void 0) return usage;
		if (!seen.add(name)) return {
			...usage,
			cachedInputTokens: cacheable
		};
		return promptCacheOf(request.model.kind)?.isWritingBilled === true ? {
			...usage,
			cacheWriteTokens: cacheable
		} : usage;
	};
}
/** Tokens of the shared beginning that the provider would keep; 0 where it is too short or the provider keeps none. */
function cacheableTokens(request) {
	const { model, messages, sharedMessages } = request;
	const cache = promptCacheOf(model.kind);
	if (sharedMessages === 0 || cache === void 0) return 0;
	const shared = worstUsage({
		model,
		messages: messages.slice(0, sharedMessages),
		sharedMessages,
		draw: ""
	}).inputTokens;
	return keptTokens(cache, model.model, shared);
}
export { createUsageMeter as t };
