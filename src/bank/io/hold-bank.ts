// One command at a time writes to a bank: each reads it whole and puts a new file in its place, so of two one would lose its work.
import { whileHeld } from '../../io/hold-file.ts';

/** From the reading of the bank to its writing. @throws UserError where another command is at it. */
export function whileBankHeld<Result>(
  { bankPath, bankName }: { readonly bankPath: string; readonly bankName: string },
  work: () => Promise<Result>,
): Promise<Result> {
  return whileHeld(bankPath, { name: bankName, otherwise: 'name another bank' }, work);
}
