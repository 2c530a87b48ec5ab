// `spec-gate compare` on a terminal: the verdict first, then how large and how sure, then the groups and what is missing.
import type { OutcomeComparison } from './compare.ts';
import type { LooksReport } from './looks.ts';
import type { ClauseDecision } from '../decision/decision.ts';
import { compareNote, compareReasons } from './ground-words.ts';
import { writeClaim, writeCompared, writeMeasured, writeNeeded, writeScore, writeWhetherToStop } from './sentences.ts';
import { count, percent, plural, points, pValue, signedPoints } from '../render/format-numbers.ts';
import { plainText } from '../render/plain-text.ts';
import { asFullSentence, say, wording, type Sentence, type Wording } from '../render/sentence.ts';
import type { Paint } from '../render/paint.ts';
import { visibleLine } from '../render/visible-text.ts';
import { fitColumns, wrapText } from '../render/wrap-text.ts';

export interface CompareView {
  readonly comparison: OutcomeComparison;
  /** The two files as people call them. */
  readonly base: string;
  readonly head: string;
  /** The base was drawn before: this is a screen. */
  readonly stored: boolean;
  /** Where rows come in parts. */
  readonly looks?: LooksReport;
}

interface Sheet {
  readonly paint: Paint;
  readonly width: number;
}

const LABEL = 12;
const MOST_GROUPS = 20;
const WORDS = { pass: 'PASS', fail: 'FAIL', inconclusive: 'INCONCLUSIVE' } as const;

/** All of it as text that ends with a line feed. */
export function renderComparison(view: CompareView, { paint, width }: Sheet): string {
  const sheet = { paint, width: Math.max(60, Math.min(width, 110)) };
  const { comparison } = view;
  const blocks = [
    verdictBlock(view, sheet),
    labelled(wording('Measured'), writeMeasured(comparison, { inLooks: view.looks !== undefined }), sheet),
    looksBlock(view, sheet),
    groupBlock(comparison.groups, sheet),
    labelled(wording('Scores'), comparison.scores.map(writeScore), sheet),
    labelled(wording('Needed'), writeNeeded(comparison, view), sheet),
    labelled(
      wording('Note'),
      comparison.notes.map((note) => asFullSentence(compareNote(note))),
      sheet,
    ),
    labelled(wording('Compared'), [writeCompared(comparison, view)], sheet),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function verdictBlock({ comparison, looks }: CompareView, { paint, width }: Sheet): readonly string[] {
  const { verdict, claim } = comparison;
  const word = WORDS[verdict];
  const tone = { pass: paint.good, fail: paint.bad, inconclusive: paint.unsure }[verdict];
  const says = [
    ...compareReasons(comparison).map((reason) => asFullSentence(reason)),
    ...(claim === undefined ? [] : [writeClaim(claim)]),
    ...(looks === undefined ? [] : writeWhetherToStop(looks)),
  ];
  const indent = ' '.repeat(word.length + 2);
  return says
    .flatMap((sentence, part) =>
      wrapText(plainText(sentence), width - indent.length).map((line) => (part === 0 ? paint.strong(line) : line)),
    )
    .map((line, index) => (index === 0 ? `${tone(word)}  ${line}` : `${indent}${line}`));
}

const TOO_MUCH_MISSING = wording('too much is missing');

function looksBlock({ comparison, looks }: CompareView, { paint, width }: Sheet): readonly string[] {
  if (looks === undefined) return [];
  const { planned, made, unread } = looks;
  const rows = planned.map((scenarios, index) => {
    const own = made[index];
    const figures =
      own?.change === undefined
        ? [own === undefined ? '' : TOO_MUCH_MISSING, '', '', '']
        : [
            signedPoints(own.change),
            pValue(own.p ?? 1),
            pValue(own.fail),
            own.bound === undefined ? '' : signedPoints(own.bound),
          ];
    return [`${index + 1}`, count(scenarios), ...figures];
  });
  const heading = ['look', 'scenarios', 'points', 'p', 'fails from p', 'could be as high as'];
  const table = fitColumns([heading, ...rows], { width: width - 2, right: [0, 1, 2, 3, 4, 5] });
  return [
    `${paint.strong('Looks')}  ${paint.faint(plainText(say`both errors stay at 5 % over all of them; passes where the last column is below ${points(comparison.margin)}`))}`,
    ...table.map((line, index) => `  ${index === 0 ? paint.faint(line) : line}`),
    ...(unread === 0
      ? []
      : [
          paint.faint(
            `  ${plainText(say`${plural(unread, 'scenario')} with rows not read: beyond the look that decided, or not in the plan`)}`,
          ),
        ]),
  ];
}

const GROUP_WORDS: Readonly<Record<ClauseDecision['status'], Wording>> = {
  changed: wording('changed'),
  'no-effect-seen': wording('no effect seen'),
  untested: wording('too few to test'),
};

function groupBlock(groups: readonly ClauseDecision[], { paint, width }: Sheet): readonly string[] {
  if (groups.length === 0) return [];
  const order = { changed: 0, 'no-effect-seen': 1, untested: 2 } as const;
  const sorted = [...groups].sort(
    (a, b) => order[a.status] - order[b.status] || (b.change ?? 0) - (a.change ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const rows = sorted
    .slice(0, MOST_GROUPS)
    .map(({ id, scenarios, base, head, change, adjustedP, status }) => [
      visibleLine(id, 40),
      count(scenarios),
      base === undefined || head === undefined ? '' : `${percent(base)} → ${percent(head)}`,
      change === undefined ? '' : signedPoints(change),
      adjustedP === undefined ? '' : pValue(adjustedP),
      GROUP_WORDS[status],
    ]);
  const table = fitColumns([['group', 'scenarios', 'problematic', 'points', 'adjusted p', ''], ...rows], {
    width: width - 2,
    right: [1, 3, 4],
    dispensable: [2],
  });
  const tones = sorted.map(({ status }) => (status === 'changed' ? paint.bad : paint.faint));
  return [
    `${paint.strong('Groups')}  ${paint.faint(plainText(say`for reading, not part of the verdict; p is raised for the number of groups`))}`,
    ...table.map((line, index) => `  ${index === 0 ? paint.faint(line) : tones[index - 1]!(line)}`),
    ...(sorted.length > MOST_GROUPS
      ? [paint.faint(`  ${plainText(say`and ${count(sorted.length - MOST_GROUPS)} more (--json has all)`)}`)]
      : []),
  ];
}

function labelled(label: Wording, sentences: readonly Sentence[], { paint, width }: Sheet): readonly string[] {
  const lines = sentences.flatMap((sentence) => wrapText(plainText(sentence), width - LABEL));
  return lines.map((line, index) => `${index === 0 ? paint.strong(label.padEnd(LABEL)) : ' '.repeat(LABEL)}${line}`);
}
