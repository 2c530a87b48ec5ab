// `spec-gate bank score`: asks the panel about every scenario of the bank and writes what came of it back.
import { readFileSync } from 'node:fs';
import { scoreBankFile } from '../bank.ts';
import { UserError } from '../../core/errors.ts';
import { describePlan, describeScoring } from '../generation/describe-bank-run.ts';
import { planScoring } from '../generation/plan-scoring.ts';
import type { ScoringOptions } from '../generation/score-response.ts';
import { replaceFile } from '../../io/store/bank-file.ts';
import { parseBank } from '../../scenarios/parse-bank.ts';
import { openLinker } from '../../writing/open-linker.ts';
import { loadBankProject, type BankProject } from './project.ts';
import { type Door } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { BankScoreOptions } from '../commands.ts';

export async function runBankScoreCommand(options: BankScoreOptions, door: Door): Promise<ExitCode> {
  const context = await loadBankProject(options, door);
  const { bankPath, bankName, store, priceOf } = context;
  const bank = parseBank({ file: bankName, text: readBank(bankPath, bankName) });
  const task = await scoringOptions(context, {
    judged: options.judges,
    wholeSpec: options.wholeSpec === true,
    now: door.now(),
  });
  const plan = await planScoring(bank.scenarios, task, { store, priceOf });
  if (options.plan === true) {
    door.print(options.json === true ? toJson(plan) : toText(describePlan(plan)));
    return EXIT.pass;
  }
  const run = context.openRun('score', { plan, bank });
  const lines: string[] = [];
  const counts = await scoreBankFile(bank.scenarios, task, {
    ask: run.ask,
    writeLine: (line) => void lines.push(`${line}\n`),
  });
  run.close();
  // Scored rows of a run that was stopped are kept: the others are as they were.
  if (counts.scored > 0) replaceFile(bankPath, lines.join(''));
  door.print(options.json === true ? toJson(counts) : toText([...describeScoring(counts), `in ${bankName}`]));
  return counts.stopped === undefined ? EXIT.pass : EXIT.inconclusive;
}

async function scoringOptions(
  { project, loadSpec }: BankProject,
  { judged, wholeSpec, now }: { judged: boolean; wholeSpec: boolean; now: Date },
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
    ...(judged && { judges: panel.judges }),
    ...(spec !== undefined && { spec }),
    ...(links && { linker: openLinker({ spec, panel, prices: config.prices }) }),
    specUse: config.specUse,
    promptWithout: config.promptWithout,
    date: now.toISOString().slice(0, 10),
  };
}

function readBank(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const hint = 'Write one with `bank generate`, or bring one with `bank import`.';
    throw new UserError({ message: 'no such file', hint, place: { file: name } });
  }
}

function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function toText(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
