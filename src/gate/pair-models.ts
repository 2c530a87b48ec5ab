// Which model of the head answers for which model of the base.
import { canonicalJson } from '../core/canonical-json.ts';
import type { PanelModel } from '../evaluation/create-comparison.ts';
import { nearestName } from '../core/nearest-name.ts';

/** `declared` by `replaces`, `inferred` from provider and name, or the `same` id with another version, parameters or system prompt. */
export type PairOrigin = 'declared' | 'inferred' | 'same';

export interface ModelPair {
  readonly base: PanelModel;
  readonly head: PanelModel;
}

export interface PairedModels {
  readonly unchanged: readonly PanelModel[];
  readonly changed: readonly (ModelPair & { readonly origin: PairOrigin })[];
  /** Models of the head that stand for none of the base. */
  readonly added: readonly PanelModel[];
  /** Models of the base that the head does not list, replaced ones too. */
  readonly removed: readonly PanelModel[];
}

/**
 * Pairs two panels: equal ids first, then what `replaces` declares, then each model left over with the removed model of
 * the same provider whose name is nearest. No base model is inferred for two.
 */
export function pairModels(base: readonly PanelModel[], head: readonly PanelModel[]): PairedModels {
  const baseById = byId(base);
  const headById = byId(head);
  const removed = base.filter(({ ref }) => !headById.has(ref.id));
  const unchanged: PanelModel[] = [];
  const changed: (ModelPair & { readonly origin: PairOrigin })[] = [];
  const left: PanelModel[] = [];
  for (const model of head) {
    const same = baseById.get(model.ref.id);
    const replaced = model.replaces === undefined ? undefined : baseById.get(model.replaces);
    if (same !== undefined && answersAlike(same, model)) unchanged.push(model);
    else if (same !== undefined) changed.push({ base: same, head: model, origin: 'same' });
    else if (replaced !== undefined) changed.push({ base: replaced, head: model, origin: 'declared' });
    else left.push(model);
  }
  const added: PanelModel[] = [];
  for (const model of left) {
    const free = removed.filter((candidate) => !changed.some((pair) => pair.base === candidate));
    const counterpart = nearestOf(model, free);
    if (counterpart === undefined) added.push(model);
    else changed.push({ base: counterpart, head: model, origin: 'inferred' });
  }
  return { unchanged, changed, added, removed };
}

function nearestOf(model: PanelModel, free: readonly PanelModel[]): PanelModel | undefined {
  const provider = providerOf(model);
  const same = free.filter((candidate) => providerOf(candidate) === provider);
  const name = nearestName(
    model.ref.model,
    same.map(({ ref }) => ref.model),
  );
  return same.find(({ ref }) => ref.model === name);
}

function providerOf({ ref }: PanelModel): string {
  return ref.id.slice(0, ref.id.indexOf('/'));
}

/** Whether every key of two models is the same. */
function answersAlike(one: PanelModel, other: PanelModel): boolean {
  const identity = ({ ref, system }: PanelModel): string => canonicalJson([{ ...ref }, system ?? '']);
  return identity(one) === identity(other);
}

function byId(models: readonly PanelModel[]): ReadonlyMap<string, PanelModel> {
  return new Map(models.map((model) => [model.ref.id, model]));
}
