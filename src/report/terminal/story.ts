// One scenario on a terminal: what was asked, each model's answer on both sides, and every ruling with its clauses and reason.
import { formatPlace } from '../../core/errors.ts';
import type { TerminalOptions } from '../../render/paint.ts';
import { visibleId, visibleLine } from '../../render/visible-text.ts';
import { fitEntries, wrapText } from '../../render/wrap-text.ts';
import { plural } from '../../render/format-numbers.ts';
import { plainText } from '../../render/plain-text.ts';
import { asFullSentence } from '../../render/sentence.ts';
import { KIND_WORDS, nudgeWords, RULING_WORDS, statusWords } from '../explorer/view/words.ts';
import { writeScenarioChange } from '../failing-scenarios.ts';
import type { Report } from '../report.ts';
import type { ScenarioStory, StoryAnswer, StoryClause, StoryRuling, StorySide } from '../scenario-story.ts';
import { headingLines } from './heading.ts';
import { block, createSheet, joinBlocks, paragraphs, roomOf, type Sheet } from './sheet.ts';

const LONGEST_NAME = 120;
/** Columns that what stands below a ruling is set in by. */
const BELOW = '  ';

export interface StoryView {
  readonly report: Report;
  readonly story: ScenarioStory;
  /** The page, where there is one; the scenario has an address of its own in it. */
  readonly page?: string;
}

/** The whole story as text that ends with a line feed. */
export function renderStory({ report, story, page }: StoryView, options: TerminalOptions = {}): string {
  const sheet = createSheet(options);
  return joinBlocks([
    headingLines(report, sheet),
    scenarioBlock(story, report, sheet),
    block('Asked', textLines(story.asked ?? withheld(story.askedLength), roomOf(sheet)), sheet),
    ...story.answers.flatMap((answer) => answerBlocks(answer, report, sheet)),
    [
      ...block('Texts', paragraphs(story.disclosure === 'ids' ? [HOW_SHOWN] : [], sheet), sheet),
      ...block('Open', page === undefined ? [] : [page], sheet),
    ],
  ]);
}

const HOW_SHOWN =
  'This report holds no text of questions, answers and reasons (disclose: ids). spec-gate check --disclose full with the ' +
  'options it was made with writes them in: what is stored serves again, no call is made.';

function scenarioBlock(story: ScenarioStory, report: Report, sheet: Sheet): readonly string[] {
  const row = report.scenarios.find(({ scenario }) => scenario === story.scenario);
  const change =
    row === undefined ? [] : [plainText(asFullSentence(writeScenarioChange(row, report.head.models.length)))];
  const about = [story.values?.join(' ↔ '), nudgeWords(story), story.topics.join(', ')]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => visibleLine(part!, 300));
  return block(
    'Scenario',
    [
      `${report.simulated ? '(simulated) ' : ''}${sheet.paint.strong(visibleLine(story.scenario, LONGEST_NAME))}`,
      ...paragraphs(change, sheet),
      ...paragraphs(about.length === 0 ? [] : [about.join(' · ')], sheet),
      ...fitEntries(story.clauses.map(clauseRow), { width: roomOf(sheet) }),
    ],
    sheet,
  );
}

function clauseRow({ id, file, line, changed }: StoryClause): readonly string[] {
  const place = file === undefined ? '' : formatPlace({ file: visibleLine(file, 200), ...(line && { line }) });
  return [`tests ${visibleId(id, 64)}`, [place, changed ? 'changed' : ''].filter(Boolean).join('  ')];
}

/**
 * The model and how often it broke the spec; its answer, once where both sides judge the same; then the rulings by side. Of texts
 * that are held back nobody can say that they are the same.
 */
function answerBlocks(
  { model, draws, base, head }: StoryAnswer,
  { comparison }: Pick<Report, 'comparison'>,
  sheet: Sheet,
): readonly (readonly string[])[] {
  const isOne = base?.text !== undefined && base.text === head?.text && base.length === head.length;
  const sides = (['base', 'head'] as const).flatMap((name) => {
    const side = { base, head }[name];
    return side === undefined ? [] : [{ name, side, draws: draws[name] }];
  });
  const room = roomOf(sheet);
  return [
    [
      ...block('Model', [sheet.paint.strong(visibleLine(model, LONGEST_NAME))], sheet),
      ...(isOne ? block('Answer', [...textLines(textOf(base), room), oneAnswer(comparison)], sheet) : []),
      ...sides.flatMap(({ name, side, draws: counted }) =>
        block(
          name,
          [
            paintStatus(side, sheet)(statusLine(side, counted)),
            ...(isOne ? [] : textLines(textOf(side), room)),
            ...side.rulings.flatMap((ruling) => rulingLines(ruling, sheet)),
          ],
          sheet,
        ),
      ),
    ],
  ];
}

function oneAnswer(comparison: Report['comparison']): string {
  return `(the same answer on both sides${comparison === 'model' ? '' : ', judged under both texts'})`;
}

/** `problematic, firm rejection (2 of 2 draws problematic)`. */
function statusLine({ problematic, kind }: StorySide, [ruled, broken]: readonly [number, number]): string {
  const draws = ruled > 1 ? ` (${broken} of ${ruled} draws problematic)` : '';
  return `${statusWords(problematic)}${kind === undefined ? '' : `, ${KIND_WORDS[kind]}`}${draws}`;
}

function paintStatus({ problematic }: StorySide, { paint }: Sheet): (text: string) => string {
  if (problematic === 'missing') return paint.unsure;
  return problematic ? paint.bad : paint.good;
}

/** `non-compliant  anthropic/claude-sonnet-5, citing avoid_harm`, and below it the reason. */
function rulingLines({ judge, ruling, clauses, reason }: StoryRuling, sheet: Sheet): readonly string[] {
  const room = roomOf(sheet) - BELOW.length;
  const citing = clauses.length === 0 ? '' : `, citing ${clauses.map((id) => visibleId(id, 64)).join(', ')}`;
  const first = `${RULING_WORDS[ruling]}: ${visibleLine(judge, LONGEST_NAME)}${citing}`;
  return [
    ...wrapText(first, room).map((line, index) => `${index === 0 ? '- ' : BELOW}${line}`),
    ...textLines(reason ?? '', room).map((line) => `${BELOW}${sheet.paint.faint(line)}`),
  ];
}

function textOf({ text, length }: StorySide): string {
  return text ?? withheld(length);
}

/** What stands where a text is left out; nothing where there is none. */
function withheld(length: number | undefined): string {
  return length === undefined ? '' : `(${plural(length, 'character')}, not in this report)`;
}

/** Every line of a text in lines that fit; none of an empty one. */
function textLines(text: string, width: number): readonly string[] {
  return text === '' ? [] : text.split('\n').flatMap((line) => wrapText(line.replaceAll('\t', '  '), width));
}
