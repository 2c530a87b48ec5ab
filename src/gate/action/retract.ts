// A run that ended without a verdict: what an earlier one said of another commit, or with another set-up, must not stand.
import { posix } from 'node:path';
import { formatProblem, UserError } from '../../core/errors.ts';
import { readEvent, type Environment } from '../../io/actions/event.ts';
import { createGitHubClient } from '../../io/github/client.ts';
import { upsertComment } from '../../io/github/comment.ts';
import { safeLog } from '../../io/safe-log.ts';
import { fencedBlock } from '../../render/safe-markdown.ts';
import { gateTitle } from '../../report/markdown/blocks.ts';
import { gateOf } from './comment.ts';

const MOST_PROBLEMS = 5;

/**
 * Replaces the comment of an earlier run by why there is no verdict now; opens none. Reads the environment by itself, since
 * what ended the run may have been there. Never throws.
 */
export async function retractVerdict(
  env: Environment,
  /** `config`: its path, where the run came so far as to find it. */
  ended: { readonly error: unknown; readonly started: number; readonly config: string | undefined },
): Promise<void> {
  try {
    // What is wrong with an event has been said.
    const event = await readEvent(env).catch(() => undefined);
    const input = (name: string): string => env[`INPUT_${name}`]?.trim() ?? '';
    const token = input('GITHUB-TOKEN');
    if (event?.kind !== 'pull_request' || token === '' || input('COMMENT') === 'never') return;
    const { owner, name: repo } = event.repository;
    const client = await createGitHubClient({ token, owner, repo, baseUrl: env['GITHUB_API_URL'] });
    const key = ended.config ?? posix.join(input('WORKING-DIRECTORY') || '.', input('CONFIG') || 'spec-gate.yml');
    const { headSha, pullRequest, run } = event;
    const title = `### ⚠️ ${gateTitle(gateOf(key).gate)}: no verdict (commit \`${headSha.slice(0, 7)}\`)`;
    const body = `${title}\n\n${reasonFor(ended.error)}\n[The run](${run.url})\n`;
    const result = await upsertComment({
      client,
      pullRequest: pullRequest.number,
      key,
      headSha,
      run: { id: run.id, attempt: run.attempt, started: ended.started },
      body,
      shortBody: `${title}\n`,
      whenAbsent: 'leave',
    });
    safeLog(`comment: ${result.status === 'refused' ? result.message : result.status}`);
  } catch (error) {
    safeLog(`the comment of an earlier run was not replaced: ${String(error)}`);
  }
}

function reasonFor(error: unknown): string {
  if (!(error instanceof UserError)) return 'The run of this commit broke off by a bug of Spec Gate; its log has more.';
  const { problems } = error;
  const rest = problems.length > MOST_PROBLEMS ? `\n…and ${problems.length - MOST_PROBLEMS} more` : '';
  return `The gate could not run on this commit:\n\n${fencedBlock(problems.slice(0, MOST_PROBLEMS).map(formatProblem).join('\n') + rest)}`;
}
