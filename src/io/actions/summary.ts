// The job summary. A summary over 1 MiB is dropped as a whole, so ours is trimmed section by section before that.
import { appendFile } from 'node:fs/promises';
import type { Environment } from './event.ts';

/** Bytes of UTF-8: the runner's limit is 1 MiB a step (FileCommandManager.cs). */
export const SUMMARY_LIMIT = 900 * 1024;

/**
 * Joins Markdown sections with blank lines up to `limit` bytes. A section that does not fit is left out whole, with all
 * after it (half a section could leave a fence or a fold open), and a last line says how many. The same sections always
 * give the same text.
 */
export function fitSections(sections: readonly string[], limit: number = SUMMARY_LIMIT): string {
  const whole = join(sections);
  if (Buffer.byteLength(whole) <= limit) return whole;
  for (let kept = sections.length - 1; kept >= 0; kept -= 1) {
    const left = sections.length - kept;
    const note = `_${left} ${left === 1 ? 'section does' : 'sections do'} not fit here: see the report in this run's artifact._`;
    const text = join([...sections.slice(0, kept), note]);
    if (Buffer.byteLength(text) <= limit) return text;
  }
  return '';
}

/** Appends the sections, the most important first, to this step's summary. Does nothing where the runner offers none. */
export async function writeSummary(sections: readonly string[], env: Environment): Promise<void> {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (path === undefined || path === '') return;
  await appendFile(path, fitSections(sections));
}

function join(sections: readonly string[]): string {
  return `${sections.map((section) => section.trimEnd()).join('\n\n')}\n`;
}
