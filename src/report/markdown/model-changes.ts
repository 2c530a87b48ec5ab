// What changed models do differently, in the comment and the summary.
import type { ClauseDecision } from '../../decision/decision.ts';
import { answerBlock } from './answer.ts';
import type { Section } from '../../render/fit-sections.ts';
import { count, percent, plural, signedPoints } from '../../render/format-numbers.ts';
import { fixed, folded } from './blocks.ts';
import { writeModelPair, writeModelShift } from '../model-change-words.ts';
import type { Report } from '../report.ts';
import type { ReportContrast, ReportFalseRefusal, ReportModelChange } from '../report-answers.ts';
import { codeSpan, fencedBlock, markdownSentence } from '../../render/safe-markdown.ts';
import { asFullSentence } from '../../render/sentence.ts';
import { markdownHead, markdownRow } from '../../render/markdown-table.ts';

/** Beyond these a comment would hold openings only. */
const MOST_MODELS = 6;

/** For each changed model: what it does differently, where, and examples. */
export function modelChangeSections(report: Report): readonly Section[] {
  const changes = report.modelChanges ?? [];
  const rest = changes.length - MOST_MODELS;
  return [
    ...changes
      .slice(0, MOST_MODELS)
      .flatMap((change) => [
        differences(change, report),
        groupTable(change),
        falseRefusals(change.falseRefusals),
        examples(change),
      ]),
    ...(rest > 0 ? [fixed(`\n${rest} more changed models are in the full report.\n`)] : []),
  ];
}

function differences(change: ReportModelChange, report: Report): Section {
  const model = report.models.find((one) => one.model === change.model);
  return {
    opening: `\n**What ${codeSpan(change.model)} does differently** · ${markdownSentence(writeModelPair(change))}\n\n`,
    items: writeModelShift(change, model).map((sentence) => `- ${markdownSentence(asFullSentence(sentence))}\n`),
    closing: '',
  };
}

function groupTable({ clauses, topics }: ReportModelChange): Section {
  const rows = [
    ...clauses.map((row) => ({ ...row, what: 'clause' })),
    ...topics.map((row) => ({ ...row, what: 'topic' })),
  ].map(({ id, what, nonCompliance, rejections }) =>
    markdownRow([what, codeSpan(id), count(nonCompliance.scenarios), cellOf(nonCompliance), cellOf(rejections)]),
  );
  const section = folded('By clause and topic', rows);
  const head = markdownHead([
    ['', 'left'],
    ['', 'left'],
    ['scenarios', 'right'],
    ['non-compliance', 'left'],
    ['rejections', 'left'],
  ]);
  return rows.length === 0 ? section : { ...section, opening: `${section.opening}${head}` };
}

/** Bold where a change is seen. */
function cellOf(row: ClauseDecision | undefined): string {
  if (row?.base === undefined || row.head === undefined) return '';
  const levels = `${percent(row.base)} → ${percent(row.head)}`;
  return row.status === 'changed' ? `**${levels}** (${signedPoints(row.change ?? 0)})` : levels;
}

function falseRefusals(refusals: readonly ReportFalseRefusal[]): Section {
  const fresh = refusals.filter(({ status }) => status === 'new');
  return folded(
    `${plural(fresh.length, 'new refusal')} of what most other models answer in order`,
    fresh.map(
      ({ scenario, helped, others, answer, typical }) =>
        `\n**${codeSpan(scenario)}** · ${count(helped)} of ${count(others)} others help in order\n${answerBlock(answer)}${typical === undefined ? '' : answerBlock(typical)}`,
    ),
  );
}

function examples({ examples: contrasts }: ReportModelChange): Section {
  return folded('Examples where the answers differ most', contrasts.map(contrast));
}

function contrast({ scenario, query, base, head, panel }: ReportContrast): string {
  const asked = query === undefined ? '' : fencedBlock(query, 1000);
  // Where only its version, parameters or prompt changed both sides have one name.
  const isSame = base?.model === head.model;
  const answers = [
    ...(base === undefined ? [] : [answerBlock(base, isSame ? ' before' : '')]),
    answerBlock(head, isSame ? ' now' : ''),
    ...(panel === undefined ? [] : [answerBlock(panel)]),
  ];
  return `\n**${codeSpan(scenario)}**\n${asked}${answers.join('')}`;
}
