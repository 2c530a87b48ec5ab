// Answers by key where they lie on disk: some sixty bytes each in memory, however long they are.
import { closeSync, openSync } from 'node:fs';
import type { Signer } from '../../core/signer.ts';
import { readAnswerLine } from '../../evaluation/answer-record.ts';
import { MOST_ATTEMPTS, type StoredAnswer } from '../../evaluation/store.ts';
import { addSpending, type Ledger } from '../../models/cost/ledger.ts';
import { readAt } from '../read-at.ts';
import type { HeldAnswers } from './held-answers.ts';
import type { IndexedSegment } from './segment-index.ts';
import { joinRecords, type RecordList } from './segment-records.ts';

export interface AnswerTable {
  /** As `AnswerStore.get`. */
  readonly get: (key: string) => StoredAnswer | undefined;
  /** The attempts at a question, as far as they count, the first one first. */
  readonly attemptsAt: (key: string) => readonly StoredAnswer[];
  /** Questions with an answer. */
  readonly size: () => number;
  /** What was paid for them, by day. */
  readonly spending: () => Ledger;
  /** Records that did not check out when they were read. */
  readonly misread: () => number;
  readonly close: () => void;
}

/** `segments` are the oldest first: of two answers under one key the first one holds. */
export function createAnswerTable(
  segments: readonly IndexedSegment[],
  { signer, held }: { readonly signer: Signer | undefined; readonly held: HeldAnswers },
): AnswerTable {
  const records = joinRecords(segments.map((segment) => segment.records));
  const paths = segments.map(({ path }) => path);
  const chains = chainByKey(records);
  const { answers, ledger } = addUp(records, chains);
  const files = new Map<string, number>();
  const misread = new Set<number>();
  const readAnswer = (key: string, record: number): StoredAnswer | undefined => {
    const { segment, offset, bytes } = records.placeOf(record);
    const known = held.at(paths[segment]!, offset);
    if (known?.key === key) return known.answer;
    const read = readAnswerLine(readPart(files, paths[segment]!, { offset, bytes }), signer);
    // An index is not trusted: the record that it points to counts only under the key in the record itself.
    if (read.status === 'answer' && read.key === key) {
      // A plan and then the run look up the same answers, each several times.
      held.offer({ path: paths[segment]!, offset, bytes }, read);
      return read.answer;
    }
    misread.add(record);
    return undefined;
  };
  /** The answer, and the attempts before there was one. */
  const settle = (key: string): { readonly answer?: StoredAnswer; readonly attempts: readonly StoredAnswer[] } => {
    const attempts: StoredAnswer[] = [];
    for (let record = chains.firstOf(records.ask(key)); record !== undefined; record = chains.nextOf(record)) {
      const found = readAnswer(key, record);
      if (found === undefined) continue;
      if (found.attempt !== true) return { answer: found, attempts };
      if (attempts.length < MOST_ATTEMPTS) attempts.push(found);
    }
    return { attempts };
  };
  return {
    get: (key) => {
      const { answer, attempts } = settle(key);
      return answer ?? (attempts.length >= MOST_ATTEMPTS ? attempts.at(-1) : undefined);
    },
    attemptsAt: (key) => settle(key).attempts,
    size: () => answers,
    spending: () => ledger,
    misread: () => misread.size,
    close: () => {
      for (const file of files.values()) closeSync(file);
      files.clear();
    },
  };
}

/** The records of each key, in their order. */
interface Chains {
  /** The first record with the key of this one. */
  readonly firstOf: (record: number) => number | undefined;
  readonly nextOf: (record: number) => number | undefined;
}

/** An open-addressing table of first records; the others follow them. Numbers in both count from 1, as 0 is nothing. */
function chainByKey(records: RecordList): Chains {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * records.count + 2)));
  const next = new Int32Array(records.count);
  const slotOf = (record: number): number => {
    let slot = records.hashOf(record) & (slots.length - 1);
    while (slots[slot] !== 0 && !records.isSameKey(slots[slot]! - 1, record)) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const numbered = (number: number): number | undefined => (number === 0 ? undefined : number - 1);
  for (let record = 0; record < records.count; record += 1) {
    const slot = slotOf(record);
    let last = slots[slot]!;
    if (last === 0) {
      slots[slot] = record + 1;
      continue;
    }
    while (next[last - 1] !== 0) last = next[last - 1]!;
    next[last - 1] = record + 1;
  }
  return {
    firstOf: (record) => numbered(slots[slotOf(record)]!),
    nextOf: (record) => numbered(next[record]!),
  };
}

const DAY_MS = 86_400_000;

/** How many questions have an answer, and what was paid by day; the same payment in two segments is one. */
function addUp(records: RecordList, chains: Chains): { readonly answers: number; readonly ledger: Ledger } {
  let answers = 0;
  const days = new Map<number, { usd: number; calls: number }>();
  for (let record = 0; record < records.count; record += 1) {
    const at = records.paidAt(record);
    let isFirstAnswer = !records.isAttempt(record);
    let isNewPayment = at !== undefined;
    for (let other = chains.firstOf(record); other !== undefined && other !== record; other = chains.nextOf(other)) {
      isFirstAnswer &&= records.isAttempt(other);
      isNewPayment &&= records.paidAt(other) !== at;
    }
    if (isFirstAnswer) answers += 1;
    if (at === undefined || !isNewPayment) continue;
    const day = Math.floor(at / DAY_MS);
    const spent = days.get(day) ?? { usd: 0, calls: 0 };
    days.set(day, spent);
    spent.usd += records.usdOf(record);
    spent.calls += 1;
  }
  const ledger = [...days]
    .sort(([one], [other]) => one - other)
    .reduce<Ledger>((sum, [day, spent]) => addSpending(sum, { at: day * DAY_MS, ...spent }), []);
  return { answers, ledger };
}

/** The text at a place; empty, which is no record, where the file is gone or ends before. Files stay open until all are closed. */
function readPart(
  files: Map<string, number>,
  path: string,
  { offset, bytes }: { readonly offset: number; readonly bytes: number },
): string {
  try {
    const file = files.get(path) ?? openSync(path, 'r');
    files.set(path, file);
    const buffer = Buffer.alloc(bytes);
    return readAt(file, buffer, offset) < bytes ? '' : buffer.toString('utf8');
  } catch {
    return '';
  }
}
