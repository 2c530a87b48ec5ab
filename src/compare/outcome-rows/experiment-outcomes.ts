// Outcomes of an experiment that an evaluation platform wrote (LangSmith, Langfuse, MLflow, Phoenix ...), item by item.
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';
import { askedIn } from '../../scenarios/experiments/asked-in.ts';
import { modelReader, type ExperimentItem } from '../../scenarios/experiments/experiment-item.ts';
import { chooseOutcome, type ScoreOptions } from './choose-outcome.ts';
import { contentName } from './content-name.ts';
import { describeUnread } from './mapped-rows.ts';
import {
  createReplicateCounter,
  outcomePlace,
  type MissingOutcome,
  type OutcomeRow,
  type OutcomeRows,
} from './outcome-row.ts';
import { outcomeValue, WORDS_HINT } from './outcome-value.ts';

/** Whether `--map` says nothing but which score is the outcome: whatever else it names are columns of the rows as they are. */
export function mapsScore(items: readonly ExperimentItem[], map: ReadonlyMap<string, string>): boolean {
  const names = new Set(items.flatMap(({ scores }) => scores.map(({ name }) => name)));
  return [...map].every(([name, field]) => names.has(name) && (field === 'compliant' || field === 'problematic'));
}

/**
 * What did not run is missing, whatever its evaluators made of it; so is an item without the chosen score, or with two that differ. Where
 * nobody chose, the platform's own verdict is the outcome, where it has one.
 * @throws UserError where no item has a score, several are there and none was chosen, nobody says whether 1 is good, or an item stands
 * there twice.
 */
export function experimentOutcomes(file: string, items: readonly ExperimentItem[], options: ScoreOptions): OutcomeRows {
  const isProblem = outcomeReader(file, items, options);
  const modelOf = modelReader(items);
  const replicateOf = createReplicateCounter();
  const [seen, runs] = [new Set<string>(), new Set<string>()];
  const rows: OutcomeRow[] = [];
  const missing: MissingOutcome[] = [];
  for (const [index, item] of items.entries()) {
    const scenario = scenarioOf(item);
    if (scenario === undefined) {
      const message = `item ${index + 1} has no id, and does not say what was asked`;
      throw new UserError({ message, hint: 'Export its inputs, too.', place: { file } });
    }
    const model = modelOf(item) ?? 'model';
    const place = { scenario, model, replicate: item.replicate ?? replicateOf(scenario, model) };
    // A file of two exports holds a run twice, which would be a second draw.
    const isAgain = item.run !== undefined && runs.has(item.run);
    if (item.run !== undefined) runs.add(item.run);
    if (isAgain || seen.has(outcomePlace(place))) {
      const message = `item "${scenario}", repetition ${place.replicate}, stands there twice`;
      throw new UserError({ message, hint: 'Export one experiment to a file.', place: { file } });
    }
    seen.add(outcomePlace(place));
    const problematic = item.isFailed ? undefined : isProblem(item);
    if (problematic === undefined) missing.push({ ...place, reason: item.isFailed ? 'error' : 'no-score' });
    else rows.push({ ...place, problematic, ...whereDefined({ group: item.group }) });
  }
  if (rows.length === 0) throw withoutOutcome(file, items, options.scorer ?? [...(options.map ?? [])][0]?.[0]);
  return { rows, missing };
}

type IsProblem = (item: ExperimentItem) => boolean | undefined;

function outcomeReader(file: string, items: readonly ExperimentItem[], options: ScoreOptions): IsProblem {
  const { scorer, map } = options;
  const [mapped] = map ?? [];
  const hasVerdicts = items.some(({ verdict }) => verdict === 'passed' || verdict === 'failed');
  if (scorer === undefined && mapped === undefined && hasVerdicts)
    return ({ verdict }) => (verdict === 'passed' || verdict === 'failed' ? verdict === 'failed' : undefined);
  const all = items.flatMap(({ scores }) => scores);
  // A text that is no outcome (a label, an expected answer) is not chosen for being alone.
  const given =
    (mapped?.[0] ?? scorer) === undefined ? all.filter(({ value }) => outcomeValue(value) !== undefined) : all;
  if (given.length === 0) throw scoreless(file, items);
  const outcome = chooseOutcome(file, given, { ...options, word: 'scorer' });
  return ({ scores }) => {
    const own = scores.filter(({ name }) => name === outcome.name);
    const said = new Set(own.map(({ value }) => outcome.isProblem(value, file)));
    return said.size === 1 ? [...said][0] : undefined;
  };
}

function withoutOutcome(file: string, items: readonly ExperimentItem[], chosen: string | undefined): UserError {
  const ran = items.filter(({ isFailed }) => !isFailed);
  const said = ran.flatMap(({ scores }) => scores.filter(({ name }) => name === chosen).map(({ value }) => value));
  const words = new Set(said.filter((value) => typeof value === 'string' && value.trim() !== '').map(String));
  if (chosen !== undefined && words.size > 0)
    return new UserError({ ...describeUnread(chosen, words), place: { file } });
  const failed = items.length - ran.length;
  const message = `none of ${items.length} items has an outcome: ${failed} did not run, the others have no score that can be read`;
  return new UserError({ message, hint: WORDS_HINT, place: { file } });
}

function scoreless(file: string, items: readonly ExperimentItem[]): UserError {
  const failed = items.filter(({ isFailed }) => isFailed).length;
  return new UserError({
    message: `no item has a score that is an outcome${failed > 0 ? `, and ${failed} of ${items.length} failed` : ''}`,
    hint: 'Export the experiment with its evaluators’ scores; docs/compare.md says which files hold them.',
    place: { file },
  });
}

function scenarioOf({ id, counts, asked }: ExperimentItem): string | undefined {
  if (id !== undefined && counts === undefined) return id;
  if (asked === undefined || asked === null || asked === '' || isEmptyObject(asked)) return id;
  const text = askedIn(asked);
  return contentName(asked, { given: id, text: typeof text === 'string' ? text : undefined });
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => one === null || one === undefined)
  );
}
