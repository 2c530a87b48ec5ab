// The temporary folder of one run of the suite: in memory where the system has room there, and removed with what was left in it.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Bytes: several times what a run needs. Containers often have 64 MB. */
const ENOUGH = 2 ** 31;

/** Tests write tens of thousands of small files, most of which live for a second: on a disk that is a tenth of the suite's time. */
function roomInMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ENOUGH;
  } catch {
    return false;
  }
}

export function setup(): () => void {
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(before === undefined && roomInMemory() ? MEMORY : tmpdir(), 'spec-gate-tests-'));
  process.env['TMPDIR'] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  };
}
