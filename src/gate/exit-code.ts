// From a verdict to the exit code that scripts and required checks read.
import type { FindingCode } from '../report/finding-args.ts';
import type { Report } from '../report/report.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';

/** Reasons that mean that evidence was never gathered, which no policy lets pass. */
const UNFINISHED: ReadonlySet<string> = new Set<FindingCode>([
  'budgetStopped',
  'interrupted',
  'quota',
  'noKeys',
  'missingCells',
  'judgeSilent',
  'panelNeverObjects',
  'panelMissesControls',
  'panelAtChance',
  'judgeIntegrity',
]);

/** An accepted verdict does not block, and neither does an open question that the policy only reports. */
function exitCodeOf(report: Report, onInconclusive: 'fail' | 'report'): ExitCode {
  const { status, resolution, reasons } = report.verdict;
  if (status === 'pass' || resolution !== undefined) return EXIT.pass;
  if (status === 'fail') return EXIT.fail;
  const isUnfinished = reasons.some(({ code, severity }) => severity !== 'notice' && UNFINISHED.has(code));
  return onInconclusive === 'report' && !isUnfinished ? EXIT.pass : EXIT.inconclusive;
}

/** Of several comparisons of one change: a failure weighs more than an open question. No comparison is no pass. */
export function worstExitCode(reports: readonly Report[], onInconclusive: 'fail' | 'report'): ExitCode {
  if (reports.length === 0) return EXIT.inconclusive;
  const codes = reports.map((report) => exitCodeOf(report, onInconclusive));
  return codes.find((code) => code === EXIT.fail) ?? codes.find((code) => code !== EXIT.pass) ?? EXIT.pass;
}
