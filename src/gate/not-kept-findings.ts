// That answers were paid for and could not be kept: a full or read-only disk. The verdict holds; the next run pays again.
import { createFinding } from '../report/messages.ts';
import type { Finding } from '../report/report.ts';
import type { Run } from '../run/open-run.ts';

/** Answers that were paid for and could not be written to the store; none where all could. */
export function notKeptFindings({ store }: Pick<Run, 'store'>): readonly Finding[] {
  const answers = store.problems().unwritten;
  return answers === 0 ? [] : [createFinding({ code: 'answersNotKept', args: { answers }, severity: 'notice' })];
}
