// The job summary. The runner drops one over 1 MiB as a whole, so a longer text than agreed is cut here.
import { appendFile } from 'node:fs/promises';
import type { Environment } from './event.ts';

/** Bytes of UTF-8 (the runner's limit, FileCommandManager.cs, is 1 MiB a step). */
const LONGEST = 900 * 1024;
const NOTE = '\n\n_The rest does not fit here: see the report in the artifact of this run._\n';

/**
 * Appends Markdown to this step's summary, cut after a whole line where it is over 900 KiB. Does nothing where the
 * runner offers no summary.
 */
export async function writeSummary(markdown: string, env: Environment): Promise<void> {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  await appendFile(path, cut(markdown));
}

function cut(markdown: string): string {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= LONGEST) return markdown;
  const end = bytes.lastIndexOf('\n', LONGEST - NOTE.length);
  return bytes.subarray(0, Math.max(0, end)).toString() + NOTE;
}
