// `spec-gate bank select BANK`: a smaller bank of scenarios that models disagree on and that differ from each other.
import { resolve } from 'node:path';
import { readLines } from '../../core/byte-source.ts';
import { UserError, type Problem } from '../../core/errors.ts';
import { createWords } from '../../core/pool.ts';
import { MAX_LINE } from '../../core/untrusted-json.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { replaceFile } from '../../io/store/bank-file.ts';
import { measureByEmbeddings } from '../io/embeddings.ts';
import { openSource, locateSource } from '../io/import-files.ts';
import { SYSTEM_CLOCK } from '../../io/system-clock.ts';
import { CallError, type CallErrorKind } from '../../models/model.ts';
import { renderSelection } from '../report/selection-text.ts';
import { HIGH_DISAGREEMENT } from '../../scenarios/disagreement.ts';
import { streamBank, type KeepScenario } from '../../scenarios/parse-bank.ts';
import { parseScenarioLine, type RowProblem } from '../../scenarios/parse-row.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { createSelectionPool, type BankSelection, type Candidate } from '../../scenarios/selection/select-bank.ts';
import { serializeBank } from '../../scenarios/serialize-scenario.ts';
import type { Measure } from '../../scenarios/selection/vectorize.ts';
import { loadBankProject } from './project.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import type { BankSelectOptions } from '../commands.ts';
import { plural } from '../../render/format-numbers.ts';

/** Errors that asking again cannot mend. */
const FATAL: ReadonlySet<CallErrorKind> = new Set(['auth', 'not_found', 'origin', 'bad_request']);

export async function runBankSelectCommand(
  file: string,
  options: BankSelectOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { count, distance, minDisagreement = HIGH_DISAGREEMENT } = options;
  const output = resolve(context.cwd, options.output);
  refuseUnclear(file, options, context);
  const leastDisagreement = minDisagreement;
  const weighting = options.unweighted === true ? 'none' : 'disagreement';
  let measure: Measure | undefined;
  try {
    measure =
      options.embeddings === undefined
        ? undefined
        : await embed(options.embeddings, { file, leastDisagreement, options, context });
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (FATAL.has(error.kind)) throw new UserError({ message: error.message });
    context.remark(
      `${error.message}\nNothing was selected. The vectors that came are stored: the same command goes on.\n`,
    );
    return EXIT.inconclusive;
  }
  const pool = createSelectionPool<Placed>({ leastDisagreement, ...whereDefined({ measure }) });
  const place = createPlaces();
  await streamFile(file, context, (scenario, { number }) => pool.add(scenario, (kept) => place(kept, number)));
  const selection = pool.select({
    weighting,
    seed: options.seed,
    ...whereDefined({ size: count, threshold: distance, quotas: options.per }),
  });
  refuseNothing(selection, { file, leastDisagreement });
  replaceFile(output, serializeBank(await readWhole(file, selection, context)));
  const view = {
    selection,
    of: pool.size(),
    leastDisagreement,
    weighting,
    measure: options.embeddings ?? 'words',
    output: options.output,
  } as const;
  context.print(options.json === true ? toJson(view) : renderSelection(view, createPaint(context.output.colour)));
  return EXIT.pass;
}

/** What is kept of a scenario while others are read: what quotas look at, and its line. */
interface Placed extends Candidate {
  readonly line: number;
}

function createPlaces(): (scenario: Scenario, line: number) => Placed {
  const word = createWords();
  return ({ id, disagreement, clauses, topics, value1, value2 }, line) => ({
    id,
    line,
    clauses: clauses.map(word),
    topics: topics.map(word),
    ...whereDefined({ disagreement }),
    ...(value1 !== undefined && value2 !== undefined && { value1: word(value1), value2: word(value2) }),
  });
}

/** The selected scenarios as the bank has them: the file is gone through once more for their lines alone. */
async function readWhole(
  file: string,
  { selected }: BankSelection<Placed>,
  context: CommandContext,
): Promise<readonly Scenario[]> {
  const lines = new Set(selected.map(({ scenario }) => scenario.line));
  const whole: Scenario[] = [];
  const source = await openSource(locateSource(context.cwd, file), globalThis.fetch);
  try {
    for await (const { number, text } of readLines(source, MAX_LINE)) {
      if (!lines.has(number)) continue;
      const row = parseScenarioLine(text.trim());
      if (row.status === 'invalid')
        throw new UserError(row.problems.map((problem) => atLine(problem, { file, line: number })));
      whole.push(row.scenario);
    }
  } finally {
    await source.close();
  }
  return whole;
}

function atLine({ column, ...problem }: RowProblem, { file, line }: { file: string; line: number }): Problem {
  return { ...problem, place: { file, line, ...whereDefined({ column }) } };
}

/** Without the `scored` block, which is read again only for the chosen rows. */
async function streamFile(file: string, context: CommandContext, keep: KeepScenario): Promise<void> {
  const source = await openSource(locateSource(context.cwd, file), globalThis.fetch);
  try {
    await streamBank({ ...source, name: file }, keep, { without: 'scored' });
  } finally {
    await source.close();
  }
}

interface Embedding {
  readonly file: string;
  readonly leastDisagreement: number;
  readonly options: BankSelectOptions;
  readonly context: CommandContext;
}

/** The texts of all candidates are sent to the embeddings endpoint before anything is chosen. */
async function embed(id: string, { file, leastDisagreement, options, context }: Embedding): Promise<Measure> {
  const wanted: Scenario[] = [];
  await streamFile(file, context, ({ rubric1: _first, rubric2: _second, ...scenario }) => {
    if ((scenario.disagreement ?? 0) >= leastDisagreement) wanted.push(scenario);
  });
  const { project, store, storeFolder } = await loadBankProject(options, context);
  const { env, signal } = context;
  const { config } = project;
  const fetch = globalThis.fetch;
  const run = { id, config, storeFolder, spending: store.spending(), env, clock: SYSTEM_CLOCK, fetch, signal };
  return measureByEmbeddings(run, wanted);
}

function refuseUnclear(file: string, { count, distance, output }: BankSelectOptions, context: CommandContext): void {
  if (count === undefined && distance === undefined) {
    throw new UserError({
      message: 'nothing says when to stop',
      hint: 'Say how many with --count, or how far apart with --distance.',
    });
  }
  if (resolve(context.cwd, file) === resolve(context.cwd, output)) {
    throw new UserError({
      message: '--output is the bank itself, which would lose what is not selected',
      hint: 'Name another file.',
    });
  }
}

function refuseNothing(
  { selected, belowDisagreement, withoutDisagreement }: BankSelection<Candidate>,
  { file, leastDisagreement }: { file: string; leastDisagreement: number },
): void {
  if (selected.length > 0) return;
  const left = [
    ...(withoutDisagreement > 0
      ? [`${plural(withoutDisagreement, 'scenario was', 'scenarios were')} never scored`]
      : []),
    ...(belowDisagreement > 0 ? [`${belowDisagreement} are below ${leastDisagreement}`] : []),
  ].join(', ');
  throw new UserError({
    message: `nothing to select from${left === '' ? '' : `: ${left}`}`,
    hint: 'Score the bank with `bank score`, or take all scenarios with --min-disagreement 0.',
    place: { file },
  });
}

function toJson(view: Parameters<typeof renderSelection>[0]): string {
  const { selection, ...rest } = view;
  const selected = selection.selected.map(({ scenario, score }) => ({ id: scenario.id, score }));
  return `${JSON.stringify({ ...rest, ...selection, selected }, null, 2)}\n`;
}
