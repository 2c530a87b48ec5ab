// The pull request comment: the verdict in the first line, one table, the changed clauses, and the rest folded.
import { fitSections, type Section } from '../../render/fit-sections.ts';
import { titleOfFindings } from '../headline.ts';
import { writeCost } from '../how-decided.ts';
import {
  clauseList,
  metricTable,
  failingScenarios,
  findingList,
  fixed,
  headlineBlock,
  howDecided,
  letThroughTable,
  newOutliers,
  wayOn,
} from './blocks.ts';
import { wordDifferences } from './changed-words.ts';
import { coverageSection } from './coverage.ts';
import { modelChangeSections } from './model-changes.ts';
import { markdownSentence } from '../../render/safe-markdown.ts';
import type { View } from '../view.ts';

/** GitHub takes 65,536 characters; the marker that finds the comment again and a margin stay free. */
export const LONGEST_COMMENT = 60_000;

/** At most `LONGEST_COMMENT` characters; the same view always gives the same text. */
export function renderMarkdown(view: View): string {
  return fitSections(sectionsOf(view), LONGEST_COMMENT);
}

/** Headline, table and changed clauses: what is added stands before all that is folded. */
const UNFOLDED = 3;

/** One comment for all comparisons of a change, the one that weighs most first; the same limit holds for all together. */
export function renderComment(views: readonly View[], added: readonly Section[] = []): string {
  const own = views.flatMap((view, index) => [...(index === 0 ? [] : [fixed('\n---\n\n')]), ...sectionsOf(view)]);
  const [shown, folded] = [own.slice(0, UNFOLDED), own.slice(UNFOLDED)];
  return fitSections([...shown, ...added, ...folded], LONGEST_COMMENT);
}

function sectionsOf(view: View): readonly Section[] {
  const { report, gate } = view;
  return [
    fixed(headlineBlock(report, gate)),
    fixed(metricTable(report)),
    clauseList(view),
    ...modelChangeSections(report),
    findingList(
      titleOfFindings(report),
      report.findings.filter(({ severity }) => severity !== 'notice'),
    ),
    fixed(wayOn(report)),
    letThroughTable(report),
    failingScenarios(report),
    newOutliers(report),
    coverageSection(report),
    wordDifferences(report),
    howDecided(report),
    fixed(closingLine(view)),
  ];
}

function closingLine({ report, run, runUrl }: View): string {
  const link = runUrl === undefined ? '' : ` · [full report in the run's summary and artifact](${runUrl})`;
  return `\n${markdownSentence(writeCost(report, run))}${link}\n`;
}
