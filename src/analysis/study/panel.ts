// The panels that compliance is read over: all models with rulings, and each provider's where it has several.
import { HIGH_DISAGREEMENT, providerOf } from '../../scenarios/disagreement.ts';
import { groupByScenario, type StudyResponse, type StudyRow } from './study-data.ts';

export interface Panel {
  /** `all`, or a provider. */
  readonly name: string;
  readonly models: readonly string[];
}

/** `all` first, then the providers with at least two ruled models, unless that is all of them. */
export function panelsOf(rows: readonly StudyRow[]): readonly Panel[] {
  const ruled = new Set<string>();
  for (const { responses } of rows) {
    for (const { model, rulings } of responses) if (rulings.length > 0) ruled.add(model);
  }
  const models = [...ruled].sort();
  const byProvider = new Map<string, string[]>();
  for (const model of models) {
    const provider = providerOf(model);
    if (provider !== undefined) byProvider.set(provider, [...(byProvider.get(provider) ?? []), model]);
  }
  const providers = [...byProvider]
    .filter(([, own]) => own.length > 1 && own.length < models.length)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return [{ name: 'all', models }, ...providers.map(([provider, own]) => ({ name: provider, models: own }))];
}

/** D of the scenario over the panel's models; a panel of one provider's models may have it under that name only. */
export function disagreementOn({ disagreements }: StudyRow, panel: Panel): number | undefined {
  const provider = panel.models.length === 0 ? undefined : providerOf(panel.models[0]!);
  const isOneProvider = panel.models.every((model) => providerOf(model) === provider);
  const own = disagreements[panel.name];
  return own ?? (isOneProvider && provider !== undefined ? disagreements[provider] : undefined);
}

export function isHighDisagreement(row: StudyRow, panel: Panel): boolean {
  return (disagreementOn(row, panel) ?? 0) >= HIGH_DISAGREEMENT;
}

/** The panel's responses of a row; undefined where one is absent. */
export function responsesOf(row: StudyRow, panel: Panel): readonly StudyResponse[] | undefined {
  const responses = panel.models.map((model) => row.responses.find((response) => response.model === model));
  return responses.every((response) => response !== undefined) ? responses : undefined;
}

/** One number a row, by scenario in the order of ids; rows where `measure` finds nothing are left out. */
export function collectByScenario(
  rows: readonly StudyRow[],
  measure: (row: StudyRow) => number | undefined,
): readonly (readonly number[])[] {
  return [...groupByScenario(rows).values()].map((group) => group.map(measure).filter((value) => value !== undefined));
}
