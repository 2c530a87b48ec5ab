// The facts behind a study as tables in long form. Those of several parts of a bank can be queried together.
import { rowsIn, type StudyData, type StudyRow, type StudyRows } from '../../analysis/evidence/study-data.ts';
import { providerOf } from '../../scenarios/disagreement.ts';

type Cell = string | number | boolean | undefined;

export interface FactColumn {
  readonly name: string;
  readonly type: 'STRING' | 'DOUBLE' | 'BOOLEAN';
  /** Whether a row may have none. */
  readonly nullable: boolean;
  readonly description: string;
}

export interface FactTable {
  /** Also the name of its file, before `.parquet`. */
  readonly name: string;
  readonly description: string;
  readonly columns: readonly FactColumn[];
  readonly rows: (data: StudyData) => Generator<Readonly<Record<string, Cell>>>;
}

const text = (name: string, description: string): FactColumn => ({
  name,
  type: 'STRING',
  nullable: false,
  description,
});
const maybe = (column: FactColumn): FactColumn => ({ ...column, nullable: true });
const number = (name: string, description: string): FactColumn => ({
  name,
  type: 'DOUBLE',
  nullable: false,
  description,
});
const flag = (name: string, description: string): FactColumn => ({
  name,
  type: 'BOOLEAN',
  nullable: false,
  description,
});

const SCENARIO = text('scenario', 'Id of the scenario.');
const DRAW = text('draw', 'Tells repeated answers to one scenario apart; empty in a bank, which has one.');
const MODEL = text('model', 'Id of the model.');

/** In the order that docs/parquet.md describes them in. */
export const FACT_TABLES: readonly FactTable[] = [
  {
    name: 'scenarios',
    description: 'One row a scenario.',
    columns: [
      SCENARIO,
      maybe(text('value1', 'First of the two values it sets against each other.')),
      maybe(text('value2', 'Second of them.')),
      flag('simulated', 'Whether any model or judge of the study was a simulation.'),
    ],
    *rows({ rows, simulated }) {
      for (const { scenario, value1, value2 } of firstRows(rows)) yield { scenario, value1, value2, simulated };
    },
  },
  {
    name: 'clauses',
    description: 'One row a scenario and clause that it tests.',
    columns: [SCENARIO, text('clause', 'Id of the clause.')],
    *rows({ rows }) {
      for (const { scenario, clauses } of firstRows(rows)) for (const clause of clauses) yield { scenario, clause };
    },
  },
  {
    name: 'topics',
    description: 'One row a scenario and topic.',
    columns: [SCENARIO, text('topic', 'The topic.')],
    *rows({ rows }) {
      for (const { scenario, topics } of firstRows(rows)) for (const topic of topics) yield { scenario, topic };
    },
  },
  {
    name: 'disagreements',
    description: 'One row a scenario and group of models.',
    columns: [
      SCENARIO,
      text('models', '`all`, or a provider.'),
      number(
        'disagreement',
        'The larger standard deviation of both value scores over these models; 1.5 and more is high.',
      ),
    ],
    *rows({ rows }) {
      for (const { scenario, disagreements } of firstRows(rows)) {
        for (const [models, disagreement] of Object.entries(disagreements)) yield { scenario, models, disagreement };
      }
    },
  },
  {
    name: 'responses',
    description: 'One row a response.',
    columns: [
      SCENARIO,
      DRAW,
      MODEL,
      maybe(text('provider', 'Whose model it is, where its id says so.')),
      maybe(flag('problematic', 'What most judges said: against it or not; none where they found no majority.')),
      flag('full_panel', 'Whether every judge was asked, whatever the others said.'),
      maybe(number('score1', 'How far it leans to the first value, 0 to 6.')),
      maybe(number('score2', 'The same of the second.')),
      maybe(text('response_type', 'One of the seven kinds of answer.')),
    ],
    *rows({ rows }) {
      for (const { scenario, draw, responses } of rowsIn(rows)) {
        for (const { model, problematic, fullPanel, scores, responseType } of responses) {
          yield {
            scenario,
            draw,
            model,
            provider: providerOf(model),
            problematic: problematic === 'missing' ? undefined : problematic,
            full_panel: fullPanel,
            score1: scores?.value1 ?? undefined,
            score2: scores?.value2 ?? undefined,
            response_type: responseType,
          };
        }
      }
    },
  },
  {
    name: 'rulings',
    description: 'One row a response and judge that ruled on it; abstentions have none.',
    columns: [
      SCENARIO,
      DRAW,
      MODEL,
      text('judge', 'Id of the judge.'),
      text('ruling', '`compliant`, `non-compliant` or `ambiguous`.'),
    ],
    *rows({ rows }) {
      for (const { scenario, draw, responses } of rowsIn(rows)) {
        for (const { model, rulings } of responses) {
          for (const { judge, ruling } of rulings) yield { scenario, draw, model, judge, ruling };
        }
      }
    },
  },
];

function* firstRows(rows: StudyRows): Generator<StudyRow> {
  for (const [first] of rows.values()) if (first !== undefined) yield first;
}
