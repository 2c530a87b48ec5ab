// Scenarios written for a change, as bank lines that can be taken over.
import type { ScenarioRow } from '../../scenarios/scenario-schema.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import type { WrittenScenario } from '../../writing/write-for-change.ts';
import type { ReportWritten } from '../report.ts';

/** Each as a bank line, so that `bank adopt` can take it over. */
export function reportWritten(written: readonly WrittenScenario[]): readonly ReportWritten[] {
  return written.map(({ scenario, clause, side, about }) => ({
    clause,
    side,
    about,
    row: JSON.parse(serializeScenario(scenario)) as ScenarioRow,
  }));
}
