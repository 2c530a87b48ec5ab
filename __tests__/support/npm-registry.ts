// A registry that has one package: this one, as it is packed for a release.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './cli.ts';
import { startLoopbackServer, type LoopbackServer } from './runner/http.ts';

/** Serves it under `version`, whatever its package.json says today: `npm_config_registry` is the server's origin. */
export async function startRegistry(version: string): Promise<LoopbackServer> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  const options = { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder } } as const;
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], options).trim();
  const archive = readFileSync(join(folder, name));
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { bin: object };
  rmSync(folder, { recursive: true, force: true });
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`;
  return startLoopbackServer([
    ({ path, origin }) => {
      const dist = { tarball: `${origin}/spec-gate.tgz`, integrity };
      const versions = { [version]: { name: 'spec-gate', version, bin, dist } };
      if (path === '/spec-gate')
        return { status: 200, body: { name: 'spec-gate', 'dist-tags': { latest: version }, versions } };
      return path === '/spec-gate.tgz' ? { status: 200, body: archive } : undefined;
    },
  ]);
}
