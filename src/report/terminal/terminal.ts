// The verdict on a terminal: verdict first, then why, then what was measured, then what to do. Pure: colours and the width
// are given.
import { whereDefined } from '../../core/where-defined.ts';
import { writeClaims } from '../claim-words.ts';
import { clauseEffects, countCosmetic, linesOf, type ClauseEffect } from '../clause-effects.ts';
import { intervalLevel, metricRows, STATUS_WORDS, type MetricRow } from '../metric-rows.ts';
import { newlyFailing, writeScenarioChange } from '../failing-scenarios.ts';
import { writeHeadline, type Tone } from '../headline.ts';
import { writeCost } from '../how-decided.ts';
import { writeMessage, writeParagraph } from '../messages.ts';
import { writeModelPair, writeModelShift } from '../model-change-words.ts';
import { groupNewOutliers } from '../outlier-words.ts';
import type { Finding, Report } from '../report.ts';
import { NO_PAINT, type Paint, type TerminalOptions } from '../../render/paint.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence, names, say, type Sentence } from '../../render/sentence.ts';
import type { View } from '../view.ts';
import { writeWayOn } from '../way-on.ts';
import { visibleId } from '../../render/visible-text.ts';
import { fitColumns, fitEntries, wrapText } from '../../render/wrap-text.ts';
import { plural } from '../../render/format-numbers.ts';

interface Sheet {
  readonly paint: Paint;
  readonly width: number;
}

const INDENT = 8;
/** Characters of a name: what is written for a change is named by its clause and a hash. */
const LONGEST_ID = 64;
const MOST_SCENARIOS = 5;
const MOST_CLAUSES = 12;
const MOST_FINDINGS = 5;
const MOST_OUTLIER_MODELS = 4;

