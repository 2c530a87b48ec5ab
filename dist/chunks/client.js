import { t as whereDefined } from "./where-defined.js";
import { a as statusOf, r as kindOfRefusal } from "./refusal.js";
const ATTEMPTS = 4;
/** Milliseconds a single request may take, headers and body; stored answers may be large. */
const DEADLINE = 1e4;
const BLOB_DEADLINE = 12e4;
/** Seconds that all requests of a client may wait together: for faults of the service, and for limits. */
const PATIENCE = {
	faults: 15,
	limits: 60
};
/**
* A client that tries again on 5xx and network faults (after 1, 4 and 9 s) and on rate limits, as long as its patience
* lasts: what is asked of GitHub is never worth minutes. A lost answer to a POST is not repeated: only its caller knows whether that would do the thing twice.
*/
async function createGitHubClient(options) {
	const github = await import("./github.js");
	const sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
	const octokit = github.getOctokit(options.token, {
		...whereDefined({ baseUrl: options.baseUrl }),
		log: {
			debug: ignore,
			info: ignore,
			warn: ignore,
			error: ignore
		}
	});
	const left = { ...PATIENCE };
	octokit.hook.wrap("request", async (request, parameters) => {
		for (let attempt = 1;; attempt += 1) {
			const start = performance.now();
			try {
				const signal = AbortSignal.timeout(parameters.url.includes("/git/blobs") ? BLOB_DEADLINE : DEADLINE);
				return checkBody(await request({
					...parameters,
					request: {
						...parameters.request,
						signal
					}
				}));
			} catch (error) {
				const repeatable = parameters.method !== "POST" || parameters.url === "/graphql";
				if (attempt === ATTEMPTS) throw error;
				const wait = waitFor(error, {
					attempt,
					repeatable
				});
				if (wait === void 0) throw error;
				if (wait.for === "faults") left.faults -= (performance.now() - start) / 1e3;
				if (wait.seconds > left[wait.for]) throw error;
				left[wait.for] -= wait.seconds;
				await sleep(wait.seconds * 1e3);
			}
		}
	});
	return {
		octokit,
		owner: options.owner,
		repo: options.repo
	};
}
/** GitHub answers in JSON; a page of a proxy, or of a server under maintenance, comes with status 200, too. */
function checkBody(answer) {
	if (typeof answer.data !== "string" || answer.data === "") return answer;
	throw Object.assign(/* @__PURE__ */ new Error("something other than GitHub answered: a page instead of JSON"), { status: 502 });
}
/** What to wait for before the next attempt; undefined where another attempt would not help, or could do harm. */
function waitFor(error, { attempt, repeatable }) {
	const status = statusOf(error);
	if (status === void 0) return void 0;
	if (status >= 500) return repeatable ? {
		for: "faults",
		seconds: attempt ** 2
	} : void 0;
	const refusal = kindOfRefusal(error);
	if (refusal.kind !== "rate-limit") return void 0;
	const seconds = refusal.until === void 0 ? PATIENCE.limits : Math.ceil((refusal.until - Date.now()) / 1e3);
	return {
		for: "limits",
		seconds: Math.max(1, seconds)
	};
}
function ignore() {}
export { createGitHubClient as t };
