// The name an answer is stored under: everything that could change it and is known before the call, nothing else.
import { hashJson, sha256 } from '../core/canonical-json.ts';
import type { CompletionRequest } from '../models/model.ts';

const KEY_SCHEMA = 'spec-gate/key@1';

/**
 * SHA-256 over provider kind, the endpoint's origin and path, requested model, declared version, parameters, the exact messages, the
 * reply's schema and the draw. Keys of APIs, timeouts, retries, concurrency and cache breakpoints are not part of it.
 */
export function requestKey(request: CompletionRequest): string {
  const { kind, origin, basePath, model, version, params } = request.model;
  return hashJson({
    schema: KEY_SCHEMA,
    kind,
    origin,
    basePath,
    model,
    version,
    params,
    messages: request.messages.map(({ role, content }, index) => ({
      role,
      content: index < request.sharedMessages ? hashShared(content) : sha256(content),
    })),
    format: request.format && { name: request.format.name, schema: request.format.schema },
    draw: request.draw,
  });
}

/** Most hashes of shared prefixes kept; far more than the clause sets of one comparison. */
const MOST_SHARED = 2048;
const sharedHashes = new Map<string, string>();

/** Thousands of requests begin with the same long messages: their hashes are kept. */
function hashShared(content: string): string {
  const known = sharedHashes.get(content);
  if (known !== undefined) return known;
  if (sharedHashes.size >= MOST_SHARED) sharedHashes.clear();
  const hash = sha256(content);
  sharedHashes.set(content, hash);
  return hash;
}
