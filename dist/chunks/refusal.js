/** The HTTP status an API call failed with; 500 for a network fault, undefined for anything else. */
function statusOf(error) {
	if (!(error instanceof Error) || !("status" in error)) return void 0;
	return typeof error.status === "number" ? error.status : void 0;
}
/** Whether GitHub refused an API call, or could not be reached. GraphQL refuses with status 200 and a list of errors. */
function isRefusal(error) {
	return statusOf(error) !== void 0 || error instanceof Error && error.name === "GraphqlResponseError";
}
/** Why an API call failed, on one line. */
function reasonOf(error) {
	return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").slice(0, 300);
}
/** Headers of the response that an error carries; none where there was no response. */
function headersOf(error) {
	const { response } = error;
	return response?.headers ?? {};
}
/** GitHub's words for what has no status of its own; what none of them says is `other`, and shown as it was said. */
const WORDS = [
	[/not accessible by (integration|personal access token)|must have (push|write|admin)|permission/i, "permission"],
	[/locked/i, "locked"],
	[/archived/i, "archived"],
	[/SAML|single sign-on/i, "single-sign-on"],
	[/IP allow list/i, "ip-allow-list"]
];
/** Why GitHub refused. Only 403, 410 and limits are told apart: anything else is a failure and no refusal. */
function kindOfRefusal(error) {
	const status = statusOf(error);
	const headers = headersOf(error);
	const reason = reasonOf(error);
	if ((status === 429 || headers["retry-after"] !== void 0 || headers["x-ratelimit-remaining"] === "0" || /rate limit|abuse detection/i.test(reason)) && status !== void 0 && status < 500) return {
		kind: "rate-limit",
		until: limitEnd(headers)
	};
	if (status === 410) return { kind: "turned-off" };
	if (status !== 403) return { kind: "other" };
	return { kind: WORDS.find(([words]) => words.test(reason))?.[1] ?? "other" };
}
/** A secondary limit names seconds; the primary one, whose header stands beside every answer, the second it ends at. */
function limitEnd(headers) {
	const seconds = Number(headers["retry-after"] ?? "none");
	if (seconds >= 0) return Date.now() + seconds * 1e3;
	const reset = Number(headers["x-ratelimit-reset"] ?? "none");
	return headers["x-ratelimit-remaining"] === "0" && reset > 0 ? reset * 1e3 : void 0;
}
/** What to do about it, where there is something; `right` is the permission that the call needs. */
function adviceFor(error, right) {
	const refusal = kindOfRefusal(error);
	switch (refusal.kind) {
		case "rate-limit": {
			const { until } = refusal;
			return `GitHub limits how much is asked of it; run again ${until === void 0 ? "in some minutes" : `after ${new Date(until).toISOString().slice(11, 16)} UTC`}`;
		}
		case "permission": return `this run's token may not; give the job "${right}" (runs of forks never have it)`;
		case "locked": return "the conversation is locked";
		case "archived": return "the repository is archived";
		case "single-sign-on": return "the token is not authorised for the organisation (single sign-on)";
		case "ip-allow-list": return "the runner's address is not on the organisation's allow list";
		case "turned-off": return "issues are turned off";
		case "other": return statusOf(error) === 403 ? `if this run's token lacks it, give the job "${right}"` : "";
		default: throw new Error(`unknown refusal: ${JSON.stringify(refusal)}`);
	}
}
/** Advice and GitHub's own words. */
function explainRefusal(error, right) {
	const advice = adviceFor(error, right);
	return `${advice === "" ? "" : `${advice}. `}GitHub says: ${reasonOf(error)}`;
}
export { statusOf as a, reasonOf as i, isRefusal as n, kindOfRefusal as r, explainRefusal as t };
