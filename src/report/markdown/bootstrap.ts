// The summary of a first pull request: no verdict, but what changed and what a check of it would take.
import { renderDiff } from '../terminal/diff-text.ts';
import { fitSections } from '../../render/fit-sections.ts';
import { fixed } from './blocks.ts';
import { LONGEST_COMMENT } from './comment.ts';
import { writeParagraph } from '../messages.ts';
import { renderPlan, type PlanView } from '../terminal/plan-text.ts';
import type { Finding } from '../report.ts';
import { fencedBlock, markdownSentence } from '../../render/safe-markdown.ts';
import { NO_PAINT } from '../../render/paint.ts';

/** In characters; GitHub drops a summary over 1 MiB, and takes no comment of 64 KiB. */
const LONGEST = { summary: 250_000, comment: LONGEST_COMMENT } as const;

/** The finding's sentences, then diff and plan as text. */
export function renderBootstrap(finding: Finding, view: PlanView, place: keyof typeof LONGEST): string {
  const share = Math.floor(LONGEST[place] / 3);
  return fitSections(
    [
      fixed(`### Spec Gate: first run\n\n${markdownSentence(writeParagraph(finding))}\n`),
      fixed(`\n**What changed**\n${fencedBlock(renderDiff(view, NO_PAINT), share)}`),
      fixed(`\n**What a check would do**\n${fencedBlock(renderPlan(view), share)}`),
    ],
    LONGEST[place],
  );
}
