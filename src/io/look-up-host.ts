// Asks the system where a host name leads, as a connection to it would.
import { lookup } from 'node:dns/promises';

/** All addresses of a name. Rejects where it cannot be resolved. */
export async function lookUpHost(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}
