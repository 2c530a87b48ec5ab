// One answer in the comment and the summary: whose it is, what was said of it, and its text as far as the report holds it.
import { writeAnswer } from '../model-change-words.ts';
import type { ReportAnswer } from '../report-answers.ts';
import { codeSpan, fencedBlock, markdownSentence } from '../../render/safe-markdown.ts';

/** `when` is our own word, where one model answers on both sides. */
export function answerBlock(answer: ReportAnswer, when: '' | ' before' | ' now' = ''): string {
  const text = answer.response === undefined ? '' : fencedBlock(answer.response, 1500);
  return `\n${codeSpan(answer.model)}${when}: ${markdownSentence(writeAnswer(answer))}\n${text}`;
}
