// The job summary: what the comment says, a chart, and the tables that do not fit into a comment.
import { writeAgreementBasis } from '../agreement-words.ts';
import { writeEstimate } from '../estimate-words.ts';
import { fitSections, type Section } from '../../render/fit-sections.ts';
import { percent, count } from '../../render/format-numbers.ts';
import { writeCost } from '../how-decided.ts';
import {
  clauseList,
  metricTable,
  failingScenarios,
  findingList,
  fixed,
  folded,
  headlineBlock,
  howDecided,
  letThroughTable,
  newOutliers,
  wayOn,
} from './blocks.ts';
import { wordDifferences } from './changed-words.ts';
import { coverageSection } from './coverage.ts';
import { mermaidChart } from './mermaid-chart.ts';
import { modelChangeSections } from './model-changes.ts';
import { writeKnown } from '../let-through-words.ts';
import type { Report, ReportEstimate } from '../report.ts';
import type { ReportExample, ReportScenario } from '../report-answers.ts';
import { codeSpan, escapeText, fencedBlock, markdownSentence } from '../../render/safe-markdown.ts';
import type { View } from '../view.ts';
import { markdownHead, markdownRow } from '../../render/markdown-table.ts';

/**
 * GitHub drops a summary over 1 MiB whole. Characters are counted, and one takes at most 3 bytes of UTF-8 (4 for two UTF-16
 * units), so this stays under 900 KiB.
 */
const LONGEST_SUMMARY = 300_000;

/** At most 900 KiB of UTF-8; the same view always gives the same text. */
export function renderSummary(view: View): string {
  const { report, gate } = view;
  const sections = [
    fixed(headlineBlock(report, gate)),
    fixed(metricTable(report)),
    fixed(mermaidChart(report)),
    clauseList(view),
    ...modelChangeSections(report),
    findingList('Findings', report.findings),
    fixed(wayOn(report)),
    letThroughTable(report),
    failingScenarios(report),
    newOutliers(report),
    coverageSection(report),
    wordDifferences(report),
    modelTable(report),
    judgeTable(report),
    scenarioEvidence(report),
    howDecided(report),
    fixed(`\n${markdownSentence(writeCost(report, view.run))}\n`),
  ];
  return fitSections(sections, LONGEST_SUMMARY);
}

function modelTable({ models }: Report): Section {
  const heading = markdownHead([
    ['model', 'left'],
    ['base', 'right'],
    ['head', 'right'],
    ['responses', 'right'],
    ['missing', 'right'],
  ]);
  const rows = models.map(({ model, base, head, responses, missing }) =>
    markdownRow([codeSpan(model), optional(base), optional(head), count(responses), count(missing)]),
  );
  return foldedTable('Models', heading, rows);
}

function judgeTable({ judges }: Report): Section {
  const heading = markdownHead([
    ['judge', 'left'],
    ['rulings', 'right'],
    ['abstained', 'right'],
    ['rules against', 'right'],
    ['right on known answers', 'right'],
  ]);
  const rows = judges.panel.map(({ judge, rulings, abstained, flagRate, known }) =>
    markdownRow([codeSpan(judge), count(rulings), count(abstained), optional(flagRate), writeKnown(known)]),
  );
  const section = foldedTable('Judges', heading, rows);
  if (rows.length === 0) return section;
  const { base, head } = judges;
  const agreement = [
    `\nWhere every judge was asked: agreeing pairs ${estimateOf(base.raw)} → ${estimateOf(head.raw)}`,
    `Fleiss' kappa ${estimateOf(base.fleissKappa)} → ${estimateOf(head.fleissKappa)}`,
    `Gwet's AC1 ${estimateOf(base.gwetAc1)} → ${estimateOf(head.gwetAc1)}`,
  ].join(' · ');
  return { ...section, closing: `${agreement}. ${markdownSentence(writeAgreementBasis(judges))}\n${section.closing}` };
}

function scenarioEvidence(report: Report): Section {
  const items = report.scenarios.flatMap((scenario) => (hasEvidence(scenario) ? [evidenceOf(scenario)] : []));
  return folded('Scenarios, answers and judgments', items);
}

function hasEvidence({ query, examples = [] }: ReportScenario): boolean {
  return query !== undefined || examples.length > 0;
}

function evidenceOf({ scenario, query, examples = [] }: ReportScenario): string {
  const asked = query === undefined ? '' : fencedBlock(query, 2000);
  return `\n**${codeSpan(scenario)}**\n${asked}${examples.map(exampleOf).join('')}`;
}

function exampleOf({ model, arm, response, judgments }: ReportExample): string {
  const rulings = judgments.map(
    ({ judge, ruling, clauses, reasoning }) =>
      `- ${codeSpan(judge)} rules ${codeSpan(ruling)}, citing ${
        clauses
          .slice(0, 5)
          .map((clause) => codeSpan(clause))
          .join(', ') || 'nothing'
      }: ${escapeText(reasoning, 600)}\n`,
  );
  return `\n${codeSpan(model)} on ${arm}:\n${fencedBlock(response)}\n${rulings.join('')}`;
}

function foldedTable(title: string, heading: string, rows: readonly string[]): Section {
  const section = folded(title, rows);
  return rows.length === 0 ? section : { ...section, opening: `${section.opening}${heading}` };
}

function optional(share: number | undefined): string {
  return share === undefined ? '' : percent(share);
}

function estimateOf(value: ReportEstimate): string {
  return markdownSentence(writeEstimate(value));
}
