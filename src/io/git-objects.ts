// Commits, trees and blobs by id. One git process answers all questions about a repository: starting one for each takes longer
// than what it does.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import type { Socket } from 'node:net';
import { explainGit, GitError } from './git-errors.ts';
import { checkOid, gitArguments, gitEnvironment, LIMITS, orFetching, type ObjectId } from './run-git.ts';

export interface GitObject {
  readonly oid: ObjectId;
  /** `blob`, `commit`, `tag` or `tree`. */
  readonly type: string;
  readonly bytes: Buffer;
}

export interface ObjectQuestion {
  readonly oid: ObjectId;
  /** The commit or tree that the object leads to, instead of the object itself. */
  readonly peel?: 'commit' | 'tree';
  /** Most bytes that are read of it. */
  readonly limit?: number;
}

interface Asked {
  readonly name: string;
  readonly limit: number;
  readonly resolve: (object: GitObject | undefined) => void;
  readonly reject: (error: Error) => void;
}

const COMMAND = ['cat-file', '--batch'];
/** Milliseconds without a question after which the process is let go. */
const IDLE = 10_000;
const readers = new Map<string, (asked: Asked) => void>();

/**
 * An object, or undefined where the repository has none of this id.
 * @throws RangeError beyond `limit` bytes, of which no more than that is ever held; UserError where git or the repository is
 * missing; else GitError.
 */
export function readObject(
  repo: string,
  { oid, peel, limit = LIMITS.bytes }: ObjectQuestion,
): Promise<GitObject | undefined> {
  const name = peel === undefined ? checkOid(oid) : `${checkOid(oid)}^{${peel}}`;
  const ask = readers.get(repo) ?? createReader(repo);
  readers.set(repo, ask);
  return orFetching(repo, () => new Promise((resolve, reject) => ask({ name, limit, resolve, reject })));
}

/** Undefined, too, where git cannot read it. */
export async function tryObject(repo: string, question: ObjectQuestion): Promise<GitObject | undefined> {
  try {
    return await readObject(repo, question);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

function createReader(repo: string): (asked: Asked) => void {
  /** Answers come in this order. */
  const pending: Asked[] = [];
  let child: ChildProcessWithoutNullStreams | undefined;
  let timer: NodeJS.Timeout | undefined;

  function start(): ChildProcessWithoutNullStreams {
    const started = startCatFile(repo, {
      isWanted: () => child === started,
      limit: () => pending[0]?.limit ?? 0,
      onAnswer: (object) => {
        pending.shift()?.resolve(object);
        wait();
      },
      onTooLarge: () => {
        // The rest of it is never read; what was asked behind it is asked anew.
        release();
        pending.shift()?.reject(new RangeError('more bytes than the limit'));
        for (const { name } of pending) tell(name);
      },
      onEnd: (error) => {
        release();
        for (const { reject } of pending.splice(0)) reject(error);
      },
    });
    return started;
  }

  function tell(name: string): void {
    child ??= start();
    child.stdin.write(`${name}\n`);
    wait();
  }

  /** While nothing is asked, the process neither keeps this one alive nor stays for long. */
  function wait(): void {
    if (child === undefined) return;
    clearTimeout(timer);
    const isBusy = pending.length > 0;
    keepThisAlive(child, isBusy ? 'yes' : 'no');
    timer = isBusy ? setTimeout(() => child?.kill(), LIMITS.milliseconds) : setTimeout(release, IDLE).unref();
  }

  function release(): void {
    clearTimeout(timer);
    child?.kill();
    child = undefined;
  }

  return (asked) => {
    pending.push(asked);
    tell(asked.name);
  };
}

interface CatFileHandlers extends AnswerHandlers {
  /** Whether anybody still listens to this process. */
  readonly isWanted: () => boolean;
  readonly onEnd: (error: Error) => void;
}

function startCatFile(repo: string, handlers: CatFileHandlers): ChildProcessWithoutNullStreams {
  const { isWanted, onEnd } = handlers;
  const started = spawn('git', gitArguments(repo, COMMAND), { env: gitEnvironment(repo, COMMAND), windowsHide: true });
  let stderr = '';
  started.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-4096)));
  const end = (error: Error): void => {
    if (isWanted()) onEnd(explainGit(error, COMMAND, stderr));
  };
  started.once('error', end).once('close', (code) => end(new Error(`git ended with ${code}`)));
  // The end of the process says more than that it takes no more questions.
  started.stdin.on('error', () => undefined);
  const parse = createAnswerParser(handlers);
  started.stdout.on('data', (chunk: Buffer) => isWanted() && parse(chunk));
  return started;
}

