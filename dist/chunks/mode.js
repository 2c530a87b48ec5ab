import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as sha256, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { g as openEnd } from "./check.js";
import { S as writeOutputs, f as isRefusal, h as statusOf, u as explainRefusal } from "./action.js";
import { n as loadBaseProject, r as writeSummary, t as openActionRun } from "./open-action-run.js";
import { n as markerStart, r as readViewer, t as isViewer } from "./identity.js";
import { w as loadSpec } from "./bank-ask-check.js";
import { S as findAnchoredNights, g as hashSubject } from "./lost-lines.js";
import { a as writeNoteIssue, c as renderNightPart, d as serializeNote, f as renderNightText, i as tellWebhook, l as noteAnchor, n as holdNightPart, o as renderNightMarkdown, p as nightHeadline, r as nightExitCode, s as dateOfNight, t as holdNight, u as parseNote } from "./hold-night.js";
import { t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import { t as plainText } from "./action-merge-compare-accept-report-bank-ask-check.js";
import { f as fencedBlock } from "./report.js";
import { t as openOutputFolder } from "./output-folder.js";
/** Pages of a hundred that are searched for an issue whose label somebody took off. */
const MOST_PAGES = 10;
/** Our issues, open and closed, oldest first. Never throws for what GitHub answers. */
async function readIssues(key) {
	try {
		return {
			status: "read",
			issues: await listOurs(key)
		};
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			status: "refused",
			message: `the issues cannot be read: ${explainRefusal(error, "issues: write")}`
		};
	}
}
/** Brings the issue into the state asked for. Never throws for what GitHub answers. */
async function syncIssue(request) {
	try {
		return await settle(request);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			status: "refused",
			message: `the issue was not written: ${explainRefusal(error, "issues: write")}`
		};
	}
}
async function settle(request) {
	const { client } = request;
	const all = await listOurs(request);
	const [kept, ...duplicates] = all.filter(({ state }) => state === "open");
	for (const { number } of duplicates) await update(client, number, {
		state: "closed",
		state_reason: "not_planned"
	});
	if (request.state === "open") return kept === void 0 ? raise(request, all.at(-1)) : refresh(request, kept);
	if (kept !== void 0) {
		const { number, title } = kept;
		await comment(client, number, request.body);
		await update(client, number, {
			state: "closed",
			state_reason: "completed"
		});
		await edit(request, kept, {
			title,
			about: [],
			body: kept.body
		});
		return {
			status: "closed",
			number
		};
	}
	return keepNote(request, all.at(-1));
}
async function refresh(request, kept) {
	const { number } = kept;
	const { title, body, about } = request;
	return {
		status: await edit(request, kept, {
			title,
			body,
			about: about.map(nameHash)
		}) ? "updated" : "unchanged",
		number
	};
}
/** No issue is open: either somebody closed it on purpose, or there is a new alarm. */
async function raise(request, newest) {
	const { client, about, title, body } = request;
	if (newest === void 0 || newest.about.length === 0) return {
		status: "opened",
		number: await create(request, {
			title,
			body,
			about: about.map(nameHash)
		})
	};
	const { number } = newest;
	if (about.every((name) => newest.about.includes(nameHash(name)))) return {
		status: "left-closed",
		number
	};
	await edit(request, newest, {
		title,
		body,
		about: about.map(nameHash)
	});
	await update(client, number, {
		state: "open",
		state_reason: "reopened"
	});
	await comment(client, number, `Opened again: ${title}`);
	return {
		status: "reopened",
		number
	};
}
async function keepNote(request, newest) {
	const { client, note } = request;
	if (note === void 0) return { status: "none" };
	if (newest === void 0) {
		const number = await create(request, {
			title: note.title,
			body: note.body,
			about: []
		});
		await update(client, number, {
			state: "closed",
			state_reason: "completed"
		});
		return {
			status: "noted",
			number
		};
	}
	const { number, title, body, about } = newest;
	return await edit(request, newest, {
		title,
		body,
		about
	}) ? {
		status: "noted",
		number
	} : { status: "none" };
}
async function create(request, { title, body, about }) {
	const { octokit, owner, repo } = request.client;
	const text = withMarkers(request.key, {
		body,
		about,
		note: request.note?.line
	});
	try {
		const { data } = await octokit.rest.issues.create({
			owner,
			repo,
			title,
			body: text,
			labels: [request.label]
		});
		return data.number;
	} catch (error) {
		if (statusOf(error) !== 422) throw error;
		const { data } = await octokit.rest.issues.create({
			owner,
			repo,
			title,
			body: text
		});
		return data.number;
	}
}
/** Whether there was anything to write. */
async function edit(request, kept, { title, body, about }) {
	const text = (of) => withMarkers(request.key, of).trim();
	const next = text({
		body,
		about,
		note: request.note?.line ?? kept.note
	});
	if (kept.title === title && text(kept) === next) return false;
	await update(request.client, kept.number, {
		title,
		body: next
	});
	return true;
}
async function update({ octokit, owner, repo }, issue_number, fields) {
	await octokit.rest.issues.update({
		owner,
		repo,
		issue_number,
		...fields
	});
}
async function comment({ octokit, owner, repo }, issue_number, body) {
	await octokit.rest.issues.createComment({
		owner,
		repo,
		issue_number,
		body
	});
}
function withMarkers(key, { body, about, note }) {
	return [
		`${markerStart("issue", key)} -->`,
		...about.length === 0 ? [] : [`<!-- about ${[...about].sort().join(" ")} -->`],
		...note === void 0 ? [] : [`<!-- note ${note} -->`],
		body
	].join("\n");
}
function parseMarked(text, key) {
	const lines = text.replaceAll("\r\n", "\n").split("\n");
	if (lines.shift() !== `${markerStart("issue", key)} -->`) return void 0;
	const about = /^<!-- about ([0-9a-f ]+) -->$/.exec(lines[0] ?? "")?.[1];
	if (about !== void 0) lines.shift();
	const note = /^<!-- note (\S+) -->$/.exec(lines[0] ?? "")?.[1];
	if (note !== void 0) lines.shift();
	return {
		about: about?.split(" ") ?? [],
		note,
		body: lines.join("\n")
	};
}
/** Names hold what models call themselves, which has no place inside of a hidden line. */
function nameHash(name) {
	return sha256(name).slice(0, 12);
}
/**
* Issues with our marker on the first line and ourselves as author. Asked for by label, and by author for those that lost
* it; a server that does not know a filter answers with more, never with less.
*/
async function listOurs({ client, key, label }) {
	const viewer = await readViewer(client);
	const found = /* @__PURE__ */ new Map();
	for (const filter of [{ labels: label }, { creator: viewer }]) for (const issue of await list(client, filter)) {
		const parsed = issue.pull_request === void 0 && isViewer(issue.user, viewer) ? parseMarked(issue.body ?? "", key) : void 0;
		if (parsed === void 0) continue;
		const { number, title } = issue;
		found.set(number, {
			number,
			title,
			state: issue.state === "open" ? "open" : "closed",
			...parsed
		});
	}
	return [...found.values()].sort((a, b) => a.number - b.number);
}
/** The newest of all states that fit. */
async function list({ octokit, owner, repo }, filter) {
	const query = {
		owner,
		repo,
		state: "all",
		sort: "created",
		direction: "desc",
		per_page: 100
	};
	let pages = 0;
	try {
		return await octokit.paginate(octokit.rest.issues.listForRepo, {
			...query,
			...filter
		}, ({ data }, done) => {
			pages += 1;
			if (pages === MOST_PAGES) done();
			return data;
		});
	} catch (error) {
		if (statusOf(error) !== 422 || !("creator" in filter)) throw error;
		return [];
	}
}
/** Later than every night. */
const LAST_DAY = "9999-12-31";
/** The label of the one issue. */
const LABEL = "spec-gate";
/** @throws UserError off the default branch, where the history does not lie. */
async function watchNight(context) {
	const { event, root, inputs, clock, signer } = context;
	if (inputs.store === "none") throw new UserError({
		message: "input store: none keeps no history, so every night would be the first",
		hint: "use store: branch"
	});
	if (!event.onDefaultBranch) throw new UserError({ message: "mode nightly watches the default branch, and this run is not on it" });
	const end = await openEnd(root, event.headSha);
	const project = await loadBaseProject(end, context);
	const spec = await loadSpec(end.source, {
		configFile: inputs.config,
		config: project.config
	});
	const output = openOutputFolder(context);
	const { run, folders, unread, secrets, batches } = await openActionRun(context, {
		project,
		restricted: false
	});
	const now = new Date(clock.now());
	const today = now.toISOString().slice(0, 10);
	const date = batches === void 0 ? today : dateOfNight(batches, {
		config: inputs.config,
		date: today
	});
	const earlier = unread === void 0 ? await findEarlierAnchor(context) : {
		kind: "unknown",
		why: unread
	};
	const acceptAnchor = event.kind === "workflow_dispatch" ? event.acceptAnchor : void 0;
	const { warning } = await import("./core2.js");
	const warn = (text) => warning(text, { title: "Spec Gate: store" });
	const place = {
		folders,
		signer,
		output,
		remark: context.log,
		warn
	};
	const night = {
		spec,
		date,
		now,
		earlier,
		...whereDefined({ acceptAnchor })
	};
	if (inputs.shard !== void 0) return tellPart(context, await holdNightPart({
		project,
		run
	}, place, {
		...night,
		shard: inputs.shard
	}));
	const { result, history, record } = await holdNight({
		project,
		run
	}, place, night);
	const { report } = result;
	context.log(renderNightText(report, {
		paint: NO_PAINT,
		width: 120
	}));
	await writeSummary(renderNightMarkdown(report), context.env);
	const { calls, usd } = record;
	const paid = {
		calls: calls.made,
		costUsd: usd === "unknown" ? void 0 : usd
	};
	if (record.stopped === "batch") {
		await writeOutputs({
			verdict: "none",
			...paid
		});
		return EXIT.pass;
	}
	if (record.stopped === void 0) batches?.noteNight({
		config: inputs.config,
		date
	}, "over");
	const anchor = findAnchoredNights(history, {
		subject: hashSubject(project, spec),
		date: LAST_DAY
	})?.anchor;
	await tell(context, {
		project,
		result,
		secrets,
		anchor
	});
	const code = nightExitCode(report);
	const verdict = code === EXIT.pass ? "pass" : code === EXIT.fail ? "fail" : "inconclusive";
	await writeOutputs({
		verdict,
		...paid
	});
	if (code !== EXIT.pass) await failNight(report);
	return code;
}
/** A part decides nothing: no issue, no verdict. */
async function tellPart({ env, log }, part) {
	const text = renderNightPart(part);
	log(text);
	await writeSummary(`### Spec Gate: part of a night\n${fencedBlock(text)}`, env);
	const { calls, usd } = part.made;
	await writeOutputs({
		verdict: "none",
		calls,
		costUsd: usd === "unknown" ? void 0 : usd
	});
	return EXIT.pass;
}
/** Updates the issue and the webhook. A failure there is a warning and does not change the night. */
async function tell({ client, inputs, signer, log }, night) {
	const { warning } = await import("./core2.js");
	const { project, result, secrets, anchor } = night;
	if (result.issue !== void 0 && client !== void 0) {
		const note = anchor === void 0 ? void 0 : noteAnchor(anchor);
		const kept = note === void 0 ? {} : { note: {
			line: serializeNote(note, signer),
			...writeNoteIssue(note)
		} };
		const synced = await syncIssue({
			client,
			key: inputs.config,
			label: LABEL,
			...result.issue,
			...kept
		});
		if (synced.status === "refused") warning(synced.message, { title: "Spec Gate" });
		else if (synced.status !== "none") log(`issue #${synced.number}: ${synced.status}`);
	}
	const problem = await tellWebhook(result.report, project, secrets);
	if (problem !== void 0) warning(problem, { title: "Spec Gate" });
}
/**
* Looks for an earlier anchor in this gate's issues, which outlive every cache: so a lost history is not taken for a
* first night.
*/
async function findEarlierAnchor({ client, inputs, signer }) {
	if (client === void 0) return {
		kind: "unknown",
		why: "without github-token no issue can be read"
	};
	const found = await readIssues({
		client,
		key: inputs.config,
		label: LABEL
	});
	if (found.status === "refused") return {
		kind: "unknown",
		why: found.message
	};
	const note = found.issues.flatMap(({ note }) => note === void 0 ? [] : [parseNote(note, signer)]).findLast((one) => one !== void 0);
	if (note !== void 0) return {
		kind: "noted",
		note
	};
	const newest = found.issues.at(-1);
	return newest === void 0 ? { kind: "none" } : {
		kind: "trace",
		where: `issue #${newest.number} tells of earlier nights`
	};
}
async function failNight(report) {
	const { setFailed } = await import("./core2.js");
	setFailed(`Spec Gate, night of ${report.date}: ${plainText(nightHeadline(report))}`);
}
export { watchNight };
