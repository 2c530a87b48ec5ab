// The pieces that the pull request comment and the job summary are made of. Every name in them is a code span.
import { whereDefined } from '../../core/where-defined.ts';
import { answerBlock } from './answer.ts';
import { writeExplainedClaims } from '../claim-words.ts';
import { clauseEffects, countCosmetic, type ClauseEffect } from '../clause-effects.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { intervalLevel, metricRows, STATUS_WORDS, type MetricRow } from '../metric-rows.ts';
import { newlyFailing, writeScenarioChange } from '../failing-scenarios.ts';
import type { View } from '../view.ts';
import { sourceLink } from '../source-link.ts';
import type { Section } from '../../render/fit-sections.ts';
import { writeHeadline } from '../headline.ts';
import { writeHowDecided, writeSide } from '../how-decided.ts';
import { writeMessage, writeParagraph } from '../messages.ts';
import { groupNewOutliers, writeApart, writeDirection } from '../outlier-words.ts';
import type { Finding, Report } from '../report.ts';
import { toldLetThrough, writeAllAnswers, writeShareLetThrough, writeViolations } from '../let-through-words.ts';
import { writeWayOn } from '../way-on.ts';
import type { ReportBothTexts, ReportOutlier } from '../report-answers.ts';
import { codeSpan, markdownSentence } from '../../render/safe-markdown.ts';
import { asFullSentence, names, say } from '../../render/sentence.ts';
import { markdownHead, markdownRow } from '../../render/markdown-table.ts';

/** Beyond the main reason. */
const MOST_REASONS = 4;

/** The first line and the lines right under it. `gate` names the config, where a repository has several. */
export function headlineBlock(report: Report, gate?: string): string {
  const { mark, says } = writeHeadline(report);
  const banner = report.simulated
    ? '\n> **Simulated**: the models or judges are simulations; these numbers say nothing about a real model.\n'
    : '';
  const [main, ...others] = report.verdict.reasons;
  const message = main && writeMessage(main);
  const under = [message?.detail, message?.advice].flatMap((part) =>
    part ? [markdownSentence(asFullSentence(part))] : [],
  );
  const named = others
    .slice(0, MOST_REASONS)
    .map((reason) => `- ${markdownSentence(asFullSentence(writeMessage(reason).says))}\n`);
  const rest = others.length - named.length;
  const also = [...named, ...(rest > 0 ? [`- and ${rest} more in the full report\n`] : [])].join('');
  const commit = report.head.sha === undefined ? '' : ` (commit \`${report.head.sha.slice(0, 7)}\`)`;
  return `### ${mark} ${gateTitle(gate)}: ${markdownSentence(says)}${commit}\n${banner}${acceptanceBlock(report)}\n${under.join(' ')}\n${also === '' ? '' : `\n${also}`}`;
}

/** What to edit, or how to accept it and who may. */
export function wayOn(report: Report): string {
  const lines = writeWayOn(report).map((sentence) => `- ${markdownSentence(sentence)}\n`);
  return lines.length === 0 ? '' : `\n**How to go on**\n\n${lines.join('')}`;
}

/** `Spec Gate`, and which one. */
export function gateTitle(gate: string | undefined): string {
  return gate === undefined ? 'Spec Gate' : `Spec Gate ${codeSpan(gate, 120)}`;
}

/** The metrics of both sides. */
export function metricTable(report: Report): string {
  const rows = metricRows(report);
  if (rows.length === 0) return '';
  const lines = rows.map((row) =>
    markdownRow([row.label, row.base, row.head, changeCell(row), row.tolerated, markCell(row)]),
  );
  const head = markdownHead([
    ['', 'left'],
    [codeSpan(report.base.ref, 40), 'right'],
    [codeSpan(report.head.ref, 40), 'right'],
    [`change (${intervalLevel(report)})`, 'left'],
    ['tolerated', 'right'],
    ['', 'centre'],
  ]);
  return `\n${head}${lines.join('')}`;
}

/** One line a changed clause. */
export function clauseList(view: View, title = '**What changed**'): Section {
  const { report } = view;
  const effects = clauseEffects(report);
  const cosmetic = countCosmetic(report);
  return {
    opening: effects.length === 0 ? '' : `\n${title}\n\n`,
    items: effects.map((effect) => `- ${clauseLine(effect, view)}\n`),
    closing: cosmetic === 0 ? '' : `\n${plural(cosmetic, 'cosmetic change')} ignored.\n`,
  };
}

/** What was found: a heading and one paragraph a finding. */
export function findingList(title: string, findings: readonly Finding[]): Section {
  return {
    opening: findings.length === 0 ? '' : `\n**${title}**\n\n`,
    items: findings.map((finding) => `- ${markdownSentence(writeParagraph(finding))}\n`),
    closing: '',
  };
}

/** What is let through and newly forbidden, by touched clause, and answers to look at. */
export function letThroughTable(report: Report): Section {
  const { comparison } = report;
  const letThrough = toldLetThrough(report);
  if (letThrough === undefined) return fixed('');
  const { answers, clauses, examples } = letThrough;
  const row = (heading: string, both: ReportBothTexts | undefined, violations: string): string =>
    markdownRow([
      heading,
      both === undefined ? '' : writeShareLetThrough(both),
      both === undefined ? '' : count(both.newlyForbidden),
      violations,
    ]);
  const rows = [
    ...(answers === undefined ? [] : [row(writeAllAnswers(comparison), answers, '')]),
    ...clauses.map(({ clause, answers: own, violations }) => row(codeSpan(clause), own, writeViolations(violations))),
  ];
  const heading = markdownHead([
    ['', 'left'],
    ['forbidden answers let through', 'right'],
    ['newly forbidden', 'right'],
    ['known violations let through', 'right'],
  ]);
  const shown = examples.map(
    ({ name, model }, index) =>
      `${index === 0 ? '\n' : ''}- let through: ${codeSpan(name)}${model === undefined ? '' : ` answered by ${codeSpan(model)}`}\n`,
  );
  const section = folded('What the edit lets through', [...rows, ...shown]);
  return { ...section, opening: `${section.opening}${heading}` };
}

