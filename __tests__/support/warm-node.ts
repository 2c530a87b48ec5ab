// Starts a program of ours in a process that has run it before: the same built files, in a world of its own, without loading
// and compiling them for each of hundreds of starts. What a signal or an option of Node is about needs a process of its own.
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Start {
  /** A module that has done its work when its evaluation ends. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All variables that it sees. */
  readonly env: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in order of arrival. */
  readonly log: string;
}

const CHILD = fileURLToPath(new URL('warm-node-child.mjs', import.meta.url));
const idle: ChildProcess[] = [];

/** One run at a time in each process; as many processes as runs overlap. */
export async function startWarm(start: Start): Promise<Ended> {
  const child = idle.pop() ?? launch();
  const ended = await new Promise<Ended>((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`the process ended (${code}) in a run of ${start.entry} ${start.args.join(' ')}`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as Ended);
    });
    child.send(start);
  });
  idle.push(child);
  return ended;
}

function launch(): ChildProcess {
  const child = fork(CHILD, { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  // It ends with the process that tests run in, and does not keep that one alive.
  child.unref();
  child.channel?.unref();
  return child;
}
