// Stores of sharded runs brought together: every answer checked, each key once.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { hashJson, sha256, type Json } from '../../core/canonical-json.ts';
import { UserError, type Problem } from '../../core/errors.ts';
import type { Signer } from '../../core/signer.ts';
import { readAnswerLine, writeAnswerLine } from '../../evaluation/answer-record.ts';
import { createKeySet } from '../../core/key-set.ts';
import { createAppender, type Appender } from '../appender.ts';
import { makeFolder } from '../make-folder.ts';
import { readSegmentLines, type SegmentLine } from './segment-lines.ts';
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
  const known = createKnownAnswers();
  const counts = { segments: 0, added: 0, repeated: 0, conflicting: 0, unreadable: 0, unsigned: 0 };
  for (const path of listSegments([into])) {
    for (const line of readSegmentLines(path)) {
      const read = readLine(line, signer);
      if (read.status === 'answer') known.add(read);
    }
  }
  for (const path of listSegments(folders)) {
    counts.segments += 1;
    const target = addTo(join(into, basename(path)));
    try {
      for (const line of readSegmentLines(path)) {
        const read = readLine(line, signer);
        const found = read.status === 'answer' ? known.add(read) : read.status;
        if (found !== 'uncounted') counts[found] += 1;
        if (read.status === 'answer' && found !== 'repeated') target.append(read.line);
      }
      target.finish();
    } finally {
      target.close();
    }
  }
  return { ...counts, total: known.size() };
}

interface KnownAnswers {
  /**
   * What an answer is beside those that are known, of which it is one from then on. Attempts, and the same answer paid once more, are
   * copied and not counted.
   */
  readonly add: (answer: MergedAnswer) => 'added' | 'repeated' | 'conflicting' | 'uncounted';
  /** Keys that have an answer. */
  readonly size: () => number;
}

/** Hashes of 52 bits alone: of ten million answers one is taken for another's repetition, and asked once more, with a chance of 1 %. */
function createKnownAnswers(): KnownAnswers {
  const [identities, keys, answers] = [createKeySet(), createKeySet(), createKeySet()];
  let size = 0;
  return {
    add: ({ key, digest, identity, isAttempt }) => {
      if (!identities.add(sha256(identity))) return 'repeated';
      if (isAttempt) return 'uncounted';
      const isFirst = keys.add(key);
      const isNew = answers.add(sha256(`${key}${digest}`));
      if (isFirst) {
        size += 1;
        return 'added';
      }
      return isNew ? 'conflicting' : 'uncounted';
    },
    size: () => size,
  };
}

interface MergedAnswer {
  readonly key: string;
  readonly digest: string;
  /** The same in two lines that say the same: the same answer, paid for at the same time, signed alike. */
  readonly identity: string;
  /** Whether it is an attempt: paid for, without a usable answer. */
  readonly isAttempt: boolean;
  /** As it is copied. */
  readonly line: string;
}

type MergeLine = ({ readonly status: 'answer' } & MergedAnswer) | { readonly status: 'unreadable' | 'unsigned' };

function readLine({ text: line }: SegmentLine, signer: Signer | undefined): MergeLine {
  if (line === undefined) return { status: 'unreadable' };
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

interface SegmentCopy {
  readonly append: (line: string) => void;
  /** Puts it in its place, where lines were added: a reader finds the old segment or the new one. */
  readonly finish: () => void;
  /** Call it whatever happens. */
  readonly close: () => void;
}

/** A segment with what it has and more lines behind that. */
function addTo(path: string): SegmentCopy {
  const nextPath = `${path}.${process.pid}.tmp`;
  let open: { readonly file: number; readonly out: Appender } | undefined;
  const begin = (): NonNullable<typeof open> => {
    const file = openSync(nextPath, 'w');
    const out = createAppender(file);
    open = { file, out };
    if (!existsSync(path)) return open;
    // A torn last line stays a line of its own and counts as unreadable, as it did.
    for (const { text } of readSegmentLines(path)) out.append(Buffer.from(`${text ?? ''}\n`));
    return open;
  };
  return {
    append: (line) => void (open ?? begin()).out.append(Buffer.from(`${line}\n`)),
    finish: () => {
      if (open === undefined) return;
      open.out.flush();
      fsyncSync(open.file);
      renameSync(nextPath, path);
    },
    close: () => {
      if (open === undefined) return;
      closeSync(open.file);
      rmSync(nextPath, { force: true });
    },
  };
}

function refuseUnusable(folders: readonly string[], into: string): void {
  const problems = folders.flatMap((folder): Problem[] => {
    const place = { file: folder };
    if (!existsSync(folder) || !statSync(folder).isDirectory())
      return [
        {
          message: existsSync(folder) ? 'a file, not a folder' : 'no such folder',
          hint: 'A store is a folder of .jsonl segments.',
          place,
        },
      ];
    if (realpathSync(folder) === (existsSync(into) ? realpathSync(into) : into))
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
