// What git's refusals mean to whoever runs a command.
import { UserError } from '../core/errors.ts';

/** What git said when it would not do it. */
export class GitError extends Error {
  readonly stderr: string;

  constructor(args: readonly string[], stderr: string) {
    super(`git ${args.join(' ')}: ${stderr.trim()}`);
    this.name = 'GitError';
    this.stderr = stderr;
  }
}

/** The repository belongs to another user. */
export class UntrustedError extends UserError {
  readonly folder: string;

  constructor(folder: string) {
    super({
      message: `git does not trust this repository: ${folder} belongs to another user`,
      hint: `git config --global --add safe.directory ${folder}`,
    });
    this.folder = folder;
  }
}

/** A clone that was made without all objects lacks one, and git did not get it from the remote. */
export class UnfetchedError extends UserError {}

/** What an error of a git command means to its user. */
export function explainGit(error: Error & { code?: unknown }, args: readonly string[], stderr: string): Error {
  if (error.code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return new RangeError('more bytes than the limit');
  if (error.code === 'ENOENT')
    return new UserError({ message: 'git was not found', hint: 'install git 2.30 or newer' });
  if (/not a git repository/.test(stderr)) return new UserError({ message: stderr.trim().split('\n', 1)[0]! });
  if (/dubious ownership/.test(stderr)) {
    const folder = /in repository at '([^\n]+)'/.exec(stderr)?.[1];
    return new UntrustedError(folder ?? '<folder>');
  }
  if (isUnreachable(args, stderr)) {
    const [words] = stderr.trim().split('\n', 1);
    return new UnfetchedError({
      message: `this clone was made without the content of older files, and git could not get it: ${words}`,
      hint: 'see that the remote can be reached from here, or clone without --filter',
    });
  }
  return new GitError(args, stderr === '' ? error.message : stderr);
}

/** A partial clone asks its remote for what it lacks in the middle of any command; a fetch that fails is told by who asked for it. */
function isUnreachable([command]: readonly string[], stderr: string): boolean {
  return command !== 'fetch' && /promisor remote|Could not read from remote repository|unable to access/.test(stderr);
}
