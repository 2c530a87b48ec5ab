// The parts of a work that several machines did: which are there, which are lost, and which are there twice.
import { hashJson } from '../core/canonical-json.ts';

export interface ShardPart {
  /** Where its answers lie. */
  readonly folder: string;
  /** What was done: `bank score`, `seed`, `night 2026-11-29`. */
  readonly work: string;
  /** Names what was split: parts of two banks, or of two configs, are not parts of one work. 16 hex digits. */
  readonly subject: string;
  readonly number: number;
  readonly of: number;
  /** Whether the machine came to its end. */
  readonly finished: boolean;
  /** Bytes of answers that the folder held when the part was done, and does not hold now: it was not copied whole. */
  readonly lacks: number;
}

export interface ShardSet {
  readonly work: string;
  readonly of: number;
  /** In order, each with the folders that hold it. */
  readonly parts: readonly {
    readonly number: number;
    readonly folders: readonly string[];
    readonly finished: boolean;
  }[];
  /** Numbers that no folder holds. */
  readonly lost: readonly number[];
  /** Numbers that two folders hold: they were asked, and paid, twice. */
  readonly doubled: readonly number[];
  readonly unfinished: readonly number[];
  /** Finished, and not whole in any folder. */
  readonly cut: readonly number[];
}

/**
 * A name of what is split, the same for the same ids in whatever order, and of who is asked what about it (`asked`): parts that were
 * asked under another config are none of this work, as their answers would never be looked up.
 */
export function nameSplit(ids: readonly string[], asked: string): string {
  return hashJson([[...ids].sort(), asked]).slice(0, 16);
}

/** One set for each work and each way it was split, by name; the order of the parts given makes no difference. */
export function collectShards(found: readonly ShardPart[]): readonly ShardSet[] {
  const works = groupBy(found, ({ work, subject, of }) => [work, subject, of].join('\n'));
  return [...works].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, parts]) => collectOne(parts));
}

function collectOne(found: readonly ShardPart[]): ShardSet {
  const { work, of } = found[0]!;
  const byNumber = groupBy(found, ({ number }) => number);
  const parts = [...byNumber]
    .sort(([one], [other]) => one - other)
    .map(([number, notes]) => ({
      number,
      folders: [...new Set(notes.map(({ folder }) => folder))].sort(),
      // Stopped once and run again, it is whole.
      finished: notes.some(({ finished }) => finished),
      whole: notes.some(({ finished, lacks }) => finished && lacks === 0),
    }));
  return {
    work,
    of,
    parts: parts.map(({ number, folders, finished }) => ({ number, folders, finished })),
    lost: Array.from({ length: of }, (_, index) => index + 1).filter((number) => !byNumber.has(number)),
    doubled: parts.filter(({ folders }) => folders.length > 1).map(({ number }) => number),
    unfinished: parts.filter(({ finished }) => !finished).map(({ number }) => number),
    cut: parts.filter(({ finished, whole }) => finished && !whole).map(({ number }) => number),
  };
}

function groupBy<Key>(
  found: readonly ShardPart[],
  keyOf: (part: ShardPart) => Key,
): ReadonlyMap<Key, readonly ShardPart[]> {
  const groups = new Map<Key, ShardPart[]>();
  for (const part of found) groups.set(keyOf(part), [...(groups.get(keyOf(part)) ?? []), part]);
  return groups;
}
