import { i as sha256 } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { d as foreignAnswer, h as statusOf } from "./action.js";
/** What a server without GraphQL answers to it. */
const NO_GRAPHQL = /* @__PURE__ */ new Set([
	400,
	404,
	405,
	501
]);
/**
* The login of the token's owner. REST's `/user` is closed to `GITHUB_TOKEN`; GraphQL's `viewer` is not, but Gitea and
* Forgejo have none.
*/
async function readViewer({ octokit }) {
	try {
		const answer = await octokit.graphql("query { viewer { login } }");
		if (answer?.viewer == null) throw foreignAnswer("no account is named");
		return answer.viewer.login;
	} catch (error) {
		if (!NO_GRAPHQL.has(statusOf(error) ?? 0)) throw error;
		const { data } = await octokit.rest.users.getAuthenticated();
		return data.login;
	}
}
/** Whether an author is the viewer. GraphQL names some apps without the `[bot]` that REST adds, and no user can have. */
function isViewer(author, viewer) {
	if (author === null || author === void 0) return false;
	return author.login === viewer || author.type === "Bot" && author.login === `${viewer}[bot]`;
}
/** The start of a marker's line: tells the things of one gate from those of another in the same repository. */
function markerStart(kind, key) {
	return `<!-- spec-gate ${kind} ${sha256(key).slice(0, 12)}`;
}
export { markerStart as n, readViewer as r, isViewer as t };
