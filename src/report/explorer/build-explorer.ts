// Turns a run's report and evidence into what the page's list of scenarios shows.
import { whereDefined } from '../../core/where-defined.ts';
import { addToList } from '../../analysis/evidence/lists-by-key.ts';
import type { EvidenceCell, EvidenceScenario } from '../../analysis/evidence/evidence-line.ts';
import type { Arm } from '../../evaluation/cell.ts';
import { clip, visibleText } from '../../render/visible-text.ts';
import type { Report, ReportSelection } from '../report.ts';
import type { ReportScenario } from '../report-answers.ts';
import type {
  ExplorerAnswer,
  ExplorerData,
  ExplorerRuling,
  ExplorerScenario,
  ExplorerSide,
  Movement,
} from './explorer-data.ts';

export interface ExplorerParts {
  readonly report: Report;
  readonly scenarios: readonly EvidenceScenario[];
  readonly cells: readonly EvidenceCell[];
  /** Characters of one text; by default as many as let all texts of the page fit. */
  readonly limits?: Limits;
}

interface Limits {
  readonly asked: number;
  readonly answer: number;
  readonly reason: number;
}

/** Nothing is cut, where few texts are shown. */
export const WHOLE_TEXTS: Limits = { asked: Infinity, answer: Infinity, reason: Infinity };

/** Characters of one text in the page: the first of these at which all texts fit. The whole of each stands in evidence.jsonl. */
const LIMITS = [
  { asked: 8000, answer: 4000, reason: 600 },
  { asked: 4000, answer: 1500, reason: 300 },
  { asked: 2000, answer: 600, reason: 150 },
  { asked: 600, answer: 250, reason: 80 },
] as const satisfies readonly Limits[];

/** Characters of all texts. English packs to about 0.39 bytes a character, so the page stays under 10 MB. */
const MOST_CHARACTERS = 24_000_000;

/** Pure: the same report and evidence give the same data, scenarios that got worse first. */
export function buildExplorer({ report, scenarios, cells, limits: given }: ExplorerParts): ExplorerData {
  const stage = report.rounds.at(-1)?.stage ?? 'screen';
  const deciding = cells.filter((cell) => cell.stage === stage);
  const texts = createPlaces();
  const models = createPlaces();
  const judges = createPlaces();
  const rows = new Map(report.scenarios.map((row) => [row.scenario, row]));
  const selection = new Map(report.selection.map((one) => [one.scenario, one]));
  const byScenario = groupCells(deciding, 'scenario');
  for (const model of [...report.head.models, ...report.base.models]) models.place(model);
  const limits = given ?? chooseLimits(scenarios, deciding);
  const writeSide = (cell: EvidenceCell): ExplorerSide => sideOf(cell, { texts, judges, limits });
  const described = scenarios.flatMap((scenario): readonly ExplorerScenario[] => {
    const own = byScenario.get(scenario.scenario);
    if (own === undefined) return [];
    const answers = [...groupCells(own, 'model')].map(([model, draws]) =>
      answerOf(models.place(model), draws, writeSide),
    );
    const facts = factsOf(scenario, rows.get(scenario.scenario), selection.get(scenario.scenario));
    const asked = scenario.query === undefined ? {} : { asked: texts.place(shown(scenario.query, limits.asked)) };
    return [{ ...facts, ...asked, answers: answers.sort((one, other) => one.model - other.model) }];
  });
  return {
    disclosure: disclosureOf(scenarios, deciding),
    comparesSpecs: report.comparison !== 'model',
    models: models.all(),
    judges: judges.all(),
    texts: texts.all(),
    scenarios: described.sort(byChange),
  };
}

function groupCells(cells: readonly EvidenceCell[], by: 'scenario' | 'model'): ReadonlyMap<string, EvidenceCell[]> {
  const groups = new Map<string, EvidenceCell[]>();
  for (const cell of cells) addToList(groups, cell[by], cell);
  return groups;
}

function factsOf(
  scenario: EvidenceScenario,
  row: ReportScenario | undefined,
  selected: ReportSelection | undefined,
): Omit<ExplorerScenario, 'answers' | 'asked'> {
  const { value1, value2 } = scenario;
  const disagreement = row?.disagreement.head;
  return {
    id: scenario.scenario,
    clauses: scenario.clauses,
    topics: scenario.topics,
    movement: movementOf(row),
    ...whereDefined({ askedLength: scenario.queryLength }),
    ...(value1 !== undefined && value2 !== undefined && { values: [value1, value2] as const }),
    ...whereDefined({ written: row?.written, nudge: selected?.nudge, base: row?.base, head: row?.head, disagreement }),
  };
}

function movementOf(row: ReportScenario | undefined): Movement {
  if (row?.base === undefined || row.head === undefined) return 'unknown';
  if (row.head === row.base) return 'same';
  return row.head > row.base ? 'worse' : 'better';
}

