// A bank file for a command that goes through all of it: in memory where it is small, by its places in the file where it is not.
import { LARGEST_FILE } from '../io/files.ts';
import { openAgain, openFile } from '../io/open-file.ts';
import type { Bank } from '../scenarios/bank.ts';
import { readLightBank } from '../scenarios/light-bank.ts';
import { readBank, walkBank, type StreamOptions } from '../scenarios/parse-bank.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** `name` is the path shown to people. @throws UserError where there is no such file, and with every problem of its lines. */
export async function openBank(path: string, name: string, options: StreamOptions = {}): Promise<Bank> {
  const source = await openFile(path, name);
  try {
    const isLarge = source.byteLength > LARGEST_FILE && source.unpacked === undefined;
    const readAgain = openAgain(path, name);
    return await (isLarge ? readLightBank(source, { ...options, readAgain }) : readBank(source, options));
  } finally {
    await source.close();
  }
}

/** The scenarios of a bank file in turn, for a command that needs each once. @throws UserError as `openBank`, at the end where lines are wrong. */
export async function* walkBankFile(path: string, name: string, options: StreamOptions = {}): AsyncGenerator<Scenario> {
  const source = await openFile(path, name);
  try {
    yield* walkBank(source, options);
  } finally {
    await source.close();
  }
}