/** An item a scenario that got worse, folded; nothing where none did. */
export function failingScenarios(report: Report): Section {
  const failing = newlyFailing(report);
  const items = failing.map((scenario) => {
    const clauses = scenario.clauses
      .slice(0, 3)
      .map((clause) => codeSpan(clause))
      .join(', ');
    return `- ${codeSpan(scenario.scenario)}: ${markdownSentence(writeScenarioChange(scenario, report.head.models.length))} · ${clauses}\n`;
  });
  return folded(`${plural(failing.length, 'scenario')} that got worse`, items);
}

/** Models named above the fold. */
const MOST_OUTLIER_MODELS = 5;

/** By model what they have in common, on top; folded under it each answer beside a typical one. */
export function newOutliers(report: Report): Section {
  const groups = groupNewOutliers(report);
  const all = groups.flatMap(({ outliers }) => outliers);
  if (all.length === 0) return fixed('');
  const lines = groups.slice(0, MOST_OUTLIER_MODELS).map(({ says, outliers }) => {
    const scenarios = names(outliers.map(({ scenario }) => scenario));
    return `- ${markdownSentence(say`${says}: ${scenarios}`)}\n`;
  });
  const rest = groups.length - lines.length;
  const more = rest > 0 ? `- and ${plural(rest, 'more model', 'more models')}\n` : '';
  const answers = folded(
    all.length === 1 ? 'The answer, beside a typical one' : `The ${all.length} answers, each beside a typical one`,
    groups.flatMap(({ outliers }) => outliersByPlace(outliers)),
  );
  return { ...answers, opening: `\n**New outliers**\n\n${lines.join('')}${more}${answers.opening}` };
}

/** The sides, the rounds, how far the verdict reaches, and all notes, folded. */
export function howDecided(report: Report): Section {
  const sides = say`Compared ${writeSide(report.base)} with ${writeSide(report.head)}.`;
  const claims = writeExplainedClaims(report).map(asFullSentence);
  const items = [sides, ...writeHowDecided(report), ...claims, ...report.notes.map(writeParagraph)];
  return folded(
    'How this was decided',
    items.map((sentence) => `- ${markdownSentence(sentence)}\n`),
  );
}

/** Text that is always shown. */
export function fixed(text: string): Section {
  return { opening: text, items: [], closing: '' };
}

/** A folded part; nothing at all without items. */
export function folded(title: string, items: readonly string[]): Section {
  if (items.length === 0) return fixed('');
  return { opening: `\n<details><summary>${title}</summary>\n\n`, items, closing: '\n</details>\n' };
}

function acceptanceBlock({ verdict }: Report): string {
  if (verdict.resolution === undefined) return '';
  const { by, reason, expires } = verdict.resolution;
  const args = { by, reason, ...whereDefined({ expires }) };
  return `\n${markdownSentence(writeParagraph({ code: 'accepted', args }))}\n`;
}

function clauseLine({ change, what, effect, tone }: ClauseEffect, view: View): string {
  const named = codeSpan(`${change.file}:${change.lines[0]}-${change.lines[1]}`);
  const link = sourceLink(view, change);
  const place = link === undefined ? named : `[${named}](${link})`;
  const says = markdownSentence(effect);
  return `${codeSpan(change.id)} ${markdownSentence(what)} (${place}): ${tone === 'bad' ? `**${says}**` : says}`;
}

function changeCell({ change, interval, status }: MetricRow): string {
  if (change === '') return '';
  const shown = status === 'fail' ? `**${change}**` : change;
  return interval === '' ? shown : `${shown} (${interval})`;
}

function markCell({ status }: MetricRow): string {
  const { word, mark } = STATUS_WORDS[status];
  return status === 'pass' || status === 'fail' ? mark : `${mark === 'n/a' ? '' : `${mark} `}${word}`;
}

/** One item each; the clause stands over the first of those that share it. */
function outliersByPlace(outliers: readonly ReportOutlier[]): readonly string[] {
  return outliers.map((outlier, index) => {
    const [clause] = outlier.clauses;
    const isSame = index > 0 && outliers[index - 1]!.clauses[0] === clause;
    const heading = clause === undefined || isSame ? '' : `\nUnder ${codeSpan(clause)}:\n`;
    return heading + outlierItem(outlier);
  });
}

/** The answer that stands apart, and a typical one of the others beside it. */
function outlierItem({ scenario, model, topics, answer, typical, ...apart }: ReportOutlier): string {
  const about = topics.length === 0 ? say`` : say`, about ${names(topics)}`;
  const line = `\n**${codeSpan(model)}** on ${codeSpan(scenario)}${markdownSentence(say`${about}: ${writeApart(apart)} (${writeDirection(apart)})`)}\n`;
  return [answer, typical].reduce((text, one) => (one === undefined ? text : text + answerBlock(one)), line);
}
