// Inspect's log of one task and one model, from its JSON form or its .eval archive: one sample an id and epoch.
import * as z from 'zod';
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';
import { isThought } from '../../models/content-parts.ts';
import { endingOf } from '../../models/finish.ts';

/** What one sample came to. */
export interface InspectSample {
  readonly id: string;
  readonly epoch: number;
  /** A text, or a list of messages. */
  readonly input: unknown;
  /** The model's whole answer; absent where it gave none, or was cut off at a limit. */
  readonly answer?: string;
  /** Why it failed, where it did. */
  readonly error?: string;
  /** Somebody declared it to be no evidence (`invalidate_samples`): neither its answer nor its scores count. */
  readonly invalidated: boolean;
  /** A table of values has one name a cell, `scorer.cell`. */
  readonly scores: ReadonlyMap<string, unknown>;
  readonly group?: string;
  /** Names the sample wherever its log is copied to. */
  readonly uuid?: string;
}

export interface InspectLog {
  readonly model: string;
  readonly task: string;
  /** Which run of the task this is; a retry of it has the same. */
  readonly taskId?: string;
  /** Samples that the task had, by id, where the log says so; a run that ended early lacks some of them. */
  readonly planned?: { readonly ids: readonly string[]; readonly epochs: number };
  /** In the log's order. @throws UserError for one that cannot be read. */
  readonly samples: () => AsyncIterable<InspectSample>;
}

const SampleId = z.union([z.string(), z.number()]).transform(String);
const Score = z.looseObject({ value: z.unknown() });
const Sample = z.object({
  id: SampleId,
  epoch: z.number().default(1),
  input: z.unknown().optional(),
  output: z.unknown().optional(),
  scores: z.record(z.string(), Score.nullable()).nullish(),
  // Logs of before 2025 have one score without a name.
  score: Score.nullish(),
  error: z.unknown().optional(),
  invalidation: z.unknown().optional(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
  uuid: z.string().nullish(),
});
const Head = z.object({
  eval: z.object({
    model: z.string().default('unnamed'),
    task: z.string().nullish(),
    task_id: z.string().nullish(),
    dataset: z.object({ sample_ids: z.array(SampleId).nullish() }).nullish(),
    config: z.object({ epochs: z.number().nullish() }).nullish(),
  }),
});

/** Whether a parsed JSON value is such a log, whole or not. */
export function isInspectLog(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'eval' in value && ('samples' in value || 'plan' in value);
}

/** @throws UserError where the value is no log, or has no samples. */
export function readInspectJson(file: string, value: unknown): InspectLog {
  const samples = (value as { readonly samples?: unknown }).samples;
  if (!Array.isArray(samples)) {
    const hint = 'Write the samples too: inspect log dump FILE > FILE.json, without --header-only.';
    throw new UserError({ message: 'an Inspect log without its samples', hint, place: { file } });
  }
  return {
    ...readHead(file, value),
    async *samples() {
      const notTwice = createTwiceCheck(file);
      for (const [index, sample] of samples.entries())
        yield notTwice(`samples.${index}`, readSample(file, `samples.${index}`, sample));
    },
  };
}

/** The entries of a .eval archive, each parsed by its name. */
export interface ParsedEntries {
  readonly names: readonly string[];
  readonly read: (name: string) => Promise<unknown>;
}

/** @throws UserError where the archive is none of Inspect's. */
export async function readInspectArchive(file: string, entries: ParsedEntries): Promise<InspectLog> {
  // A run that was killed has no header yet, but a journal.
  const head = ['header.json', '_journal/start.json'].find((name) => entries.names.includes(name));
  if (head === undefined) {
    throw new UserError({
      message: 'an archive, but none of Inspect',
      hint: 'Workbooks are archives, too: save their sheet as CSV (UTF-8), and unpack others.',
      place: { file },
    });
  }
  // An id may have slashes in it, and so has its entry's name: HumanEval/0.
  const samples = entries.names.filter((name) => name.startsWith('samples/') && name.endsWith('.json'));
  const parted = samples.find((name) => name.endsWith('/sample.json'));
  if (parted !== undefined) {
    throw new UserError({
      message: `samples in parts, ${parted} is one of them: this form is not read`,
      hint: 'Name the log that inspect log convert-chunked made it from.',
      place: { file },
    });
  }
  const names = samples.sort();
  return {
    ...readHead(file, await entries.read(head)),
    async *samples() {
      const notTwice = createTwiceCheck(file);
      for (const name of names) yield notTwice(name, readSample(file, name, await entries.read(name)));
    },
  };
}

function readHead(file: string, value: unknown): Omit<InspectLog, 'samples'> {
  const parsed = Head.safeParse(value);
  if (!parsed.success) throw noLog(file, '', parsed.error);
  const { model, task, task_id: taskId, dataset, config } = parsed.data.eval;
  const ids = dataset?.sample_ids;
  return {
    model,
    task: task ?? '',
    ...(taskId !== undefined && taskId !== null && taskId !== '' && { taskId }),
    ...(ids !== undefined && ids !== null && { planned: { ids, epochs: config?.epochs ?? 1 } }),
  };
}

/** @throws UserError for a second sample of one id and epoch: which of the two is the model's outcome, nobody can tell. */
function createTwiceCheck(file: string): (place: string, sample: InspectSample) => InspectSample {
  const places = new Map<string, string>();
  return (place, sample) => {
    const { id, epoch } = sample;
    const key = JSON.stringify([id, epoch]);
    const before = places.get(key);
    if (before !== undefined) {
      throw new UserError({
        message: `${place} is sample ${id}, epoch ${epoch}, as ${before} is`,
        hint: 'Leave out one of the two: they may be of several runs in one file.',
        place: { file },
      });
    }
    places.set(key, place);
    return sample;
  };
}

function readSample(file: string, place: string, value: unknown): InspectSample {
  const parsed = Sample.safeParse(value);
  if (!parsed.success) throw noLog(file, place, parsed.error);
  const { id, epoch, input, output, error, invalidation, metadata, uuid, scores, score } = parsed.data;
  const answer = answerOf(output);
  const group = metadata?.['group'];
  return {
    id,
    epoch,
    input,
    ...whereDefined({ error: errorWords(error) }),
    invalidated: invalidation !== undefined && invalidation !== null,
    scores: scoresOf(scores ?? (score ? { score } : {})),
    ...whereDefined({ answer }),
    ...(typeof group === 'string' && { group }),
    ...(uuid !== undefined && uuid !== null && { uuid }),
  };
}

function scoresOf(scores: Readonly<Record<string, { readonly value?: unknown } | null>>): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(scores).flatMap(([name, score]): [string, unknown][] => {
      const value = score?.value;
      if (typeof value !== 'object' || value === null) return [[name, value]];
      return Object.entries(value).map(([cell, inner]) => [`${name}.${cell}`, inner]);
    }),
  );
}

