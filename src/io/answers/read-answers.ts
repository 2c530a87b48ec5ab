// Every recorded answer of a file or folder, one after another: JSON Lines, CSV, Parquet, Inspect logs, promptfoo results, lm-eval's samples.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { whereDefined } from '../../core/where-defined.ts';
import type { ByteSource } from '../../core/byte-source.ts';
import { UserError } from '../../core/errors.ts';
import { answerReader, askedKey, type RecordedAnswer } from '../../scenarios/answers/answer-columns.ts';
import { answersOf, experimentReader } from '../../scenarios/answers/experiment-answers.ts';
import { lmEvalReader } from '../../scenarios/answers/lm-eval-answers.ts';
import { itemsOfValue } from '../../scenarios/experiments/recognise-experiment.ts';
import { rowsOfFrame } from '../../scenarios/rows/data-frame.ts';
import { messageText } from '../../scenarios/harness/inspect-log.ts';
import { listTree, readBlob } from '../git-files.ts';
import { isBesideLogs, openHarnessFile } from '../harness-file.ts';
import { openFile, type OpenFile, refusePointer } from '../open-file.ts';
import type { SpecSource } from '../read-spec.ts';
import { openTable, tableFormat } from '../rows/open-table.ts';
import { unpackGzip } from '../unpack-gzip.ts';
import { rowOf } from '../../scenarios/rows/raw-row.ts';

/** A file of a commit has to be in memory whole. */
const LARGEST_BLOB = 256 * 1024 * 1024;
const HELM_STATE = 'scenario_state.json';
const READABLE = /\.(jsonl|ndjson|csv|json|txt)(\.gz)?$|\.(parquet|eval)$/i;

/**
 * Reads `path` (from the source's root), a file or all readable files of a folder in order of name. Memory is bounded by a
 * row group, a line, or one JSON value.
 * @throws UserError where there is nothing, or a file cannot be read, has rows that are none, or no column of answers.
 */
export async function* readAnswers(source: SpecSource, path: string): AsyncGenerator<RecordedAnswer> {
  const files = source.kind === 'worktree' ? listFiles(source.root, path) : await listBlobs(source, path);
  for (const { name, open } of files) {
    const file = await open();
    try {
      yield* readFile({ ...file, name });
    } finally {
      await file.close();
    }
  }
}

function isReadable(name: string): boolean {
  return READABLE.test(name) && !isBesideLogs(name);
}

interface Listed {
  readonly name: string;
  readonly open: () => Promise<OpenFile>;
}

function listFiles(root: string, path: string): readonly Listed[] {
  const full = join(root, path);
  const isFolder = statSync(full, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder) return [{ name: path, open: () => openFile(full, path) }];
  const all = readdirSync(full);
  // What HELM writes beside it are its scores.
  const names = all.includes(HELM_STATE) ? [HELM_STATE] : all.filter((name) => isReadable(name));
  return orNothing(
    path,
    names.sort().map((name) => ({ name: join(path, name), open: () => openFile(join(full, name), join(path, name)) })),
  );
}

async function listBlobs(source: SpecSource & { kind: 'commit' }, path: string): Promise<readonly Listed[]> {
  const entries = await listTree(source.repo, source.sha);
  const inside = entries.filter((entry) => entry.path.startsWith(`${path}/`) && isReadable(entry.path));
  const found = entries.filter((entry) => entry.path === path);
  const files = (found.length > 0 ? found : inside).filter(({ mode }) => mode === '100644' || mode === '100755');
  return orNothing(
    path,
    files.map(({ path: name, oid }) => ({
      name,
      open: async () => {
        const blob = await readBlob(source.repo, oid, LARGEST_BLOB);
        if (blob !== undefined) return openBytes(name, blob);
        const message = `larger than ${LARGEST_BLOB / 1024 / 1024} MB in the commit`;
        throw new UserError({
          message,
          hint: 'Keep fewer answers in it, or judge from a checkout.',
          place: { file: name },
        });
      },
    })),
  );
}

function orNothing(path: string, files: readonly Listed[]): readonly Listed[] {
  if (files.length > 0) return files;
  throw new UserError({
    message: 'no recorded answers',
    hint: 'Name a file, or a folder of them.',
    place: { file: path },
  });
}

