// `spec-gate merge DIR... --into DIR`: the stores of sharded runs as one.
import { resolve } from 'node:path';
import { mergeStores } from '../../io/store/merge-stores.ts';
import { readShardNotes } from '../../io/store/shard-notes.ts';
import { createStoreSigner } from '../../io/store/store-secret.ts';
import { collectShards, type ShardSet } from '../../scenarios/shard-set.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { plainText } from '../../render/plain-text.ts';
import { inRow, name, say, wording, type Sentence } from '../../render/sentence.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { MergeOptions } from '../commands.ts';

/** Exit code 0, or 2 where a part of sharded work is lost, unfinished or not whole. @throws UserError for a folder that is no store. */
export function runMergeCommand(
  folders: readonly string[],
  { into, json }: MergeOptions,
  context: CommandContext,
): ExitCode {
  const merged = mergeStores(
    folders.map((folder) => resolve(context.cwd, folder)),
    resolve(context.cwd, into),
    createStoreSigner(context.storeSecret),
  );
  const shards = collectShards(
    readShardNotes(folders.map((folder) => ({ path: resolve(context.cwd, folder), name: folder }))),
  );
  if (json === true) {
    context.print(`${JSON.stringify({ into, ...merged, shards }, null, 2)}\n`);
    return isWhole(shards) ? EXIT.pass : EXIT.inconclusive;
  }
  const works = shards.map(({ work }) => work);
  const isSplitTwice = works.some((work, index) => works.indexOf(work) < index);
  const sentences = [
    ...writeMerged(into, merged),
    ...shards.flatMap(writeShards),
    ...(isSplitTwice
      ? [
          say`Parts of one work that stand apart here were split in unlike ways: another bank, spec, config or number of parts.`,
        ]
      : []),
  ];
  context.print(sentences.map((sentence) => `${plainText(sentence)}\n`).join(''));
  return isWhole(shards) ? EXIT.pass : EXIT.inconclusive;
}

function writeMerged(into: string, merged: ReturnType<typeof mergeStores>): readonly Sentence[] {
  const { segments, added, repeated, conflicting, unreadable, unsigned, total } = merged;
  return [
    say`${name(into)}: ${plural(total, 'answer')}, ${count(added)} of them new from ${plural(segments, 'segment')}`,
    ...(repeated > 0 ? [say`${count(repeated)} were there already`] : []),
    ...(conflicting > 0
      ? [say`${count(conflicting)} had another answer under the same key; the older segment's holds`]
      : []),
    ...(unreadable > 0 ? [say`${plural(unreadable, 'line')} damaged or foreign, left out`] : []),
    ...(unsigned > 0 ? [say`${plural(unsigned, 'line')} unsigned or forged, left out`] : []),
  ];
}

function isWhole(sets: readonly ShardSet[]): boolean {
  return sets.every(({ lost, unfinished, cut }) => [lost, unfinished, cut].every(({ length }) => length === 0));
}

function writeShards({ work, of, parts, lost, doubled, unfinished, cut }: ShardSet): readonly Sentence[] {
  const part = (number: number): Sentence => say`${count(number)}/${count(of)}`;
  const all = (numbers: readonly number[]): Sentence => inRow(numbers.map(part), wording(', '));
  const places = (folders: readonly string[]): Sentence =>
    inRow(
      folders.map((folder) => name(folder)),
      wording(' and '),
    );
  const named = parts.map(({ number, folders }) => say`${part(number)} in ${places(folders)}`);
  return [
    say`${name(work)}: ${inRow(named, wording(', '))}`,
    ...(doubled.length > 0
      ? [say`  twice: ${all(doubled)}; they were paid twice, and of two answers the older holds`]
      : []),
    ...(lost.length > 0
      ? [say`  lost: ${all(lost)}; run them again with --shard, or the run without it asks for what is missing`]
      : []),
    ...(cut.length > 0
      ? [
          say`  not copied whole: ${all(cut)}, less is there than when it was done; copy the folder again, or the run without --shard asks for what is missing`,
        ]
      : []),
    ...(unfinished.length > 0
      ? [say`  not finished: ${all(unfinished)}; run them again with --shard, or the run without it asks for the rest`]
      : []),
  ];
}
