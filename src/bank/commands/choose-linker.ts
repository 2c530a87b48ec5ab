// Who names the clauses of scenarios, and where candidates for them are looked for.
import type { CommandContext } from '../../context/command-context.ts';
import { SYSTEM_CLOCK } from '../../io/system-clock.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import type { Spec } from '../../spec/clause.ts';
import type { Linker, Linking } from '../../writing/link-scenario.ts';
import { openLinker } from '../../writing/open-linker.ts';
import { clauseAsScenario, findClausesByMeasure } from '../../writing/retrieve-clauses.ts';
import { isLinkable } from '../../writing/show-spec.ts';
import type { BankLinkOptions } from '../commands.ts';
import { measureByEmbeddings } from '../io/embeddings.ts';
import type { BankProject } from './project.ts';

/** What a command that links has open. */
export interface LinkProject {
  readonly bankProject: BankProject;
  readonly spec: Spec;
  readonly context: CommandContext;
}

/** Embeddings, where they are asked for, need the scenarios. */
export async function chooseLinker(
  options: BankLinkOptions,
  opened: LinkProject,
  scenarios: readonly Scenario[],
): Promise<Linker> {
  const { panel, config } = opened.bankProject.project;
  const names = options.linkers?.split(',').map((id) => id.trim());
  const find = await chooseFind(options, { ...opened, scenarios });
  const { spec } = opened;
  return openLinker({ spec, panel, prices: config.prices, ...(names && { names }), ...(find && { find }) });
}

/** Candidates by embeddings, where a model for them is named; by words otherwise. */
async function chooseFind(
  options: BankLinkOptions,
  { bankProject, spec, context, scenarios }: LinkProject & { readonly scenarios: readonly Scenario[] },
): Promise<Linking['find'] | undefined> {
  if (options.embeddings === undefined) return undefined;
  const { config } = bankProject.project;
  const run = {
    id: options.embeddings,
    config,
    storeFolder: bankProject.storeFolder,
    spending: bankProject.store.spending(),
    env: context.env,
    clock: SYSTEM_CLOCK,
    fetch: globalThis.fetch,
    signal: context.signal,
  };
  const placed = [...scenarios, ...spec.clauses.filter(isLinkable).map(clauseAsScenario)];
  return findClausesByMeasure(spec, await measureByEmbeddings(run, placed));
}
