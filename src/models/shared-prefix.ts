// The beginning that many requests share: hashed once, and named, so that its calls can be put together.
import { sha256 } from '../core/canonical-json.ts';
import type { CompletionRequest } from './model.ts';

/** Most hashes kept; far more than the clause sets of one comparison. */
const MOST_SHARED = 2048;
const hashes = new Map<string, string>();

/** SHA-256 of a message that thousands of requests begin with. */
export function hashShared(content: string): string {
  const known = hashes.get(content);
  if (known !== undefined) return known;
  if (hashes.size >= MOST_SHARED) hashes.clear();
  const hash = sha256(content);
  hashes.set(content, hash);
  return hash;
}

/** The same for requests to one model that begin alike; undefined where a request shares nothing. 64 hexadecimal digits. */
export function prefixName({
  model,
  messages,
  sharedMessages,
}: Pick<CompletionRequest, 'model' | 'messages' | 'sharedMessages'>): string | undefined {
  if (sharedMessages === 0) return undefined;
  const shared = messages.slice(0, sharedMessages).map(({ role, content }) => `${role}\n${hashShared(content)}`);
  return hashShared([model.id, ...shared].join('\n\n'));
}
