// The file beside a large segment that says where its records lie, so that opening a store does not read all of it.
//
// It is trusted with places only: whoever gets a record by it checks the record's checksum, signature and whole key, as if it
// had been found by reading everything. A wrong index can hide answers, which are then asked anew, and never change one. With
// a store secret it has to be signed, too. (`node:sqlite` would do as well, and needs a newer Node than 20.20.)
import { closeSync, openSync, readFileSync, readSync, renameSync, statSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { whereDefined } from '../../core/where-defined.ts';
import { sha256, type Json } from '../../core/canonical-json.ts';
import type { Signer } from '../../core/signer.ts';
import { readAnswerLine } from '../../evaluation/answer-record.ts';
import type { HeldAnswers } from './held-answers.ts';
import { readSegmentLines } from './segment-lines.ts';
import { RECORD_BYTES, writeRecord } from './segment-records.ts';

export interface IndexedSegment {
  readonly path: string;
  /** `RECORD_BYTES` each, in the segment's order. */
  readonly records: Buffer;
  readonly count: number;
  readonly unreadable: number;
  readonly unsigned: number;
  /** Of its whole lines. */
  readonly bytes: number;
}

/** Smaller segments are read whole in some milliseconds. */
const LEAST_BYTES = 256 * 1024;
/**
 * Bytes at the beginning of a segment and at the end of its indexed part, whose hash shows whether the index belongs to
 * it.
 */
const SAMPLE = 4096;

const Header = z.strictObject({
  schema: z.literal('spec-gate/segment-index@1'),
  /** Bytes of the segment that are indexed: all of its whole lines. */
  bytes: z.int().min(0),
  sample: z.string(),
  count: z.int().min(0),
  unreadable: z.int().min(0),
  unsigned: z.int().min(0),
  records: z.string(),
  sig: z.string().optional(),
});
type Header = z.output<typeof Header>;

/** Where the index of a segment lies: beside it. */
export function indexPathOf(segment: string): string {
  return `${segment}.index`;
}

export interface IndexOptions {
  readonly signer?: Signer | undefined;
  /** Where indexes are kept: beside their segments, or nowhere, as in a folder that must hold nothing but segments. */
  readonly indexes?: 'beside' | undefined;
}

/** Where what is read on the way is kept. */
interface OpenOptions extends IndexOptions {
  readonly held: HeldAnswers;
}

/** The segment's records: by its index as far as that is its own and current, and by reading what came after. */
export function openIndexedSegment(path: string, { signer, indexes, held }: OpenOptions): IndexedSegment {
  const { size } = statSync(path);
  const isIndexed = indexes === 'beside' && size >= LEAST_BYTES;
  const known = isIndexed ? readIndex(path, signer) : undefined;
  if (known !== undefined && known.bytes === size) return { path, ...known };
  const found = indexLines(path, { signer, held }, known ?? NOTHING);
  if (isIndexed) writeIndex(path, signer, found);
  // A last line without its end is read like any other, and left out of the index: it may still be written.
  return { path, ...withTorn(found, signer) };
}

type Indexed = Omit<IndexedSegment, 'path'>;

const NOTHING: Indexed = { records: Buffer.alloc(0), count: 0, unreadable: 0, unsigned: 0, bytes: 0 };

interface IndexedLines extends Indexed {
  readonly torn?: { readonly text: string | undefined; readonly offset: number; readonly bytes: number };
}

function indexLines(path: string, { signer, held }: OpenOptions, before: Indexed): IndexedLines {
  let { count, unreadable, unsigned, bytes } = before;
  let records = Buffer.alloc(Math.max(64, 2 * count) * RECORD_BYTES);
  before.records.copy(records);
  let torn: IndexedLines['torn'];
  for (const { text, isWhole, ...place } of readSegmentLines(path, bytes)) {
    if (!isWhole) {
      torn = { text, ...place };
      break;
    }
    bytes = place.offset + place.bytes + 1;
    const read = text === undefined ? UNREADABLE : readAnswerLine(text, signer);
    if (read.status === 'unreadable') unreadable += 1;
    else if (read.status === 'unsigned') unsigned += 1;
    else {
      if (records.length === count * RECORD_BYTES) records = Buffer.concat([records, Buffer.alloc(records.length)]);
      writeRecord(records, count, { key: read.key, answer: read.answer, ...place });
      held.offer({ path, ...place }, read);
      count += 1;
    }
  }
  // A copy, as the rest of the room would stay with it.
  const own = Buffer.from(records.subarray(0, count * RECORD_BYTES));
  return { records: own, count, unreadable, unsigned, bytes, ...whereDefined({ torn }) };
}

const UNREADABLE = { status: 'unreadable' } as const;

function withTorn({ torn, ...found }: IndexedLines, signer: Signer | undefined): Indexed {
  if (torn === undefined) return found;
  const { text, ...place } = torn;
  const read = text === undefined ? UNREADABLE : readAnswerLine(text, signer);
  if (read.status !== 'answer') return { ...found, [read.status]: found[read.status] + 1 };
  const records = Buffer.concat([found.records, Buffer.alloc(RECORD_BYTES)]);
  writeRecord(records, found.count, { key: read.key, answer: read.answer, ...place });
  return { ...found, records, count: found.count + 1 };
}

/** Undefined where there is none, it is damaged, another segment's or another team's. */
function readIndex(path: string, signer: Signer | undefined): Indexed | undefined {
  try {
    const file = readFileSync(indexPathOf(path));
    const end = file.indexOf(10);
    const { sig, ...header } = Header.parse(JSON.parse(file.toString('utf8', 0, end)));
    const records = file.subarray(end + 1);
    const { count, unreadable, unsigned, bytes } = header;
    const isOwn =
      records.length === count * RECORD_BYTES &&
      header.records === digest(records) &&
      header.sample === sampleOf(path, bytes) &&
      (signer === undefined || signer.hasSigned(signed(header), sig ?? ''));
    return isOwn ? { records, count, unreadable, unsigned, bytes } : undefined;
  } catch {
    return undefined;
  }
}

/** Where it cannot be written, as on a read-only disk, the next one reads the segment again. */
function writeIndex(path: string, signer: Signer | undefined, found: Indexed): void {
  try {
    const { records, count, unreadable, unsigned, bytes } = found;
    const header: Omit<Header, 'sig'> = {
      schema: 'spec-gate/segment-index@1',
      bytes,
      sample: sampleOf(path, bytes),
      count,
      unreadable,
      unsigned,
      records: digest(records),
    };
    const line = JSON.stringify({ ...header, sig: signer?.sign(signed(header)) });
    // Not synced to the disk: an index that is lost is made again.
    const next = `${indexPathOf(path)}.${process.pid}.tmp`;
    writeFileSync(next, Buffer.concat([Buffer.from(`${line}\n`), records]));
    renameSync(next, indexPathOf(path));
  } catch {
    // The index only saves time, so a failure to write it is ignored.
  }
}

/** The same secret signs other records of the store: each says what it is. */
function signed(header: Omit<Header, 'sig'>): Json {
  return ['segment-index', header];
}

function digest(bytes: Buffer): string {
  return sha256(bytes);
}

/** Of the segment's beginning and of the end of what is indexed: a segment only grows, so these stay. */
function sampleOf(path: string, bytes: number): string {
  const file = openSync(path, 'r');
  try {
    const sample = Buffer.alloc(2 * SAMPLE);
    readSync(file, sample, 0, Math.min(SAMPLE, bytes), 0);
    readSync(file, sample, SAMPLE, Math.min(SAMPLE, bytes), Math.max(0, bytes - SAMPLE));
    return sha256(sample);
  } finally {
    closeSync(file);
  }
}
