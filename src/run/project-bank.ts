// The bank that a project's config names, from a working tree or a commit.
import { resolve } from 'node:path';
import type { Config } from '../config/schema.ts';
import { DEFAULT_BANK } from '../config/usual-files.ts';
import { hashJson, type Json } from '../core/canonical-json.ts';
import { UserError } from '../core/errors.ts';
import { whereDefined } from '../core/where-defined.ts';
import { isFileThere, readTextOrBytes, type SpecSource } from '../io/read-spec.ts';
import { readIndexedBank } from '../io/store/bank-index.ts';
import { SYSTEM_CLOCK } from '../io/system-clock.ts';
import type { Bank } from '../scenarios/bank.ts';
import { createBank, parseBank, readBank } from '../scenarios/parse-bank.ts';

export interface BankAndContent {
  readonly bank: Bank;
  /** The bank as simulated answers rest on it. */
  readonly content: () => string;
}

export function emptyBank(bankFile: string): BankAndContent {
  return { bank: createBank(bankFile, []), content: () => '' };
}

/** A project without a bank has not begun one: that is an empty bank. One that the config names has to be there. */
export async function loadProjectBank(
  source: SpecSource,
  bankFile: string,
  { bank, storePath }: Pick<Config, 'bank' | 'storePath'>,
): Promise<BankAndContent> {
  if (await isFileThere(source, bankFile)) return readBankFile(source, bankFile, storePath);
  if (bank === DEFAULT_BANK) return emptyBank(bankFile);
  throw new UserError({
    message: 'there is no such bank',
    place: { file: bankFile },
    hint: 'spec-gate bank import FILE begins one with queries of yours; an empty file will do where coverage.write is true',
  });
}

/** @throws UserError with every problem of the bank. */
export async function loadBank(source: SpecSource, bankFile: string): Promise<Bank> {
  return (await readBankFile(source, bankFile)).bank;
}

/** What scoring found is most of a scored bank, and no check reads it. */
const WITHOUT = { without: 'scored' } as const;

/**
 * One too large for a text is read line by line, without what scoring
 * found, and by an index in the store's folder where that is named and the file lies in the working tree.
 */
async function readBankFile(source: SpecSource, bankFile: string, storePath?: string): Promise<BankAndContent> {
  const found = await readTextOrBytes(source, bankFile);
  if ('text' in found) return { bank: parseBank({ file: bankFile, text: found.text }), content: () => found.text };
  try {
    const { bytes, parts } = found;
    const folder = storePath === undefined || source.kind === 'commit' ? undefined : resolve(source.root, storePath);
    const bank =
      parts === undefined
        ? await readBank(bytes, WITHOUT)
        : await readIndexedBank(bytes, { ...parts, ...WITHOUT, ...whereDefined({ folder }), now: SYSTEM_CLOCK.now() });
    return { bank, content: () => bank.scenarios.map((scenario) => hashJson(scenario as unknown as Json)).join('\n') };
  } finally {
    await found.close();
  }
}
