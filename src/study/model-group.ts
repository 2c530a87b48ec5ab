// The groups of models that compliance is read over: all models with rulings, and each provider’s where it has several.
import { whereDefined } from '../core/where-defined.ts';
import { HIGH_DISAGREEMENT, providerOf } from '../scenarios/disagreement.ts';
import { addToList } from '../analysis/evidence/lists-by-key.ts';
import {
  onceForRows,
  responsesIn,
  type StudyResponse,
  type StudyRow,
  type StudyRows,
} from '../analysis/evidence/study-data.ts';

export interface ModelGroup {
  /** `all`, or a provider. */
  readonly name: string;
  readonly models: readonly string[];
  /** Whose models all of them are, where that is one provider. */
  readonly provider?: string;
}

/**
 * `all` first, then the providers with at least two ruled models, unless that is every model there is. (Where one provider's
 * models are ruled on and others are only scored, D of all is not D of the ruled ones: its group has that.)
 */
export const modelGroupsOf = onceForRows((rows): readonly [ModelGroup, ...ModelGroup[]] => {
  const [models, ruled] = [new Set<string>(), new Set<string>()];
  for (const { model, rulings } of responsesIn(rows)) {
    models.add(model);
    if (rulings.length > 0) ruled.add(model);
  }
  const everyone = [...ruled].sort();
  const providers = groupByProvider(everyone);
  const whole = providers.find(({ models: own }) => own.length === models.size);
  return [
    { name: 'all', models: everyone, ...whereDefined({ provider: whole?.provider }) },
    ...providers.filter((group) => group !== whole && group.models.length > 1),
  ];
});

/** All models with rulings, as the group whose D is theirs. */
export function ruledGroupOf(rows: StudyRows): ModelGroup {
  const groups = modelGroupsOf(rows);
  return groups.findLast(({ models }) => models.length === groups[0].models.length)!;
}

/** In the order of their names; models whose provider is unknown are left out. */
export function groupByProvider(models: readonly string[]): readonly Required<ModelGroup>[] {
  const groups = new Map<string, string[]>();
  for (const model of models) {
    const provider = providerOf(model);
    if (provider !== undefined) addToList(groups, provider, model);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([provider, own]) => ({ name: provider, models: own, provider }));
}

/** D of the scenario over the group's models; a group of one provider's models may have it under that name only. */
export function disagreementOn({ disagreements }: StudyRow, { name, provider }: ModelGroup): number | undefined {
  return disagreements[name] ?? (provider === undefined ? undefined : disagreements[provider]);
}

/** D of at least `HIGH_DISAGREEMENT`; not where D is unknown. */
export function isHighDisagreement(row: StudyRow, group: ModelGroup): boolean {
  return (disagreementOn(row, group) ?? 0) >= HIGH_DISAGREEMENT;
}

/** The group's responses of a row; undefined where one is absent. */
export function responsesOf(row: StudyRow, group: ModelGroup): readonly StudyResponse[] | undefined {
  const responses: StudyResponse[] = [];
  for (const model of group.models) {
    const response = row.responses.find((one) => one.model === model);
    if (response === undefined) return undefined;
    responses.push(response);
  }
  return responses;
}
