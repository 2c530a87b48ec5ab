// The verdict on a terminal: verdict first, then why, then what was measured, then what to do. Pure: colours and the width
// are given.
import { whereDefined } from '../../core/where-defined.ts';
import { BLOCKING_METRICS, METRICS } from '../../analysis/metrics.ts';
import { writeClaimsElsewhere } from '../claim-words.ts';
import { clauseEffects, countCosmetic, linesOf, type ClauseEffect } from '../clause-effects.ts';
import { intervalLevel, metricRows, STATUS_WORDS, type MetricRow } from '../metric-rows.ts';
import { newlyFailing, writeScenarioChange } from '../failing-scenarios.ts';
import { writeHeadline, type Tone } from '../headline.ts';
import { writeCost } from '../how-decided.ts';
import { writeMessage, writeParagraph } from '../messages.ts';
import { writeModelPair, writeModelShift } from '../model-change-words.ts';
import { groupNewOutliers } from '../outlier-words.ts';
import type { FindingCode } from '../finding-args.ts';
import type { Finding, Report } from '../report.ts';
import type { Paint, TerminalOptions } from '../../render/paint.ts';
import { plainText, plainTextWithin } from '../../render/plain-text.ts';
import { asFullSentence, names, say, type Sentence } from '../../render/sentence.ts';
import type { View } from '../view.ts';
import { writeLookingCloser, writeWayOn } from '../way-on.ts';
import { visibleId } from '../../render/visible-text.ts';
import { fitColumns, fitEntries, wrapText } from '../../render/wrap-text.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { placeOfChange, placeOfScenario, placesOfFinding } from './clause-places.ts';
import { headingLines } from './heading.ts';
import { block, createSheet, joinBlocks, label, paragraphs, roomOf, type Sheet } from './sheet.ts';

/** Characters of a name: what is written for a change is named by its clause and a hash. */
const LONGEST_ID = 64;
/** Characters of a command, which is nothing when it is cut. */
const LONGEST_COMMAND = 2000;
const MOST_READINGS = 2;
const MOST_SCENARIOS = 3;
const MOST_CLAUSES = 12;
const MOST_FINDINGS = 5;
const MOST_OUTLIER_MODELS = 4;
/** What a changed model does differently, the gravest first. */
const MOST_SHIFTS = 6;

/** The whole verdict as text that ends with a line feed. */
export function renderTerminal(view: View, options: TerminalOptions = {}): string {
  const sheet = createSheet(options);
  return joinBlocks([
    headingLines(view.report, sheet),
    verdictBlock(view.report, sheet),
    whyBlock(view.report, sheet),
    measuredBlock(view.report, sheet),
    changedBlock(view.report, sheet),
    ...modelBlocks(view.report, sheet),
    outlierBlock(view.report, sheet),
    block('Also', briefly(otherReasons(view.report), sheet), sheet),
    block('Note', briefly(view.report.notes.filter(isNews), sheet), sheet),
    closingBlock(view, sheet),
  ]);
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
  const findings = report.findings.filter(isReading).slice(0, MOST_READINGS);
  const failing = newlyFailing(report);
  const rows = failing
    .slice(0, MOST_SCENARIOS)
    .map((scenario, index) => [
      `${index + 1}. ${visibleId(scenario.scenario, LONGEST_ID)}`,
      plainText(writeScenarioChange(scenario, report.head.models.length)),
      placeOfScenario(scenario, report),
    ]);
  const more =
    failing.length > MOST_SCENARIOS
      ? [`   and ${plural(failing.length - MOST_SCENARIOS, 'more scenario', 'more scenarios')} that got worse`]
      : [];
  const heading = report.verdict.status === 'pass' ? 'Moved' : 'Why';
  return [
    ...block(heading, readingLines(findings, report, sheet), sheet),
    ...block(
      findings.length === 0 ? heading : '',
      [...fitEntries(rows, { width: roomOf(sheet), dispensable: [2] }), ...more],
      sheet,
    ),
  ];
}

/** What was found, and below it where the clauses are that it names, unless the list of changes says so. */
function readingLines(findings: readonly Finding[], report: Report, sheet: Sheet): readonly string[] {
  const listed = new Set(report.changes.map(({ id }) => id));
  const places = new Map(
    findings.flatMap((finding) => placesOfFinding(finding, report)).filter(([id]) => !listed.has(id)),
  );
  const rows = [...places].map(([id, place]) => [visibleId(id, LONGEST_ID), place]);
  return [
    ...paragraphs(
      findings.map((finding) => plainText(writeParagraph(finding))),
      sheet,
    ),
    ...fitEntries(rows, { width: roomOf(sheet) }).map(sheet.paint.faint),
  ];
}

