// Text files read with care: bounded, strictly UTF-8, and never from outside the root they belong to.
import { lstat, open, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { type Problem, UserError } from '../core/errors.ts';
import { describeNoText } from './no-text.ts';

/** Largest file read, in bytes. The largest published spec has 0.25 MB. */
export const LARGEST_FILE = 16 * 1024 * 1024;

/** What is wrong with a file, without its place. */
type FileProblem = Omit<Problem, 'place'>;

/**
 * A file below `root` by its path from there. Links, and what lies behind a linked folder, are refused as in a commit, so
 * nothing from outside the root is read.
 * @throws UserError naming the file.
 */
export async function readTextInside(root: string, path: string): Promise<string> {
  const place = { file: path, line: 1, column: 1 };
  const full = join(root, path);
  const stats = await lstat(full).catch(ignoreMissing);
  const problem = stats === undefined ? { message: 'no such file' } : await refuse(root, full, stats);
  if (problem !== undefined) throw new UserError({ ...problem, place });
  return decodeText(await readBounded(full), path);
}

/**
 * As `readTextInside`, of a file that may be too large to be read whole: its text, or its full path.
 * @throws UserError naming the file.
 */
export async function readOrFindInside(root: string, path: string): Promise<{ text: string } | { full: string }> {
  const full = join(root, path);
  const stats = await lstat(full).catch(ignoreMissing);
  if (stats === undefined || stats.size <= LARGEST_FILE) return { text: await readTextInside(root, path) };
  const problem = await refuse(root, full, stats);
  if (problem !== undefined) throw new UserError({ ...problem, place: { file: path, line: 1, column: 1 } });
  return { full };
}

/** A pipe's text, no more of it than of a file. @throws UserError naming it. */
export async function readTextStream(stream: Readable, name: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length > LARGEST_FILE) return decodeText(undefined, name);
  }
  return decodeText(Buffer.concat(chunks), name);
}

/** Bytes as text. `bytes` is undefined for a file that was too large to read. @throws UserError naming the file. */
export function decodeText(bytes: Uint8Array | undefined, file: string): string {
  const fail = (problem: FileProblem, line = 1): never => {
    throw new UserError({ ...problem, place: { file, line, column: 1 } });
  };
  if (bytes === undefined) return fail({ message: `larger than ${LARGEST_FILE / 1024 / 1024} MB` });
  const other = describeNoText(bytes);
  if (other !== undefined) return fail({ message: other.message, hint: other.hint });
  const nul = bytes.indexOf(0);
  const hint = 'save it as UTF-8';
  if (nul >= 0) return fail({ message: 'a NUL byte: this is no UTF-8 text', hint }, lineAt(bytes, nul));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail({ message: 'not valid UTF-8', hint }, lineAt(bytes, firstInvalid(bytes)));
  }
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    return fail({ message: 'a Git LFS pointer, not the text itself', hint: 'keep spec and bank in git, not in LFS' });
  }
  return text;
}

async function refuse(root: string, full: string, stats: Stats): Promise<FileProblem | undefined> {
  if (stats.isSymbolicLink())
    return {
      message: 'a symbolic link',
      hint: 'name the file it points to; a pattern leaves the link out with "!" and its path',
    };
  if (stats.isDirectory()) return { message: 'a folder', hint: 'name its files with a glob, such as docs/**/*.md' };
  if (!stats.isFile()) return { message: 'not a regular file' };
  const behindLink = relative(await realpath(root), await realpath(full)) !== relative(root, full);
  return behindLink ? { message: 'behind a symbolic link', hint: 'name the folder it points to' } : undefined;
}

type Stats = Awaited<ReturnType<typeof lstat>>;

/** Reads one byte more than allowed at most, so that a file that grows meanwhile is found out too. */
async function readBounded(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > LARGEST_FILE) return undefined;
    const buffer = Buffer.alloc(size + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) break;
    }
    return buffer.subarray(0, Math.min(length, size));
  } finally {
    await file.close();
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at += 1) if (bytes[at] === 10) line += 1;
  return line;
}

/** Offset of the first line that does not decode. */
function firstInvalid(bytes: Uint8Array): number {
  let start = 0;
  while (start < bytes.length) {
    const next = bytes.indexOf(10, start);
    const end = next < 0 ? bytes.length : next + 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return start;
    }
    start = end;
  }
  return start;
}
