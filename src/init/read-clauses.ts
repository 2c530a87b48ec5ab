// What a spec's clauses would be, each way of counting them, and which way fits.
import { UserError } from '../core/errors.ts';
import { countClauses, type ClauseMode, type SpecFile } from '../spec/clause.ts';
import { readPromptFile } from '../spec/prompt-file.ts';
import { parseSpec } from '../spec/parse.ts';

export interface Reading {
  readonly mode: ClauseMode;
  /** Clauses, as `plan` and the report count them. */
  readonly clauses: number;
  /** Share of the spec's characters that the longest clause has, 0 to 1. */
  readonly longest: number;
}

export interface ClauseChoice extends Reading {
  /** Every way that the file can be read in. A list has one. */
  readonly readings: readonly Reading[];
  /** One clause holds nearly all of the text, and no other way splits it: an edit anywhere tests everything. */
  readonly isLump: boolean;
}

const MODES: readonly ClauseMode[] = ['headings', 'items', 'paragraphs'];

/** Fewer clauses than this are no division of a text. */
const FEW = 3;
/** A clause with more of the text than this holds what other clauses should. */
const LUMP = 0.6;
/** Items are the rules where a section holds so many of them on average. */
const ITEMS_A_SECTION = 2;

/** @throws UserError where the files cannot be read as a spec in any way; with `mode`, in that one. */
export async function chooseClauses(files: readonly SpecFile[], mode?: ClauseMode): Promise<ClauseChoice> {
  const isList = files.every((one) => /\.(?:ya?ml|json)$/i.test(one.file) && readPromptFile(one) === undefined);
  const tried = mode === undefined ? (isList ? MODES.slice(0, 1) : MODES) : [mode];
  const readings: Reading[] = [];
  let problem: unknown;
  for (const one of tried) {
    try {
      readings.push(await readAs(one, files));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problem ??= error;
    }
  }
  const [first] = readings;
  if (first === undefined) throw problem;
  const chosen = pick(readings) ?? first;
  const length = files.reduce((sum, { text }) => sum + text.length, 0);
  return { ...chosen, readings, isLump: chosen.longest > LUMP && length > 2000 };
}

async function readAs(mode: ClauseMode, files: readonly SpecFile[]): Promise<Reading> {
  const { clauses } = await parseSpec(files, { clauses: mode });
  const sizes = clauses.map(({ text }) => text.trim().length).filter((size) => size > 0);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return { mode, clauses: countClauses(clauses), longest: total === 0 ? 1 : Math.max(...sizes) / total };
}

/** Headings where they divide the text; items where each heading stands over a list of rules; else paragraphs. */
function pick(readings: readonly Reading[]): Reading | undefined {
  const by = (mode: ClauseMode): Reading | undefined => readings.find((reading) => reading.mode === mode);
  const [headings, items, paragraphs] = [by('headings'), by('items'), by('paragraphs')];
  const divides = (reading: Reading | undefined): reading is Reading =>
    reading !== undefined && reading.clauses >= FEW && reading.longest <= LUMP;
  // By items, text outside of lists stays a clause of its own, so many more clauses than headings mean that the items
  // are the rules. Without lists, items and paragraphs are the same.
  const hasItems = divides(items) && items.clauses > (paragraphs?.clauses ?? 0);
  const listed = hasItems && items.clauses >= ITEMS_A_SECTION * Math.max(1, headings?.clauses ?? 0);
  if (listed && (headings?.clauses ?? 0) < 12) return items;
  if (divides(headings)) return headings;
  if (hasItems) return items;
  return divides(paragraphs) ? paragraphs : headings;
}
