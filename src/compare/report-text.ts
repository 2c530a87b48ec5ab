// `spec-gate compare` on a terminal: the verdict first, then how large and how sure, then the groups and what is missing.
import type { OutcomeComparison } from './compare.ts';
import type { ScoreChange } from './compare-scores.ts';
import type { LooksReport } from './looks.ts';
import type { ClauseDecision } from '../decision/decision.ts';
import { compareNote, compareReasons } from './sentences.ts';
import { count, percent, plural, points, pValue, signedDecimal, signedPoints } from '../render/format-numbers.ts';
import { plainText } from '../render/plain-text.ts';
import { asFullSentence } from '../render/sentence.ts';
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
    measuredBlock(view, sheet),
    looksBlock(view, sheet),
    groupBlock(comparison.groups, sheet),
    scoreBlock(comparison.scores, sheet),
    labelled('Needed', neededLines(view), sheet),
    labelled(
      'Note',
      comparison.notes.map((note) => plainText(asFullSentence(compareNote(note)))),
      sheet,
    ),
    labelled('Compared', comparedLines(view), sheet),
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
  const says = compareReasons(comparison).map((reason) => plainText(asFullSentence(reason)));
  const claims = {
    'prompts-like-them': 'This holds for prompts like these, as far as these are a fair sample of them.',
    'these-prompts': 'This holds for these prompts; for prompts like them the evidence is too thin.',
  };
  const rest = [...(claim === undefined ? [] : [claims[claim]]), ...stopLines(looks)];
  const indent = ' '.repeat(word.length + 2);
  return [...says, ...rest]
    .flatMap((text, part) =>
      wrapText(text, width - indent.length).map((line) => (part === 0 ? paint.strong(line) : line)),
    )
    .map((line, index) => (index === 0 ? `${tone(word)}  ${line}` : `${indent}${line}`));
}

/** Whether to go on, said beside the verdict. */
function stopLines(looks: LooksReport | undefined): readonly string[] {
  if (looks?.decided === undefined) return [];
  const { planned, decided } = looks;
  const [all, read] = [planned.at(-1)!, planned[decided - 1]!];
  if (decided === planned.length) return [`Decided at the last of ${plural(decided, 'look')}.`];
  return [
    `Decided at look ${decided} of ${planned.length}, on ${count(read)} of ${plural(all, 'scenario')}: stop here. What stops early tends to show a little more than there is.`,
  ];
}

function looksBlock({ comparison, looks }: CompareView, { paint, width }: Sheet): readonly string[] {
  if (looks === undefined) return [];
  const { planned, made, unread } = looks;
  const rows = planned.map((scenarios, index) => {
    const own = made[index];
    const figures =
      own?.change === undefined
        ? [own === undefined ? '' : 'too much is missing', '', '', '']
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
    `${paint.strong('Looks')}  ${paint.faint(`both errors stay at 5 % over all of them; passes where the last column is below ${points(comparison.margin)}`)}`,
    ...table.map((line, index) => `  ${index === 0 ? paint.faint(line) : line}`),
    ...(unread === 0
      ? []
      : [
          paint.faint(
            `  ${plural(unread, 'scenario')} with rows not read: beyond the look that decided, or not in the plan`,
          ),
        ]),
  ];
}

function measuredBlock({ comparison, looks }: CompareView, sheet: Sheet): readonly string[] {
  const { base, head, change, intervals, p, pairs, margin, detectable, clusters } = comparison;
  if (base === undefined || head === undefined || change === undefined || p === undefined) return [];
  const range = (interval: readonly [number, number] | undefined, without: string): string =>
    interval === undefined
      ? without
      : `${signedPoints(interval[0])} to ${signedPoints(interval[1])} points (${percent(intervals?.level ?? 0.95)})`;
  const noise = 'no interval: one answer each does not show how much answers vary';
  return labelled(
    'Measured',
    [
      `problematic: base ${percent(base)}, head ${percent(head)}, change ${signedPoints(change)} points (tolerated +${points(margin)})`,
      `on these prompts       p ${pValue(p.thesePrompts)}${looks === undefined ? `, ${range(intervals?.thesePrompts, noise)}` : ''}`,
      `on prompts like these  p ${pValue(p.promptsLikeThem)}, ${range(intervals?.promptsLikeThem, 'no interval: there is one scenario')}`,
      'p: how often chance alone would show such a rise; 0.01 is once in 100 times',
      ...(clusters === undefined
        ? []
        : [
            `prompts of one group rise and fall together, so what is said of prompts like these rests on ${plural(clusters, 'group')}`,
          ]),
      ...(pairs === undefined
        ? []
        : [
            `pairs: both pass ${count(pairs.bothPass)}, both fail ${count(pairs.bothFail)}, only head fails ${count(pairs.worse)}, only base fails ${count(pairs.better)}`,
            `for statisticians: exact McNemar test p ${precise(pairs.exact)}, mid-p ${precise(pairs.midP)} (two-sided)`,
          ]),
      ...(detectable === undefined || detectable > 1
        ? []
        : [`a rise of ${points(detectable)} points or more would have been seen in 4 of 5 comparisons of this size`]),
    ],
    sheet,
  );
}

/** Three significant digits: 0.003068 -> `0.00307`. */
function precise(p: number): string {
  return p < 1e-6 ? '< 0.000001' : String(Number(p.toPrecision(3)));
}

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
      { changed: 'changed', 'no-effect-seen': 'no effect seen', untested: 'too few to test' }[status],
    ]);
  const table = fitColumns([['group', 'scenarios', 'problematic', 'points', 'adjusted p', ''], ...rows], {
    width: width - 2,
    right: [1, 3, 4],
    dispensable: [2],
  });
  const tones = sorted.map(({ status }) => (status === 'changed' ? paint.bad : paint.faint));
  return [
    `${paint.strong('Groups')}  ${paint.faint('for reading, not part of the verdict; p is raised for the number of groups')}`,
    ...table.map((line, index) => `  ${index === 0 ? paint.faint(line) : tones[index - 1]!(line)}`),
    ...(sorted.length > MOST_GROUPS
      ? [paint.faint(`  and ${count(sorted.length - MOST_GROUPS)} more (--json has all)`)]
      : []),
  ];
}

