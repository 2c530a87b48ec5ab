// How a failed step says why: the verdict is a failure or open, the set-up is wrong, or this program has a bug.
import { whereDefined } from '../core/where-defined.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { formatPlace, formatProblem, UserError } from '../core/errors.ts';
import { stripCommands } from '../io/safe-log.ts';
import { describeDiskError } from '../io/write-whole.ts';
import { writeHeadline } from '../report/headline.ts';
import { plainText } from '../render/plain-text.ts';
import type { Report } from '../report/report.ts';

/** One of the ten errors GitHub shows is the step's own; so many are left for problems. */
const MOST_PROBLEMS = 9;

/** Marks the step as failed by its verdict. */
export async function failStep(report: Report): Promise<void> {
  const { setFailed } = await import('@actions/core');
  const lead = report.verdict.status === 'fail' ? 'Spec Gate fails this change' : 'Spec Gate cannot decide this change';
  setFailed(`${lead}: ${plainText(writeHeadline(report).says)}`);
}

/** Marks the step as failed before there was a verdict: exit 3 for what the user can mend, 4 for a bug. */
export async function failWithError(error: unknown): Promise<ExitCode> {
  const core = await import('@actions/core');
  const disk = describeDiskError(error);
  if (disk !== undefined) {
    core.setFailed(`${stripCommands(disk)}; there is no verdict (exit ${EXIT.usage})`);
    return EXIT.usage;
  }
  if (!(error instanceof UserError)) {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    core.setFailed(`This is a bug in Spec Gate; please report it with what follows.\n${stripCommands(stack)}`);
    return EXIT.bug;
  }
  for (const problem of error.problems.slice(0, MOST_PROBLEMS)) {
    const { file, line, column } = problem.place ?? {};
    core.error(stripCommands(formatProblem(problem)), {
      title: 'Spec Gate: configuration',
      ...(file !== undefined && line !== undefined && { file }),
      ...whereDefined({ startLine: line, startColumn: column }),
    });
  }
  const { length } = error.problems;
  const more = length > MOST_PROBLEMS ? `, ${length - MOST_PROBLEMS} of them not shown` : '';
  const [first] = error.problems;
  const place = formatPlace(first?.place);
  const summary = length === 1 ? `1 problem${place === '' ? '' : ` at ${stripCommands(place)}`}` : `${length} problems`;
  core.setFailed(`Spec Gate is not set up: ${summary}${more}; there is no verdict (exit ${EXIT.usage})`);
  return EXIT.usage;
}
