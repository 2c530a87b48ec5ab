// Where an object store lies, as people write it: s3://bucket/prefix.

export interface StoreUrl {
  readonly bucket: string;
  /** In front of every object's name: empty, or ending with `/`. */
  readonly prefix: string;
}

/** Names of buckets as S3 allows them; a prefix of plain words, so that it reads the same in an address, a log and a shell. */
const STORE_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:\/[\w.=-]+)*)\/?$/;

/** Undefined for what is no such address. */
export function parseStoreUrl(text: string): StoreUrl | undefined {
  const [, bucket, path] = STORE_URL.exec(text) ?? [];
  if (bucket === undefined || path === undefined) return undefined;
  return { bucket, prefix: path === '' ? '' : `${path.slice(1)}/` };
}

/** Whether a text is meant as the address of an object store, well written or not. */
export function isStoreUrl(text: string): boolean {
  return text.startsWith('s3:');
}
