import { _ as readInputs, l as createGitHubClient, n as saveToBranch, o as saveToCache, r as recallStore } from "./chunks/action.js";
import { i as explainStoreRefusal, n as removeFromObjects, r as sendSegments } from "./chunks/action-ask-check.js";
import { f as plural } from "./chunks/commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as safeLog } from "./chunks/commands-action.js";
import { r as takeStoreSecret } from "./chunks/commands-action-merge-ask-check.js";
takeStoreSecret();
try {
	const store = await recallStore();
	if (store !== void 0) safeLog(`stored answers: ${await keep(store)}`);
} catch (error) {
	safeLog(`stored answers: not kept: ${String(error)}`);
}
async function keep(store) {
	if (store.kind === "cache") {
		const saved = await saveToCache(store);
		if (saved.status === "not-saved") return `not saved: ${saved.reason}`;
		const others = saved.merged === 0 ? "" : `, with ${saved.merged} segments that other runs saved meanwhile`;
		return `saved as ${saved.key}${others}`;
	}
	if (store.kind === "objects") return sendToObjects(store);
	const { githubToken: token } = readInputs(process.env);
	if (token === void 0) return "not saved: the store branch needs the input github-token";
	const { owner, repo, folder } = store;
	const client = await createGitHubClient({
		token,
		owner,
		repo,
		baseUrl: process.env["GITHUB_API_URL"]
	});
	const saved = await saveToBranch(client, folder);
	return saved.status === "done" ? `${saved.segments} segments pushed` : `not saved: ${saved.reason}`;
}
async function sendToObjects({ folder, location }) {
	const { openS3Folder } = await import("./chunks/s3-folder.js");
	const objects = openS3Folder(location, process.env, "policy");
	try {
		const sent = await sendSegments(objects, folder);
		const kept = await removeFromObjects(objects, folder);
		return [`${plural(sent, "segment")} sent to ${location.url}`, kept].filter((part) => part !== void 0).join("; ");
	} catch (error) {
		return `not sent: ${explainStoreRefusal(error, location.url)}`;
	}
}
export {};
