// Recorded answers: what any model said, written line by line, and a model that only repeats them.
import { z } from 'zod';
import { canonicalJson, hashJson, type Json, sha256 } from '../core/canonical-json.ts';
import { type Problem, UserError } from '../core/errors.ts';
import { CallError, FINISHES, type Completion, type CompletionRequest, type Model, type ModelRef } from './model.ts';

/** Finished answers by `recordingKey`. */
export type Recordings = ReadonlyMap<string, Completion>;

const tokens = z.number().int().min(0);
const line = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{64}$/),
  checksum: z.string(),
  // For people who read the file; what was asked is identified by the key alone.
  model: z.string(),
  draw: z.string(),
  format: z.string().exactOptional(),
  completion: z.strictObject({
    text: z.string(),
    finish: z.enum(FINISHES),
    ending: z.string().exactOptional(),
    returnedModel: z.string().exactOptional(),
    fingerprint: z.string().exactOptional(),
    usage: z.strictObject({
      inputTokens: tokens,
      cachedInputTokens: tokens,
      cacheWriteTokens: tokens,
      outputTokens: tokens,
    }),
    adapted: z.array(z.string()),
  }),
});

/**
 * What identifies a recorded answer: model name, declared version, parameters, messages, format and draw. Neither the
 * provider nor its address, so that answers of a live model can be repeated by a `recorded` one of the same name.
 */
export function recordingKey({ model, messages, format, draw }: CompletionRequest): string {
  return hashJson({
    model: model.model,
    version: model.version,
    params: model.params,
    messages: messages.map(({ role, content }) => ({ role, content })),
    format: format?.name,
    draw,
  });
}

/**
 * Reads a recording: JSONL, one answer a line, blank lines allowed.
 * @throws UserError with the line of everything that is not JSON, has the wrong shape, was altered, or contradicts an
 * earlier line with the same key.
 */
export function parseRecordings({ file, text }: { readonly file: string; readonly text: string }): Recordings {
  const recordings = new Map<string, Completion>();
  const problems: Problem[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const read = readLine(content);
    const place = { file, line: index + 1 };
    if (typeof read === 'string') problems.push({ message: read, hint: 'delete the line and record again', place });
    else if (isOther(recordings.get(read.key), read.completion)) {
      problems.push({ message: 'another answer to the same request stands above', hint: 'keep one of them', place });
    } else recordings.set(read.key, read.completion);
  }
  if (problems.length > 0) throw new UserError(problems);
  return recordings;
}

/** One line of a recording, without its line end. */
export function serializeRecording(request: CompletionRequest, completion: Completion): string {
  const key = recordingKey(request);
  return canonicalJson({
    key,
    checksum: checksumOf(key, completion),
    model: request.model.model,
    draw: request.draw,
    format: request.format?.name,
    completion: asJson(completion),
  });
}

/**
 * A model that repeats what was recorded and asks nobody. `file` is the recording's path as shown to people; `describe`
 * says what a request is about (its scenario).
 * @throws UserError (from `complete`) for a request that was not recorded.
 */
export function createRecordedModel(
  ref: ModelRef,
  options: {
    readonly recordings: Recordings;
    readonly file: string;
    readonly describe?: (request: CompletionRequest) => string;
  },
): Model {
  const { recordings, file, describe } = options;
  return {
    ref,
    complete: async (request, { signal }) => {
      if (signal.aborted) throw new CallError('aborted', 'the call was aborted');
      const completion = recordings.get(recordingKey(request));
      if (completion !== undefined) return completion;
      const about = describe?.(request) ?? 'a request';
      throw new UserError({
        message: `${ref.id} has no recorded answer to ${about} (draw ${request.draw})`,
        hint: 'the messages, parameters or draw differ from those recorded: record again with the live model, or use the recorded configuration',
        place: { file },
      });
    },
  };
}

/** The line's key and answer, or what is wrong with it. */
function readLine(content: string): { readonly key: string; readonly completion: Completion } | string {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return 'not JSON: the line is torn or not a recording';
  }
  const parsed = line.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `not a recorded answer: ${[...issue!.path, issue!.message].join(': ')}`;
  }
  const { key, checksum, completion } = parsed.data;
  return checksum === checksumOf(key, completion) ? { key, completion } : 'the checksum does not match: it was altered';
}

function checksumOf(key: string, completion: Completion): string {
  return sha256(canonicalJson([key, asJson(completion)])).slice(0, 16);
}

function isOther(earlier: Completion | undefined, later: Completion): boolean {
  return earlier !== undefined && canonicalJson(asJson(earlier)) !== canonicalJson(asJson(later));
}

/** A completion is plain JSON; TypeScript interfaces merely lack the index signature to show it. */
function asJson(completion: Completion): Json {
  return { ...completion, usage: { ...completion.usage } };
}
