// The one way untrusted text reaches a log: a runner reads commands from standard output, a terminal obeys escapes.
// oxlint-disable no-control-regex -- control characters are what this file removes
import { breakCommands } from '../render/runner-commands.ts';

/** Longest text written at once, in UTF-16 code units. */
const LOG_LIMIT = 20_000;

// ESC sequences first (CSI, OSC and the two-byte ones), so that their printable remainder goes with them.
const ESCAPES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]?/g;
const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
// C0 and C1 controls but tab and line feed, soft hyphen, bidirectional controls, and invisible characters (not the joiners of emoji).
const INVISIBLE =
  /[\0-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Text without anything a terminal or a runner would obey: escape sequences, control and bidirectional characters are
 * dropped, every kind of line end becomes `\n`, and the openings of workflow commands are broken, `::` wherever it stands.
 */
export function stripCommands(text: string): string {
  const plain = text.replaceAll(ESCAPES, '').replaceAll(LINE_ENDS, '\n').replaceAll(INVISIBLE, '');
  return breakCommands(plain).replaceAll(/:(?=:)/g, ':\\');
}

/** What `safeLog` writes: `stripCommands`, every line behind `| `, cut at `limit` code units with a count of the rest. */
export function quoteForLog(text: string, limit: number = LOG_LIMIT): string {
  const clean = stripCommands(text);
  const shown = clean.length <= limit ? clean : clean.slice(0, isHighSurrogate(clean, limit - 1) ? limit - 1 : limit);
  const rest = clean.length - shown.length;
  const lines = (rest === 0 ? shown : `${shown}\n(${rest} more characters)`).split('\n');
  return lines.map((line) => `| ${line}\n`).join('');
}

/** Writes untrusted text to standard output so that it can only be read. */
export function safeLog(text: string): void {
  process.stdout.write(quoteForLog(text));
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}
