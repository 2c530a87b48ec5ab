// A provider is only ever asked at its own origin: the key goes nowhere else.
import { CallError } from '../model.ts';
import type { ResolvedProvider } from '../provider.ts';

/** How many addresses are remembered as checked. A model is always asked at the same one; each file of a batch has its own. */
const MOST_REMEMBERED = 64;

/**
 * A check of the addresses that a provider's SDK asks for, which gives each in its normal form.
 * @throws CallError of kind `origin`, without an attempt, for an address at another origin.
 */
export function createAddressCheck({ name, origin }: ResolvedProvider): (address: string) => string {
  const checked = new Map<string, string>();
  return (address) => {
    const known = checked.get(address);
    if (known !== undefined) return known;
    const url = new URL(address);
    if (url.origin !== origin)
      throw new CallError('origin', `${name}: refused to contact ${url.origin}`, { attempts: 0 });
    if (checked.size >= MOST_REMEMBERED) checked.clear();
    checked.set(address, url.href);
    return url.href;
  };
}
