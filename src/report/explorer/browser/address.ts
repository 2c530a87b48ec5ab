// What the page's address asks for: one scenario, or the scenarios of a clause or of a model.
import type { ExplorerData } from '../explorer-data.ts';
import { NO_FILTER, type Filter } from '../view/filter.ts';

export type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'filter'; readonly filter: Filter };

/** `#scenario/...`, `#clause/...`, `#model/...`; what the data does not have is nothing. */
export function readAddress(hash: string, data: ExplorerData): Asked {
  const [kind, ...rest] = hash.replace(/^#/, '').split('/');
  const name = decode(rest.join('/'));
  if (name === undefined) return { kind: 'nothing' };
  if (kind === 'scenario' && data.scenarios.some(({ id }) => id === name)) return { kind: 'scenario', id: name };
  if (kind === 'clause' && data.scenarios.some(({ clauses }) => clauses.includes(name))) {
    return { kind: 'filter', filter: { ...NO_FILTER, clause: name } };
  }
  if (kind === 'model' && data.models.includes(name)) return { kind: 'filter', filter: { ...NO_FILTER, model: name } };
  return { kind: 'nothing' };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
