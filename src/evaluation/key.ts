// The name an answer is stored under: everything that could change it and is known before the call, nothing else.
import { hashJson, sha256 } from '../core/canonical-json.ts';
import type { CompletionRequest } from '../models/model.ts';
import { hashShared } from '../models/shared-prefix.ts';

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
