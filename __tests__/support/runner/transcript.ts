// docs/transcript.md: what the Action writes into a pull request of the shipped example, the same whoever runs it.
import { join } from 'node:path';
import { ROOT } from '../cli.ts';

/** `npm run test:real-runner -- -u` renews it, and the runner double must write the same. */
export const TRANSCRIPT = join(ROOT, 'docs/transcript.md');

export function transcriptOf(comment: string, summary: string): string {
  const rule = '\n---\n\n';
  return `# What the Action writes into a pull request\n\nComment and job summary as \`examples/gate-spec-pull-requests.yml\` with the built Action made them on the shipped example, run by [act](https://github.com/nektos/act) (models and judges are simulated). A test keeps this page as it is.\n${rule}**The comment**\n\n${comment}${rule}**The job summary**\n\n${summary}`;
}
