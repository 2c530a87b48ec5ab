// `spec-gate merge DIR... --into DIR`: the stores of sharded runs as one.
import { resolve } from 'node:path';
import { mergeStores } from '../../io/store/merge-stores.ts';
import { createStoreSigner } from '../../io/store/store-secret.ts';
import { count, plural } from '../../render/format-numbers.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { MergeOptions } from '../commands.ts';

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
  if (json === true) {
    context.print(`${JSON.stringify({ into, ...merged }, null, 2)}\n`);
    return EXIT.pass;
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
    ]
      .map((line) => `${line}\n`)
      .join(''),
  );
  return EXIT.pass;
}
