// What the store needs of a place that keeps objects under names.

export interface StoredObject {
  /** Without the prefix. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface ObjectFolder {
  /** As people write it: s3://bucket/prefix. */
  readonly address: string;
  readonly list: () => Promise<readonly StoredObject[]>;
  /** Undefined where it was deleted since it was listed, as a pruned night is. */
  readonly read: (name: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Never overwrites. `there`: an object of that name was there before. */
  readonly writeNew: (name: string, bytes: Uint8Array) => Promise<'written' | 'there'>;
  readonly remove: (name: string) => Promise<void>;
}
