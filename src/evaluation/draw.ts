// Names of independent samples. Freshness comes from a new name, never from skipping the store.
import { sha256 } from '../core/canonical-json.ts';

declare const comparable: unique symbol;

/** A draw that may be compared. Only the functions below make one, and none of them makes `pool:0`. */
export type ComparableDraw = string & { readonly [comparable]: true };

/** The draw that selects scenarios. Comparing with the draw that selected gives a false alarm 99.6 % of the time, so it has a type of its own. */
export const SELECTION_DRAW = 'pool:0';

/** Replicate `n` (from 1) kept for comparison. */
export function poolDraw(n: number): ComparableDraw {
  return comparableDraw('pool', n);
}

/** Draw `n` (from 1) of one confirmation: fresh once for this change under this policy, stored thereafter. */
export function confirmDraw(digest: string, n: number): ComparableDraw {
  return comparableDraw(`confirm:${digest}`, n);
}

/** Draw `n` (from 1) of one night, named by its UTC date `YYYY-MM-DD`. */
export function nightDraw(date: string, n: number): ComparableDraw {
  return comparableDraw(`night:${date}`, n);
}

/** What names a confirmation: base spec, head spec and policy. Models are part of every key already. */
export function confirmDigest(parts: { baseHash: string; headHash: string; policyHash: string }): string {
  return sha256(`${parts.baseHash}\n${parts.headHash}\n${parts.policyHash}`).slice(0, 16);
}

function comparableDraw(prefix: string, n: number): ComparableDraw {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`a comparable draw counts from 1, not ${n}`);
  return `${prefix}:${n}` as ComparableDraw;
}
