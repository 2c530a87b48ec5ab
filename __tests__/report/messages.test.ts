// Every code says something whole, and nothing from outside becomes our own words.
import { describe, expect, test } from 'vitest';
import { BLOCKING_METRICS, METRICS, type MetricFindingCode } from '../../src/analysis/metrics.ts';
import type { FindingArgs, FindingCode } from '../../src/report/finding-args.ts';
import { FINDING_CODES, titleOf, writeMessage, writeParagraph } from '../../src/report/messages.ts';
import { plainText } from '../../src/render/plain-text.ts';
import { asFullSentence, names, say } from '../../src/render/sentence.ts';

const OUTSIDE = 'from_outside';
// Metrics say that they got worse in one sentence; what is let through has one of its own.
const METRIC_CODES = BLOCKING_METRICS.map((metric) => METRICS[metric].finding.code as MetricFindingCode);
const EFFECT = { base: 0.1, head: 0.2, change: 0.1, margin: 0.05, scenarios: 24, clauses: [OUTSIDE] };

// One example a code; a code that is missing here does not compile.
const EXAMPLES: { readonly [Code in FindingCode]: FindingArgs[Code] } = {
  noChange: {},
  cosmeticOnly: { changes: 2 },
  withinMargins: { scenarios: 24 },
  ...(Object.fromEntries(METRIC_CODES.map((code) => [code, EFFECT])) as Record<MetricFindingCode, typeof EFFECT>),
  forbiddenAnswersFell: { ...EFFECT, ref: OUTSIDE, forbidden: 60, letThrough: 22, example: OUTSIDE },
  clauseLetThrough: { clause: OUTSIDE, ref: OUTSIDE, forbidden: 4, letThrough: 4, p: 0.004, example: OUTSIDE },
  clauseUndecided: { clause: OUTSIDE, ref: OUTSIDE, forbidden: 4, letThrough: 1, p: 0.2 },
  looseningUnseen: { clause: OUTSIDE, ref: OUTSIDE, forbidden: 1 },
  copiedDraws: { models: [OUTSIDE], counted: 'once' },
  repeatedRulings: { judges: [OUTSIDE, OUTSIDE] },
  fewGroups: { scenarios: 18, groups: 6 },
  moreLikeThese: { likeCode: 'untestedClause', more: 9_950 },
  panelNeverObjects: { rulings: 640 },
  panelMissesControls: { right: 24, rulings: 48, caught: 0, violations: 8 },
  panelAtChance: { kappa: -0.05, high: 0.06, least: 0.2, answers: 128 },
  judgeIntegrity: { judge: OUTSIDE, base: 8, head: 4, asked: 8 },
  lateJudgeParts: { judge: OUTSIDE, base: 1, head: 14, answers: 16, p: 0.0004 },
  limitExceeded: { endpoint: 'nonCompliance', head: 0.5, limit: 0.4 },
  preExistingBreach: { endpoint: 'nonCompliance', base: 0.5, limit: 0.4 },
  newOutlier: { model: OUTSIDE, scenario: OUTSIDE, score: 1, others: 4.5 },
  asMuchAsChance: { worse: 4, better: 3, conflicts: 2, newOutliers: 1, goneOutliers: 2, looked: 23 },
  accepted: { by: [OUTSIDE], reason: OUTSIDE, expires: OUTSIDE },
  clauseConflict: { against: OUTSIDE, favour: OUTSIDE, scenarios: 9, tested: 12, before: 1 },
  contradiction: { clause: OUTSIDE, other: OUTSIDE, scenarios: 3, tested: 12, basis: 'cited' },
  readTwoWays: { clause: OUTSIDE, base: 0.1, head: 0.3, change: 0.2, low: 0.1, high: 0.3, scenarios: 12 },
  ambiguousRulings: { scenarios: 9, before: 2, tested: 24, clauses: [OUTSIDE], examples: [OUTSIDE] },
  interpretiveAmbiguity: { clause: OUTSIDE, scenarios: 3, tested: 12 },
  granularityGap: {
    clause: OUTSIDE,
    scenarios: 3,
    tested: 12,
    scenario: OUTSIDE,
    most: 'soft_rejection_with_alternatives',
    mostModel: OUTSIDE,
    least: 'complete_rejection',
    leastModel: OUTSIDE,
  },
  textOrAnswers: {
    standard: 0.12,
    standardLow: 0.05,
    standardHigh: 0.19,
    behaviour: 0.05,
    behaviourLow: -0.01,
    behaviourHigh: 0.11,
    scenarios: 24,
  },
  trainingGap: { responses: 10, tested: 96, clauses: [OUTSIDE] },
  textOutsideClauses: {},
  hiddenText: { clause: OUTSIDE, characters: 1 },
  ofTheseOnly: { endpoint: 'nonCompliance', scenarios: 64, high: 0.092, needed: 950, reported: true },
  linksToFollow: { moved: [OUTSIDE], scenarios: 2 },
  mayPullAgainst: { clause: OUTSIDE, against: [OUTSIDE], untested: [OUTSIDE], situation: OUTSIDE },
  scenariosWritten: {
    clause: OUTSIDE,
    scenarios: 3,
    base: 1,
    head: 2,
    checked: 4,
    touching: 3,
    asked: 8,
    dropped: 5,
    why: OUTSIDE,
  },
  writingStopped: { usd: 3, clauses: [OUTSIDE] },
  judgeDirectedText: { clause: OUTSIDE, signs: [OUTSIDE] },
  changedOutOfSight: { clause: OUTSIDE, what: [OUTSIDE] },
  moreOutOfSight: { clauses: 3 },
  unlikeLosses: { base: 1, head: 14, answers: 128, p: 0.0004 },
  shownToJudgesOnly: { clause: OUTSIDE, characters: 240 },
  shiftedIds: { clause: OUTSIDE, file: OUTSIDE, now: OUTSIDE, ids: 2 },
  repeatedHeading: { clause: OUTSIDE, first: OUTSIDE },
  includesFiles: { first: OUTSIDE, shown: [OUTSIDE], places: 2 },
  templatePrompt: { first: OUTSIDE, shown: [OUTSIDE], places: 2 },
  linksToGoneClause: { clause: OUTSIDE, gone: [OUTSIDE], scenarios: 6 },
  ignoredLines: { base: OUTSIDE, head: OUTSIDE, sent: true },
  lookAlikes: { clause: OUTSIDE, words: [OUTSIDE] },
  copiedScenarios: { copies: 3 },
  namedClauses: { clause: OUTSIDE, scenarios: 3 },
  untestedClause: { clause: OUTSIDE, reason: OUTSIDE },
  recordedAnswers: { models: ['study/o3'], scenarios: 32, fewer: 30, none: 2, asked: 4 },
  suggestedLinks: { clause: OUTSIDE, scenarios: 1 },
  couldHaveShown: { endpoint: 'nonCompliance', scenarios: 24, margin: 0.05 },
  missingCells: { missing: 12, cells: 96 },
  whyMissing: { who: OUTSIDE, words: OUTSIDE, count: 3, remedy: 'window' },
  answersNotKept: { answers: 3 },
  judgeSilent: { judge: OUTSIDE, abstained: 90, asked: 96 },
  thoughtsInAnswers: { model: OUTSIDE, answers: 12, thoughtful: 1 },
  judgeOneSided: { judge: OUTSIDE, way: 'for', rulings: 66, alone: 8 },
  drift: { endpoint: 'nonCompliance', stored: 0.1, fresh: 0.2 },
  modelDrift: { model: OUTSIDE, returned: [OUTSIDE] },
  uncalibrated: { rate: 0.09, bound: 0.05 },
  levelUnchanged: { endpoint: 'disagreement', level: 1.62, scenarios: 24, limit: 1.5, stands: 'pre-existing' },
  contestedGround: { clause: OUTSIDE, level: 1.9, scenarios: 12, rank: 2, of: 24 },
  voidOption: { option: OUTSIDE, why: 'no-classifier' },
  simulated: { models: [OUTSIDE] },
  budgetStopped: { budget: 'usd', allowed: 20, needed: 31.5 },
  interrupted: { finished: 10, needed: 1200 },
  quota: { provider: OUTSIDE },
  noKeys: { providers: [OUTSIDE], fork: false, variables: [OUTSIDE] },
  policyLoosened: { option: OUTSIDE, base: OUTSIDE, head: OUTSIDE },
  judgedByOwnPolicy: { base: OUTSIDE, options: [OUTSIDE, OUTSIDE] },
  outdatedBranch: { files: [OUTSIDE, OUTSIDE] },
  bootstrap: { config: OUTSIDE },
  removedModelStillEvaluated: { model: OUTSIDE },
  modelPairInferred: { model: OUTSIDE, replaces: OUTSIDE },
  modelNotCompared: { model: OUTSIDE },
  modelUnanswered: { model: OUTSIDE, missing: 3, answers: 64 },
  modelNotAllowed: { model: OUTSIDE, provider: OUTSIDE },
  headScenarios: { scenarios: 2, decided: true },
  acceptanceNotCounted: { finding: OUTSIDE, reasons: [OUTSIDE] },
};

