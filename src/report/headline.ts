// The verdict in one word and one sentence: what every view says first.
import { writeMessage } from './messages.ts';
import type { Report, VerdictStatus } from './report.ts';
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

/** Verdict first. An accepted failure is still a failure, and says that it was accepted. */
export function writeHeadline(report: Report): Headline {
  const says = mainReason(report);
  if (report.verdict.resolution === undefined) return { ...VERDICTS[report.verdict.status], says };
  return { word: wording('ACCEPTED'), tone: 'unsure', mark: wording('☑️'), says: say`accepted although ${says}` };
}

function mainReason({ verdict }: Report): Sentence {
  const [first] = verdict.reasons;
  if (first !== undefined) return writeMessage(first).says;
  if (verdict.status === 'pass') return say`nothing got worse`;
  return verdict.status === 'fail' ? say`the policy fails this change` : say`the evidence does not decide`;
}

/** What the findings are called beside this verdict: causes where something is wrong. */
export function titleOfFindings({ verdict }: Report): Wording {
  return verdict.status === 'pass' ? wording('Findings') : wording('Likely causes');
}
