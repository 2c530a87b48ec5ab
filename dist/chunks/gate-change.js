import { t as EXIT } from "./cli-commands-action-schema-merge-compare-diff-accept-report-bank-ask-check.js";
import { S as readValueCategories, _ as describeUnwritten, a as renderRunStart, d as findOutdated, f as filesThatCount, g as openEnd, h as openChange, i as worstExitCode, l as prepareChange, o as judgeChange, s as rankReports, u as headPatterns, y as writeReports } from "./check.js";
import { a as whereDefined } from "./action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as writeParagraph, t as createFinding } from "./action-accept-report-ask-check.js";
import { n as blockingReasons, r as findingKey, t as plainParagraph } from "./accept-report-check.js";
import { C as failStep, S as writeOutputs, b as writeCommentId, d as foreignAnswer, f as isRefusal, h as statusOf, m as reasonOf, p as kindOfRefusal, u as explainRefusal } from "./action.js";
import { a as fitSections, c as headlineBlock, f as fencedBlock, i as renderComment, n as renderSummary, o as fixed, p as markdownSentence, r as LONGEST_COMMENT, s as gateTitle } from "./report.js";
import { _ as strictObject, d as literal, i as _enum, v as string } from "./action-schema-merge-compare-accept-report-bank-ask-check.js";
import { n as loadBaseProject, r as writeSummary, t as openActionRun } from "./open-action-run.js";
import { S as readEach, f as plural, n as hashJson, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { i as parseAcceptance, t as ACCEPTED_FOLDER } from "./accept-check.js";
import { a as readMergeBase, n as writeComment, o as readPullRequest, r as findNote, t as gateOf } from "./comment.js";
import { C as loadProject, E as specPatterns, b as besideConfig, w as loadSpec, x as labelledFile } from "./bank-ask-check.js";
import { r as readSpecFiles } from "./diff-bank-ask-check.js";
import { f as planCheck } from "./ask.js";
import { Bt as fetchMissing, Gt as severalMergeBases, Ht as resolveRef, Rt as promptsOf, Ut as isShallow, Wt as mergeBases, rr as expectedPrices, rt as prepareSpecCheck } from "./ask-check.js";
import { n as createMemorySegmentStore } from "./merge-ask-check.js";
import { r as renderDiff } from "./diff.js";
import { t as renderPlan } from "./plan-text.js";
import { t as NO_PAINT } from "./compare-diff-report-bank-check.js";
import "./action-diff-bank-ask-check.js";
import { t as openOutputFolder } from "./output-folder.js";
import { n as stripCommands } from "./commands-action.js";
import { n as markerStart, r as readViewer, t as isViewer } from "./identity.js";
import { O as renderTerminal, o as listAnnotations } from "./report-check.js";
import { t as readPackageVersion } from "./cli-commands-check.js";
import { n as locateOnChange } from "./shown-lines.js";
import { t as ID_PATTERN } from "./schema-accept-report-bank-ask-check.js";
import { join, relative } from "node:path";
/** The report with its resolution where every blocking finding is accepted and approved, else with why not. */
async function resolveAcceptance(report, context) {
	const blocking = blockingReasons(report);
	const judged = blocking.map((finding) => ({
		finding,
		...coverOf(report, finding, context)
	}));
	const notCounted = judged.flatMap(({ finding, refused }) => refused.length === 0 ? [] : [notCountedNote(findingKey(finding), refused)]);
	const covers = judged.flatMap(({ cover }) => cover === void 0 ? [] : [cover]);
	if (covers.length === 0 || covers.length < blocking.length) {
		const open = judged.filter(({ cover }) => cover === void 0).map(({ finding }) => findingKey(finding));
		const partial = covers.map(({ finding }) => notCountedNote(finding, [`not accepted: ${open.join(", ")}`]));
		return withNotes(report, [...notCounted, ...partial]);
	}
	const approval = await context.approval();
	if (!approval.approved) return withNotes(report, covers.map(({ finding }) => notCountedNote(finding, approval.reasons)));
	const [expires] = covers.flatMap((cover) => cover.expires ?? []).sort();
	const resolution = {
		kind: "accepted",
		by: [approval.by],
		reason: [...new Set(covers.map(({ reason }) => reason))].join("; "),
		...whereDefined({ expires })
	};
	return {
		...report,
		verdict: {
			...report.verdict,
			resolution
		}
	};
}
/** The acceptance that covers a finding, or why those for it do not. */
function coverOf(report, finding, { acceptances, today }) {
	const key = findingKey(finding);
	const refused = [];
	for (const acceptance of acceptances.filter((one) => one.finding === key)) {
		const reason = refuse(report, finding, {
			acceptance,
			today
		});
		if (reason === void 0) return {
			cover: acceptance,
			refused: []
		};
		refused.push(reason);
	}
	return { refused };
}
function refuse(report, finding, { acceptance, today }) {
	const { base, head, policy, comparison, models, numbers, expires } = acceptance;
	if (comparison !== report.comparison || !sameModels(models, report)) return "it was given for another comparison";
	if (base !== report.base.specHash || head !== report.head.specHash) return "it was given for another spec text";
	if (policy !== report.policyHash) return "it was given under another policy";
	if (expires !== void 0 && expires < today) return `it expired on ${expires}`;
	const [most, now] = [numbers["high"], finding.args["change"]];
	if (typeof most === "number" && typeof now === "number" && now > most) return `the change is now larger (${now.toFixed(3)}) than what was accepted (up to ${most.toFixed(3)})`;
}
function sameModels(models, { base, head }) {
	return JSON.stringify([models.base, models.head]) === JSON.stringify([base.models, head.models]);
}
function notCountedNote(finding, reasons) {
	return createFinding({
		code: "acceptanceNotCounted",
		args: {
			finding,
			reasons
		},
		severity: "notice"
	});
}
function withNotes(report, notes) {
	return notes.length === 0 ? report : {
		...report,
		notes: [...report.notes, ...notes]
	};
}
/** As many commits of a pull request as GitHub lists. */
const MOST_COMMITS = 250;
/**
* Looks for an approver's approval of the head commit. Each person's latest approval, request for changes or dismissal
* counts, comments do not; nobody who wrote or committed a part of the change counts; and a person must be able to write to the repository, so nobody can approve by registering
* the name of a team. Rejects only where the reviews themselves cannot be read.
*/
async function readApproval(query) {
	const reasons = [];
	const reviews = await listLatestReviews(query);
	const commits = reviews.length === 0 ? [] : await listCommits(query);
	if (commits.length >= MOST_COMMITS) return {
		approved: false,
		reasons: [`who wrote it cannot be told: GitHub lists ${MOST_COMMITS} commits at most`]
	};
	for (const review of reviews) {
		const reason = disqualify(review, query) ?? (commits.some((names) => names.some((name) => sameLogin(name, review.login))) ? "has written or committed a part of this change" : await refuseReviewer(review.login, query));
		if (reason === void 0) return {
			approved: true,
			by: review.login,
			at: review.at
		};
		reasons.push(`@${review.login}: ${reason}`);
	}
	return {
		approved: false,
		reasons: reasons.length > 0 ? reasons : ["nobody has reviewed this pull request"]
	};
}
/** The latest opinion of each person, in the order they gave it. */
async function listLatestReviews({ client, pullRequest }) {
	const { octokit, owner, repo } = client;
	const all = await octokit.paginate(octokit.rest.pulls.listReviews, {
		owner,
		repo,
		pull_number: pullRequest,
		per_page: 100
	});
	const latest = /* @__PURE__ */ new Map();
	for (const { user, state, commit_id: commit, submitted_at: at = "" } of all) {
		if (user === null || ![
			"APPROVED",
			"CHANGES_REQUESTED",
			"DISMISSED"
		].includes(state)) continue;
		const key = user.login.toLowerCase();
		if (at >= (latest.get(key)?.at ?? "")) latest.set(key, {
			login: user.login,
			state,
			commit,
			at
		});
	}
	return [...latest.values()];
}
/** The logins of each commit's author and committer, as far as GitHub knows their accounts. */
async function listCommits({ client, pullRequest }) {
	const { octokit, owner, repo } = client;
	return (await octokit.paginate(octokit.rest.pulls.listCommits, {
		owner,
		repo,
		pull_number: pullRequest,
		per_page: 100
	})).map(({ author, committer }) => [author, committer].flatMap((person) => person !== null && "login" in person ? [person.login] : []));
}
function disqualify({ login, state, commit }, { author, headSha }) {
	if (sameLogin(login, author)) return "is the author";
	if (state === "DISMISSED") return "the approval was dismissed";
	if (state !== "APPROVED") return "has requested changes";
	return commit === headSha ? void 0 : `approved ${(commit ?? "no commit").slice(0, 7)}, not this commit`;
}
async function refuseReviewer(login, { client, approvers }) {
	const { octokit, owner, repo } = client;
	if (!await canWrite(client, login)) return "cannot write to this repository";
	if (approvers.some((name) => sameLogin(name.replace(/^@/, ""), login))) return void 0;
	const unreadable = [];
	for (const name of approvers) {
		const [slug = "", org = owner] = name.replace(/^@/, "").split("/").reverse();
		try {
			const { data } = await octokit.rest.teams.getMembershipForUserInOrg({
				org,
				team_slug: slug,
				username: login
			});
			if (data.state === "active") return void 0;
		} catch (error) {
			const status = statusOf(error);
			if (status !== 404 && status !== 403) return `membership of ${name} cannot be read (${reasonOf(error)})`;
			if (status === 403) unreadable.push(name);
		}
	}
	const hint = unreadable.length > 0 ? `; this token cannot read the members of ${unreadable.join(", ")}` : "";
	return `is not among ${repo}'s approvers (${approvers.join(", ")})${hint}: name people, or give a token that reads the organisation's teams`;
}
async function canWrite({ octokit, owner, repo }, username) {
	try {
		const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({
			owner,
			repo,
			username
		});
		return data.permission === "admin" || data.permission === "write";
	} catch (error) {
		if (statusOf(error) === 404 || statusOf(error) === 403) return false;
		throw error;
	}
}
function sameLogin(a, b) {
	return a.toLowerCase() === b.toLowerCase();
}
const MOST_FILES = 100;
/**
* Acceptances that the head adds or edits. Those that were there before were given for other changes.
* @throws UserError for files that are none.
*/
async function loadAcceptances(ends, configFile) {
	const folder = `${besideConfig(configFile, ACCEPTED_FOLDER)}/`;
	const added = [...ends.head.paths].flatMap(([path, oid]) => path.startsWith(folder) && path.endsWith(".json") && ends.base.paths.get(path) !== oid ? [path] : []);
	if (added.length === 0) return [];
	if (added.length > MOST_FILES) throw new UserError({ message: `${added.length} new files in ${folder}` });
	return readEach(await readSpecFiles(ends.head.source, added), (file) => parseAcceptance(file));
}
/** Reads the reviews. Whatever GitHub does not say is no approval. */
async function askApproval({ client }, { kind, pullRequest, headSha }, approvers) {
	if (approvers.length === 0) return refused("the base branch's policy names no approvers");
	if (pullRequest === void 0) return refused("there is no pull request whose reviews could be read");
	if (client === void 0) return refused("without github-token no review can be read");
	try {
		const state = await readPullRequest(client, pullRequest);
		return await readApproval({
			client,
			pullRequest,
			headSha: kind === "merge-group" ? state.headSha : headSha,
			author: state.author,
			approvers
		});
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		return refused(`the reviews cannot be read: ${reasonOf(error)}`);
	}
}
function refused(reason) {
	return {
		approved: false,
		reasons: [reason]
	};
}
/** In characters; GitHub drops a summary over 1 MiB, and takes no comment of 64 KiB. */
const LONGEST = {
	summary: 25e4,
	comment: LONGEST_COMMENT
};
/** The finding's sentences, then diff and plan as text. */
function renderBootstrap(finding, view, place) {
	const share = Math.floor(LONGEST[place] / 3);
	return fitSections([
		fixed(`### Spec Gate: first run\n\n${markdownSentence(writeParagraph(finding))}\n`),
		fixed(`\n**What changed**\n${fencedBlock(renderDiff(view, NO_PAINT), share)}`),
		fixed(`\n**What a check would do**\n${fencedBlock(renderPlan(view), share)}`)
	], LONGEST[place]);
}
/** @throws UserError where the head has no config either, or one that cannot be used. */
async function describeBootstrap(context, ends, change) {
	const { names } = change;
	const { config: configFile } = context.inputs;
	if (!ends.head.paths.has(configFile)) throw new UserError({
		message: `there is no ${configFile} on either side of this change`,
		hint: "spec-gate init writes one; another path is set with the input config"
	});
	const project = await loadProject(ends.head.source, configFile);
	const head = await loadSpec(ends.head.source, {
		configFile,
		config: project.config
	});
	const base = await loadBaseSpec(ends, project);
	const prepared = prepareSpecCheck(project, {
		base: {
			ref: names.base,
			sha: ends.base.sha,
			spec: base
		},
		head: {
			ref: names.head,
			sha: ends.head.sha,
			spec: head
		}
	});
	const prices = expectedPrices(project, { attended: true });
	const plan = planCheck(prepared, {
		store: createMemorySegmentStore(),
		prices
	});
	const finding = createFinding({
		code: "bootstrap",
		args: { config: configFile },
		severity: "notice"
	});
	const { notice } = await import("./core2.js");
	notice(plainParagraph(finding), { title: "Spec Gate: first run" });
	const view = {
		plan,
		base,
		head,
		changes: prepared.changes
	};
	await writeSummary(renderBootstrap(finding, view, "summary"), context.env);
	await writeOutputs({
		verdict: "none",
		calls: 0
	});
	const body = renderBootstrap(finding, view, "comment");
	const shortBody = `### Spec Gate: first run\n\n${plainParagraph(finding)}\n`;
	await writeCommentId(await writeComment(context, change, {
		body,
		shortBody,
		isNews: context.inputs.comment !== "on-failure"
	}));
	return EXIT.pass;
}
/** A spec that the head brings along has no clause on base. */
async function loadBaseSpec(ends, { configFile, config }) {
	const source = ends.base.source;
	try {
		await readSpecFiles(source, specPatterns(configFile, config));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {
			clauses: [],
			hash: "",
			files: []
		};
	}
	return loadSpec(source, {
		configFile,
		config
	});
}
/** The commit at the tip of a branch. Rejects with the API's error (404 for one that is not there). */
async function readBranchTip({ octokit, owner, repo }, branch) {
	const { data } = await octokit.rest.git.getRef({
		owner,
		repo,
		ref: `heads/${branch}`
	});
	const { object } = data;
	if (object === void 0) throw foreignAnswer("no branch");
	return object.sha;
}
/** The same by GitHub's word, or without a token by that of the checkout. @throws UserError where it cannot be told. */
async function findTip({ client, root }, branch) {
	if (client === void 0) return resolveRef(root, `refs/remotes/origin/${branch}`);
	try {
		return await readBranchTip(client, branch);
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		throw new UserError({
			message: `where the default branch ${branch} stands, and whether it has a policy, cannot be read: ${reasonOf(error)}`,
			hint: "give the job \"contents: read\""
		});
	}
}
/**
* Whether a group that passed takes along what waits ahead of it, failed or not (GitHub's `HEADGREEN`). False where nobody says: a
* queue that is set by branch protection is in no ruleset, an old server knows none, and a token may not be shown them.
* @throws UserError where GitHub does not answer for now: what waits ahead would go unjudged.
*/
async function mergesByLastGroup(client, branch) {
	const { octokit, owner, repo } = client;
	try {
		const { data } = await octokit.rest.repos.getBranchRules({
			owner,
			repo,
			branch,
			per_page: 100
		});
		return data.some((rule) => rule.type === "merge_queue" && rule.parameters?.grouping_strategy === "HEADGREEN");
	} catch (error) {
		if (!isRefusal(error)) throw error;
		if ([403, 404].includes(statusOf(error) ?? 0) && kindOfRefusal(error).kind !== "rate-limit") return false;
		throw new UserError({
			message: `how the merge queue of ${branch} decides cannot be read: ${explainRefusal(error, "contents: read")}`,
			hint: "run the job again"
		});
	}
}
/** @throws UserError for an event that compares nothing, and for an approved commit that is not the head any more. */
async function readChangeEvent(context) {
	const { event, inputs } = context;
	if (inputs.base !== void 0 || inputs.head !== void 0) return readAskedRefs(context);
	switch (event.kind) {
		case "pull_request": {
			const { baseSha, headSha, baseBranch, pullRequest } = event;
			const { number, fork: restricted } = pullRequest;
			return {
				kind: "pull-request",
				baseSha,
				headSha,
				baseBranch,
				names: {
					base: baseBranch,
					head: `PR ${number}`
				},
				pullRequest: number,
				restricted
			};
		}
		case "merge_group": return readMergeGroup(context, event);
		case "push": {
			const { baseSha, headSha, onDefaultBranch, repository, ref } = event;
			const { defaultBranch } = repository;
			if (!onDefaultBranch && defaultBranch !== void 0) {
				const names = {
					base: defaultBranch,
					head: "push"
				};
				return {
					kind: "push",
					baseSha: await findTip(context, defaultBranch),
					headSha,
					baseBranch: defaultBranch,
					names,
					restricted: false
				};
			}
			if (baseSha === void 0) throw nothingToCompare("the first push of a branch");
			return {
				kind: "push",
				baseSha,
				headSha,
				baseBranch: ref.replace(/^refs\/heads\//, ""),
				replaces: true,
				names: {
					base: "before",
					head: "push"
				},
				restricted: false
			};
		}
		case "workflow_dispatch":
			if (event.approved !== void 0) return readApproved(context, event.approved);
			throw nothingToCompare("a run started by hand without a pull request");
		case "schedule": throw nothingToCompare("a scheduled run");
		default: throw new Error(`unknown event: ${JSON.stringify(event)}`);
	}
}
/**
* A group is judged against the one ahead of it. Where the queue asks the last one only, all that would be merged with it is judged:
* whatever waits ahead goes with it, although it may have failed.
*/
async function readMergeGroup(context, { baseSha, headSha, ref }) {
	const [, baseBranch, number] = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d+)-[0-9a-f]+$/.exec(ref) ?? [];
	const names = {
		base: baseBranch ?? "base",
		head: "merge group"
	};
	const pullRequest = number === void 0 ? {} : { pullRequest: Number(number) };
	const group = {
		kind: "merge-group",
		headSha,
		names,
		...whereDefined({ baseBranch }),
		...pullRequest,
		restricted: false
	};
	const { client } = context;
	if (baseBranch === void 0 || client === void 0 || !await mergesByLastGroup(client, baseBranch)) return {
		...group,
		baseSha
	};
	context.log(`this queue merges what waits ahead of a group that passed, failed or not, so all of it is judged together; "Only merge non-failing pull requests" judges each by itself`);
	return {
		...group,
		baseSha: await findTip(context, baseBranch)
	};
}
/** Two refs named as inputs on the default branch. An event that has a change of its own is never judged on other refs. */
async function readAskedRefs(context) {
	const { event, inputs } = context;
	if (event.kind === "pull_request" || event.kind === "merge_group") throw new UserError({
		message: `inputs base and head: a ${event.kind} run is judged by its own commits`,
		hint: "leave them out; they are for workflow_dispatch, schedule and push"
	});
	if (!event.onDefaultBranch) throw new UserError({ message: "inputs base and head are for runs on the default branch, whose policy holds" });
	if (inputs.base === void 0) throw new UserError({ message: "input head without base: there is nothing to compare" });
	const baseSha = await findRef(context, inputs.base);
	const headSha = inputs.head === void 0 ? event.headSha : await findRef(context, inputs.head);
	const names = {
		base: inputs.base,
		head: inputs.head ?? "head"
	};
	return {
		kind: "push",
		baseSha,
		headSha,
		baseBranch: inputs.base,
		names,
		restricted: false
	};
}
/** A full commit SHA, what the checkout knows, or a branch of the repository. */
async function findRef({ client, root }, ref) {
	if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(ref)) return ref;
	try {
		return client === void 0 ? await resolveRef(root, ref) : await readBranchTip(client, ref);
	} catch (error) {
		if (statusOf(error) === void 0) throw error;
		return resolveRef(root, ref);
	}
}
/**
* Gates exactly the commit that a maintainer has read, under the default branch's policy: a later push is another
* commit.
*/
async function readApproved({ client, event }, approved) {
	if (client === void 0) throw new UserError({ message: "to gate an approved pull request give github-token" });
	if (!event.onDefaultBranch) throw new UserError({
		message: "an approved pull request is gated from the default branch only",
		hint: "start the workflow there: examples/approve-fork.yml"
	});
	const { pullRequest: number, headSha } = approved;
	const state = await readAsked(client, number);
	if (state.headSha !== headSha) throw new UserError({
		message: `pull request ${number} has moved on: its head is ${state.headSha}, not ${headSha}`,
		hint: "read the new commit, then start this workflow with its SHA"
	});
	if (!state.open) throw new UserError({ message: `pull request ${number} is not open: there is nothing to gate` });
	const { baseSha, baseBranch } = state;
	if (baseBranch !== event.repository.defaultBranch) throw new UserError({
		message: `pull request ${number} is for the branch ${baseBranch}; only the default branch's policy may use keys here`,
		hint: "turn the pull request to the default branch, then start this workflow again"
	});
	return {
		kind: "pull-request",
		baseSha,
		headSha,
		baseBranch,
		names: {
			base: baseBranch,
			head: `PR ${number}`
		},
		pullRequest: number,
		restricted: false
	};
}
async function readAsked(client, number) {
	try {
		return await readPullRequest(client, number);
	} catch (error) {
		const status = statusOf(error);
		if (status === void 0) throw error;
		throw new UserError({
			message: `pull request ${number} cannot be read: ${explainRefusal(error, "pull-requests: read")}`,
			...whereDefined({ hint: status === 404 ? "give the number of a pull request of this repository" : void 0 })
		});
	}
}
function nothingToCompare(what) {
	return new UserError({
		message: `mode check has nothing to compare: ${what}`,
		hint: "use mode: seed on pushes to the default branch, mode: nightly on a schedule, or name two commits with the inputs base and head"
	});
}
/** Where the change branched off, or what it replaces. Base tip, head and this commit are in the repository afterwards. */
async function fetchChange(context, change) {
	const { root } = context;
	const credentials = fetchCredentials(context);
	for (const sha of [change.baseSha, change.headSha]) await fetchMissing(root, sha, credentials);
	const found = change.replaces === true ? change.baseSha : await findMergeBase(context, change);
	await fetchMissing(root, found, credentials);
	return found;
}
/** The token for fetches from GitHub, where there is one. */
function fetchCredentials({ inputs, env }) {
	const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
	return inputs.githubToken === void 0 ? void 0 : {
		server,
		token: inputs.githubToken
	};
}
/** A base that the head has whole is the only one; another that a shallow clone finds need not be. */
async function findMergeBase(context, change) {
	const { root } = context;
	const { baseSha, headSha, names } = change;
	const [first, ...others] = await mergeBases(root, baseSha, headSha);
	const found = first !== void 0 && (others.length > 0 || first === baseSha || !await isShallow(root)) ? first : await askMergeBase(context, change);
	if (found === void 0 || others.length > 0) throw severalMergeBases(names.base);
	return found;
}
async function askMergeBase({ client }, { baseSha, headSha }) {
	const hint = "let the checkout fetch the history (actions/checkout: fetch-depth: 0)";
	const message = "this checkout does not reach back to where the change branched off";
	if (client === void 0) throw new UserError({
		message,
		hint
	});
	const told = await readMergeBase(client, {
		base: baseSha,
		head: headSha
	}).catch((error) => {
		if (statusOf(error) === void 0) throw error;
		throw new UserError({
			message: `${message}, and GitHub does not say: ${reasonOf(error)}`,
			hint
		});
	});
	if (told === "untold") throw new UserError({
		message: `${message}, and the server does not say where that is`,
		hint
	});
	return told === "several" ? void 0 : told.sha;
}
/**
* The commit whose policy a change is judged under, or undefined where there is none yet. A policy says where keys are
* sent, so it is only ever the default branch's: whoever may push may name any other branch as a base, or push to it. A
* merge group's base may hold other groups that nobody has merged.
* @throws UserError where the default branch cannot be told or read, and for another base without a config beside it: a
* check belongs to its commit, and one earned there would stay green when the pull request is turned to the default branch.
*/
async function openPolicy(context, change, tip) {
	const { event, inputs } = context;
	const { defaultBranch } = event.repository;
	const { baseBranch, kind } = change;
	const hasConfig = ({ paths }) => paths.has(inputs.config);
	if (defaultBranch === void 0) throw new UserError({ message: "the event names no default branch, so nobody can say whose policy holds" });
	const isDefault = baseBranch === defaultBranch;
	const policy = isDefault ? await openDefault(context, {
		branch: defaultBranch,
		kind,
		tip
	}) : await openTip(context, defaultBranch);
	if (!hasConfig(policy)) return void 0;
	if (!isDefault && !hasConfig(tip)) throw new UserError({
		message: `the base branch ${baseBranch ?? ""} has no ${inputs.config}, while the default branch ${defaultBranch} has one`,
		hint: `target ${defaultBranch}, or copy ${inputs.config} to the base branch first`
	});
	if (!isDefault) context.log(`judged under the policy of ${defaultBranch}, as every change is`);
	return policy;
}
/**
* Whose policy holds for a change that is for the default branch itself. A push to it is judged under what stood there before. The
* event of a pull request says where it stood when the branch was last pushed to, weeks ago in an old one or in a run that is
* started again, so that is taken only where nobody says how it stands now. What a merge group is built on is nobody's policy yet.
*/
async function openDefault(context, { branch, kind, tip }) {
	if (kind === "push") return tip;
	try {
		return await openTip(context, branch);
	} catch (error) {
		if (kind === "merge-group" || !(error instanceof UserError)) throw error;
		context.log(`judged under the policy of ${branch} as the event has it: ${error.problems[0]?.message ?? ""}`);
		return tip;
	}
}
async function openTip(context, branch) {
	const tip = await findTip(context, branch);
	await fetchMissing(context.root, tip, fetchCredentials(context));
	return openEnd(context.root, tip);
}
/** Never throws for what GitHub answers. */
async function replaceSuggestion(request) {
	try {
		return await settle(request);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return {
			status: "refused",
			message: `the suggestion was not written: ${explainRefusal(error, "pull-requests: write")}`
		};
	}
}
async function settle(request) {
	const { client, pullRequest, headSha, suggestion } = request;
	const { octokit, owner, repo } = client;
	const body = suggestion === void 0 ? void 0 : `${markerOf(request)}\n${suggestion.body}`;
	const ours = await listOurs(request);
	const kept = ours.find((one) => body !== void 0 && one.body.trim() === body.trim());
	for (const { id } of ours.filter((one) => one !== kept)) await remove(client, id);
	if (kept !== void 0) return { status: "unchanged" };
	if (suggestion === void 0 || body === void 0) return { status: "none" };
	if ((await readPullRequest(client, pullRequest)).headSha !== headSha) return { status: "outdated" };
	const { file, start, end } = suggestion;
	await octokit.rest.pulls.createReviewComment({
		owner,
		repo,
		pull_number: pullRequest,
		commit_id: headSha,
		path: file,
		side: "RIGHT",
		line: end,
		...start !== end && {
			start_line: start,
			start_side: "RIGHT"
		},
		body
	});
	return { status: "written" };
}
/** The commit is part of the marker: what was said of an older one is taken away. */
function markerOf({ key, headSha }) {
	return `${markerStart("suggestion", key)} head=${headSha} -->`;
}
async function listOurs(request) {
	const { octokit, owner, repo } = request.client;
	const viewer = await readViewer(request.client);
	const all = await octokit.paginate(octokit.rest.pulls.listReviewComments, {
		owner,
		repo,
		pull_number: request.pullRequest,
		per_page: 100
	});
	const start = markerStart("suggestion", request.key);
	return all.map(({ id, user, body }) => ({
		id,
		user,
		body: body.replaceAll("\r\n", "\n")
	})).filter(({ user, body }) => isViewer(user, viewer) && body.startsWith(start));
}
async function remove({ octokit, owner, repo }, id) {
	try {
		await octokit.rest.pulls.deleteReviewComment({
			owner,
			repo,
			comment_id: id
		});
	} catch (error) {
		if (statusOf(error) !== 404) throw error;
	}
}
/** Writes the annotations in their order; line ends and separators inside them are escaped. */
async function writeAnnotations(annotations) {
	const core = await import("./core2.js");
	for (const { level, title, message, file, line, endLine } of annotations) core[level](message, {
		title,
		...whereDefined({
			file,
			startLine: line,
			endLine
		})
	});
}
const Note = strictObject({
	digest: string(),
	verdict: _enum([
		"pass",
		"fail",
		"inconclusive"
	]),
	exitCode: literal([0, 1]),
	headSha: string()
});
/** One word for a comment of HTML. */
function serializeVerdict(note, signer) {
	return Buffer.from(JSON.stringify({
		note,
		sig: signer.sign(signed(note))
	})).toString("base64");
}
/** Undefined for what is no note, or not signed by somebody who knows the secret: a comment is anybody's text. */
function parseVerdict(text, signer) {
	try {
		const { note, sig } = JSON.parse(Buffer.from(text, "base64").toString("utf8"));
		const checked = Note.safeParse(note);
		return checked.success && typeof sig === "string" && signer.hasSigned(signed(checked.data), sig) ? checked.data : void 0;
	} catch {
		return;
	}
}
/** The same secret signs answers and nights, too: each says what it is. */
function signed(note) {
	return ["verdict", note];
}
/**
* Of everything that decides a verdict: the gate itself and the words it asks judges in, which a newer workflow may bring, the
* policy with its files, and the same files at both ends of the change, which may name others of its own. Whatever else the
* commits hold makes no difference.
*/
async function digestChange(project, policy, ends) {
	const patterns = await headPatterns(ends, project);
	const sides = [];
	for (const end of [
		policy,
		ends.base,
		ends.head
	]) sides.push(await filesThatCount(project, {
		end,
		patterns
	}));
	const { judge, classify } = promptsOf(project.config);
	const gate = {
		version: readPackageVersion(),
		prompts: [judge.instructions, classify.instructions]
	};
	return hashJson([gate, ...sides]).slice(0, 32);
}
/** Shows the verdict everywhere and gives the step's exit code. */
async function publish(context, gated) {
	const { reports, run, change, folder } = gated;
	const [first] = reports;
	const paths = reports.map(({ name, report, evidence }, index) => writeReports(folder, {
		report,
		evidence,
		run,
		repositoryUrl: context.event.run.repositoryUrl,
		...index !== 0 && { name }
	}));
	await warnOfUnwritten(paths.flatMap(({ unwritten }) => unwritten));
	const views = reports.map(({ report }) => ({
		report,
		run,
		runUrl: context.event.run.url,
		repositoryUrl: context.event.run.repositoryUrl,
		...gateOf(context.inputs.config),
		reportPath: relative(context.root, paths[0].html)
	}));
	for (const view of views) context.log(renderTerminal(view, { width: 120 }));
	await writeSummary(views.map(renderSummary).join("\n---\n\n"), context.env);
	const all = reports.map(({ report }) => report);
	const locate = await locateOnChange(gated.ends, {
		configFile: gated.configFile,
		reports: all
	});
	await writeAnnotations(reports.length === 1 ? listAnnotations(first.report, locate) : mergeAnnotations(all, locate));
	const code = worstExitCode(reports.map(({ report }) => report), gated.onInconclusive);
	await writeOutputs({
		...outputsOf(first.report, run),
		reportPath: join(folder, "report.json")
	});
	const commentId = await writeComment(context, change, {
		body: renderComment(views, gated.after?.sections),
		shortBody: `${headlineBlock(first.report, gateOf(context.inputs.config).gate)}\n[Full report in the run's summary and artifact](${context.event.run.url})\n`,
		isNews: isNews(context, reports, code),
		note: noteOf(context, gated, code)
	});
	await writeCommentId(commentId);
	await writeSuggestion(context, gated);
	if (code !== EXIT.pass) await failStep(first.report);
	return code;
}
async function warnOfUnwritten(unwritten) {
	if (unwritten.length === 0) return;
	const { warning } = await import("./core2.js");
	warning(stripCommands(describeUnwritten(unwritten)), { title: "Spec Gate" });
}
/** On the lines of the pull request; one of an older commit goes. */
async function writeSuggestion({ client, inputs, log }, { change, after, mayTakeBack }) {
	const { kind, pullRequest, headSha } = change;
	const suggestion = after?.suggestion;
	if (!mayTakeBack || client === void 0 || kind !== "pull-request" || pullRequest === void 0) return;
	if (inputs.comment === "never") return;
	const result = await replaceSuggestion({
		client,
		pullRequest,
		key: inputs.config,
		headSha,
		suggestion
	});
	log(`suggestion: ${result.status}`);
	if (result.status !== "refused") return;
	const { warning } = await import("./core2.js");
	warning(result.message, { title: "Spec Gate" });
}
/** The note that a merge queue may reuse; only for a complete verdict that does not depend on a reviewer's approval. */
function noteOf({ signer, signal }, gated, exitCode) {
	const { reports, digest, change } = gated;
	const isAccepted = reports.some(({ report }) => report.verdict.resolution !== void 0);
	const isDecided = exitCode === EXIT.pass || exitCode === EXIT.fail;
	if (signer === void 0 || signal.aborted || isAccepted || !isDecided) return void 0;
	const verdict = reports[0].report.verdict.status;
	return serializeVerdict({
		digest,
		verdict,
		exitCode,
		headSha: change.headSha
	}, signer);
}
function isNews({ inputs }, reports, code) {
	if (inputs.comment === "on-failure") return code !== EXIT.pass;
	const changes = reports.some(({ report }) => report.comparison === "model" || report.changes.some(({ kind }) => kind !== "cosmetic"));
	return inputs.comment === "always" || changes || code !== EXIT.pass;
}
/** Of each level as many as one report may have; the first report's come first. */
function mergeAnnotations(reports, locate) {
	const all = reports.flatMap((report) => listAnnotations(report, locate));
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => all.filter((one) => one.level === level).slice(0, 9));
}
function outputsOf({ verdict, endpoints: metrics, outliers, findings }, run) {
	return {
		verdict: verdict.status,
		resolution: verdict.resolution?.kind ?? "none",
		nonCompliance: metrics.nonCompliance?.head,
		disagreement: metrics.disagreement?.head,
		interpretation: metrics.interpretation?.head,
		newOutliers: outliers.filter(({ status }) => status === "new").length,
		findingsCount: verdict.reasons.length + findings.length,
		calls: run.calls.made,
		costUsd: run.usd === "unknown" ? void 0 : run.usd
	};
}
/** Ends the run where the verdict is known; undefined where it has to be judged. */
async function reuseVerdict(context, change, digest) {
	const note = await findVerdict(context, change);
	if (note?.digest !== digest) return void 0;
	const { verdict, exitCode, headSha } = note;
	const from = `pull request #${change.pullRequest} at commit ${headSha.slice(0, 7)}`;
	const says = `${verdict}, as for ${from}: policy, spec, bank and models are the same here, so nobody was asked again`;
	context.log(`${verdict}, reused: ${from}, digest ${digest}`);
	const mark = exitCode === EXIT.pass ? "✅" : "❌";
	const gate = gateTitle(gateOf(context.inputs.config).gate);
	await writeSummary(`### ${mark} ${gate}: ${says}\n\nDigest \`${digest}\`.\n`, context.env);
	await writeOutputs({
		verdict,
		calls: 0,
		costUsd: 0
	});
	if (exitCode !== EXIT.pass) {
		const { setFailed } = await import("./core2.js");
		setFailed(`Spec Gate: ${says}`);
	}
	return exitCode;
}
async function findVerdict({ client, signer, inputs }, { kind, pullRequest }) {
	if (kind !== "merge-group" || client === void 0 || signer === void 0 || pullRequest === void 0) return void 0;
	try {
		const note = await findNote({
			client,
			pullRequest,
			key: inputs.config
		});
		return note === void 0 ? void 0 : parseVerdict(note, signer);
	} catch (error) {
		if (!isRefusal(error)) throw error;
		return;
	}
}
/** Clauses named of which most scenarios would be new. */
const MOST_NAMED = 3;
function whyUntouched({ bank }, { added, labelled }) {
	const brought = [...added.length === 0 ? [] : [describeAdded(bank, added)], ...labelled === void 0 ? [] : ["the first labelled items"]];
	if (brought.length === 0) return "this change touches neither the spec, the models, the bank nor the policy";
	return `this change adds ${brought.join(", and ")}, on which later changes are measured, and touches neither the spec, the models nor the policy`;
}
/** Of a change that is older than files of the spec. Their names are not shown: they are any text. */
function whyOutdated({ absent }) {
	return `this change is older than ${plural(absent.length, "file")} of the spec, and touches neither the spec, the models, the bank nor the policy`;
}
/** How many, and of which clauses most would be new. */
function describeAdded(bank, added) {
	const [before, come] = [countLinks(bank.scenarios), countLinks(added)];
	const mostly = [...come].flatMap(([clause, count]) => {
		const all = count + (before.get(clause) ?? 0);
		if (2 * count <= all) return [];
		return [`${count} of the ${all} of ${ID_PATTERN.test(clause) ? `\`${clause}\`` : "a clause"}`];
	});
	const named = mostly.slice(0, MOST_NAMED).join(", ");
	const rest = mostly.length > MOST_NAMED ? ` and most of ${plural(mostly.length - MOST_NAMED, "other clause")}` : "";
	const share = mostly.length === 0 ? "" : ` (${named}${rest})`;
	return `${plural(added.length, "scenario")} to the bank${share}`;
}
function countLinks(scenarios) {
	const counts = /* @__PURE__ */ new Map();
	for (const { clauses } of scenarios) for (const id of new Set(clauses)) counts.set(id, (counts.get(id) ?? 0) + 1);
	return counts;
}
/** `afterCheck` is another wing's part in it. */
async function gateChange(context, afterCheck) {
	const change = await readChangeEvent(context);
	const branchedOff = await fetchChange(context, change);
	const tip = await openEnd(context.root, change.baseSha);
	const ends = await openChange(context.root, {
		base: branchedOff,
		head: change.headSha
	});
	const policy = await openPolicy(context, change, tip);
	if (policy === void 0) return describeBootstrap(context, ends, change);
	const project = await loadBaseProject(policy, context);
	const outdated = await findOutdated(ends, {
		project,
		policy
	});
	if (outdated !== void 0) return reportUntouched(context, change, whyOutdated(outdated));
	const prepared = await prepareChange(ends, project, change.names);
	if (!prepared.isTouched) {
		const labelled = labelledFile(project.configFile, project.config);
		const isFirst = ends.head.paths.has(labelled) && !ends.base.paths.has(labelled);
		return reportUntouched(context, change, whyUntouched(project, {
			added: prepared.checks.added ?? [],
			...isFirst && { labelled }
		}));
	}
	const digest = await digestChange(project, policy, ends);
	return await reuseVerdict(context, change, digest) ?? judge(context, {
		change,
		ends,
		prepared,
		digest,
		afterCheck
	});
}
async function judge(context, subject) {
	const { change, ends, prepared, digest, afterCheck } = subject;
	const { project, checks, grounds, notes } = prepared;
	const folder = openOutputFolder(context);
	const acceptances = await loadAcceptances(ends, project.configFile);
	const { run, openAgain } = await openActionRun(context, {
		project,
		restricted: change.restricted
	});
	const categories = await readValueCategories(context.packageRoot);
	let after;
	const whileOpen = async (judged) => {
		const about = {
			context,
			change,
			ends,
			project,
			prepared: checks.spec,
			reports: judged,
			openAgain,
			folder
		};
		after = await afterCheck(about);
	};
	const { reports, record } = await judgeChange(checks, {
		project,
		run,
		folder,
		whileOpen
	}, {
		grounds,
		notes,
		categories,
		onStart: (start) => context.log(renderRunStart(start).trimEnd())
	});
	const acceptance = {
		acceptances,
		today: new Date(context.clock.now()).toISOString().slice(0, 10),
		approval: () => askApproval(context, change, project.config.approvers)
	};
	const resolved = [];
	for (const named of reports) resolved.push({
		...named,
		report: await resolveAcceptance(named.report, acceptance)
	});
	const [first, ...others] = rankReports(resolved);
	if (first === void 0) throw new Error("a touched change without a comparison");
	const { onInconclusive } = project.config;
	return publish(context, {
		change,
		ends,
		configFile: project.configFile,
		digest,
		folder,
		reports: [first, ...others],
		run: record,
		onInconclusive,
		...whereDefined({ after }),
		mayTakeBack: project.config.repair === "suggest"
	});
}
/** Nothing to judge: passes at once. An existing comment of an earlier push is updated, since it is wrong now. */
async function reportUntouched(context, change, reason) {
	const text = `### ${gateTitle(gateOf(context.inputs.config).gate)}: nothing to test\n\nNothing was asked: ${reason} (commit \`${change.headSha.slice(0, 7)}\`).\n`;
	context.log(`nothing to test: ${reason}`);
	await writeSummary(text, context.env);
	await writeOutputs({
		verdict: "none",
		calls: 0
	});
	const commentId = await writeComment(context, change, {
		body: text,
		shortBody: text,
		isNews: context.inputs.comment === "always"
	});
	await writeCommentId(commentId);
	return EXIT.pass;
}
export { gateChange };