/** The whole verdict as text that ends with a line feed. */
export function renderTerminal(view: View, { paint = NO_PAINT, width = 100 }: TerminalOptions = {}): string {
  const sheet = { paint, width: Math.max(48, Math.min(width, 120)) };
  const blocks = [
    verdictBlock(view.report, sheet),
    whyBlock(view.report, sheet),
    measuredBlock(view.report, sheet),
    changedBlock(view.report, sheet),
    ...modelBlocks(view.report, sheet),
    outlierBlock(view.report, sheet),
    block('Also', briefly(view.report.verdict.reasons.slice(1), sheet), sheet),
    block('Note', briefly(view.report.notes, sheet), sheet),
    closingBlock(view, sheet),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdictBlock(report: Report, { paint, width }: Sheet): readonly string[] {
  const { word, tone, says } = writeHeadline(report);
  const [reason] = report.verdict.reasons;
  const message = reason && writeMessage(reason);
  const indent = word.length + 2;
  const rest = [message?.detail, message?.advice, acceptanceOf(report)].flatMap((part) =>
    part ? [plainText(asFullSentence(part))] : [],
  );
  const first = `${report.simulated ? '(simulated) ' : ''}${plainText(says)}`;
  const lines = [first, ...rest].flatMap((text, index) =>
    wrapText(text, width - indent).map((line) => (index === 0 ? paint.strong(line) : line)),
  );
  return lines.map((line, index) =>
    index === 0 ? `${paintTone(paint, tone)(word)}  ${line}` : `${' '.repeat(indent)}${line}`,
  );
}

function whyBlock(report: Report, sheet: Sheet): readonly string[] {
  const findings = report.findings
    .filter(isReading)
    .slice(0, 2)
    .map((finding) => plainText(writeParagraph(finding)));
  const failing = newlyFailing(report);
  const rows = failing
    .slice(0, MOST_SCENARIOS)
    .map((scenario, index) => [
      `${index + 1}. ${visibleId(scenario.scenario, LONGEST_ID)}`,
      plainText(writeScenarioChange(scenario, report.head.models.length)),
    ]);
  const more =
    failing.length > MOST_SCENARIOS
      ? [`   and ${plural(failing.length - MOST_SCENARIOS, 'more scenario', 'more scenarios')} that got worse`]
      : [];
  const heading = report.verdict.status === 'pass' ? 'Moved' : 'Why';
  return [
    ...block(heading, paragraphs(findings, sheet), sheet),
    ...block(findings.length === 0 ? heading : '', [...fitEntries(rows, { width: roomOf(sheet) }), ...more], sheet),
  ];
}

function measuredBlock(report: Report, sheet: Sheet): readonly string[] {
  const rows = metricRows(report);
  if (rows.length === 0) return [];
  const claims = writeClaims(report).map((claim) => plainText(asFullSentence(claim)));
  const remarks = block('', paragraphs(claims, sheet).map(sheet.paint.faint), sheet);
  if (roomOf(sheet) < TABLE_WIDTH) return [...block('Measured', narrowRows(rows, sheet), sheet), ...remarks];
  const lines = fitColumns(
    [
      ['', 'base', 'head', 'change', intervalLevel(report), 'tolerated', ''],
      ...rows.map((row) => [
        row.label,
        row.base,
        row.head,
        row.change,
        row.interval,
        row.tolerated,
        STATUS_WORDS[row.status].word,
      ]),
    ],
    { width: roomOf(sheet), dispensable: [5, 4], right: [1, 2, 3] },
  );
  const table = lines.map((line, index) => {
    const status = rows[index - 1]?.status;
    const painted = status === 'fail' ? sheet.paint.bad(line) : index === 0 ? sheet.paint.faint(line) : line;
    return `${label(index === 0 ? 'Measured' : '', sheet)}${painted}`;
  });
  return [...table, ...remarks];
}

/** Columns that the table takes without what is dispensable: cut, it would lose the change and what it came to. */
const TABLE_WIDTH = 68;

/** A metric a line, as far as it goes: `Non-compliance  fail`, and below it `22 % → 49 %, +28, 24 to 31, tolerated +5`. */
function narrowRows(rows: readonly MetricRow[], sheet: Sheet): readonly string[] {
  return rows.flatMap(({ label: metric, base, head, change, interval, tolerated, status }) => {
    const sides = base === '' && head === '' ? '' : `${base} → ${head}`;
    const parts = [sides, change, interval, tolerated === '' ? '' : `tolerated ${tolerated}`];
    const line = `${metric}  ${STATUS_WORDS[status].word}`;
    return [
      status === 'fail' ? sheet.paint.bad(line) : line,
      ...wrapText(parts.filter((part) => part !== '').join(', '), roomOf(sheet) - 3).map((part) => `   ${part}`),
    ];
  });
}

const SIGNS = { added: '+', removed: '-', edited: '~', renamed: '>', moved: '^', cosmetic: ' ', unseen: '?' } as const;

function changedBlock(report: Report, sheet: Sheet): readonly string[] {
  const effects = clauseEffects(report);
  const rows = effects
    .slice(0, MOST_CLAUSES)
    .map(({ change, effect }: ClauseEffect) => [
      `${SIGNS[change.kind]} ${visibleId(change.id, LONGEST_ID)}`,
      linesOf(change),
      plainText(effect),
    ]);
  const cosmetic = countCosmetic(report);
  const rest = [
    ...(effects.length > MOST_CLAUSES
      ? [`  and ${plural(effects.length - MOST_CLAUSES, 'more clause', 'more clauses')}`]
      : []),
    ...(cosmetic > 0 ? [`  ${plural(cosmetic, 'cosmetic change')} ignored`] : []),
  ];
  return block('Changed', [...fitEntries(rows, { width: roomOf(sheet), dispensable: [1] }), ...rest], sheet);
}

/** One block a changed model: which, and what it does differently. */
function modelBlocks(report: Report, sheet: Sheet): readonly (readonly string[])[] {
  return (report.modelChanges ?? []).map((change) => {
    const model = report.models.find((one) => one.model === change.model);
    const shifts = writeModelShift(change, model).flatMap((sentence) =>
      wrapText(plainText(asFullSentence(sentence)), roomOf(sheet) - 2).map(
        (line, index) => `${index === 0 ? '- ' : '  '}${line}`,
      ),
    );
    const pair = paragraphs([plainText(asFullSentence(writeModelPair(change)))], sheet);
    return block('Changed', [...pair, ...shifts], sheet);
  });
}

/** Who newly stands apart, on what and which way; the answers are in the page. */
function outlierBlock(report: Report, sheet: Sheet): readonly string[] {
  const groups = groupNewOutliers(report);
  const shown = groups.slice(0, MOST_OUTLIER_MODELS).map(({ says, outliers }) => {
    const scenarios = names(outliers.map(({ scenario }) => scenario));
    return plainText(asFullSentence(say`${says}: ${scenarios}`));
  });
  const rest = groups.length - shown.length;
  return block(
    'Outliers',
    paragraphs([...shown, ...(rest > 0 ? [`and ${plural(rest, 'more model', 'more models')}`] : [])], sheet),
    sheet,
  );
}

function closingBlock({ report, run, reportPath }: View, sheet: Sheet): readonly string[] {
  return [
    ...block('Cost', paragraphs([plainText(writeCost(report, run))], sheet), sheet),
    ...block('Next', paragraphs(writeWayOn(report).map(plainText), sheet), sheet),
    ...(reportPath === undefined ? [] : block('Open', [reportPath], sheet)),
  ];
}

/** Lines under a heading that stands left of the first. */
function block(heading: string, lines: readonly string[], sheet: Sheet): readonly string[] {
  return lines.map((line, index) => `${label(index === 0 ? heading : '', sheet)}${line}`);
}

/** What each of the first findings says, without its numbers. */
function briefly(findings: readonly Finding[], sheet: Sheet): readonly string[] {
  const texts = findings.slice(0, MOST_FINDINGS).map((one) => plainText(asFullSentence(writeMessage(one).says)));
  const rest = findings.length - texts.length;
  return paragraphs([...texts, ...(rest > 0 ? [`and ${rest} more in the report`] : [])], sheet);
}

function paragraphs(texts: readonly string[], sheet: Sheet): readonly string[] {
  return texts.flatMap((text) => wrapText(text, roomOf(sheet)));
}

/** Columns right of the headings. */
function roomOf({ width }: Sheet): number {
  return width - INDENT - 2;
}

function label(text: string, { paint }: Sheet): string {
  return text === '' ? ' '.repeat(INDENT + 2) : paint.faint(text.padEnd(INDENT + 2));
}

function isReading({ severity }: Finding): boolean {
  return severity !== 'notice';
}

function acceptanceOf({ verdict }: Report): Sentence | undefined {
  if (verdict.resolution === undefined) return undefined;
  const { by, reason, expires } = verdict.resolution;
  return writeMessage({ code: 'accepted', args: { by, reason, ...whereDefined({ expires }) } }).says;
}

function paintTone(paint: Paint, tone: Tone): (text: string) => string {
  return (text) => paint.strong(paint[tone](text));
}
