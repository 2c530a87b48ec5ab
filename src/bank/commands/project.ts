// What the commands that build a bank start from: the project of a config, its store, and a way to ask.
import { basename, dirname, relative, resolve } from 'node:path';
import type { PriceOf } from '../../evaluation/tally.ts';
import { findRepository } from '../../io/find-repository.ts';
import { labelledFile, loadProject, loadSpec, type Project } from '../../run/load-project.ts';
import type { Run } from '../../run/open-run.ts';
import type { SegmentStore } from '../../io/store/segment-store.ts';
import { costOf, priceOf } from '../../models/cost/prices.ts';
import type { CallPlan } from '../../writing/call-plan.ts';
import type { Bank } from '../../scenarios/bank.ts';
import type { Spec } from '../../spec/clause.ts';
import type { CommandContext } from '../../context/command-context.ts';
import type { BankScoreOptions } from '../commands.ts';
import { openCommandStore } from '../../context/command-store.ts';
import { openCommandRun } from '../../context/open-command-run.ts';
import { batchFolderOf } from '../../context/working-project.ts';

type BankOptions = Pick<BankScoreOptions, 'config' | 'bank' | 'store' | 'batch'>;

export interface BankProject {
  readonly project: Project;
  /** Full path of the bank file, and how people call it. */
  readonly bankPath: string;
  readonly bankName: string;
  /** The same of the file of labelled items. */
  readonly labelledPath: string;
  readonly labelledName: string;
  readonly store: SegmentStore;
  /** Full path of the store's folder. */
  readonly storeFolder: string;
  readonly priceOf: PriceOf;
  readonly loadSpec: () => Promise<Spec>;
  /** Opens the run that asks what was planned; `bank` is what simulated models know. */
  readonly openRun: (stage: string, planned: { plan: CallPlan; bank: Bank }) => Run;
}

/** One for all: a large bank has millions of calls. */
const PLANNED = { stored: false, optional: false } as const;

/** Config, spec, store and run; the bank's file is left to the command. @throws UserError for what cannot be read. */
export async function loadBankProject(options: BankOptions, context: CommandContext): Promise<BankProject> {
  const configPath = resolve(context.cwd, options.config);
  const root = (await findRepository(dirname(configPath))) ?? dirname(configPath);
  const configFile = relative(root, configPath).replaceAll('\\', '/') || basename(configPath);
  const source = { kind: 'worktree', root } as const;
  const project = await loadProject(source, configFile, { bank: 'unread' });
  const { config } = project;
  const bankPath =
    options.bank === undefined ? resolve(dirname(configPath), config.bank) : resolve(context.cwd, options.bank);
  const { store, storeFolder } = await openCommandStore({ root, config, given: options.store }, context);
  const labelledPath = resolve(root, labelledFile(configFile, config));
  const nameOf = (path: string): string => relative(context.cwd, path).replaceAll('\\', '/');
  return {
    project,
    bankPath,
    bankName: nameOf(bankPath),
    labelledPath,
    labelledName: nameOf(labelledPath),
    store,
    storeFolder,
    priceOf: (request, usage) => costOf(usage, priceOf(request.model, config.prices)),
    loadSpec: () => loadSpec(source, { configFile, config }),
    openRun: (stage, { plan, bank }) => {
      const run = openCommandRun(
        { project: { ...project, bank }, store, ...batchFolderOf(options, { storeFolder }), unattended: true },
        context,
      );
      run.beginStage(stage, () => Array.from({ length: plan.most.calls }, () => PLANNED));
      return run;
    },
  };
}
