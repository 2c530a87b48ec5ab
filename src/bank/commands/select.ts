// `spec-gate bank select BANK`: a smaller bank of scenarios that models disagree on and that differ from each other.
import { resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { replaceFile } from '../../io/store/bank-file.ts';
import { measureByEmbeddings } from '../io/embeddings.ts';
import { openSource } from '../io/import-files.ts';
import { SYSTEM_CLOCK } from '../../io/system-clock.ts';
import { CallError, type CallErrorKind } from '../../models/model.ts';
import { renderSelection } from '../report/selection-text.ts';
import { HIGH_DISAGREEMENT } from '../../scenarios/disagreement.ts';
import { streamBank } from '../../scenarios/parse-bank.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { selectBank, type BankSelection } from '../../scenarios/selection/select-bank.ts';
import { serializeBank } from '../../scenarios/serialize-scenario.ts';
import type { Measure } from '../../scenarios/selection/vectorize.ts';
import { loadBankProject } from './project.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import type { BankSelectOptions } from '../commands.ts';
import { plural } from '../../render/format-numbers.ts';

/** Asking again would fail again: something has to be mended first. */
const FATAL: ReadonlySet<CallErrorKind> = new Set(['auth', 'not_found', 'origin', 'bad_request']);

export async function runBankSelectCommand(
  file: string,
  options: BankSelectOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { count, distance, minDisagreement = HIGH_DISAGREEMENT } = options;
  const output = resolve(context.cwd, options.output);
  refuseUnclear(file, options, context);
  const scenarios = await readLight(file, context);
  const leastDisagreement = minDisagreement;
  const weighting = options.unweighted === true ? 'none' : 'disagreement';
  let measure: Measure | undefined;
  try {
    const wanted = scenarios.filter(({ disagreement }) => (disagreement ?? 0) >= leastDisagreement);
    measure =
      options.embeddings === undefined ? undefined : await embed(options.embeddings, { wanted, options, context });
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (FATAL.has(error.kind)) throw new UserError({ message: error.message });
    context.remark(
      `${error.message}\nNothing was selected. The vectors that came are stored: the same command goes on.\n`,
    );
    return EXIT.inconclusive;
  }
  const selection = selectBank({
    scenarios,
    leastDisagreement,
    weighting,
    seed: options.seed,
    ...(count !== undefined && { size: count }),
    ...(distance !== undefined && { threshold: distance }),
    ...(options.per !== undefined && { quotas: options.per }),
    ...(measure !== undefined && { measure }),
  });
  refuseNothing(selection, { file, leastDisagreement });
  replaceFile(output, serializeBank(await readWhole(file, selection, context)));
  const view = {
    selection,
    of: scenarios.length,
    leastDisagreement,
    weighting,
    measure: options.embeddings ?? 'words',
    output: options.output,
  } as const;
  context.print(options.json === true ? toJson(view) : renderSelection(view, createPaint(context.output.colour)));
  return EXIT.pass;
}

/** The bank without what selection does not look at, so that a large one fits in memory. */
async function readLight(file: string, context: CommandContext): Promise<readonly Scenario[]> {
  const scenarios: Scenario[] = [];
  await streamFile(file, context, ({ rubric1: _first, rubric2: _second, scored: _scored, ...scenario }) => {
    scenarios.push(scenario);
  });
  return scenarios;
}

/** The selected scenarios as the bank has them. */
async function readWhole(
  file: string,
  { selected }: BankSelection,
  context: CommandContext,
): Promise<readonly Scenario[]> {
  const ids = new Set(selected.map(({ scenario }) => scenario.id));
  const whole: Scenario[] = [];
  await streamFile(file, context, (scenario) => {
    if (ids.has(scenario.id)) whole.push(scenario);
  });
  return whole;
}

async function streamFile(file: string, context: CommandContext, keep: (scenario: Scenario) => void): Promise<void> {
  const source = await openSource(resolve(context.cwd, file), globalThis.fetch);
  try {
    await streamBank({ ...source, name: file }, keep);
  } finally {
    await source.close();
  }
}

async function embed(
  id: string,
  { wanted, options, context }: { wanted: readonly Scenario[]; options: BankSelectOptions; context: CommandContext },
): Promise<Measure> {
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
  { selected, belowDisagreement, withoutDisagreement }: BankSelection,
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
