// Files that tables come in and that are not read, told by the ends of their names.

/** What each is, and how to get at its rows. */
const UNREAD: readonly (readonly [ending: RegExp, what: string, wayOut: string])[] = [
  [/\.(?:xls[xmb]?|ods|numbers)$/i, 'a workbook', 'Save its sheet as CSV (UTF-8).'],
  [/\.(?:arrow|feather|ipc)$/i, 'an Arrow file', 'Write it as Parquet: to_parquet of a data set or data frame.'],
  [/\.(?:avro|orc)$/i, 'a file of another table format', 'Write it as Parquet or JSON Lines.'],
  [
    /\.(?:pkl|pickle|npy|npz|pt|h5|hdf5|rds|rdata)$/i,
    'a program’s own format',
    'Write its rows as Parquet or JSON Lines.',
  ],
  [
    /\.(?:zip|7z|rar|tar|tgz|bz2|xz|zst|lz4|br)$/i,
    'a packed file',
    'Unpack it first; of packed files .gz alone is read as it is.',
  ],
  [/\.(?:db|sqlite3?|duckdb)$/i, 'a database', 'Export the table as CSV or JSON Lines.'],
  [/\.(?:docx?|pdf|odt|rtf)$/i, 'a document', 'Export it as text, or its table as CSV.'],
];

/** Undefined for a name that says nothing, or a format that is read. */
export function describeUnread(name: string): { readonly message: string; readonly hint: string } | undefined {
  const found = UNREAD.find(([ending]) => ending.test(name));
  return found === undefined ? undefined : { message: found[1], hint: found[2] };
}