test.each(FINDING_CODES)('%s', (code) => {
  const finding = { code, args: EXAMPLES[code] as unknown as Record<string, string> };
  const paragraph = writeParagraph(finding);
  expect(plainText(paragraph)).not.toMatch(/undefined|NaN|\[object|  /);
  expect(plainText(paragraph)).toMatch(/\.$/);
  expect(titleOf(code)).toMatch(/^[A-Z]/);
  const words = paragraph.filter(({ kind }) => kind === 'words').map(({ text }) => text);
  expect(words.join('')).not.toContain(OUTSIDE);
});

test('an unknown code is a bug', () => {
  expect(() => writeMessage({ code: 'toString', args: {} })).toThrow('no sentence for the finding "toString"');
});

test.each([
  ['nonComplianceRose', 'non-compliance rose from 10 % to 20 % on scenarios linked to from_outside'],
  ['judgeAgreementFell', 'agreement between judges fell from 90 % to 78 % on scenarios linked to from_outside'],
] as const)('%s in words', (code, expected) => {
  const args = code === 'judgeAgreementFell' ? { ...EFFECT, base: 0.9, head: 0.78, change: 0.12 } : EFFECT;
  expect(plainText(writeMessage({ code, args }).says)).toBe(expected);
});

test.each([
  ['nonComplianceRose', ['a'], 'non-compliance of a rose'],
  ['nonComplianceRose', ['a', 'b'], 'non-compliance of a and b together rose'],
  ['judgeAgreementFell', ['a', 'b'], 'agreement between judges on a and b together fell'],
  ['disagreementRose', ['a', 'b'], 'disagreement between models with a and b rose'],
] as const)('%s of changed models %j', (code, models, expected) => {
  expect(plainText(writeMessage({ code, args: { ...EFFECT, models: [...models] } }).says)).toContain(expected);
});

test('a fall of agreement is shown as a fall, its interval turned round', () => {
  const args = { ...EFFECT, base: 0.9, head: 0.78, change: 0.12, low: 0.05, high: 0.2, p: 0.0004 };
  expect(plainText(writeMessage({ code: 'judgeAgreementFell', args }).detail!)).toBe(
    '−12 points (95 % interval −20 to −5, p < 0.001, tolerated 5 points) on 24 scenarios',
  );
});

describe('text or answers', () => {
  const part = (change: number): readonly [number, number, number] => [change, change - 0.06, change + 0.06];
  const write = (text: number, answers: number): string => {
    const [standard, standardLow, standardHigh] = part(text);
    const [behaviour, behaviourLow, behaviourHigh] = part(answers);
    const args = { standard, standardLow, standardHigh, behaviour, behaviourLow, behaviourHigh, scenarios: 24 };
    return plainText(writeParagraph({ code: 'textOrAnswers', args }));
  };
  const STRICTER = 'The text asks for more';
  const WORSE = 'models do worse';
  test.each([
    ['both', 0.2, 0.1, ['meet less often', 'it made worse', STRICTER]],
    ['the answers more', 0.1, 0.2, ['meet less often', 'it made worse', WORSE]],
    ['a text that asks for less', -0.1, 0.3, ['meet more often', 'it made worse', WORSE]],
    ['better answers to a stricter text', 0.3, -0.1, ['meet less often', 'it made better', STRICTER]],
    ['the text alone', 0.12, 0.05, ['meet less often', 'the answers, not told apart from chance', STRICTER]],
    ['the answers alone', 0.05, 0.12, ['the text, not told apart from chance', 'it made worse', WORSE]],
  ])('%s', (_what, text, answers, expected) => {
    const words = write(text, answers);
    for (const phrase of expected) expect(words).toContain(phrase);
  });

  test('where neither is told apart from chance nothing is advised', () => {
    const words = write(0.05, 0.04);
    expect(words.match(/not told apart from chance/g)).toHaveLength(2);
    expect(words).not.toMatch(/less often|made worse|asks for more|do worse/);
  });
});

test.each([
  [[], 'none'],
  [['a'], 'a'],
  [['a', 'a'], 'a and a'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('the names %j', (all, expected) => {
  expect(plainText(names(all))).toBe(expected);
});

test('a full sentence starts with a capital and ends once', () => {
  expect(plainText(asFullSentence(say`one thing`))).toBe('One thing.');
  expect(plainText(asFullSentence(say`One thing.`))).toBe('One thing.');
  expect(plainText(asFullSentence(say`${names(['x'])} moved`))).toBe('x moved.');
});
