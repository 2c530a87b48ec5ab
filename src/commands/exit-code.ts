// From a verdict to the exit code that scripts and required checks read.
import type { Report } from '../report/report.ts';
import { EXIT, type ExitCode } from './door.ts';

/** An accepted failure and an inconclusive check that the policy only reports do not block. */
function exitCodeOf(report: Report, onInconclusive: 'fail' | 'report'): ExitCode {
  const { status, resolution } = report.verdict;
  if (status === 'pass' || resolution !== undefined) return EXIT.pass;
  if (status === 'fail') return EXIT.fail;
  return onInconclusive === 'report' ? EXIT.pass : EXIT.inconclusive;
}

/** Of several comparisons of one change: a failure weighs more than an open question. */
export function worstExitCode(reports: readonly Report[], onInconclusive: 'fail' | 'report'): ExitCode {
  const codes = reports.map((report) => exitCodeOf(report, onInconclusive));
  return codes.find((code) => code === EXIT.fail) ?? codes.find((code) => code !== EXIT.pass) ?? EXIT.pass;
}
