// Which service a repository's `origin` lies on, by the name of its server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `other`: one that has pull requests of its own and is neither GitHub nor GitLab. */
export type OriginServer = 'github' | 'gitlab' | 'other';

/**
 * Undefined where the server's name says nothing, as those of companies, and in a worktree, where `.git` is a file. `repository`:
 * its folder.
 */
export function originServer(repository: string): OriginServer | undefined {
  const config = readIfThere(join(repository, '.git/config')) ?? '';
  const [, url = ''] = /^\[remote "origin"\][^[]*?^\s*url\s*=\s*(\S+)/m.exec(config) ?? [];
  const [, host = ''] = /^(?:\w+:\/\/)?(?:[^@/]*@)?([^/:]+)/.exec(url) ?? [];
  const named = /github|gitlab|bitbucket|azure|visualstudio|codeberg|gitea|forgejo|gogs/i.exec(host)?.[0].toLowerCase();
  if (named === undefined) return undefined;
  return named === 'github' || named === 'gitlab' ? named : 'other';
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
