// `spec-gate bank score`: asks the panel about every scenario of the bank and writes what came of it back.
import { whereDefined } from '../../core/where-defined.ts';
import { toJson, toText } from './print-result.ts';
import { name, say } from '../../render/sentence.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scoreBankFile } from '../bank.ts';
import { openBank, walkBankFile } from '../../run/open-bank.ts';
import { rewriteBank, type RewrittenBank } from '../io/bank-rewrite.ts';
import { whileBankHeld } from '../io/hold-bank.ts';
import { UserError } from '../../core/errors.ts';
import { promptsOf } from '../../evaluation/prompts/judging-prompts.ts';
import { describePlan, describeScoring } from '../generation/describe-bank-run.ts';
import { planScoring } from '../generation/plan-scoring.ts';
import type { ValueCategory } from '../generation/prompts/expressed-values.ts';
import type { ScoringOptions } from '../generation/score-response.ts';
import { parseValues } from '../../scenarios/values/parse-values.ts';
import { namePanel } from '../../run/name-panel.ts';
import { nameSplit } from '../../scenarios/shard-set.ts';
import type { Run } from '../../run/open-run.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { ScoreCounts } from '../generation/score.ts';
import { takeShard } from '../../scenarios/shard.ts';
import { openLinker } from '../../writing/open-linker.ts';
import { loadBankProject, type BankProject } from './project.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { noteShard } from '../../context/note-shard.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { BankScoreOptions } from '../commands.ts';

export async function runBankScoreCommand(options: BankScoreOptions, context: CommandContext): Promise<ExitCode> {
  const bankProject = await loadBankProject(options, context);
  const { bankPath, bankName, store, priceOf } = bankProject;
  if (!existsSync(bankPath)) {
    const hint = 'Write one with `bank generate`, or bring one with `bank import`.';
    throw new UserError({ message: 'no such file', hint, place: { file: bankName } });
  }
  const task = await scoringOptions(bankProject, {
    judged: options.judges,
    wholeSpec: options.wholeSpec === true,
    ...(options.valueCategories === true && { categories: await readCategories(options.values, context) }),
    now: context.now(),
  });
  if (options.plan === true) {
    // What an earlier scoring found costs nothing and prices nothing.
    const without = { without: 'scored' } as const;
    const priced =
      options.shard === undefined
        ? walkBankFile(bankPath, bankName, without)
        : takeShard((await openBank(bankPath, bankName, without)).scenarios, options.shard);
    const plan = await planScoring(priced, task, { store, priceOf });
    context.print(options.json === true ? toJson(plan) : toText(describePlan(plan)));
    return EXIT.pass;
  }
  return whileBankHeld(bankProject, () => scoreAll(options, { bankProject, task, context }));
}

async function scoreAll(
  options: BankScoreOptions,
  {
    bankProject,
    task,
    context,
  }: { readonly bankProject: BankProject; readonly task: ScoringOptions; readonly context: CommandContext },
): Promise<ExitCode> {
  const { bankPath, bankName, store, priceOf } = bankProject;
  const bank = await openBank(bankPath, bankName);
  const own = options.shard === undefined ? bank.scenarios : takeShard(bank.scenarios, options.shard);
  const plan = await planScoring(own, task, { store, priceOf });
  const run = bankProject.openRun('score', { plan, bank });
  const counts = await scoreInto({ path: bankPath, name: bankName, scenarios: bank.scenarios }, own, { task, run });
  run.close();
  const subject = nameSplit(
    bank.scenarios.map(({ id }) => id),
    namePanel(bankProject.project, task.spec),
  );
  noteShard(options.shard, { work: 'bank score', subject, finished: counts.stopped === undefined }, bankProject);
  context.print(
    options.json === true ? toJson(counts) : toText([...describeScoring(counts), say`in ${name(bankName)}`]),
  );
  const isEmpty = own.length > 0 && counts.scored + counts.unchanged === 0;
  return counts.stopped !== undefined || isEmpty ? EXIT.inconclusive : EXIT.pass;
}

/** Scored rows of a run that was stopped are kept: the others are as they were. */
async function scoreInto(
  bank: RewrittenBank,
  own: readonly Scenario[],
  { task, run }: { readonly task: ScoringOptions; readonly run: Run },
): Promise<ScoreCounts> {
  let counts: ScoreCounts | undefined;
  await rewriteBank(bank, async (put) => {
    let written = 0;
    const writeLine = (line: string): void => {
      put(own[written]!.id, line);
      written += 1;
    };
    counts = await scoreBankFile(own, { ...task, ahead: run.places }, { ask: run.ask, writeLine });
    return counts.scored > 0 ? 'replace' : 'leave';
  });
  return counts!;
}

async function scoringOptions(
  { project, loadSpec }: BankProject,
  {
    judged,
    wholeSpec,
    categories,
    now,
  }: { judged: boolean; wholeSpec: boolean; categories?: readonly ValueCategory[]; now: Date },
): Promise<ScoringOptions> {
  const { panel, config, configFile } = project;
  if (panel.classifier === undefined) {
    throw new UserError({
      message: 'scoring a bank needs a classifier',
      hint: 'Name a model as `classifier` in the config.',
      place: { file: configFile },
    });
  }
  const spec = judged || config.specUse === 'prompt' ? await loadSpec() : undefined;
  const links = judged && !wholeSpec && spec !== undefined;
  return {
    models: panel.models,
    classifier: panel.classifier,
    wording: promptsOf(config).judge,
    ...(judged && { judges: panel.judges }),
    ...whereDefined({ spec }),
    ...(links && { linker: openLinker({ spec, panel, prices: config.prices }) }),
    ...whereDefined({ categories }),
    specUse: config.specUse,
    promptWithout: config.promptWithout,
    date: now.toISOString().slice(0, 10),
  };
}

/** The kinds that a taxonomy sorts its values into. @throws UserError where it has none. */
async function readCategories(
  taxonomy: string | undefined,
  context: CommandContext,
): Promise<readonly ValueCategory[]> {
  const path =
    taxonomy === undefined ? join(context.packageRoot, 'fixtures/values.yml') : resolve(context.cwd, taxonomy);
  const file = taxonomy ?? 'values.yml';
  if (!existsSync(path)) throw new UserError({ message: 'no such file', place: { file } });
  const kinds = new Map<string, string[]>();
  for (const { name: value, category } of await parseValues({ file, text: readFileSync(path, 'utf8') })) {
    if (category !== undefined) kinds.set(category, [...(kinds.get(category) ?? []), value]);
  }
  if (kinds.size < 2) {
    const hint = 'write it as `categories`, each with a name and its values';
    throw new UserError({ message: 'these values have no categories', hint, place: { file } });
  }
  return [...kinds].map(([kind, values]) => ({ name: kind, values }));
}
