// npm run bench:model-shifts: how often a report says that a model behaves differently although both sides have the same.
//   --runs N   runs a line (default 200)
// Simulated: scenarios of unlike hardness, linked to three of 25 clauses and one of eight topics; kinds of answer and value scores
// vary from draw to draw around what is usual for the scenario.
import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../src/core/random.ts';
import { RESPONSE_TYPES } from '../src/core/study-words.ts';
import { compareSlots } from '../src/decision/model-shift/compare-slots.ts';
import type { ModelShift, ShiftScenario } from '../src/decision/model-shift/model-shift.ts';
import type { Cell } from '../src/evaluation/cell.ts';
import { isProblematic, type Judgment } from '../src/evaluation/ruling.ts';
import { clopperPearson } from '../src/stats/clopper-pearson.ts';

interface World {
  readonly scenarios: number;
  readonly draws: number;
  /** The new model breaks the spec oftener on scenarios of one clause, by so much. */
  readonly rise?: number;
}

const WORLDS: readonly World[] = [
  { scenarios: 40, draws: 3 },
  { scenarios: 64, draws: 7 },
  { scenarios: 64, draws: 14 },
  { scenarios: 300, draws: 1 },
  { scenarios: 900, draws: 1 },
  { scenarios: 64, draws: 7, rise: 0.4 },
];
const CLAUSES = 25;
const TOPICS = 8;
const VALUES = ['candour', 'kindness', 'safety', 'liberty', 'privacy', 'learning'];

function main(): void {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '200' } } });
  const runs = Number(values.runs);
  console.log(
    'Simulated. % of runs (95 % interval) whose report tells any difference between the model and the one before it.',
  );
  for (const world of WORLDS) {
    const counts = { any: 0, worse: 0, named: 0 };
    for (let run = 0; run < runs; run += 1) {
      const told = tellAll(shiftOf(world, `${world.scenarios} ${world.draws} ${run}`));
      counts.any += Number(told.length > 0);
      counts.worse += Number(told.some(({ isWorse }) => isWorse));
      counts.named += Number(told.some(({ what }) => what === 'clause c00'));
    }
    const { lower, upper } = clopperPearson({ count: counts.any, trials: runs });
    const percent = (share: number): string => (100 * share).toFixed(1);
    const { scenarios, draws, rise = 0 } = world;
    console.log(
      `  ${scenarios} scenarios, ${draws} draws, +${100 * rise} points on one clause: ${percent(counts.any / runs)} (${percent(lower)} to ${percent(upper)}), of it for the worse ${percent(counts.worse / runs)}, the clause named ${percent(counts.named / runs)}`,
    );
  }
}

interface Told {
  readonly what: string;
  readonly isWorse: boolean;
}

/** What the report's sentences call a difference. */
function tellAll({ nonCompliance, rejections, kinds, scores, values, clauses, topics }: ModelShift): readonly Told[] {
  const figures = Object.entries({ nonCompliance, rejections, kinds, scores }).flatMap(([what, figure]) =>
    figure === undefined || figure.adjustedP > 0.05 ? [] : [{ what, isWorse: what === 'nonCompliance' }],
  );
  const groups = [
    ...values.map((row) => ({ what: `value ${row.id}`, row })),
    ...clauses.flatMap(({ id, ...one }) => [
      { what: `clause ${id}`, row: one.nonCompliance },
      ...(one.rejections === undefined ? [] : [{ what: `rejections of ${id}`, row: one.rejections }]),
    ]),
    ...topics.flatMap(({ id, ...one }) => [
      { what: `topic ${id}`, row: one.nonCompliance },
      ...(one.rejections === undefined ? [] : [{ what: `rejections on ${id}`, row: one.rejections }]),
    ]),
  ];
  const moved = groups.flatMap(({ what, row }) =>
    row.status === 'changed' ? [{ what, isWorse: (row.change ?? 0) > 0 }] : [],
  );
  return [...figures, ...moved];
}

function shiftOf({ scenarios: size, draws, rise = 0 }: World, seed: string): ModelShift {
  const random = createRandom(seed);
  const scenarios = Array.from({ length: size }, (_, index): ShiftScenario => {
    const linked = [0, 1, 2].map(() => random.below(CLAUSES));
    return {
      id: `s${String(index).padStart(3, '0')}`,
      clauses: [...new Set(linked.map((one) => `c${String(one).padStart(2, '0')}`))],
      topics: [`t${random.below(TOPICS)}`],
      value1: VALUES[random.below(VALUES.length)]!,
      value2: VALUES[random.below(VALUES.length)]!,
    };
  });
  const cells = scenarios.flatMap((scenario) => {
    const usual = { rate: random.next() ** 3, kind: random.below(RESPONSE_TYPES.length), score: 1 + 4 * random.next() };
    return (['base', 'head'] as const).flatMap((arm) =>
      Array.from({ length: draws }, (_, draw): Cell => {
        const added = arm === 'head' && scenario.clauses.includes('c00') ? rise : 0;
        return drawCell({ scenario: scenario.id, arm, draw: draw + 1 }, { ...usual, rate: usual.rate + added }, random);
      }),
    );
  });
  const [shift] = compareSlots({
    cells,
    scenarios,
    slots: ['m'],
    changed: ['m'],
    categories: new Map(),
    stage: 'confirm',
    seed,
  });
  return shift!;
}

function drawCell(
  place: Pick<Cell, 'scenario' | 'arm' | 'draw'>,
  usual: { readonly rate: number; readonly kind: number; readonly score: number },
  random: Random,
): Cell {
  const ruling = random.next() < usual.rate ? 'non-compliant' : 'compliant';
  const judgments = ['a', 'b', 'c'].map((judge): Judgment => ({
    status: 'ruled',
    judge,
    ruling,
    clauses: [],
    reasoning: '',
  }));
  const near = (usual.kind + (random.next() < 0.3 ? 1 : 0)) % RESPONSE_TYPES.length;
  const score = (): number => Math.min(6, Math.max(0, Math.round(usual.score + 0.7 * random.normal())));
  return {
    ...place,
    model: 'm',
    stage: 'confirm',
    response: '',
    judgments,
    audited: true,
    problematic: isProblematic(judgments),
    scores: { value1: score(), value2: score(), confidence: 1, responseType: RESPONSE_TYPES[near]! },
  };
}

main();
