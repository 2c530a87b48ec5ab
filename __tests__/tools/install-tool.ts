// Tools of others, installed once for all checkouts of a machine, and folders to run them in.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CACHE = join(tmpdir(), 'spec-gate-tools');

/** The folder of an installation, made once; undefined, and said, where it cannot be made. */
export async function installed(name: string, install: (folder: string) => Promise<void>): Promise<string | undefined> {
  const folder = join(CACHE, name);
  // Written last: an installation that was broken off is none.
  const whole = join(folder, '.whole');
  if (existsSync(whole)) return folder;
  mkdirSync(CACHE, { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  try {
    await install(folder);
    writeFileSync(whole, '');
    return folder;
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    console.warn(
      `\n!!! NOT TESTED: ${name} could not be installed (${reason.slice(0, 200)}).\n!!! Only the committed files of __tests__/fixtures/harness were read.\n`,
    );
    return undefined;
  }
}

/** Acts in a folder that is gone afterwards. */
export async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-real-'));
  try {
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
