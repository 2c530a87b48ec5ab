// Option texts that are numbers or quotas, checked where they are read.
import { parseShard, type Shard } from '../scenarios/shard.ts';
import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Quota, Quotas } from '../scenarios/selection/quotas.ts';

export function parseCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1) throw new InvalidArgumentError('expected a whole number of 1 or more');
  return count;
}

/** A number of `least` or more; any number without it. */
export function parseNumber(least?: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || value < (least ?? value)) {
      throw new InvalidArgumentError(
        least === undefined ? 'expected a number' : `expected a number of ${least} or more`,
      );
    }
    return value;
  };
}

/** A share above 0 and below 1. */
export function parseShare(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value > 0 && value < 1)) {
    throw new InvalidArgumentError('expected a share between 0 and 1, such as 0.05 for 5 points');
  }
  return value;
}

/** `clause:2` (at least), `topic:..10` (at most), `value:1..5`; may be given once for each kind. */
export function parseQuota(text: string, known: Quotas = {}): Quotas {
  const match = /^(clause|topic|value):(?:(\d+)|(\d*)\.\.(\d*))$/.exec(text);
  const [, kind, exact, from, to] = match ?? [];
  const atLeast = exact ?? from;
  if (kind === undefined || !(atLeast || to)) {
    throw new InvalidArgumentError('expected clause, topic or value with a number: clause:2, topic:..10, value:1..5');
  }
  const quota: Quota = { ...(atLeast && { atLeast: Number(atLeast) }), ...(to && { atMost: Number(to) }) };
  if (quota.atLeast !== undefined && quota.atMost !== undefined && quota.atLeast > quota.atMost) {
    throw new InvalidArgumentError(`${quota.atLeast} is more than ${quota.atMost}`);
  }
  return { ...known, [kind]: quota };
}

/** `column=field`; may be given several times. The field is what stands after the last `=`: a column's name may hold one. */
export function parseColumnMap(
  text: string,
  known: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> {
  const at = text.lastIndexOf('=');
  if (at < 1 || at === text.length - 1) {
    throw new InvalidArgumentError('expected COLUMN=FIELD, such as question=query');
  }
  return new Map([...(known ?? []), [text.slice(0, at), text.slice(at + 1)]]);
}

/** An option that may be given several times. */
export function collect(text: string, known: readonly string[] | undefined): readonly string[] {
  return [...(known ?? []), text];
}

/** For `--shard`. */
export function parseShardOption(text: string): Shard {
  const shard = parseShard(text);
  if (shard !== undefined) return shard;
  throw new InvalidArgumentError('expected a part of so many, such as 2/8');
}
