// Both arms of a run side by side: only what was drawn on both tells what the arm alone changes.
import type { StudyResponse, StudyRows } from '../analysis/evidence/study-data.ts';

/** One model's responses to one scenario in the same draw of either arm. */
export interface ResponsePair {
  readonly scenario: string;
  readonly before: StudyResponse;
  readonly after: StudyResponse;
}

/** Every pair, in the order of `rows`. A draw or response that one arm lacks is left out. */
export function* pairResponses(before: StudyRows, rows: StudyRows): Generator<ResponsePair> {
  for (const [scenario, draws] of rows) {
    for (const { draw, responses } of draws) {
      const twin = before.get(scenario)?.find((row) => row.draw === draw);
      for (const after of responses) {
        const earlier = twin?.responses.find(({ model }) => model === after.model);
        if (earlier !== undefined) yield { scenario, before: earlier, after };
      }
    }
  }
}
