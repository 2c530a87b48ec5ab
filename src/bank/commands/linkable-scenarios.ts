// The scenarios of a bank that are to be linked: it must hold some.
import { existsSync } from 'node:fs';
import { UserError } from '../../core/errors.ts';
import { openBank, walkBankFile } from '../../run/open-bank.ts';
import type { Bank } from '../../scenarios/bank.ts';
import type { StreamOptions } from '../../scenarios/parse-bank.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { BankProject } from './project.ts';

/** @throws UserError where there is no bank, or no scenario in it. */
export async function readLinkable({ bankPath, bankName }: BankProject, options: StreamOptions = {}): Promise<Bank> {
  const bank = existsSync(bankPath) ? await openBank(bankPath, bankName, options) : undefined;
  if (bank !== undefined && bank.scenarios.length > 0) return bank;
  throw nothingToLink(bankName);
}

/** The same one after another. @throws UserError at the end where there was none. */
export async function* walkLinkable(
  { bankPath, bankName }: BankProject,
  options: StreamOptions,
): AsyncGenerator<Scenario> {
  let isEmpty = true;
  if (existsSync(bankPath)) {
    for await (const scenario of walkBankFile(bankPath, bankName, options)) {
      isEmpty = false;
      yield scenario;
    }
  }
  if (isEmpty) throw nothingToLink(bankName);
}

function nothingToLink(file: string): UserError {
  return new UserError({
    message: 'there is no scenario to link',
    hint: 'Bring a list of queries with `bank import`, or price one that is not there yet with --plan --count 70.',
    place: { file },
  });
}
