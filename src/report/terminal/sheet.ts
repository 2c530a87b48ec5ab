// The sheet that a terminal's text is set on: headings on the left, what belongs to them on the right, within its width.
import { NO_PAINT, type Paint, type TerminalOptions } from '../../render/paint.ts';
import { breakCommands } from '../../render/runner-commands.ts';
import { wrapText } from '../../render/wrap-text.ts';

export interface Sheet {
  readonly paint: Paint;
  /** Columns. */
  readonly width: number;
}

/** Columns that headings take, with the gap behind them. */
const INDENT = 10;

/** No narrower than can be read, and no wider than the eye follows. */
export function createSheet({ paint = NO_PAINT, width = 100 }: TerminalOptions): Sheet {
  return { paint, width: Math.max(48, Math.min(width, 120)) };
}

/** Columns right of the headings. */
export function roomOf({ width }: Sheet): number {
  return width - INDENT;
}

/** A heading at its width; without text the room it would take. */
export function label(text: string, { paint }: Sheet): string {
  return text === '' ? ' '.repeat(INDENT) : paint.faint(text.padEnd(INDENT));
}

/** Lines under a heading that stands left of the first. */
export function block(heading: string, lines: readonly string[], sheet: Sheet): readonly string[] {
  return lines.map((line, index) => `${label(index === 0 ? heading : '', sheet)}${line}`.trimEnd());
}

/** Each text in lines that fit beside the headings. */
export function paragraphs(texts: readonly string[], sheet: Sheet): readonly string[] {
  return texts.flatMap((text) => wrapText(text, roomOf(sheet)));
}

/** Blocks with an empty line between them, those without lines left out; the whole ends with a line feed. */
export function joinBlocks(blocks: readonly (readonly string[])[]): string {
  const told = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${breakCommands(told.join('\n\n'))}\n`;
}
