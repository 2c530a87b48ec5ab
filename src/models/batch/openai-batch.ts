// OpenAI's batches (developers.openai.com, "Batch API"): a file of requests goes up, a file of answers and one of errors come down.
import * as z from 'zod';
import { whereDefined } from '../../core/where-defined.ts';
import { CallError } from '../model.ts';
import { openOpenAI } from '../openai/openai.ts';
import { once } from '../transport/sdk-call.ts';
import { fieldOf, textOf } from '../usage.ts';
import {
  fetchOf,
  isPlainId,
  readJsonLines,
  type BatchProtocol,
  type BatchResult,
  type BatchServer,
  type BatchState,
} from './batch-protocol.ts';

/** How the lines name what they ask, wherever the server itself lies. */
const ENDPOINT = '/v1/chat/completions';

const OVER: ReadonlySet<string> = new Set(['completed', 'failed', 'expired', 'cancelled']);

const Batch = z.looseObject({
  status: z.string(),
  output_file_id: z.string().nullish(),
  error_file_id: z.string().nullish(),
  errors: z.unknown().optional(),
});

export function createOpenAIBatches(server: BatchServer): BatchProtocol {
  const openClient = once(() => openOpenAI(server, fetchOf(server)));
  return {
    submit: async (items, signal) => {
      const { toFile } = await import('openai');
      const client = await openClient();
      const lines = items.map(({ id, body }) => JSON.stringify({ custom_id: id, method: 'POST', url: ENDPOINT, body }));
      const file = await toFile(Buffer.from(`${lines.join('\n')}\n`), 'requests.jsonl', { type: 'application/jsonl' });
      const { id } = await client.files.create({ file, purpose: 'batch' }, { signal });
      const body = { input_file_id: id, endpoint: ENDPOINT, completion_window: '24h' } as const;
      return idOf(await client.batches.create(body, { signal }));
    },
    state: async (batch, signal) => readState(await (await openClient()).batches.retrieve(batch, { signal })),
    results: async (_batch, files, signal) => {
      const client = await openClient();
      const results: BatchResult[] = [];
      for (const file of files) {
        const text = await (await client.files.content(file, { signal })).text();
        results.push(...readJsonLines(text).flatMap(readLine));
      }
      return results;
    },
  };
}

function idOf(reply: unknown): string {
  const id = fieldOf(reply, 'id');
  if (isPlainId(id)) return id;
  throw new CallError('bad_response', 'the server took the batch and names no id for it');
}

function readState(reply: unknown): BatchState {
  const parsed = Batch.safeParse(reply);
  if (!parsed.success) throw new CallError('bad_response', 'what the server says of the batch has another shape');
  const { status, output_file_id: output, error_file_id: error, errors } = parsed.data;
  if (!OVER.has(status)) return { status: 'working' };
  const first = (fieldOf(errors, 'data') as readonly unknown[] | undefined)?.[0];
  const why = status === 'failed' ? (textOf(fieldOf(first, 'message')) ?? 'the server gives no reason') : undefined;
  return { status: 'over', files: [output, error].filter(isPlainId), ...whereDefined({ why }) };
}

function readLine(line: unknown): readonly BatchResult[] {
  const id = fieldOf(line, 'custom_id');
  if (typeof id !== 'string') return [];
  const response = fieldOf(line, 'response');
  const code = Number(fieldOf(response, 'status_code'));
  const body = fieldOf(response, 'body');
  if (code === 200) return [{ id, status: 'answered', body }];
  // `batch_expired`, `batch_cancelled`: there was no request at all.
  if (!Number.isInteger(code) || code === 429) return [{ id, status: 'unasked' }];
  return [{ id, status: 'refused', code, body }];
}
