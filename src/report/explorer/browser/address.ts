// What the page's address asks for: one scenario, a clause where the spec is read, or the scenarios of a clause or of a model.
import { clauseAddress } from '../../addresses.ts';
import type { ExplorerData } from '../explorer-data.ts';
import { NO_FILTER, type Filter } from '../view/filter.ts';

export type Asked =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'clause'; readonly address: string }
  | { readonly kind: 'filter'; readonly filter: Filter };

const NOTHING: Asked = { kind: 'nothing' };

/**
 * `#scenario/...`, `#clause/...`, `#scenarios/clause/...`, `#model/...`; what the data does not have is nothing. Where the
 * page has no spec to read, a clause's address narrows the list. `isOnPage` says whether an address is that of an element.
 */
export function readAddress(hash: string, data: ExplorerData, isOnPage: (address: string) => boolean): Asked {
  const parts = hash.replace(/^#/, '').split('/');
  const [kind, ...rest] = parts[0] === 'scenarios' ? parts.slice(1) : parts;
  const name = decode(rest.join('/'));
  if (name === undefined) return NOTHING;
  if (kind === 'scenario' && data.scenarios.some(({ id }) => id === name)) return { kind: 'scenario', id: name };
  if (kind === 'clause' && parts[0] === 'clause' && isOnPage(clauseAddress(name))) {
    return { kind: 'clause', address: clauseAddress(name) };
  }
  if (kind === 'clause' && data.scenarios.some(({ clauses }) => clauses.includes(name))) {
    return { kind: 'filter', filter: { ...NO_FILTER, clause: name } };
  }
  if (kind === 'model' && data.models.includes(name)) return { kind: 'filter', filter: { ...NO_FILTER, model: name } };
  return NOTHING;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
