// The second look of a night: models that look changed are asked again, and the anchor's answers are ruled on and
// scored again.
import { anchorCells, type AnchoredNights } from './decision/anchor.ts';
import { suspectSubjects, type NightInput } from './decision/decide.ts';
import { isInstrumentSuspect } from './decision/instruments.ts';
import type { NightCell, NightRecord, RejudgedCell } from './decision/record.ts';
import type { NightEvent } from './report/report.ts';
import { findRenamed } from './names.ts';

/** A stored answer of another night. */
export interface StoredResponse {
  readonly scenario: string;
  readonly model: string;
  readonly draw: number;
  /** The night that asked it. */
  readonly from: string;
}

/** What tonight has asked so far. */
export interface Night {
  /** Asks draws `from` to `to` of these models on tonight's scenarios. */
  readonly ask: (models: readonly string[], draws: { readonly from: number; readonly to: number }) => Promise<void>;
  /** Has tonight's judges and classifier see stored answers; what they saw already is left out. */
  readonly rejudge: (responses: readonly StoredResponse[]) => Promise<void>;
  readonly cells: () => readonly NightCell[];
  readonly rejudged: () => readonly RejudgedCell[];
}

/**
 * First the judges and the classifier, on the anchor's answers; then the models that look changed, on both sides as tonight's
 * judges and classifier see them.
 */
export async function askSuspects(means: {
  readonly night: Pick<Night, 'ask' | 'rejudge'>;
  readonly baseline: AnchoredNights;
  /** The evidence there is by now. */
  readonly input: () => NightInput;
  /** Of a first set. */
  readonly draws: number;
  readonly names: () => NightRecord['answeredAs'];
}): Promise<readonly NightEvent[]> {
  const { night, baseline, input, draws, names } = means;
  await night.rejudge(sentinelAnswers(input(), 1));
  const renamed = findRenamed(baseline.last.answeredAs, names());
  const renamedIds = renamed.map(({ id }) => id);
  const { judges, classifier } = input();
  const isRenamed = [...judges, ...(classifier === undefined ? [] : [classifier])].some((id) =>
    renamedIds.includes(id),
  );
  if (isRenamed || isInstrumentSuspect(input())) await night.rejudge(sentinelAnswers(input(), 2));
  const suspects = suspectSubjects(input(), renamedIds);
  if (suspects.length === 0) return renamed;
  await night.ask([...new Set(suspects.flatMap(({ models }) => models))], { from: draws + 1, to: 2 * draws });
  const { tonight } = input();
  await night.rejudge(
    suspects.flatMap((subject) =>
      [...anchorCells(baseline, tonight, subject).values()].flatMap(({ date, cells }) =>
        cells.map((cell) => placeIn(cell, date)),
      ),
    ),
  );
  return renamed;
}

/** The anchor's answers to the sentinels that tonight's models and scenarios still are comparable with. */
export function sentinelAnswers(
  {
    tonight,
    baseline: { anchor },
  }: Pick<NightInput, 'baseline'> & { tonight: Pick<NightRecord, 'models' | 'scenarios'> },
  draw: number,
): readonly StoredResponse[] {
  return anchor.cells
    .filter(
      (cell) =>
        cell.draw === draw &&
        anchor.sentinels.includes(cell.scenario) &&
        anchor.models[cell.model] === tonight.models[cell.model] &&
        anchor.scenarios[cell.scenario] === tonight.scenarios[cell.scenario],
    )
    .map((cell) => placeIn(cell, anchor.date));
}

/** The answer of that place in the night of the date `from`. */
export function placeIn({ scenario, model, draw }: Omit<StoredResponse, 'from'>, from: string): StoredResponse {
  return { scenario, model, draw, from };
}

/** Names a stored answer among those of all nights. */
export function nameOf({ scenario, model, draw, from }: StoredResponse): string {
  return [from, model, scenario, draw].join('\n');
}
