// The linker of a project: who names clauses, and how candidates are found.
import type { ModelRef } from '../models/model.ts';
import type { PriceOverrides } from '../models/cost/prices.ts';
import type { Spec } from '../spec/clause.ts';
import { chooseLinkers } from './choose-linkers.ts';
import { LINK_DRAW, prepareLinker, type Linker, type Linking } from './link-scenario.ts';
import { findByScenario, findClausesByWords } from './retrieve-clauses.ts';

export interface LinkerOptions {
  readonly spec: Spec;
  /** The judges link, and the classifier; with `names` any model may. */
  readonly panel: {
    readonly models: readonly { readonly ref: ModelRef }[];
    readonly judges: readonly ModelRef[];
    readonly classifier: ModelRef | undefined;
  };
  readonly prices: PriceOverrides;
  /** Ids of one or two models that link instead of the cheapest judges. */
  readonly names?: readonly string[];
  /** By words unless given. */
  readonly find?: Linking['find'];
  /** Names the sample; the one that all banks share unless given. */
  readonly draw?: string;
}

/** @throws UserError for a name that the config does not have. */
export function openLinker({ spec, panel, prices, names, find, draw }: LinkerOptions): Linker {
  const classifier = panel.classifier === undefined ? [] : [panel.classifier];
  const models = names === undefined ? [] : panel.models.map(({ ref }) => ref);
  const known = [...panel.judges, ...classifier, ...models];
  const byId = [...new Map(known.map((ref) => [ref.id, ref])).values()];
  return prepareLinker({
    spec,
    linkers: chooseLinkers(byId, { prices, names }),
    find: find ?? findByScenario(findClausesByWords(spec)),
    draw: draw ?? LINK_DRAW,
  });
}
