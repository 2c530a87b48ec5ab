// The name an answer is stored under: everything that could change it and is known before the call, nothing else.
import { canonicalJson, sha256 } from '../core/canonical-json.ts';
import { createRecent } from '../core/recent.ts';
import type { CompletionRequest, ModelRef, ReplyFormat } from '../models/model.ts';
import { hashShared } from '../models/shared-prefix.ts';

const KEY_SCHEMA = 'spec-gate/key@1';

/**
 * SHA-256 over provider kind, the endpoint's origin and path, requested model, declared version, parameters, the exact messages, the
 * reply's schema and the draw. Keys of APIs, timeouts, retries, concurrency and cache breakpoints are not part of it. What is
 * hashed is canonical JSON of all that; it is put together by hand, since every question asked passes here and most of it repeats.
 */
export function requestKey(request: CompletionRequest): string {
  const known = keys.get(request);
  if (known !== undefined) return known;
  const key = keyOf(request);
  keys.set(request, key);
  return key;
}

/** A plan asks for the key of a request more than once. */
const keys = new WeakMap<CompletionRequest, string>();

/** The judges of one answer are asked the same, one after the other. */
const hashMessage = createRecent<string>(8);

function keyOf(request: CompletionRequest): string {
  const { basePath, others } = modelText(request.model);
  const messages = request.messages.map(({ role, content }, index) => {
    const hash = index < request.sharedMessages ? hashShared(content) : hashMessage(content, () => sha256(content));
    return `{"content":"${hash}","role":"${role}"}`;
  });
  const format = request.format === undefined ? '' : `"format":${formatText(request.format)},`;
  const kind = `"kind":${JSON.stringify(request.model.kind)}`;
  const draw = `"draw":${JSON.stringify(request.draw)}`;
  return sha256(`{${basePath}${draw},${format}${kind},"messages":[${messages.join(',')}],${others}}`);
}

const modelTexts = new WeakMap<ModelRef, { readonly basePath: string; readonly others: string }>();

/** The model's members as they stand in canonical JSON, which goes by name: its base path first, the others behind the messages. */
function modelText(ref: ModelRef): { readonly basePath: string; readonly others: string } {
  const known = modelTexts.get(ref);
  if (known !== undefined) return known;
  const { origin, basePath, model, version, params } = ref;
  const made = {
    basePath: basePath === undefined ? '' : `"basePath":${JSON.stringify(basePath)},`,
    others: canonicalJson({ model, origin, params, schema: KEY_SCHEMA, version }).slice(1, -1),
  };
  modelTexts.set(ref, made);
  return made;
}

const formatTexts = new WeakMap<ReplyFormat, string>();

/** Thousands of requests ask for the same format. */
function formatText(format: ReplyFormat): string {
  const known = formatTexts.get(format) ?? canonicalJson({ name: format.name, schema: format.schema });
  formatTexts.set(format, known);
  return known;
}
