// Which of several scores is the outcome, and which end of it is bad.
import { shellWord } from '../../render/shell-word.ts';
import { UserError } from '../../core/errors.ts';
import { chooseScorer } from './choose-scorer.ts';
import { isProblemValue, namesHarm, outcomeValue, saysQuality } from './outcome-value.ts';

export interface ScoreOptions {
  /** Which scorer's value is the outcome; needed where a log has several. A table's cell is `scorer.cell`. */
  readonly scorer?: string;
  /** The least value that is compliant, default 1: Inspect reads C as 1, P as 0.5, I and N as 0. Of a `problematic` one the least that is a problem. */
  readonly passAt?: number;
  /** A score's name to `compliant` or `problematic`: it is the one, and says so. Columns of rows may be named beside it. */
  readonly map?: ReadonlyMap<string, string>;
}

export interface Outcome {
  readonly name: string;
  /** Undefined for a value that is no outcome. `file` is where it stands. @throws UserError for one of a scale, where nobody said from where on it counts. */
  readonly isProblem: (said: unknown, file: string) => boolean | undefined;
}

/**
 * `given` are all scores that may be it; `word` says what the harness calls them.
 * @throws UserError where the wanted one is not there, several are and none was chosen, or nothing says which end of a score of harm is bad: read
 * the other way round, a fall would pass as a rise.
 */
export function chooseOutcome(
  file: string,
  given: readonly { readonly name: string; readonly value: unknown }[],
  { scorer, passAt, map, word }: ScoreOptions & { readonly word: 'scorer' | 'metric' },
): Outcome {
  const names = new Set(given.map(({ name }) => name));
  const mapped = mappedScore(names, map ?? new Map<string, string>());
  const name = chooseScorer(file, names, { wanted: mapped?.[0] ?? scorer, word });
  const own = given.filter((score) => score.name === name && outcomeValue(score.value) !== undefined);
  if (mapped === undefined && namesHarm(name) && own.some(({ value }) => !saysQuality(value))) {
    const hint = `Say it: --map ${shellWord(name)}=problematic, or --map ${shellWord(name)}=compliant.`;
    throw new UserError({ message: `nothing says whether more of "${name}" is good or bad`, hint, place: { file } });
  }
  const field = mapped?.[1] === 'problematic' ? 'problematic' : 'compliant';
  return { name, isProblem: (said, place) => isProblemValue(said, { field, passAt, file: place }) };
}

/** The entry of `--map` that is about a score. One that names none here is a slip, unless others beside it name columns: those are of the other side's table. */
function mappedScore(
  names: ReadonlySet<string>,
  map: ReadonlyMap<string, string>,
): readonly [name: string, field: string] | undefined {
  const ends = [...map].filter(([, field]) => field === 'compliant' || field === 'problematic');
  return ends.find(([name]) => names.has(name)) ?? (ends.length === map.size ? ends[0] : undefined);
}
