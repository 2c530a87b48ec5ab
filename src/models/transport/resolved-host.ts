// Where a provider's name leads: a public name may stand for an address of a private network, and must not unless that is
// meant. Asked before the first request; the lookup itself is given.
import { classifyAddress } from './address.ts';
import { CallError } from '../model.ts';
import type { ResolvedProvider } from '../provider.ts';

/** All addresses of a host name, as the system resolves it. Rejects where it cannot be resolved. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/**
 * A check that asks once, and again after a lookup that failed: then the request fails, or not, by itself.
 * @throws CallError of kind `origin` (from the check) where any address is loopback, private, link-local or metadata.
 */
export function createHostCheck(provider: ResolvedProvider, lookup: Lookup | undefined): () => Promise<void> {
  const { name, lookUp: host } = provider;
  if (host === undefined || lookup === undefined) return () => Promise.resolve();
  let addresses: Promise<readonly string[]> | undefined;
  return async () => {
    addresses ??= lookup(host);
    const found = await addresses.catch((): readonly string[] => []);
    if (found.length === 0) addresses = undefined;
    const inside = found.find((address) => classifyAddress(address) !== 'public');
    if (inside === undefined) return;
    throw new CallError(
      'origin',
      `${name}: ${host} leads to ${inside}, an address of this machine or of a private network; if that is meant, name it in the base branch's policy: allowPrivate: ["${host}"]`,
      { attempts: 0 },
    );
  };
}
