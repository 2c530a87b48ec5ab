import { l as wording } from "./sentence.js";
/** Half sentences, without an end. */
const REMEDIES = {
	again: "Run again: finished calls are stored, only the missing ones are made",
	slower: "Lower `concurrency` of that provider, or run again later: finished calls are stored",
	reach: "See that the endpoint is up and can be reached from here, then run again: finished calls are stored",
	window: "Give its server a larger context window (docs/local-models.md says how), or use a model that has one; running again does not help by itself",
	tier: "Its account may use fewer tokens a minute than one request has: raise that limit with the provider, or lower `params.maxTokens`, which some count in",
	longer: "Raise `params.maxTokens` of that model, or use one that keeps to the point",
	rights: "See what the key may do with the provider: the request or the model was forbidden",
	request: "Look at that model and its `params`: its server does not take what is asked of it",
	readable: "Use another model there: one that keeps to a JSON schema, or to instructions",
	willing: "Use another model there: this one declines to do it",
	address: "Look at `baseUrl`: what answers there is no model of this protocol",
	paid: "Raise the quota or the spend limit with that provider, then run again: finished calls are stored",
	budget: "Raise `budget`, or ask for less"
};
/** The remedy for a reason: a kind of call error, how an answer ended, or why a reply could not be read. */
function remedyOf(reason, words = "") {
	switch (reason) {
		case "rate_limited": return "slower";
		case "timeout":
		case "network":
		case "server": return "reach";
		case "too_large": return /per min/i.test(words) ? "tier" : "window";
		case "length": return "longer";
		case "forbidden": return "rights";
		case "bad_request": return "request";
		case "bad_response": return "address";
		case "quota": return "paid";
		case "refusal":
		case "content_filter": return "willing";
		case "aborted": return words.includes("budget") ? "budget" : "again";
		case "unfinished": return words.includes("cut off") ? "window" : "again";
		default: return reason === "not JSON" || reason.startsWith("wrong shape") || reason === "about another item" ? "readable" : "again";
	}
}
const VOID_REASONS = {
	"same-answers": {
		brief: wording("same answers"),
		says: wording("models are trained towards this spec, so both sides judge the same stored answers and nothing but rulings can move")
	},
	"one-text": {
		brief: wording("one text"),
		says: wording("both sides are judged under one text, so no text can allow more than the other")
	},
	"same-rules": {
		brief: wording("judges read the same"),
		says: wording("judges read the same text of these scenarios on both sides, so none of them is forbidden or allowed anew")
	},
	"one-model": {
		brief: wording("one model"),
		says: wording("it is about several models, and there is one")
	},
	"two-models": {
		brief: wording("under 3 models"),
		says: wording("to stand apart from nearly all others takes three models")
	},
	"one-draw": {
		brief: wording("one draw a side"),
		says: wording("to stand apart an answer must do so in two draws, and one of each side decided")
	},
	"one-judge": {
		brief: wording("one judge"),
		says: wording("it compares judges, and there is one")
	},
	"no-classifier": {
		brief: wording("no classifier"),
		says: wording("it needs scored answers, and the config names no classifier")
	},
	"no-rubrics": {
		brief: wording("no rubrics"),
		says: wording("it needs scored answers, and no scenario of this check has rubrics")
	},
	"no-shared-clauses": {
		brief: wording("no clause cited"),
		says: wording("no two judges rest on the same clause")
	}
};
export { REMEDIES as n, remedyOf as r, VOID_REASONS as t };
