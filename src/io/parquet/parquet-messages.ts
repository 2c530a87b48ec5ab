// What the thread that reads a Parquet file and the one that asks it say to each other.

/** A row group: how many rows, and each top column's bytes, uncompressed. */
export interface RowGroup {
  readonly rows: number;
  readonly bytes: Readonly<Record<string, number>>;
}

export type ToReader =
  | { readonly kind: 'open'; readonly byteLength: number }
  | { readonly kind: 'read'; readonly group: number; readonly columns: readonly string[] }
  /** The next rows of the group that is being read. */
  | { readonly kind: 'next' }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: ArrayBuffer };

export type FromReader =
  | { readonly kind: 'ready' }
  | { readonly kind: 'slice'; readonly id: number; readonly start: number; readonly end: number }
  | { readonly kind: 'opened'; readonly columns: readonly string[]; readonly groups: readonly RowGroup[] }
  /** `last` where the group has no more. */
  | { readonly kind: 'rows'; readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly last: boolean }
  | { readonly kind: 'failed'; readonly message: string };
