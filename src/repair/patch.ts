// A patch: whole lines of one clause's file replaced by others. It says nothing of any other line, so it cannot touch one.
import type { LineRange, Spec, SpecFile } from '../spec/clause.ts';

/** Lines `from` to `to` of the file, counted from 1, become `lines`; with `to` = `from` - 1 they are put in before `from`. */
export interface Patch {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** The spec's files with the patch applied; line ends are those of the text given. */
export function applyPatch(files: Spec['files'], patch: Patch): readonly SpecFile[] {
  return files.map((one) => (one.file === patch.file ? { ...one, text: patchText(one.text, patch) } : one));
}

/** A file's text with the patch applied. New lines end as the file's first one does. */
export function patchText(text: string, { from, to, lines }: Omit<Patch, 'file'>): string {
  const end = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r' : '';
  const all = text.split('\n');
  const last = all.length;
  // The last line of a file may have no line end of its own.
  const added = lines.map((line, index) => {
    const isLast = to >= last && index === lines.length - 1;
    return isLast ? line : `${line}${end}`;
  });
  return [...all.slice(0, from - 1), ...added, ...all.slice(to)].join('\n');
}

/** Whether the patch stays within a clause's own lines; new lines may also follow the last one. */
export function isWithin({ start, end }: LineRange, { from, to }: Pick<Patch, 'from' | 'to'>): boolean {
  return from >= start && to <= end && from <= to + 1 && from <= end + 1;
}

/** Lines around a change that a patch shows. */
const CONTEXT = 2;

/** The patch as `git apply` takes it, without the lines that it replaces by themselves. */
export function writeUnifiedDiff(text: string, patch: Patch): string {
  const all = text.split('\n');
  const { from, old, added } = trimEqual(all, patch);
  const before = all.slice(Math.max(0, from - 1 - CONTEXT), from - 1);
  const rest = all.slice(from - 1 + old.length);
  // What a text ends with after its last line feed is no line.
  const isEnded = all.at(-1) === '';
  const after = rest.slice(0, CONTEXT).slice(0, rest.length - (isEnded ? 1 : 0));
  const start = from - before.length;
  const counts = [old, added].map((own) => before.length + own.length + after.length);
  const reachesEnd = !isEnded && from - 1 + old.length + after.length === all.length;
  const mark = reachesEnd ? ['\\ No newline at end of file'] : [];
  const body =
    after.length > 0
      ? [...sign('-', old), ...sign('+', added), ...sign(' ', after), ...mark]
      : [...sign('-', old), ...(old.length > 0 ? mark : []), ...sign('+', added), ...mark];
  const header = `@@ -${start},${counts[0]} +${start},${counts[1]} @@`;
  const lines = [`--- a/${patch.file}`, `+++ b/${patch.file}`, header, ...sign(' ', before), ...body];
  return lines.map((line) => `${line}\n`).join('');
}

/** The stretch that differs: lines that a patch repeats at either end say nothing. */
export function trimEqual(
  all: readonly string[],
  { from, to, lines }: Omit<Patch, 'file'>,
): { readonly from: number; readonly old: readonly string[]; readonly added: readonly string[] } {
  let [old, added, first] = [all.slice(from - 1, to), [...lines], from];
  while (old.length > 0 && added.length > 0 && old[0] === added[0]) {
    [old, added, first] = [old.slice(1), added.slice(1), first + 1];
  }
  while (old.length > 0 && added.length > 0 && old.at(-1) === added.at(-1)) {
    [old, added] = [old.slice(0, -1), added.slice(0, -1)];
  }
  return { from: first, old, added };
}

function sign(mark: '-' | '+' | ' ', lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${mark}${line}`);
}
