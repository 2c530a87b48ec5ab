// A failure as the error that callers see: whose server it was, where, what it said and how often it was asked.
import { CallError } from '../model.ts';
import type { ResolvedProvider } from '../provider.ts';
import type { Failure } from './failure.ts';

export function toCallError(
  { name, origin }: ResolvedProvider,
  failure: Failure,
  { url, attempts }: { readonly url: string; readonly attempts: number },
): CallError {
  const tries = attempts === 1 ? '' : ` (${attempts} attempts)`;
  const place = failure.kind === 'wrong_path' ? url : origin;
  return new CallError(failure.kind, `${name} at ${place}: ${failure.message}${tries}`, {
    attempts,
    ...(failure.detail && { status: failure.detail.status, cause: failure.detail }),
  });
}