async function openBytes(name: string, bytes: Uint8Array): Promise<OpenFile> {
  const source: OpenFile = {
    name,
    byteLength: bytes.length,
    slice: async (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
    close: async () => undefined,
  };
  await refusePointer(source);
  return unpackGzip(source);
}

async function* readFile(source: ByteSource): AsyncGenerator<RecordedAnswer> {
  const format = tableFormat(source.name);
  if (format === undefined) {
    yield* readHarness(source);
    return;
  }
  const readers = new Map<string, ReturnType<typeof answerReader>>();
  const readerOf = (columns: readonly string[]): NonNullable<ReturnType<typeof answerReader>> => {
    const key = columns.join('\n');
    const reader = readers.get(key) ?? lmEvalReader(columns) ?? experimentReader(columns) ?? answerReader(columns);
    if (reader === undefined) throw noAnswers(source, columns);
    readers.set(key, reader);
    return reader;
  };
  // What Parquet is read for is known before its rows are, which have no more than that.
  let fixed: NonNullable<ReturnType<typeof answerReader>> | undefined;
  const used = (columns: readonly string[]): readonly string[] => (fixed = readerOf(columns)).used;
  let [unsaid, said] = [0, 0];
  for await (const row of openTable(source, format, used)) {
    if (row.kind === 'bad')
      throw new UserError({ message: row.reason, place: { file: source.name, line: row.number } });
    const reader = fixed ?? readerOf(Object.keys(row.fields));
    const answers = reader.read(row.fields);
    said += answers.length;
    if (answers.length === 0 && !reader.isFailed(row.fields)) unsaid += 1;
    yield* answers;
  }
  if (said > 0 || unsaid === 0) return;
  const message = `no answer can be read in it, though ${unsaid} of its rows do not say that they failed`;
  throw new UserError({ message, hint: HOLD_TEXT, place: { file: source.name } });
}

const HOLD_TEXT =
  'An answer is a text, a message with text in it, or a whole reply of a provider that was not cut off; docs/own-answers.md.';

async function* readHarness(source: ByteSource): AsyncGenerator<RecordedAnswer> {
  const file = await openHarnessFile(source);
  switch (file.kind) {
    case 'inspect': {
      const { model } = file.log;
      for await (const { id, epoch, input, answer, invalidated } of file.log.samples()) {
        if (answer === undefined || invalidated) continue;
        const asked = askedOf(input);
        yield { scenario: id, model, draw: String(epoch), text: answer, ...whereDefined({ asked }) };
      }
      return;
    }
    case 'promptfoo':
      for (const { scenario, subject: model, prompt, answer } of file.results) {
        if (answer !== undefined) yield { scenario, model, text: answer, asked: askedOf(prompt)! };
      }
      return;
    case 'json': {
      const items = itemsOfValue(source.name, file.value);
      if (items === undefined) yield* readList(source, file.value);
      else yield* answersOf(items);
      return;
    }
    case 'text':
      throw new UserError({ message: 'neither JSON nor a table', place: { file: source.name } });
  }
}

function* readList(source: ByteSource, value: unknown): Generator<RecordedAnswer> {
  const rows = rowsOfFrame(value) ?? value;
  if (!Array.isArray(rows)) throw noAnswers(source, Object.keys(Object(value)));
  for (const [index, one] of rows.entries()) {
    const row = rowOf(one, index + 1);
    const columns = row.kind === 'row' ? Object.keys(row.fields) : [];
    const reader = experimentReader(columns) ?? answerReader(columns);
    if (row.kind === 'bad' || reader === undefined) throw noAnswers(source, []);
    yield* reader.read(row.fields);
  }
}

function askedOf(input: unknown): string | undefined {
  if (typeof input === 'string') return askedKey([{ role: 'user', content: input }]);
  if (!Array.isArray(input)) return undefined;
  return askedKey(
    (input as readonly { readonly role?: unknown; readonly content?: unknown }[]).map(({ role, content }) => ({
      role: String(role),
      content: messageText(content) ?? '',
    })),
  );
}

function noAnswers(source: ByteSource, columns: readonly string[]): UserError {
  const list = columns.slice(0, 20).join(', ');
  return new UserError({
    message: `no column holds answers${list === '' ? '' : `; the columns are ${list}`}`,
    hint: 'Name it answer, response, output or completion (or response_<model>); docs/own-answers.md.',
    place: { file: source.name },
  });
}
