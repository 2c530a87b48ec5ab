// Where people see an annotation: GitHub shows a pull request's changed lines only, and hides what is said of any other.
import { createConfigLines, type ConfigLines } from '../../config/config-lines.ts';
import { diffBlobs, listRenames, type Hunk, type LineRange } from '../../io/git-differences.ts';
import { readSpecFiles } from '../../io/read-spec.ts';
import type { Locate } from '../../report/formats/annotations.ts';
import type { Finding, Report } from '../../report/report.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';

type Place = NonNullable<Finding['place']>;

/** Unchanged lines that GitHub shows on either side of changed ones. */
const CONTEXT = 3;

/**
 * Moves findings to lines that the change touched: within the clause, else nearest to it. What is about models or options
 * is shown where the config names them.
 */
export async function locateOnChange(
  ends: ChangeEnds,
  { configFile, reports }: { readonly configFile: string; readonly reports: readonly Report[] },
): Promise<Locate> {
  const config = await readConfigLines(ends, configFile);
  const files = new Set([configFile, ...reports.flatMap((report) => findingFiles(report))]);
  const hunks = new Map<string, readonly Hunk[]>();
  for (const file of files) hunks.set(file, await hunksOf(ends, file));
  return (finding, report) => {
    const line =
      finding.place === undefined && config !== undefined ? lineInConfig(finding, report, config) : undefined;
    const place = finding.place ?? (line === undefined ? undefined : { file: configFile, line });
    if (place === undefined) return undefined;
    return moveTo(hunks.get(place.file) ?? [], place, isOnlyInBase(finding, report) ? 'base' : 'head');
  };
}

function findingFiles({ verdict, findings, notes }: Report): readonly string[] {
  return [...verdict.reasons, ...findings, ...notes].flatMap(({ place }) => (place === undefined ? [] : [place.file]));
}

async function readConfigLines({ head }: ChangeEnds, configFile: string): Promise<ConfigLines | undefined> {
  if (!head.paths.has(configFile)) return undefined;
  const [file] = await readSpecFiles(head.source, [configFile]);
  return file === undefined ? undefined : createConfigLines(file.text);
}

function lineInConfig(
  { args }: Finding,
  { comparison, modelChanges }: Report,
  config: ConfigLines,
): number | undefined {
  const { option, model } = args;
  if (typeof option === 'string') return config.ofOption(option);
  if (typeof model === 'string' && config.ofModel(model) !== undefined) return config.ofModel(model);
  if (comparison !== 'model') return undefined;
  const lines = (modelChanges ?? []).flatMap((change) => config.ofModel(change.model) ?? []);
  return lines[0];
}

/** Whether lines of the head stand in the pull request's diff, changed or among the unchanged ones that are shown around. */
export async function isShownOnChange(
  ends: ChangeEnds,
  { file, start, end }: { readonly file: string; readonly start: number; readonly end: number },
): Promise<boolean> {
  const hunks = await hunksOf(ends, file);
  return hunks.some(({ head }) => start >= head.start - CONTEXT && end <= lastOf(head) + CONTEXT);
}

/** The lines of a clause that is gone are those of its old text. */
function isOnlyInBase({ clause, place }: Finding, { changes }: Report): boolean {
  return place !== undefined && changes.some(({ id, kind }) => id === clause && kind === 'removed');
}

/** No hunks for a file that is new: all of its lines are shown. */
async function hunksOf(ends: ChangeEnds, file: string): Promise<readonly Hunk[]> {
  const { repo, base, head } = ends;
  const now = head.paths.get(file);
  const before = base.paths.get(file) ?? base.paths.get((await oldNameOf(ends, file)) ?? '');
  return now === undefined || before === undefined || now === before
    ? []
    : diffBlobs(repo, { base: before, head: now });
}

async function oldNameOf({ repo, base, head }: ChangeEnds, file: string): Promise<string | undefined> {
  if ([...base.paths.keys()].every((path) => head.paths.has(path))) return undefined;
  const renames = await listRenames(repo, { from: base.sha, to: head.sha });
  return [...renames].find(([, now]) => now === file)?.[0];
}

/** What is shown of a place: it ends on a line of one hunk, since a range that leaves what is shown is hidden. */
function moveTo(hunks: readonly Hunk[], place: Place, side: 'base' | 'head'): Place {
  const [start, end] = [place.line, place.endLine ?? place.line];
  const distance = ({ [side]: at }: Hunk): number =>
    Math.max(0, at.start - end, lastOf(at) - start < 0 ? start - lastOf(at) : 0);
  const [nearest] = [...hunks].sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return place;
  const { head } = nearest;
  // Where lines were only removed, the line before them is used.
  if (head.count === 0) return { file: place.file, line: Math.max(1, head.start), endLine: Math.max(1, head.start) };
  const isWithin = side === 'head' && distance(nearest) === 0;
  // The heading of a clause, where it is among the unchanged lines that are shown around a hunk.
  const first = start >= head.start - CONTEXT ? start : head.start;
  const line = isWithin ? first : head.start;
  return { file: place.file, line, endLine: isWithin ? Math.min(end, lastOf(head)) : line };
}

function lastOf({ start, count }: LineRange): number {
  return Math.max(start, start + count - 1);
}
