// Notes under which names models and judges answer: a provider that changes one in silence often changes this first.
import { fewNames } from '../core/few-names.ts';
import type { Ask } from '../evaluation/ask.ts';
import type { NightRecord } from './decision/record.ts';
import type { NightEvent } from './report/report.ts';

export interface NameWatch {
  readonly ask: Ask;
  /** By id, sorted, twenty at most: `model`, or `model fingerprint` where the provider gives one. */
  readonly names: () => NightRecord['answeredAs'];
}

/** An `ask` that also keeps under which model ids and fingerprints answers came back. */
export function watchNames(ask: Ask): NameWatch {
  const names = new Map<string, Set<string>>();
  return {
    ask: async (request) => {
      const answer = await ask(request);
      if (answer.status === 'answered' && answer.completion.returnedModel !== undefined) {
        const { returnedModel, fingerprint } = answer.completion;
        const own = names.get(request.model.id) ?? new Set();
        names.set(
          request.model.id,
          own.add(fingerprint === undefined ? returnedModel : `${returnedModel} ${fingerprint}`),
        );
      }
      return answer;
    },
    names: () =>
      Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, own]) => [id, fewNames(own)])),
  };
}

/** Who answers tonight under a name that it did not use in the last complete night. */
export function findRenamed(
  before: NightRecord['answeredAs'],
  now: NightRecord['answeredAs'],
): readonly (NightEvent & { readonly kind: 'renamed' })[] {
  return Object.entries(now).flatMap(([id, names]) => {
    const known = before[id];
    if (known === undefined || names.every((name) => known.includes(name))) return [];
    return [{ kind: 'renamed' as const, id, before: known, now: names }];
  });
}
