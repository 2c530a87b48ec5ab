// Disagreement by subset of the panel: all models, each provider's, and each pair of models of one provider.
import { providerName } from '../../models/model-id.ts';
import { disagreementOf, disagreementsBySubset } from '../../scenarios/disagreement.ts';
import type { ValuePositions } from '../../scenarios/scored.ts';

/**
 * D by subset name: `all`, a provider's name (two models or more), and `a vs b` for two models of one provider, the ids
 * in code-unit order. D to four decimals; a subset with fewer than two positions on a value is left out.
 */
export function disagreements(scores: Readonly<Record<string, ValuePositions>>): Record<string, number> {
  const pairs = pairsWithinProviders(Object.keys(scores)).flatMap(([a, b]): [string, number][] => {
    const disagreement = disagreementOf([scores[a]!, scores[b]!]);
    return disagreement === undefined ? [] : [[`${a} vs ${b}`, Math.round(disagreement * 1e4) / 1e4]];
  });
  return { ...disagreementsBySubset(scores), ...Object.fromEntries(pairs) };
}

function pairsWithinProviders(models: readonly string[]): readonly (readonly [string, string])[] {
  const sorted = [...models].sort();
  return sorted.flatMap((a, index) =>
    sorted
      .slice(index + 1)
      .filter((b) => providerName({ id: a }) === providerName({ id: b }))
      .map((b) => [a, b] as const),
  );
}
