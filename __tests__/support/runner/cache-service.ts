// The Actions cache service v2 and its blob store: immutable entries, exact versions, and scopes that decide who reads what.
import { randomUUID } from 'node:crypto';
import type { Handler, Reply, Request } from './http.ts';

interface Entry {
  readonly key: string;
  readonly version: string;
  /** The ref whose run wrote it. */
  readonly scope: string;
  readonly archive: Buffer;
}

/** What a run's token may do. `read` is searched in order: its own ref, the base branch, the default branch. */
export interface CacheAccess {
  readonly read: readonly string[];
  /** `undefined`: read-only, as for triggers that anyone can pull. */
  readonly write: string | undefined;
}

export interface CacheService {
  readonly handler: Handler;
  /** Oldest first; tests may replace or add entries. */
  readonly entries: Entry[];
  /** A runtime token with that access. */
  tokenFor(access: CacheAccess): string;
}

const TWIRP = /^\/twirp\/github\.actions\.results\.api\.v1\.CacheService\/(\w+)$/;
const BLOB = /^\/devstoreaccount1\/actions-cache\/([\w-]+)$/;

/** The access a run on `ref` has: pull requests read their base and the default branch, never the other way round. */
export function accessOf(
  ref: string,
  { base, defaultBranch = 'refs/heads/main' }: { base?: string; defaultBranch?: string } = {},
): CacheAccess {
  return { read: [...new Set([ref, ...(base === undefined ? [] : [base]), defaultBranch])], write: ref };
}

export function createCacheService(): CacheService {
  const entries: Entry[] = [];
  const tokens = new Map<string, CacheAccess>();
  const uploads = new Map<
    string,
    { key: string; version: string; scope: string; blocks: Map<string, Buffer>; data?: Buffer }
  >();
  const downloads = new Map<string, Buffer>();

  function twirp(method: string, { headers, body, origin }: Request): Reply {
    const access = tokens.get(String(headers.authorization).replace('Bearer ', ''));
    if (access === undefined) return { status: 401, body: { code: 'unauthenticated', msg: 'bad token' } };
    const query = JSON.parse(body.toString()) as {
      key: string;
      version: string;
      restore_keys?: string[];
      size_bytes?: string;
    };
    const url = (id: string): string => `${origin}/devstoreaccount1/actions-cache/${id}?sig=signature`;
    switch (method) {
      case 'GetCacheEntryDownloadURL': {
        const entry = find(access, [query.key, ...(query.restore_keys ?? [])], query.version);
        if (entry === undefined) return { status: 200, body: { ok: false } };
        const id = randomUUID();
        downloads.set(id, entry.archive);
        return { status: 200, body: { ok: true, signed_download_url: url(id), matched_key: entry.key } };
      }
      case 'CreateCacheEntry': {
        const scope = access.write;
        if (scope === undefined) {
          return { status: 200, body: { ok: false, message: 'cache write denied: this token is read-only' } };
        }
        if (entries.some((e) => e.key === query.key && e.version === query.version && e.scope === scope)) {
          return {
            status: 409,
            body: { code: 'already_exists', msg: 'cache entry with the same key, version, and scope already exists' },
          };
        }
        const id = randomUUID();
        uploads.set(id, { key: query.key, version: query.version, scope, blocks: new Map() });
        return { status: 200, body: { ok: true, signed_upload_url: url(id) } };
      }
      case 'FinalizeCacheEntryUpload': {
        const [id, upload] =
          [...uploads].find(
            ([, u]) => u.key === query.key && u.version === query.version && u.scope === access.write,
          ) ?? [];
        if (id === undefined || upload?.data === undefined)
          return { status: 404, body: { code: 'not_found', msg: 'no upload' } };
        if (String(upload.data.length) !== query.size_bytes)
          return { status: 200, body: { ok: false, message: 'size mismatch' } };
        uploads.delete(id);
        entries.push({ key: upload.key, version: upload.version, scope: upload.scope, archive: upload.data });
        return { status: 200, body: { ok: true, entry_id: String(entries.length) } };
      }
      default:
        return { status: 404, body: { code: 'bad_route', msg: method } };
    }
  }

  function find(access: CacheAccess, keys: readonly string[], version: string): Entry | undefined {
    for (const scope of access.read) {
      const readable = entries.filter((entry) => entry.scope === scope && entry.version === version);
      for (const key of keys) {
        const found =
          readable.find((entry) => entry.key === key) ?? readable.findLast((entry) => entry.key.startsWith(key));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  function blob(id: string, { method, query, body }: Request): Reply | undefined {
    const headers = { etag: '"0x1"', 'last-modified': new Date().toUTCString(), 'x-ms-request-id': randomUUID() };
    if (method === 'GET' || method === 'HEAD') {
      const data = downloads.get(id);
      return data && { status: 200, headers, body: data };
    }
    const upload = uploads.get(id);
    if (upload === undefined) return undefined;
    const block = query.get('blockid');
    if (block !== null) upload.blocks.set(block, body);
    else if (query.get('comp') === 'blocklist') {
      const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)].map(
        (match) => match[1]!,
      );
      upload.data = Buffer.concat(ids.map((name) => upload.blocks.get(name)!));
    } else upload.data = body;
    return { status: 201, headers };
  }

  return {
    entries,
    tokenFor(access) {
      const token = `runtime-${randomUUID()}`;
      tokens.set(token, access);
      return token;
    },
    handler(request) {
      const method = TWIRP.exec(request.path)?.[1];
      if (method !== undefined) return twirp(method, request);
      const id = BLOB.exec(request.path)?.[1];
      return id === undefined ? undefined : blob(id, request);
    },
  };
}