/** Whether this process waits for the other one before it ends. */
function keepThisAlive(child: ChildProcessWithoutNullStreams, keeps: 'yes' | 'no'): void {
  const { stdin, stdout, stderr } = child;
  for (const handle of [child, ...([stdin, stdout, stderr] as Partial<Socket>[])]) {
    if (keeps === 'yes') handle.ref?.();
    else handle.unref?.();
  }
}

interface AnswerHandlers {
  /** Of the object that comes next. */
  readonly limit: () => number;
  readonly onAnswer: (object: GitObject | undefined) => void;
  /** Nothing is read after it. */
  readonly onTooLarge: () => void;
}

/** Reads `<oid> <type> <size>`, a line break, so many bytes and another; `<name> missing` where there is none. */
function createAnswerParser({ limit, onAnswer, onTooLarge }: AnswerHandlers): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let held = 0;
  let header: { readonly oid: string; readonly type: string; readonly size: number } | undefined;
  const keep = (rest: Buffer): void => {
    parts = [rest];
    held = rest.length;
  };
  return (chunk) => {
    parts.push(chunk);
    held += chunk.length;
    for (;;) {
      if (header === undefined) {
        const read = Buffer.concat(parts);
        const end = read.indexOf('\n');
        keep(read);
        if (end < 0) return;
        const [oid = '', type = '', size] = read.toString('latin1', 0, end).split(' ');
        keep(read.subarray(end + 1));
        if (size === undefined) {
          onAnswer(undefined);
          continue;
        }
        header = { oid, type, size: Number(size) };
        if (header.size > limit()) return onTooLarge();
      }
      const { oid, type, size } = header;
      if (held < size + 1) return;
      const read = Buffer.concat(parts);
      keep(read.subarray(size + 1));
      header = undefined;
      onAnswer({ oid, type, bytes: Buffer.from(read.subarray(0, size)) });
    }
  };
}

/** An entry of one tree object; its name is one part of a path. */
export interface TreeObjectEntry {
  /** Six digits, as git prints it. */
  readonly mode: string;
  readonly name: string;
  readonly oid: ObjectId;
}

/**
 * Each is `<mode> <name>`, a zero byte and the id in bytes, as long as the repository's ids are. Undefined for what is no tree,
 * or a broken one.
 */
export function parseTreeObject({ oid, type, bytes }: GitObject): readonly TreeObjectEntry[] | undefined {
  if (type !== 'tree') return undefined;
  const entries: TreeObjectEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(' ', at);
    const end = bytes.indexOf(0, space);
    const next = end + 1 + oid.length / 2;
    if (space < 0 || end < 0 || next > bytes.length) return undefined;
    const mode = bytes.toString('latin1', at, space).padStart(6, '0');
    entries.push({ mode, name: bytes.toString('utf8', space + 1, end), oid: bytes.toString('hex', end + 1, next) });
    at = next;
  }
  return entries;
}

/** Ids of a commit's parents, the first one first. */
export function parseParents({ bytes }: GitObject): readonly ObjectId[] {
  const [head = ''] = bytes.toString('latin1').split('\n\n', 1);
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, oid]) => oid!);
}