function measuredBlock(report: Report, sheet: Sheet): readonly string[] {
  const rows = metricRows(report);
  // Of a run that was stopped before anything was ruled on.
  if (rows.every(({ base, head }) => base === '' && head === '')) return [];
  const claims = writeClaimsElsewhere(report).map((claim) => plainText(asFullSentence(claim)));
  const remarks = block('', paragraphs(claims, sheet).map(sheet.paint.faint), sheet);
  if (roomOf(sheet) < TABLE_WIDTH) return [...block('Measured', narrowRows(rows, sheet), sheet), ...remarks];
  const lines = fitColumns(
    [
      ['', 'base', 'head', 'change', intervalLevel(report), 'tolerated', ''],
      ...rows.map((row) => [row.label, row.base, row.head, row.change, row.interval, row.tolerated, statusWord(row)]),
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

/** Its mark where the word would take the room that what is tolerated needs. */
function statusWord({ status }: MetricRow): string {
  const { word, mark } = STATUS_WORDS[status];
  return status === 'not-applicable' ? mark : word;
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
  const isOneFile = new Set(effects.map(({ change }) => change.file)).size === 1;
  const rows = effects
    .slice(0, MOST_CLAUSES)
    .map(({ change, effect }: ClauseEffect) => [
      `${SIGNS[change.kind]} ${visibleId(change.id, LONGEST_ID)}`,
      isOneFile ? linesOf(change) : placeOfChange(change),
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
    const all = writeModelShift(change, model);
    const rest = all.length - MOST_SHIFTS;
    const shown = rest > 1 ? [...all.slice(0, MOST_SHIFTS), say`and ${count(rest)} more on the page`] : all;
    const shifts = shown.flatMap((sentence) =>
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

function closingBlock({ report, run, reportPath, reportJson }: View, sheet: Sheet): readonly string[] {
  const closer = reportJson === undefined ? [] : writeLookingCloser(report, reportJson);
  const next = [...closer, ...writeWayOn(report)].map((sentence) => plainTextWithin(sentence, LONGEST_COMMAND));
  return [
    ...block('Cost', paragraphs([plainText(writeCost(report, run))], sheet), sheet),
    ...block('Next', paragraphs(next, sheet), sheet),
    ...(reportPath === undefined ? [] : block('Open', [reportPath], sheet)),
  ];
}

/**
 * Of a run that was stopped not what follows from that: that answers are missing, and what they leave undecided. Nor that a
 * metric got worse on the scenarios that the verdict names: its row of the table says so.
 */
function otherReasons({ verdict: { reasons } }: Report): readonly Finding[] {
  const [first, ...others] = reasons;
  if (first !== undefined && STOPS.has(first.code)) return others.filter(({ code }) => !OF_STOPS.has(code));
  return others.filter((finding) => !OF_ROWS.has(finding.code) || whereOf(finding) !== whereOf(first));
}

/** The clauses and models that got worse, to compare. */
function whereOf(finding: Finding | undefined): string {
  return JSON.stringify([finding?.args['clauses'], finding?.args['models']]);
}

/** What the table says already (a metric's row, how many outliers came and went), or is no more than chance: the page has it. */
function isNews({ code }: Finding): boolean {
  return !['levelUnchanged', 'asMuchAsChance', 'cosmeticOnly'].includes(code);
}

const OF_ROWS: ReadonlySet<string> = new Set(BLOCKING_METRICS.map((metric) => METRICS[metric].finding.code));

const STOPS: ReadonlySet<string> = new Set<FindingCode>(['interrupted', 'budgetStopped', 'quota', 'noKeys']);
const OF_STOPS: ReadonlySet<string> = new Set<FindingCode>(['missingCells', 'couldHaveShown']);

/** What each of the first findings says, without its numbers. */
function briefly(findings: readonly Finding[], sheet: Sheet): readonly string[] {
  const texts = findings.slice(0, MOST_FINDINGS).map((one) => plainText(asFullSentence(writeMessage(one).says)));
  const rest = findings.length - texts.length;
  return paragraphs([...texts, ...(rest > 0 ? [`and ${rest} more in the report`] : [])], sheet);
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
