import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { d as foreignAnswer, f as isRefusal, h as statusOf, u as explainRefusal } from "./action.js";
import { n as markerStart, r as readViewer, t as isViewer } from "./identity.js";
/** Reads a pull request. Rejects with the API's error (404 for one that is not there). */
async function readPullRequest(client, number) {
	const { octokit, owner, repo } = client;
	const { data } = await octokit.rest.pulls.get({
		owner,
		repo,
		pull_number: number
	});
	const { head, base } = data;
	if (head === void 0 || base === void 0) throw foreignAnswer("no pull request");
	return {
		number,
		headSha: head.sha,
		baseSha: base.sha,
		baseBranch: base.ref,
		author: data.user?.login ?? "ghost",
		fork: head.repo?.full_name !== base.repo.full_name,
		draft: data.draft ?? false,
		open: data.state === "open",
		visibility: base.repo.private ? "private" : "public"
	};
}
/**
* The commit both sides grew from: what a pull request is compared with. For checkouts too shallow to know. GitHub names one where
* there are several; it is the only one where the head is ahead of it by no more than of the base, since all that both sides have is
* then behind it. Gitea and Forgejo name none.
*/
async function readMergeBase({ octokit, owner, repo }, { base, head }) {
	const compare = async (from) => {
		const basehead = `${from}...${head}`;
		const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
			owner,
			repo,
			basehead,
			per_page: 1
		});
		return {
			sha: data.merge_base_commit?.sha,
			aheadBy: data.ahead_by
		};
	};
	const { sha, aheadBy } = await compare(base);
	if (sha === void 0) return "untold";
	return sha === base || (await compare(sha)).aheadBy === aheadBy ? { sha } : "several";
}
/** Attempts. Each starts from the comments that exist then; a comment deleted meanwhile, or a lost answer, costs one. */
const ROUNDS = 4;
/** Creates or updates the comment. Never throws for what GitHub answers. */
async function upsertComment(request) {
	try {
		return await settle(request);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			status: "refused",
			message: `the comment was not written: ${explainRefusal(error, "pull-requests: write")}`
		};
	}
}
async function settle(request) {
	const { client, run } = request;
	const viewer = await readViewer(client);
	let created;
	for (let round = 1;; round += 1) {
		const found = await listOurs(request, viewer);
		const ours = created === void 0 || found.some(({ id }) => id === created?.id) ? found : [...found, created];
		if (ours.some((comment) => comment.run.started > run.started)) {
			await remove(client, ours.filter((comment) => isSameRun(comment.run, run)));
			return { status: "superseded" };
		}
		const kept = ours.find((comment) => isSameRun(comment.run, run)) ?? ours[0];
		await remove(client, ours.filter((comment) => comment !== kept));
		if (kept !== void 0 && isCurrent(kept, request)) return {
			status: created === void 0 ? "unchanged" : "created",
			id: kept.id
		};
		if (kept === void 0 && request.whenAbsent === "leave") return { status: "none" };
		if (kept?.head === request.headSha && request.over === "older-commits") return {
			status: "unchanged",
			id: kept.id
		};
		const { headSha } = await readPullRequest(client, request.pullRequest);
		if (headSha !== request.headSha) return { status: "outdated" };
		try {
			const written = await write(request, kept?.id);
			if (kept !== void 0) return {
				status: "updated",
				id: written.id
			};
			created = written;
		} catch (error) {
			const status = statusOf(error) ?? 0;
			if (round === ROUNDS || !(status === 404 && kept !== void 0 || status >= 500)) throw error;
		}
	}
}
/** The note of our newest comment. Its signature has to be checked, since others may edit a comment. */
async function findNote(where) {
	return (await listOurs(where, await readViewer(where.client))).at(-1)?.note;
}
/** Every comment that carries our marker on its first line and is ours, over all pages, oldest first. */
async function listOurs(request, viewer) {
	const { octokit, owner, repo } = request.client;
	return (await octokit.paginate(octokit.rest.issues.listComments, {
		owner,
		repo,
		issue_number: request.pullRequest,
		per_page: 100
	})).flatMap((comment) => {
		if (!isViewer(comment.user, viewer)) return [];
		const parsed = parseMarked(comment.body ?? "", request.key);
		return parsed === void 0 ? [] : [{
			id: comment.id,
			...parsed
		}];
	});
}
function parseMarked(text, key) {
	const [first = "", ...rest] = text.replaceAll("\r\n", "\n").split("\n");
	const start = markerStart("comment", key);
	if (!first.startsWith(start)) return void 0;
	const fields = /^ head=([0-9a-f]+) run=(\d+)\.(\d+) at=(\d+)(?: note=([A-Za-z0-9+/=]+))? -->$/.exec(first.slice(start.length));
	if (fields === null) return void 0;
	const [, head = "", id, attempt, started, note] = fields;
	return {
		head,
		run: {
			id: Number(id),
			attempt: Number(attempt),
			started: Number(started)
		},
		note,
		body: rest.join("\n")
	};
}
function withMarker({ key, headSha, run, note }, body) {
	const hidden = note === void 0 ? "" : ` note=${note}`;
	const fields = `head=${headSha} run=${run.id}.${run.attempt} at=${run.started}${hidden}`;
	return `${markerStart("comment", key)} ${fields} -->\n${body}`;
}
async function write(request, id) {
	try {
		return await send(request, id, request.body);
	} catch (error) {
		if (statusOf(error) !== 422) throw error;
		return send(request, id, request.shortBody);
	}
}
async function send(request, id, text) {
	const { octokit, owner, repo } = request.client;
	const body = withMarker(request, text);
	const { data } = id === void 0 ? await octokit.rest.issues.createComment({
		owner,
		repo,
		issue_number: request.pullRequest,
		body
	}) : await octokit.rest.issues.updateComment({
		owner,
		repo,
		comment_id: id,
		body
	});
	return {
		id: data.id,
		head: request.headSha,
		run: request.run,
		note: request.note,
		body: text
	};
}
async function remove({ octokit, owner, repo }, comments) {
	for (const { id } of comments) try {
		await octokit.rest.issues.deleteComment({
			owner,
			repo,
			comment_id: id
		});
	} catch (error) {
		if (statusOf(error) !== 404) throw error;
	}
}
function isSameRun(a, b) {
	return a.id === b.id && a.attempt === b.attempt;
}
/** A re-run that says the same about the same commit need not write. GitHub trims bodies. */
function isCurrent(comment, { headSha, note, body, shortBody }) {
	const text = comment.body.trim();
	return comment.head === headSha && comment.note === note && (text === body.trim() || text === shortBody.trim());
}
/** The config's path as people tell gates apart by it; nothing where there is the usual one alone. */
function gateOf(config) {
	return config === "spec-gate.yml" ? {} : { gate: config };
}
/** Writes the comment as far as the `comment` input lets it. Gives its id where there is one. */
async function writeComment(context, change, { body, shortBody, isNews, note }) {
	const { client, inputs, event, started } = context;
	const { pullRequest, headSha } = change;
	if (change.kind !== "pull-request" || pullRequest === void 0 || inputs.comment === "never") return void 0;
	if (client === void 0) {
		context.log("the comment was not written: give github-token");
		return;
	}
	const result = await upsertComment({
		client,
		pullRequest,
		key: inputs.config,
		headSha,
		run: {
			id: event.run.id,
			attempt: event.run.attempt,
			started
		},
		body,
		shortBody,
		...whereDefined({ note }),
		...context.signal.aborted ? {
			whenAbsent: "leave",
			over: "older-commits"
		} : { whenAbsent: isNews ? "create" : "leave" }
	});
	if (result.status === "refused") {
		const { warning } = await import("./core2.js");
		warning(result.message, { title: "Spec Gate" });
		return;
	}
	context.log(`comment: ${result.status}`);
	return "id" in result ? result.id : void 0;
}
export { readMergeBase as a, upsertComment as i, writeComment as n, readPullRequest as o, findNote as r, gateOf as t };