function answerOf(
  model: number,
  cells: readonly EvidenceCell[],
  writeSide: (cell: EvidenceCell) => ExplorerSide,
): ExplorerAnswer {
  const ofArm = (arm: Arm): ReadonlyMap<number, EvidenceCell> =>
    new Map(cells.filter((cell) => cell.arm === arm).map((cell) => [cell.draw, cell]));
  const base = ofArm('base');
  const head = ofArm('head');
  const draw = chooseDraw(base, head);
  const [before, after] = [base.get(draw), head.get(draw)];
  return {
    model,
    draws: { base: countDraws(base), head: countDraws(head) },
    ...(before !== undefined && { base: writeSide(before) }),
    ...(after !== undefined && { head: writeSide(after) }),
  };
}

/** The first draw on which the sides part, else the first that both have, else the first of either. */
function chooseDraw(base: ReadonlyMap<number, EvidenceCell>, head: ReadonlyMap<number, EvidenceCell>): number {
  const both = [...head.keys()].filter((draw) => base.has(draw)).sort((one, other) => one - other);
  const parting = both.find((draw) => base.get(draw)!.problematic !== head.get(draw)!.problematic);
  return parting ?? both[0] ?? Math.min(...head.keys(), ...base.keys());
}

function countDraws(cells: ReadonlyMap<number, EvidenceCell>): readonly [number, number] {
  const ruled = [...cells.values()].filter(({ problematic }) => problematic !== 'missing');
  return [ruled.length, ruled.filter(({ problematic }) => problematic === true).length];
}

function sideOf(
  cell: EvidenceCell,
  { texts, judges, limits }: { readonly texts: Places; readonly judges: Places; readonly limits: Limits },
): ExplorerSide {
  const { responseText, responseLength, scores } = cell;
  const place = (text: string, most: number): number => texts.place(shown(text, most));
  const rulings = cell.judgments.map((one): ExplorerRuling => {
    const judge = judges.place(one.judge);
    if (one.status === 'abstained') {
      return { judge, ruling: 'abstained', clauses: [], reason: place(one.reason, limits.reason) };
    }
    const { ruling, clauses, reasoning } = one;
    return { judge, ruling, clauses, ...(reasoning !== '' && { reason: place(reasoning, limits.reason) }) };
  });
  const isScored = scores !== undefined && scores !== 'missing';
  return {
    problematic: cell.problematic,
    rulings,
    ...(responseText !== undefined && { text: place(responseText, limits.answer) }),
    ...whereDefined({ length: responseLength }),
    ...(isScored && { kind: scores.responseType, scores: [scores.value1, scores.value2] as const }),
  };
}

/** The shortest limits where even those do not fit: a page that is too large is still better than none. */
function chooseLimits(scenarios: readonly EvidenceScenario[], cells: readonly EvidenceCell[]): Limits {
  const asked = scenarios.map(({ query }) => query ?? '');
  const answers = [...new Set(cells.map(({ responseText }) => responseText ?? ''))];
  const reasons = cells.flatMap(({ judgments }) =>
    judgments.map((one) => (one.status === 'ruled' ? one.reasoning : '')),
  );
  const total = (texts: readonly string[], most: number): number =>
    texts.reduce((sum, { length }) => sum + Math.min(length, most), 0);
  const fits = LIMITS.find(
    (limits) =>
      total(asked, limits.asked) + total(answers, limits.answer) + total(reasons, limits.reason) <= MOST_CHARACTERS,
  );
  return fits ?? LIMITS.at(-1)!;
}

function shown(text: string, most: number): string {
  return clip(visibleText(text), most);
}

function disclosureOf(
  scenarios: readonly EvidenceScenario[],
  cells: readonly EvidenceCell[],
): ExplorerData['disclosure'] {
  const isShown =
    scenarios.some(({ query }) => query !== undefined) || cells.some((cell) => cell.responseText !== undefined);
  if (!isShown) return 'ids';
  const isCut = cells.some(({ responseText, responseLength }) => (responseText?.length ?? 0) < (responseLength ?? 0));
  return isCut ? 'excerpts' : 'full';
}

const ORDER: Readonly<Record<Movement, number>> = { worse: 0, better: 1, unknown: 2, same: 3 };

/** Worse first, by how much; then better, by how much. */
function byChange(one: ExplorerScenario, other: ExplorerScenario): number {
  const moved = ({ base = 0, head = 0 }: ExplorerScenario): number => Math.abs(head - base);
  return ORDER[one.movement] - ORDER[other.movement] || moved(other) - moved(one) || (one.id < other.id ? -1 : 1);
}

interface Places {
  readonly place: (text: string) => number;
  readonly all: () => readonly string[];
}

/** Numbers the texts; equal texts get the same number. */
function createPlaces(): Places {
  const places = new Map<string, number>();
  return {
    place: (text) => {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, places.size);
      return places.size - 1;
    },
    all: () => [...places.keys()],
  };
}
