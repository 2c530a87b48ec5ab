// Everything that a run of the Action leaves behind for others to read: for tests that no key is in any of it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { GatedRepository } from './gated-repository.ts';
import type { ActionRun } from './start-action.ts';

/** Texts of log (without the lines by which a runner is told what to mask), files, cache, summary, outputs, issues, comments. */
export function leftBehind(gated: GatedRepository, runs: readonly ActionRun[]): readonly string[] {
  const { github, cache } = gated.server;
  return [
    ...runs.flatMap(({ log, summary, exported, outputs, state }) => [
      log.replaceAll(/^::add-mask::.*$/gm, ''),
      summary,
      exported,
      JSON.stringify([outputs, state]),
    ]),
    ...filesBelow(gated.git.path),
    ...cache.entries.map(({ key, archive }) => `${key}\n${unpack(archive)}`),
    JSON.stringify([github.issues, [...github.comments]]),
  ];
}

/** A value as it is and in the forms it could hide in. */
export function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [secret, base64, Buffer.from(secret).toString('hex')];
}

/** The names and the bytes of a tar archive as text, whichever way the client compressed it. */
export function unpack(archive: Buffer): string {
  if (archive.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))) return gunzipSync(archive).toString('latin1');
  const params = { [constants.ZSTD_d_windowLogMax]: 31 };
  return zstdDecompressSync(archive, { params }).toString('latin1');
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
}
