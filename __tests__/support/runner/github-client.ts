// A client of the double, with waits recorded instead of waited.
import { createGitHubClient, type GitHubClient } from '../../../src/io/github/client.ts';
import type { RunnerServer } from './server.ts';

export async function connect(server: RunnerServer): Promise<{ client: GitHubClient; waits: number[] }> {
  const waits: number[] = [];
  const [owner = '', repo = ''] = server.github.fullName.split('/');
  const sleep = async (ms: number): Promise<void> => {
    waits.push(ms);
  };
  return { client: await createGitHubClient({ token: 'ghs_test', owner, repo, baseUrl: server.origin, sleep }), waits };
}
