// Anthropic's batches (platform.claude.com, "Batch processing"): one request takes them all, one list brings them back.
import type { AnthropicBody } from '../anthropic/anthropic-request.ts';
import { openAnthropic } from '../anthropic/anthropic.ts';
import { CallError } from '../model.ts';
import { once } from '../transport/sdk-call.ts';
import { fieldOf, textOf } from '../usage.ts';
import { fetchOf, isPlainId, type BatchProtocol, type BatchResult, type BatchServer } from './batch-protocol.ts';

/** Errors of single requests come without a status: the one that each type has alone (platform.claude.com, "Errors"). */
const STATUS: Readonly<Record<string, number>> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  api_error: 500,
};

export function createAnthropicBatches(server: BatchServer): BatchProtocol {
  const openClient = once(() => openAnthropic(server, fetchOf(server)));
  return {
    submit: async (items, signal) => {
      const requests = items.map(({ id, body }) => ({ custom_id: id, params: body as AnthropicBody }));
      const { id } = await (await openClient()).messages.batches.create({ requests }, { signal });
      if (isPlainId(id)) return id;
      throw new CallError('bad_response', 'the server took the batch and names no id for it');
    },
    state: async (batch, signal) => {
      const { processing_status: status } = await (await openClient()).messages.batches.retrieve(batch, {}, { signal });
      return status === 'ended' ? { status: 'over', files: [] } : { status: 'working' };
    },
    // The SDK asks at the address that the reply names: the transport refuses any but the provider's own.
    results: async (batch, _files, signal) => {
      const results: BatchResult[] = [];
      for await (const line of await (await openClient()).messages.batches.results(batch, {}, { signal })) {
        results.push(...readLine(line));
      }
      return results;
    },
  };
}

function readLine(line: unknown): readonly BatchResult[] {
  const id = fieldOf(line, 'custom_id');
  if (typeof id !== 'string') return [];
  const result = fieldOf(line, 'result');
  const type = fieldOf(result, 'type');
  if (type === 'succeeded') return [{ id, status: 'answered', body: fieldOf(result, 'message') }];
  const error = fieldOf(result, 'error');
  const code = STATUS[textOf(fieldOf(fieldOf(error, 'error'), 'type')) ?? ''];
  if (type === 'errored' && code !== undefined) return [{ id, status: 'refused', code, body: error }];
  return [{ id, status: 'unasked' }];
}