const SCORE_NAMES = { score1: 'value 1', score2: 'value 2', disagreement: 'disagreement' } as const;

function scoreBlock(scores: readonly ScoreChange[], sheet: Sheet): readonly string[] {
  return labelled(
    'Scores',
    scores.map(({ name, base, head, change, interval, p, scenarios }) => {
      const range =
        interval === undefined ? '' : `, ${signedDecimal(interval[0])} to ${signedDecimal(interval[1])} (95 %)`;
      const what = `${SCORE_NAMES[name]}: ${base.toFixed(2)} → ${head.toFixed(2)}, ${signedDecimal(change)}${range}`;
      return `${what}, p ${pValue(p)}, ${plural(scenarios, 'scenario')}; for reading, not part of the verdict`;
    }),
    sheet,
  );
}

function neededLines({ comparison, stored, looks }: CompareView): readonly string[] {
  const { verdict, needed, detectable, margin, scenarios, models } = comparison;
  if (looks?.next !== undefined && verdict === 'inconclusive') {
    const { next } = looks;
    const shown = next.scenarios.slice(0, 5).map((id) => visibleLine(id, 40));
    const rest = next.scenarios.length - shown.length;
    return [
      `for look ${next.look} of ${looks.planned.length} the answers of both sides, asked side by side, to ${shown.join(', ')}${rest > 0 ? ` and ${count(rest)} more (--next FILE writes all their ids)` : ''}; then compare again with the rows of all looks`,
    ];
  }
  if (needed !== undefined) {
    const answers = `about ${plural(needed.answers, 'answer')}`;
    return needed.arms === 'head'
      ? [`one more answer of the head to each of these scenarios (${answers}), then compare again`]
      : [
          `${plural(needed.draws, 'new answer')} of both sides to each of these scenarios, asked in turns at the same time (${answers}); then compare them without --stored`,
        ];
  }
  if (verdict !== 'inconclusive' || stored || detectable === undefined || detectable <= margin) return [];
  const enough = Math.ceil(scenarios * (detectable / margin) ** 2);
  return [
    `about ${plural(enough, 'scenario')} as varied as these, where there are ${count(scenarios)} now, or several answers to each of these with ${plural(Math.max(1, models.length), 'model')}`,
  ];
}

function comparedLines({ comparison, base, head, stored }: CompareView): readonly string[] {
  const { scenarios, models } = comparison;
  const shown = models.slice(0, 4).map((model) => visibleLine(model, 60));
  const rest = models.length - shown.length;
  return [
    `${visibleLine(base)}${stored ? ' (older answers, so this can pass but not fail)' : ''} with ${visibleLine(head)}: ${plural(scenarios, 'scenario')}, ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
  ];
}

function labelled(label: string, texts: readonly string[], { paint, width }: Sheet): readonly string[] {
  const lines = texts.flatMap((text) => wrapText(text, width - LABEL));
  return lines.map((line, index) => `${index === 0 ? paint.strong(label.padEnd(LABEL)) : ' '.repeat(LABEL)}${line}`);
}
