// Files that hold no plain text in UTF-8, told by their first bytes, and what to do about each.

const EXPORT = 'export it as Markdown or plain text';
const LEAVE_OUT = 'a pattern leaves it out with "!" and its path';

/** The first bytes as Latin-1. */
const KINDS: readonly { readonly begins: string; readonly message: string; readonly hint: string }[] = [
  { begins: '\xff\xfe', message: 'UTF-16, not UTF-8', hint: 'save it as UTF-8' },
  { begins: '\xfe\xff', message: 'UTF-16, not UTF-8', hint: 'save it as UTF-8' },
  { begins: '%PDF-', message: 'a PDF, no plain text', hint: EXPORT },
  { begins: 'PK\x03\x04', message: 'a zip archive (Word and LibreOffice write such), no plain text', hint: EXPORT },
  { begins: '\xd0\xcf\x11\xe0', message: 'a document of an office program, no plain text', hint: EXPORT },
  { begins: '{\\rtf', message: 'Rich Text, no plain text', hint: EXPORT },
  { begins: '\x1f\x8b', message: 'packed with gzip', hint: 'unpack it' },
  { begins: '\x28\xb5\x2f\xfd', message: 'packed with Zstandard', hint: 'unpack it' },
  { begins: '\xfd7zXZ', message: 'packed with xz', hint: 'unpack it' },
  { begins: '\x89PNG', message: 'a picture', hint: LEAVE_OUT },
  { begins: '\xff\xd8\xff', message: 'a picture', hint: LEAVE_OUT },
  { begins: 'GIF89a', message: 'a picture', hint: LEAVE_OUT },
  { begins: 'PAR1\x15', message: 'a Parquet file', hint: 'spec-gate bank import reads it' },
  { begins: 'SQLite format 3\0', message: 'a database', hint: 'export its table as JSON Lines' },
];

const LONGEST = Math.max(...KINDS.map(({ begins }) => begins.length));

export function describeNoText(bytes: Uint8Array): { readonly message: string; readonly hint: string } | undefined {
  const beginning = Buffer.from(bytes.subarray(0, LONGEST)).toString('latin1');
  return KINDS.find(({ begins }) => beginning.startsWith(begins));
}
