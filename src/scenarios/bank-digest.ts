// What a bank says, as one hash: a check's evidence names by it the bank it was made with.
import { createHash } from 'node:crypto';
import { sha256 } from '../core/canonical-json.ts';
import type { Bank } from './bank.ts';
import type { Scenario } from './scenario.ts';

export interface BankDigest {
  /** As the scenario was read from its line. */
  readonly add: (scenario: Scenario) => void;
  readonly read: () => string;
}

/** Scenario by scenario: a large bank as one text would not fit into memory twice. */
export function createBankDigest(): BankDigest {
  const hash = createHash('sha256');
  return { add: (scenario) => void hash.update(sha256(JSON.stringify(scenario))), read: () => hash.digest('hex') };
}

/** A large bank's was made when it was read: to read all of it again would take as long as the check. */
export function digestBank({ digest, scenarios }: Pick<Bank, 'digest' | 'scenarios'>): string {
  if (digest !== undefined) return digest;
  const made = createBankDigest();
  for (const scenario of scenarios) made.add(scenario);
  return made.read();
}
