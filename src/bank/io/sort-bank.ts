// A bank file put in the order of its ids, of any size: sorted parts go into a file of their own and are merged (an external merge
// sort). Memory is bounded by one part and a piece of each.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import type { ByteSource } from '../../core/byte-source.ts';
import { UserError } from '../../core/errors.ts';
import { createAppender } from '../../io/appender.ts';
import { readAt } from '../../io/read-at.ts';
import { openUnnamedFile } from '../../io/unnamed-file.ts';
import { walkBank } from '../../scenarios/parse-bank.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import { removeAbandoned } from './bank-spool.ts';

/** Characters of lines that are sorted at once. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** Bytes that are read of a part at once. */
const PIECE = 1 << 15;

interface Row {
  readonly id: string;
  /** Without its end. */
  readonly line: string;
}

/**
 * Replaces the bank file by its rows, one line each, by id; a reader finds the old file or the new one.
 * @throws UserError with every problem of its lines.
 */
export async function sortBank(source: ByteSource, path: string, mostCharacters = MOST_CHARACTERS): Promise<void> {
  removeAbandoned(path);
  const spool = openUnnamedFile();
  const nextPath = `${path}.${process.pid}.tmp`;
  const next = openSync(nextPath, 'w');
  try {
    const parts = await sortParts(source, { file: spool.file, mostCharacters });
    const out = createAppender(next);
    let last: string | undefined;
    for (const { id, line } of mergeParts(parts.map((part) => readPart(spool.file, part)))) {
      if (id === last) throw new UserError({ message: `the id "${id}" is there twice`, place: { file: source.name } });
      last = id;
      out.append(Buffer.from(`${line}\n`));
    }
    out.flush();
    fsyncSync(next);
    renameSync(nextPath, path);
  } finally {
    closeSync(next);
    spool.close();
    rmSync(nextPath, { force: true });
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
}

async function sortParts(
  source: ByteSource,
  { file, mostCharacters }: { readonly file: number; readonly mostCharacters: number },
): Promise<readonly Part[]> {
  const out = createAppender(file);
  const parts: Part[] = [];
  let rows: Row[] = [];
  let [characters, end] = [0, 0];
  const finish = (): void => {
    const start = end;
    for (const { id, line } of rows.sort(byId)) {
      const bytes = Buffer.from(`${id}${TAB}${line}\n`);
      end = out.append(bytes) + bytes.length;
    }
    if (rows.length > 0) parts.push({ start, end });
    [rows, characters] = [[], 0];
  };
  for await (const scenario of walkBank(source, { ids: 'unchecked' })) {
    const line = serializeScenario(scenario);
    rows.push({ id: scenario.id, line });
    characters += line.length;
    if (characters >= mostCharacters) finish();
  }
  finish();
  out.flush();
  return parts;
}

/** No id holds one, and JSON writes it in another way. */
const TAB = '\t';

/** The part's rows in turn. They are read into one and the same room: what is outside of V8's heap is collected late. */
function* readPart(file: number, { start, end }: Part): Generator<Row> {
  let room = Buffer.allocUnsafe(Math.min(PIECE, end - start));
  let [at, held] = [start, 0];
  while (at < end) {
    if (held === room.length) room = Buffer.concat([room, Buffer.allocUnsafe(room.length)]);
    const read = readAt(file, room.subarray(held, held + Math.min(room.length - held, end - at)), at);
    if (read === 0) throw new Error('the spool ended early');
    at += read;
    held += read;
    let from = 0;
    for (let to = room.indexOf('\n'); to !== -1 && to < held; to = room.indexOf('\n', from)) {
      const tab = room.indexOf(TAB, from);
      yield { id: room.toString('utf8', from, tab), line: room.toString('utf8', tab + 1, to) };
      from = to + 1;
    }
    room.copyWithin(0, from, held);
    held -= from;
  }
}

/** Always the first of the parts' next rows. */
function* mergeParts(parts: readonly Generator<Row>[]): Generator<Row> {
  const heads = parts.flatMap((rows) => takeNext(rows)).sort((a, b) => byId(a.row, b.row));
  while (heads.length > 0) {
    const { row, rows } = heads.shift()!;
    yield row;
    for (const head of takeNext(rows)) heads.splice(placeAmong(heads, head.row), 0, head);
  }
}

/** How many of the sorted heads come before a row. */
function placeAmong(heads: readonly { readonly row: Row }[], row: Row): number {
  let [low, high] = [0, heads.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byId(heads[middle]!.row, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function takeNext(rows: Generator<Row>): readonly { readonly row: Row; readonly rows: Generator<Row> }[] {
  const { done, value } = rows.next();
  return done === true ? [] : [{ row: value, rows }];
}

function byId(a: Row, b: Row): number {
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
