// `spec-gate merge DIR... --into DIR`: the stores of sharded runs as one.
import { resolve } from 'node:path';
import { mergeStores } from '../../io/store/merge-stores.ts';
import { readShardNotes } from '../../io/store/shard-notes.ts';
import { createStoreSigner } from '../../io/store/store-secret.ts';
import { collectShards, type ShardSet } from '../../scenarios/shard-set.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { MergeOptions } from '../commands.ts';

/** Exit code 0, or 2 where a part of sharded work is lost or unfinished. @throws UserError for a folder that is no store. */
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
  const shards = collectShards(readShardNotes(folders.map((name) => ({ path: resolve(context.cwd, name), name }))));
  if (json === true) {
    context.print(`${JSON.stringify({ into, ...merged, shards }, null, 2)}\n`);
    return isWhole(shards) ? EXIT.pass : EXIT.inconclusive;
  }
  const { segments, added, repeated, conflicting, unreadable, unsigned, total } = merged;
  context.print(
    [
      `${into}: ${plural(total, 'answer')}, ${count(added)} of them new from ${plural(segments, 'segment')}`,
      ...(repeated > 0 ? [`${count(repeated)} were there already`] : []),
      ...(conflicting > 0
        ? [`${count(conflicting)} had another answer under the same key; the older segment's holds`]
        : []),
      ...(unreadable > 0 ? [`${plural(unreadable, 'line')} did not check out and were left out`] : []),
      ...(unsigned > 0 ? [`${plural(unsigned, 'line')} unsigned or forged, left out`] : []),
      ...shards.flatMap(describeShards),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  return isWhole(shards) ? EXIT.pass : EXIT.inconclusive;
}

function isWhole(sets: readonly ShardSet[]): boolean {
  return sets.every(({ lost, unfinished }) => lost.length === 0 && unfinished.length === 0);
}

function describeShards({ work, of, parts, lost, doubled, unfinished }: ShardSet): readonly string[] {
  const name = (numbers: readonly number[]): string => numbers.map((number) => `${number}/${of}`).join(', ');
  const named = parts.map(({ number, folders }) => `${number}/${of} in ${folders.join(' and ')}`);
  return [
    `${work}: ${named.join(', ')}`,
    ...(doubled.length > 0
      ? [`  twice: ${name(doubled)}; they were paid twice, and of two answers the older holds`]
      : []),
    ...(lost.length > 0
      ? [`  lost: ${name(lost)}; run them again with --shard, or the run without it asks for what is missing`]
      : []),
    ...(unfinished.length > 0
      ? [`  not finished: ${name(unfinished)}; run them again with --shard, or the run without it asks for the rest`]
      : []),
  ];
}
