// Parquet, one row group at a time and only the columns that are used; the reader is loaded when it is needed.
import { UserError } from '../../core/errors.ts';
import type { ByteSource } from '../../core/byte-source.ts';
import type { RawRow } from '../../scenarios/rows/raw-row.ts';

/** Bytes of the used columns of one row group, uncompressed: what has to be in memory at once. */
const LARGEST_GROUP = 256 * 1024 * 1024;

export interface ParquetFile {
  readonly columns: readonly string[];
  /** Rows with the named columns only. Numbers count from 1. */
  rows(columns: readonly string[]): AsyncGenerator<RawRow>;
}

/** @throws UserError if it is no Parquet file, or (while reading) a row group is too large or broken. */
export async function openParquet(source: ByteSource): Promise<ParquetFile> {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
  const fail = (message: string): never => {
    throw new UserError({ message, place: { file: source.name } });
  };
  const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
  const metadata = await parquetMetadataAsync(source).catch((error: unknown) =>
    fail(`not a readable Parquet file: ${describe(error)}`),
  );
  const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
  return {
    columns,
    async *rows(used) {
      const { compressors } = await import('hyparquet-compressors');
      const wanted = columns.filter((column) => used.includes(column));
      let start = 0;
      for (const group of metadata.row_groups) {
        const bytes = group.columns.reduce((sum, { meta_data: meta }) => {
          const isWanted = wanted.includes(meta?.path_in_schema[0] ?? '');
          return sum + (isWanted ? Number(meta?.total_uncompressed_size ?? 0) : 0);
        }, 0);
        if (bytes > LARGEST_GROUP) {
          fail(`a row group of ${Math.round(bytes / 1024 / 1024)} MB; write it with row groups of at most 256 MB`);
        }
        const end = start + Number(group.num_rows);
        const options = { file: source, metadata, columns: wanted, compressors, rowStart: start, rowEnd: end };
        const rows = await parquetReadObjects(options).catch((error: unknown) =>
          fail(`rows ${start + 1} to ${end} cannot be read: ${describe(error)}`),
        );
        for (const [index, fields] of rows.entries()) yield { kind: 'row', number: start + index + 1, fields };
        start = end;
      }
    },
  };
}
