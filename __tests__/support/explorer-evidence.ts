// Evidence of a run over made-up scenarios and models, as large as asked, with a report that goes with it.
import type { EvidenceCell, EvidenceScenario } from '../../src/analysis/evidence/evidence-line.ts';
import { RESPONSE_TYPES } from '../../src/core/study-words.ts';
import { createRandom } from '../../src/core/random.ts';
import type { ExplorerParts } from '../../src/report/explorer/build-explorer.ts';
import type { ReportScenario } from '../../src/report/report-answers.ts';
import { failingReport } from './report-builder.ts';

export interface ExplorerSize {
  readonly scenarios: number;
  readonly models: number;
  /** Characters of an answer. */
  readonly answer?: number;
  /** `target`: one answer for both sides. `prompt`: one each. */
  readonly use?: 'target' | 'prompt';
  /** What is put before every text from outside. */
  readonly hostile?: readonly string[];
}

const WORDS =
  `harbor clause answer weigh asks person care detail safe harm explain limit refuse offer instead plain value honest
  context policy between either could would because without their about which where while under given words first second lab
  garden novel report school money doctor friend letter night water light paper child law right wrong step mix never always`.split(
    /\s+/,
  );

/** Text that compresses about as English does, since its words are drawn, not repeated. */
export function explorerEvidence({
  scenarios,
  models,
  answer = 900,
  use = 'prompt',
  hostile = [''],
}: ExplorerSize): ExplorerParts {
  const random = createRandom('explorer');
  const text = (characters: number): string => {
    const words: string[] = [hostile[random.below(hostile.length)]!];
    for (let length = 0; length < characters; length += words.at(-1)!.length + 1) {
      words.push(`${WORDS[random.below(WORDS.length)]!}${random.below(4) === 0 ? String(random.below(100)) : ''}`);
    }
    return words.join(' ').trim();
  };
  const names = Array.from({ length: models }, (_, index) => `lab-${index % 3}/model-${index}`);
  const cells: EvidenceCell[] = [];
  const rows: ReportScenario[] = [];
  const lines = Array.from({ length: scenarios }, (_, index): EvidenceScenario => {
    const scenario = `pair-${String(index).padStart(4, '0')}_neutral`;
    const query = `Question ${index}: ${text(260)}`;
    const worse = index % 5 === 0;
    for (const model of names) {
      const shared = text(answer);
      for (const arm of ['base', 'head'] as const) {
        const problematic = arm === 'head' && worse;
        const responseText = use === 'target' || arm === 'base' ? shared : text(answer);
        cells.push({
          scenario,
          model,
          arm,
          stage: 'screen',
          draw: 1,
          response: 'hash',
          responseText,
          responseLength: responseText.length,
          audited: true,
          problematic,
          scores: {
            value1: random.below(7),
            value2: random.below(7),
            confidence: 1,
            responseType: RESPONSE_TYPES[random.below(RESPONSE_TYPES.length)]!,
          },
          judgments: ['j/one', 'j/two', 'j/three'].map((judge) => ({
            status: 'ruled' as const,
            judge,
            ruling: problematic ? ('non-compliant' as const) : ('compliant' as const),
            clauses: [`clause_${index % 7}`],
            reasoning: text(180),
          })),
        });
      }
    }
    rows.push({
      scenario,
      clauses: [`clause_${index % 7}`],
      problematicModels: { base: [], head: worse ? names : [] },
      base: 0,
      head: worse ? 1 : 0,
      disagreement: { head: (index % 4) / 2 },
      missing: 0,
    });
    const values = { value1: `candour ${index % 9}`, value2: `care ${index % 11}` };
    return {
      scenario,
      clauses: [`clause_${index % 7}`],
      topics: [`topic ${index % 3}`],
      ...values,
      query,
      queryLength: query.length,
    };
  });
  const report = failingReport();
  return {
    report: {
      ...report,
      comparison: use,
      base: { ...report.base, models: names },
      head: { ...report.head, models: names },
      rounds: [{ stage: 'screen', draws: 1, scenarios, outcome: 'pass' }],
      selection: [],
      scenarios: rows,
    },
    scenarios: lines,
    cells,
  };
}
