import { b as formatProblem, v as UserError } from "./commands-action-merge-compare-diff-accept-report-bank-ask-check.js";
import { l as createGitHubClient, v as readEvent } from "./action.js";
import { i as upsertComment, t as gateOf } from "./comment.js";
import { t as safeLog } from "./commands-action.js";
import { f as fencedBlock, s as gateTitle } from "./report.js";
import { posix } from "node:path";
const MOST_PROBLEMS = 5;
/**
* Replaces the comment of an earlier run by why there is no verdict now; opens none. Reads the environment by itself, since
* what ended the run may have been there. Never throws.
*/
async function retractVerdict(env, ended) {
	try {
		const event = await readEvent(env).catch(() => void 0);
		const input = (name) => env[`INPUT_${name}`]?.trim() ?? "";
		const token = input("GITHUB-TOKEN");
		if (event?.kind !== "pull_request" || token === "" || input("COMMENT") === "never") return;
		const { owner, name: repo } = event.repository;
		const client = await createGitHubClient({
			token,
			owner,
			repo,
			baseUrl: env["GITHUB_API_URL"]
		});
		const key = ended.config ?? posix.join(input("WORKING-DIRECTORY") || ".", input("CONFIG") || "spec-gate.yml");
		const { headSha, pullRequest, run } = event;
		const title = `### ⚠️ ${gateTitle(gateOf(key).gate)}: no verdict (commit \`${headSha.slice(0, 7)}\`)`;
		const body = `${title}\n\n${reasonFor(ended.error)}\n[The run](${run.url})\n`;
		const result = await upsertComment({
			client,
			pullRequest: pullRequest.number,
			key,
			headSha,
			run: {
				id: run.id,
				attempt: run.attempt,
				started: ended.started
			},
			body,
			shortBody: `${title}\n`,
			whenAbsent: "leave"
		});
		safeLog(`comment: ${result.status === "refused" ? result.message : result.status}`);
	} catch (error) {
		safeLog(`the comment of an earlier run was not replaced: ${String(error)}`);
	}
}
function reasonFor(error) {
	if (!(error instanceof UserError)) return "The run of this commit broke off by a bug of Spec Gate; its log has more.";
	const { problems } = error;
	const rest = problems.length > MOST_PROBLEMS ? `\n…and ${problems.length - MOST_PROBLEMS} more` : "";
	return `The gate could not run on this commit:\n\n${fencedBlock(problems.slice(0, MOST_PROBLEMS).map(formatProblem).join("\n") + rest)}`;
}
export { retractVerdict };
