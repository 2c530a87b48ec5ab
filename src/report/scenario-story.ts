// One scenario from what was asked to every ruling, with its texts in place: what `report --scenario` tells.
import type { Evidence } from '../analysis/evidence/evidence.ts';
import { whereDefined } from '../core/where-defined.ts';
import { buildExplorer, WHOLE_TEXTS } from './explorer/build-explorer.ts';
import type { ExplorerAnswer, ExplorerData, ExplorerScenario, ExplorerSide } from './explorer/explorer-data.ts';
import type { Report } from './report.ts';
import type { ReportScenario } from './report-answers.ts';

export interface ScenarioStory extends Omit<ExplorerScenario, 'id' | 'asked' | 'answers' | 'clauses'> {
  readonly scenario: string;
  /** `ids`: the report holds no text of scenarios, answers or judges. */
  readonly disclosure: ExplorerData['disclosure'];
  readonly asked?: string;
  readonly clauses: readonly StoryClause[];
  /** Models that break the spec in most draws; absent in a report that does not list the scenario. */
  readonly problematicModels?: ReportScenario['problematicModels'];
  /** One a model, in the report's order. */
  readonly answers: readonly StoryAnswer[];
}

export interface StoryClause {
  readonly id: string;
  readonly file?: string;
  readonly line?: number;
  /** This change touches it. */
  readonly changed: boolean;
}

export interface StoryAnswer {
  readonly model: string;
  /** Draws with a ruling, and those of them that were problematic. */
  readonly draws: ExplorerAnswer['draws'];
  /** One draw of both sides: the first that the sides rule differently on, else the first. */
  readonly base?: StorySide;
  readonly head?: StorySide;
}

export interface StorySide extends Omit<ExplorerSide, 'text' | 'rulings'> {
  readonly text?: string;
  readonly rulings: readonly StoryRuling[];
}

export interface StoryRuling extends Omit<ExplorerSide['rulings'][number], 'judge' | 'reason'> {
  readonly judge: string;
  readonly reason?: string;
}

/** Undefined where the evidence holds no answer to the scenario. */
export function tellScenario(report: Report, evidence: Evidence, id: string): ScenarioStory | undefined {
  const asked = evidence.scenarios.get(id);
  if (asked === undefined) return undefined;
  const cells = evidence.cells.filter(({ scenario }) => scenario === id);
  const data = buildExplorer({ report, scenarios: [asked], cells, limits: WHOLE_TEXTS });
  const [scenario] = data.scenarios;
  if (scenario === undefined) return undefined;
  const { id: name, asked: question, answers, clauses, ...facts } = scenario;
  const problematicModels = report.scenarios.find((row) => row.scenario === id)?.problematicModels;
  return {
    scenario: name,
    disclosure: data.disclosure,
    ...facts,
    ...whereDefined({ asked: textAt(data, question), problematicModels }),
    clauses: clauses.map((clause) => ({
      id: clause,
      ...placeOf(evidence, clause),
      changed: report.changes.some((change) => change.id === clause && change.kind !== 'cosmetic'),
    })),
    answers: answers.map(({ model, draws, base, head }) => ({
      model: data.models[model]!,
      draws,
      ...whereDefined({ base: base && sideOf(data, base), head: head && sideOf(data, head) }),
    })),
  };
}

function placeOf({ places }: Evidence, clause: string): Pick<StoryClause, 'file' | 'line'> {
  const place = places.get(clause);
  return place === undefined ? {} : { file: place.file, line: place.line };
}

function sideOf(data: ExplorerData, { text, rulings, ...facts }: ExplorerSide): StorySide {
  return {
    ...facts,
    ...whereDefined({ text: textAt(data, text) }),
    rulings: rulings.map(({ judge, reason, ...ruling }) => ({
      judge: data.judges[judge]!,
      ...ruling,
      ...whereDefined({ reason: textAt(data, reason) }),
    })),
  };
}

function textAt({ texts }: ExplorerData, place: number | undefined): string | undefined {
  return place === undefined ? undefined : texts[place];
}
