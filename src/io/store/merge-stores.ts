// Stores of sharded runs brought together: every answer checked, each key once.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hashJson, type Json } from '../../core/canonical-json.ts';
import { UserError, type Problem } from '../../core/errors.ts';
import type { Signer } from '../../core/signer.ts';
import { readAnswerLine, writeAnswerLine } from '../../evaluation/answer-record.ts';
import { replaceFile } from './bank-file.ts';
import { makeFolder } from '../make-folder.ts';
import { listSegments } from './segment-store.ts';
import { isSideFile } from './side-file.ts';

export interface MergeCounts {
  readonly segments: number;
  /** Answers that the target did not hold. */
  readonly added: number;
  /** Lines that say what is there already. */
  readonly repeated: number;
  /** Answers under a key that has another one: two shards asked the same. The older segment's holds. */
  readonly conflicting: number;
  /** Lines that did not check out; they are not copied. */
  readonly unreadable: number;
  /** Whole lines without a valid signature, where there is a secret; they are not copied. */
  readonly unsigned: number;
  /** Answers in the target now. */
  readonly total: number;
}

/**
 * The target becomes what it would be if all had written to it: segments keep their names, which begin with their time, so
 * that the same answers hold in whatever order folders are named. A second payment for a key is kept: it was spent. With a
 * signer, only what it has signed is copied, signed anew with its first secret; without one signatures are copied as they are.
 * @throws UserError for a folder that is not there or holds no segment.
 */
export function mergeStores(folders: readonly string[], into: string, signer?: Signer): MergeCounts {
  refuseUnusable(folders, into);
  const answers = new Map<string, string>();
  const seen = new Set<string>();
  const counts = { segments: 0, added: 0, repeated: 0, conflicting: 0, unreadable: 0, unsigned: 0 };
  for (const path of listSegments([into])) {
    for (const line of linesOf(path)) {
      const read = readLine(line, signer);
      if (read.status !== 'answer') continue;
      if (!read.isAttempt) answers.set(read.key, answers.get(read.key) ?? read.digest);
      seen.add(read.identity);
    }
  }
  for (const path of listSegments(folders)) {
    counts.segments += 1;
    const lines: string[] = [];
    for (const line of linesOf(path)) {
      const read = readLine(line, signer);
      if (read.status !== 'answer') {
        counts[read.status] += 1;
      } else if (seen.has(read.identity)) {
        counts.repeated += 1;
      } else {
        const known = answers.get(read.key);
        if (!read.isAttempt) {
          if (known === undefined) counts.added += 1;
          else if (known !== read.digest) counts.conflicting += 1;
          answers.set(read.key, known ?? read.digest);
        }
        seen.add(read.identity);
        lines.push(`${read.line}\n`);
      }
    }
    if (lines.length > 0) addLines(join(into, basename(path)), lines);
  }
  return { ...counts, total: answers.size };
}

type MergeLine =
  | {
      readonly status: 'answer';
      readonly key: string;
      readonly digest: string;
      /** The same in two lines that say the same: the same answer, paid for at the same time, signed alike. */
      readonly identity: string;
      /** Whether it is an attempt: paid for, without a usable answer. Attempts are copied and not counted as answers. */
      readonly isAttempt: boolean;
      /** As it is copied. */
      readonly line: string;
    }
  | { readonly status: 'unreadable' | 'unsigned' };

function readLine(line: string, signer: Signer | undefined): MergeLine {
  const read = readAnswerLine(line, signer);
  if (read.status !== 'answer') return read;
  const { key, answer } = read;
  const digest = hashJson(answer.completion as unknown as Json).slice(0, 16);
  const sig = signer === undefined ? (read.sig ?? '') : '';
  return {
    status: 'answer',
    key,
    digest,
    isAttempt: answer.attempt === true,
    identity: `${key}${digest}${answer.paid?.at ?? ''}${sig}`,
    line: signer === undefined ? line : writeAnswerLine(key, answer, signer),
  };
}

function addLines(path: string, lines: readonly string[]): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // A torn last line stays a line of its own and counts as unreadable, as it did.
  const whole = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  replaceFile(path, whole + lines.join(''));
}

function refuseUnusable(folders: readonly string[], into: string): void {
  const problems = folders.flatMap((folder): Problem[] => {
    const place = { file: folder };
    if (!existsSync(folder) || !statSync(folder).isDirectory()) return [{ message: 'no such folder', place }];
    if (folder === into)
      return [{ message: 'the folder itself', hint: 'Name the others; --into keeps what it has.', place }];
    // A part that had nothing to ask leaves its note only.
    if (listSegments([folder]).length === 0 && !readdirSync(folder).some(isSideFile)) {
      return [{ message: 'no store in it', hint: 'A store is a folder of .jsonl segments.', place }];
    }
    return [];
  });
  if (problems.length > 0) throw new UserError(problems);
  makeFolder(into);
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
}
