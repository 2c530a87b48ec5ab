// Where Node keeps what it has compiled of this program, so that its next start is faster. Node runs what lies there without
// looking at it again, so it must be a folder that nobody but this user can fill.
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

export interface CompileCacheOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Of `node:module`; it heeds NODE_COMPILE_CACHE and NODE_DISABLE_COMPILE_CACHE itself. */
  readonly enable: (folder: string) => unknown;
}

/**
 * Has Node keep it in the user's own cache folder. Nothing is kept, and nothing is said, where that folder lies in a repository or
 * below the working directory (a checkout may hold such files), where others may write to it, where it cannot be made, or on a
 * CI machine, whose folders may come from a cache that a pull request filled.
 */
export function keepCompiled({ env, cwd, enable }: CompileCacheOptions): void {
  if (isSet(env['CI'])) return;
  try {
    const folder = join(cacheFolder(env), 'spec-gate', 'compiled');
    if (!isApart(folder, cwd)) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Links may lead elsewhere than the name says.
    const real = realpathSync(folder);
    if (isApart(real, cwd) && isOwn(real)) enable(real);
  } catch {
    // Without it the program starts a little slower.
  }
}

/** As the XDG base directories have it, or as each system does. */
function cacheFolder(env: CompileCacheOptions['env']): string {
  const named = env['XDG_CACHE_HOME'] ?? '';
  if (isAbsolute(named)) return named;
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  return join(homedir(), '.cache');
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}

/** Whether no repository and not the working directory holds the folder. */
function isApart(folder: string, cwd: string): boolean {
  const way = relative(cwd, folder);
  if (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return false;
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return false;
  }
  return true;
}

/** Windows keeps a user's folders by other means than an owner and a mode. */
function isOwn(folder: string): boolean {
  const { uid, mode } = statSync(folder);
  return process.geteuid === undefined || (uid === process.geteuid() && (mode & 0o022) === 0);
}
