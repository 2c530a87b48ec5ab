// `spec-gate bank generate`: writes scenarios from pairs of values, or for one clause, into the bank.
import { toJson, toText } from './print-result.ts';
import { name, say } from '../../render/sentence.ts';
import { whereDefined } from '../../core/where-defined.ts';
import { appendFileSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { generateBank } from '../bank.ts';
import { describeGeneration, describePlan } from '../generation/describe-bank-run.ts';
import type { GenerationOptions } from '../generation/generate.ts';
import type { GenerationCounts } from '../generation/generation-counts.ts';
import { parseValues } from '../../scenarios/values/parse-values.ts';
import { planGeneration } from '../generation/plan-generation.ts';
import type { Value } from '../../scenarios/values/value.ts';
import { openGrowingBank } from '../../io/store/bank-file.ts';
import { readTextInside } from '../../io/files.ts';
import { openFile } from '../../io/open-file.ts';
import { keepHeapTight, keepRoomForNew } from '../../io/tight-heap.ts';
import { createBank } from '../../scenarios/parse-bank.ts';
import { createSpooledPostings } from '../../io/posting-spool.ts';
import { createHeldScenarios } from '../generation/held-scenarios.ts';
import { whileBankHeld } from '../io/hold-bank.ts';
import { createRunSpool } from '../io/run-spool.ts';
import { sortBank } from '../io/sort-bank.ts';
import { namePanel } from '../../run/name-panel.ts';
import { nameSplit } from '../../scenarios/shard-set.ts';
import type { CallPlan } from '../../writing/call-plan.ts';
import { runBankLinkCommand } from './link.ts';
import { findGenerators } from './generators.ts';
import { runBankViolationsCommand } from './violations.ts';
import { loadBankProject, type BankProject } from './project.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { noteShard } from '../../context/note-shard.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { BankGenerateOptions } from '../commands.ts';

/** Pairs that are written about. */
const PAIRS = 100;
/** Pairs from which on a run is long, and makes garbage all the time. */
const LARGE = 2000;

export async function runBankGenerateCommand(options: BankGenerateOptions, context: CommandContext): Promise<ExitCode> {
  if (options.violations === true) return runBankViolationsCommand(options, context);
  if ((options.count ?? PAIRS) > LARGE) keepRoomForNew();
  const bankProject = await loadBankProject(options, context);
  const { project, bankName, store } = bankProject;
  const task: GenerationOptions = {
    values: await readValues(options, context),
    count: options.count ?? PAIRS,
    seed: options.seed ?? project.config.seed,
    generators: findGenerators(project, options.generators),
    ...whereDefined({ shard: options.shard }),
    ...(await specOf(options, bankProject)),
  };
  const plan = await planGeneration(task, { store, priceOf: bankProject.priceOf });
  if (options.plan === true) {
    context.print(options.json === true ? toJson(plan) : toText(describePlan(plan)));
    return EXIT.pass;
  }
  const { counts, added } = await whileBankHeld(bankProject, () => writeBank(task, bankProject, plan));
  const { count: pairs, seed, generators } = task;
  const subject = nameSplit(
    [String(pairs), seed, options.clause ?? '', ...generators.map(({ id }) => id)],
    namePanel(project, task.spec),
  );
  noteShard(options.shard, { work: 'bank generate', subject, finished: counts.stopped === undefined }, bankProject);
  context.print(
    options.json === true
      ? toJson({ ...counts, added })
      : toText([...describeGeneration(counts, added), say`in ${name(bankName)}`]),
  );
  if (counts.stopped !== undefined || isInVain(counts, options)) return EXIT.inconclusive;
  if (options.link !== true) return EXIT.pass;
  const { config, bank, store: folder } = options;
  const files = { ...whereDefined({ bank, store: folder }) };
  return runBankLinkCommand({ config, ...files }, context);
}

interface Written {
  readonly counts: GenerationCounts;
  /** Lines that the bank has more. */
  readonly added: number;
}

/** Adds each scenario as soon as it is whole, and sorts the bank where the run came to its end. */
async function writeBank(task: GenerationOptions, bankProject: BankProject, plan: CallPlan): Promise<Written> {
  const { bankPath, bankName } = bankProject;
  const isLarge = task.count > LARGE;
  const held = createHeldScenarios({ kept: createRunSpool(), index: createSpooledPostings() });
  const growing = await openGrowingBank(bankPath, bankName, held.add);
  // Who writes need not know what the bank holds.
  const run = bankProject.openRun('generate', { plan, bank: createBank(bankName, []) });
  let added = 0;
  const counts = await generateBank(
    { ...task, held, ahead: run.places },
    {
      ask: run.ask,
      writeLine: (line) => {
        if (isLarge) keepHeapTight();
        growing.append(line);
        added += 1;
      },
    },
  );
  growing.close();
  run.close();
  if (counts.stopped === undefined) await putInOrder(bankPath, bankName);
  return { counts, added };
}

/** No scenario where some were asked for is no success: a script has to see that. A part of a split run may have none of its own. */
function isInVain(
  { scenarios, seeds, dropped, unanswered }: GenerationCounts,
  { shard }: BankGenerateOptions,
): boolean {
  if (scenarios > 0) return false;
  const isLost = Object.keys(dropped).length + Object.keys(unanswered).length > 0;
  return shard === undefined || seeds > 0 || isLost;
}

async function readValues({ values }: BankGenerateOptions, context: CommandContext): Promise<readonly Value[]> {
  if (values === undefined) {
    const file = join(context.packageRoot, 'fixtures', 'values.yml');
    return parseValues({ file, text: readFileSync(file, 'utf8') });
  }
  const full = resolve(context.cwd, values);
  return parseValues({ file: values, text: await readTextInside(dirname(full), basename(full)) });
}

async function specOf(
  { clause, fromSpec }: BankGenerateOptions,
  bankProject: BankProject,
): Promise<Pick<GenerationOptions, 'spec' | 'clause'>> {
  if (clause !== undefined) return { spec: await bankProject.loadSpec(), clause };
  return fromSpec === true ? { spec: await bankProject.loadSpec() } : {};
}

/** Sorts the finished file by id, which merges well; until then it is in the order written. */
async function putInOrder(path: string, bankName: string): Promise<void> {
  // Makes the file if no scenario was written, so that there is a bank in any case.
  appendFileSync(path, '');
  const source = await openFile(path, bankName);
  try {
    await sortBank(source, path);
  } finally {
    await source.close();
  }
}
