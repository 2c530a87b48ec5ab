// Writes a study's facts, and its tables as they are printed, as Parquet files in a folder.
import { join } from 'node:path';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { makeFolder } from '../../io/make-folder.ts';
import type { StudyData } from '../../analysis/evidence/study-data.ts';
import { FACT_TABLES, type FactTable } from './fact-tables.ts';

/** Rows held at once, whatever the size of the study. */
const GROUP = 50_000;

/** Gives the names of the files. A file that is there is replaced. */
export function writeParquet(folder: string, data: StudyData): readonly string[] {
  makeFolder(folder);
  return FACT_TABLES.map((table) => {
    const file = `${table.name}.parquet`;
    writeTable(join(folder, file), table, data);
    return file;
  });
}

function writeTable(path: string, { name, columns, rows }: FactTable, data: StudyData): void {
  // With its schema given, a column without a value in the first rows is what it is in the others.
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name: column, type, nullable }) => ({
      name: column,
      repetition_type: nullable ? ('OPTIONAL' as const) : ('REQUIRED' as const),
      ...(type === 'STRING' ? { type: 'BYTE_ARRAY' as const, converted_type: 'UTF8' as const } : { type }),
    })),
  ];
  const kvMetadata = [{ key: 'spec-gate', value: `spec-gate/study-facts@1 ${name}` }];
  void parquetWriteRows({
    writer: fileWriter(path),
    columns: columns.map((column) => ({ name: column.name })),
    rows: rows(data),
    schema,
    rowGroupSize: GROUP,
    kvMetadata,
  });
}
