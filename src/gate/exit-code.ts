// From a verdict to the exit code that scripts and required checks read.
import type { FindingCode } from '../report/finding-args.ts';
import type { Report } from '../report/report.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';

/**
 * Open questions, which a policy may let pass: what was asked does not decide, or there was nothing to ask. Any other ground means
 * that evidence was never gathered, was lost or cannot be trusted, and no policy lets that pass.
 */
const OPEN: ReadonlySet<string> = new Set<FindingCode>([
  'couldHaveShown',
  'clauseUndecided',
  'looseningUnseen',
  'untestedClause',
  'modelNotCompared',
  'changedOutOfSight',
  'moreOutOfSight',
  'textOutsideClauses',
  'ignoredLines',
  'shownToJudgesOnly',
  // Stands behind findings of one kind, of which the first are there themselves.
  'moreLikeThese',
]);

/** An accepted verdict does not block, and neither does an open question that the policy only reports. */
function exitCodeOf(report: Report, onInconclusive: 'fail' | 'report'): ExitCode {
  const { status, resolution, reasons } = report.verdict;
  if (status === 'pass' || resolution !== undefined) return EXIT.pass;
  if (status === 'fail') return EXIT.fail;
  const grounds = reasons.filter(({ severity }) => severity !== 'notice');
  const isOpen = grounds.length > 0 && grounds.every(({ code }) => OPEN.has(code));
  return onInconclusive === 'report' && isOpen ? EXIT.pass : EXIT.inconclusive;
}

/** Of several comparisons of one change: a failure weighs more than an open question. No comparison is no pass. */
export function worstExitCode(reports: readonly Report[], onInconclusive: 'fail' | 'report'): ExitCode {
  if (reports.length === 0) return EXIT.inconclusive;
  const codes = reports.map((report) => exitCodeOf(report, onInconclusive));
  return codes.find((code) => code === EXIT.fail) ?? codes.find((code) => code !== EXIT.pass) ?? EXIT.pass;
}
