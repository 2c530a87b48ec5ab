// `spec-gate bank adopt REPORT`: the scenarios that a check wrote for a change, taken into the bank by whoever looked at them.
import { existsSync } from 'node:fs';
import { UserError } from '../../core/errors.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { CommandContext } from '../../context/command-context.ts';
import { readReport } from '../../gate/commands/read-report.ts';
import { openFile } from '../../io/open-file.ts';
import type { Bank } from '../../scenarios/bank.ts';
import { parseBank, streamBank } from '../../scenarios/parse-bank.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { asksTheSame } from '../import/fill-scenario.ts';
import { openBankSpool, type BankSpool } from '../io/bank-spool.ts';
import { whileBankHeld } from '../io/hold-bank.ts';
import type { BankAdoptOptions } from '../commands.ts';
import { loadBankProject } from './project.ts';
import { toJson, toText } from './print-result.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { name, say, wording } from '../../render/sentence.ts';
import { pluralForm } from '../../render/plural-form.ts';

export async function runBankAdoptCommand(
  file: string,
  options: BankAdoptOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const { bankPath, bankName } = await loadBankProject(options, context);
  const rows = (readReport(context.cwd, file).written ?? []).map(({ row }) => row);
  if (rows.length === 0) {
    throw new UserError({ message: 'the report holds no scenario that was written for its change', place: { file } });
  }
  // A report may have come from anywhere: its rows are read as any bank's are.
  const offered = parseBank({ file, text: rows.map((row) => `${JSON.stringify(row)}\n`).join('') }).scenarios;
  const chosen = choose(offered, options.only);
  const bank = { bankPath, bankName };
  const adopted = await whileBankHeld(bank, () => addToBank(chosen, bank));
  const counts = { adopted, before: chosen.length - adopted };
  context.print(
    options.json === true
      ? toJson(counts)
      : toText([
          say`${plural(counts.adopted, 'scenario')} taken into ${name(bankName)}, ${count(counts.before)} ${pluralForm(counts.before, wording('was'), wording('were'))} there before`,
          say`The seeding run of the default branch fills their stored answers.`,
        ]),
  );
  return EXIT.pass;
}

/**
 * Adds those that the bank does not hold, and gives how many they were. The bank may be of any size.
 * @throws UserError for an id that has another query in the bank.
 */
async function addToBank(
  chosen: readonly Scenario[],
  { bankPath, bankName }: { readonly bankPath: string; readonly bankName: string },
): Promise<number> {
  const spool = openBankSpool(bankPath);
  try {
    const lines = existsSync(bankPath) ? await readInto(spool, bankPath, bankName) : new Map<string, number>();
    const clashes = chosen.filter((scenario) => {
      const known = spool.get(scenario.id);
      return known !== undefined && !asksTheSame(known, scenario);
    });
    if (clashes.length > 0) {
      throw new UserError(
        clashes.map(({ id }) => ({
          message: `"${id}" has another query in the bank`,
          place: { file: bankName, line: lines.get(id)! },
        })),
      );
    }
    const fresh = chosen.filter(({ id }) => !lines.has(id));
    for (const scenario of fresh) spool.put(scenario);
    if (fresh.length > 0) spool.replaceBank();
    return fresh.length;
  } finally {
    spool.close();
  }
}

/** The line of each id. */
async function readInto(spool: BankSpool, bankPath: string, bankName: string): Promise<Bank['lines']> {
  const source = await openFile(bankPath, bankName);
  try {
    return await streamBank(source, spool.put);
  } finally {
    await source.close();
  }
}

/** @throws UserError for an id that the report does not offer. */
function choose(offered: readonly Scenario[], only: string | undefined): readonly Scenario[] {
  if (only === undefined) return offered;
  const ids = only.split(',').map((id) => id.trim());
  const unknown = ids.filter((id) => !offered.some((scenario) => scenario.id === id));
  if (unknown.length > 0) {
    const hint = `It offers ${offered.map(({ id }) => id).join(', ')}.`;
    throw new UserError({ message: `--only: the report offers no ${unknown.join(', ')}`, hint });
  }
  return offered.filter(({ id }) => ids.includes(id));
}