function errorWords(error: unknown): string | undefined {
  if (error === undefined || error === null) return undefined;
  const { message } = error as { readonly message?: unknown };
  return typeof message === 'string' ? message : JSON.stringify(error);
}

interface Choice {
  readonly message?: { readonly content?: unknown };
  readonly stop_reason?: unknown;
}

function answerOf(output: unknown): string | undefined {
  const { choices } = Object(output) as { readonly choices?: unknown };
  const [choice] = Array.isArray(choices) ? (choices as readonly Choice[]) : [];
  return endingOf(choice?.stop_reason).finish === 'length' ? undefined : messageText(choice?.message?.content);
}

/** A message's content as text: a text, or its text parts joined. Undefined where it holds anything else. */
export function messageText(content: unknown): string | undefined {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  // What a model thought before it answered is no part of the answer.
  const parts = content.filter((part) => !isThought(part));
  const texts = parts.map((part) =>
    typeof part === 'string' ? part : (part as { readonly text?: unknown } | null)?.text,
  );
  return texts.length > 0 && texts.every((text) => typeof text === 'string') ? texts.join('\n') : undefined;
}

function noLog(file: string, place: string, error: z.ZodError): UserError {
  const issue = error.issues[0]!;
  const where = [place, ...issue.path].filter((part) => part !== '').join('.');
  return new UserError({
    message: `not an Inspect log that can be read: ${where}: ${issue.message}`,
    hint: 'If Inspect itself reads it, convert it with its newest version: inspect log convert --to json.',
    place: { file },
  });
}
