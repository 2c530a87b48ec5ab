// Which model of the head answers for which model of the base.
import { providerName } from '../../models/model-id.ts';
import { canonicalJson } from '../../core/canonical-json.ts';
import type { PanelModel } from '../../evaluation/create-comparison.ts';

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
 * Pairs two panels: equal ids first, then what `replaces` declares of removed models, then each model left over with the
 * removed model of the same provider whose name begins most alike. No base model stands for two.
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
    // Only a removed model can be replaced, and only once: otherwise the change could choose what it is compared with.
    const replaced = removed.find(
      (gone) => gone.ref.id === model.replaces && !changed.some((pair) => pair.base === gone),
    );
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
  const shared = ({ ref }: PanelModel): number => commonStart(ref.model, model.ref.model);
  return [...same].sort((a, b) => shared(b) - shared(a))[0];
}

/** Characters that two names begin with alike: families come first in them, versions last. */
function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function providerOf({ ref }: PanelModel): string {
  return providerName(ref);
}

/** Whether every key of two models is the same. */
function answersAlike(one: PanelModel, other: PanelModel): boolean {
  const identity = ({ ref, system }: PanelModel): string => canonicalJson([{ ...ref }, system ?? '']);
  return identity(one) === identity(other);
}

function byId(models: readonly PanelModel[]): ReadonlyMap<string, PanelModel> {
  return new Map(models.map((model) => [model.ref.id, model]));
}
