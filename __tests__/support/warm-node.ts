// Starts a program of ours in a process that has run it before: the same built files, in a world of its own, without loading
// and compiling them for each of hundreds of starts. Another Node, or an option of Node, needs a process of its own.
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Start {
  /** A module that has done its work when its evaluation ends. */
  readonly entry: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All variables that it sees. */
  readonly env: Readonly<Record<string, string>>;
  /** Called with the running process, to signal it. */
  readonly onStart?: ((kill: (signal: NodeJS.Signals) => void) => void) | undefined;
}

export interface Ended {
  readonly code: number | null;
  /** What ended the process, where it did not end by itself. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in order of arrival. */
  readonly log: string;
}

/** The other side's messages: what is printed, as it is, and the end of a run. */
type Told = { readonly stream: 'stdout' | 'stderr'; readonly text: string } | { readonly code: number };

const CHILD = fileURLToPath(new URL('warm-node-child.mjs', import.meta.url));
const idle: ChildProcess[] = [];

/** The one option of Node that the other side takes itself: a module, given as text, that is evaluated first. */
export function isWarm({ NODE_OPTIONS: options = '' }: Start['env']): boolean {
  return options === '' || /^--import=data:text\/javascript,\S+$/.test(options);
}

/** One run at a time in each process; as many processes as runs overlap. */
export async function startWarm({ onStart, ...start }: Start): Promise<Ended> {
  const child = idle.pop() ?? launch();
  const texts = { stdout: '', stderr: '', log: '' };
  let state: 'running' | 'killed' | 'over' = 'running';
  const end = await new Promise<Pick<Ended, 'code' | 'signal'>>((resolve) => {
    const finish = (code: number | null, signal: NodeJS.Signals | null): void => {
      child.off('exit', finish).off('message', onMessage);
      if (state === 'running' && signal === null && child.exitCode === null) idle.push(child);
      state = 'over';
      resolve({ code, signal });
    };
    const onMessage = (message: unknown): void => {
      const told = message as Told;
      if ('code' in told) return finish(told.code, null);
      texts[told.stream] += told.text;
      texts.log += told.text;
    };
    child.on('exit', finish).on('message', onMessage);
    child.send(start);
    onStart?.((signal) => {
      // After its end the process is another run's.
      if (state === 'over') return;
      if (signal === 'SIGKILL') state = 'killed';
      child.kill(signal);
    });
  });
  return { ...end, ...texts };
}

function launch(): ChildProcess {
  const child = fork(CHILD, { env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  // It ends with the process that tests run in, and does not keep that one alive.
  child.unref();
  child.channel?.unref();
  return child;
}
