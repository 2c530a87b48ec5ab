// The verdict in one word and one sentence: what every view says first.
import type { FindingCode } from './finding-args.ts';
import { writeMessage } from './messages.ts';
import type { Report, VerdictStatus } from './report.ts';
import { reportedWorse, writeReported } from './reported-worse.ts';
import { say, wording, type Sentence, type Wording } from '../render/sentence.ts';

export type Tone = 'good' | 'bad' | 'unsure';

export interface Headline {
  readonly word: Wording;
  readonly tone: Tone;
  readonly mark: Wording;
  /** The main reason, without the word. */
  readonly says: Sentence;
}

const VERDICTS: Readonly<Record<VerdictStatus, Omit<Headline, 'says'>>> = {
  pass: { word: wording('PASS'), tone: 'good', mark: wording('✅') },
  fail: { word: wording('FAIL'), tone: 'bad', mark: wording('❌') },
  inconclusive: { word: wording('INCONCLUSIVE'), tone: 'unsure', mark: wording('❔') },
};

/** A pass whose judges were never shown to object to anything. */
const UNPROVEN_PASS: Omit<Headline, 'says'> = { word: wording('PASS'), tone: 'unsure', mark: wording('⚠️') };
const OF_UNPROVEN: ReadonlySet<string> = new Set<FindingCode>(['panelNeverObjects', 'panelMissesControls']);

/** Verdict first. An accepted failure is still a failure, and says that it was accepted. */
export function writeHeadline(report: Report): Headline {
  const says = mainReason(report);
  const verdict = isUnproven(report) ? UNPROVEN_PASS : VERDICTS[report.verdict.status];
  if (report.verdict.resolution === undefined) return { ...verdict, says };
  return { word: wording('ACCEPTED'), tone: 'unsure', mark: wording('☑️'), says: say`accepted although ${says}` };
}

function mainReason({ verdict, endpoints }: Report): Sentence {
  const [first] = verdict.reasons;
  // A pass says that nothing got worse, and then what it could not see.
  if (first !== undefined && verdict.status === 'pass' && first.args['reported'] === true)
    return say`${writeNoWorse(endpoints)}; ${writeMessage(first).says}`;
  if (first !== undefined) return writeMessage(first).says;
  if (verdict.status === 'pass') return writeNoWorse(endpoints);
  return verdict.status === 'fail' ? say`the policy fails this change` : say`the evidence does not decide`;
}

function writeNoWorse(endpoints: Report['endpoints']): Sentence {
  const reported = reportedWorse(endpoints);
  return reported.length === 0 ? say`nothing got worse` : say`nothing that blocks got worse${writeReported(reported)}`;
}

function isUnproven({ verdict: { status, reasons } }: Report): boolean {
  return status === 'pass' && reasons.some(({ code }) => OF_UNPROVEN.has(code));
}

/** What the findings are called beside this verdict: causes where something is wrong. */
export function titleOfFindings({ verdict }: Report): Wording {
  return verdict.status === 'pass' ? wording('Findings') : wording('Likely causes');
}
