// A resolved provider for a loopback server, with a key that tests can look for in what must not hold it.
import type { Protocol } from './provider-servers.ts';
import { resolveProvider, type ProviderConfig, type ResolvedProvider } from '../../src/models/provider.ts';

export const TEST_KEY = 'sk-test-Zp8fQ2vKx91LmN';

export function testProvider(kind: Protocol, baseUrl: string, config: Partial<ProviderConfig> = {}): ResolvedProvider {
  return resolveProvider(
    { name: `test-${kind}`, kind, baseUrl, apiKeyEnv: 'TEST_KEY', allowPrivate: ['127.0.0.1'], ...config },
    { TEST_KEY },
  );
}
