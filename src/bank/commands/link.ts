// `spec-gate bank link`: names the clauses that each scenario tests, for cents; or follows the clauses that a change renamed.
import { toJson, toText } from './print-result.ts';
import { inRow, name, say, wording, type Sentence } from '../../render/sentence.ts';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../core/errors.ts';
import { SYSTEM_CLOCK } from '../../io/system-clock.ts';
import type { Bank } from '../../scenarios/bank.ts';
import type { StreamOptions } from '../../scenarios/parse-bank.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { namePanel } from '../../run/name-panel.ts';
import { nameSplit } from '../../scenarios/shard-set.ts';
import { takeShard } from '../../scenarios/shard.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import type { Spec } from '../../spec/clause.ts';
import { diffSpec } from '../../spec/diff.ts';
import { followLinks } from '../../writing/follow-links.ts';
import { imagineScenarios, linkBank, planLinking, type LinkCounts, type LinkedRow } from '../../writing/link-bank.ts';
import type { CallPlan } from '../../writing/call-plan.ts';
import type { Linker, Linking } from '../../writing/link-scenario.ts';
import { openLinker } from '../../writing/open-linker.ts';
import { clauseAsScenario, findClausesByMeasure } from '../../writing/retrieve-clauses.ts';
import { isLinkable } from '../../writing/show-spec.ts';
import type { CommandContext } from '../../context/command-context.ts';
import { noteShard } from '../../context/note-shard.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { loadSpecAtRef } from '../../gate/commands/spec-at-ref.ts';
import { loadSpecFile } from '../../gate/commands/spec-file.ts';
import { describePlan, inDollars } from '../generation/describe-bank-run.ts';
import { rewriteBank, type RewrittenBank } from '../io/bank-rewrite.ts';
import { measureByEmbeddings } from '../io/embeddings.ts';
import { openBank, walkBankFile } from '../../run/open-bank.ts';
import { renderFollowed, renderLinking } from '../report/link-text.ts';
import { loadBankProject, type BankProject } from './project.ts';
import type { BankLinkOptions } from '../commands.ts';

export async function runBankLinkCommand(options: BankLinkOptions, context: CommandContext): Promise<ExitCode> {
  const bankProject = await loadBankProject(options, context);
  const spec = await bankProject.loadSpec();
  if (options.follow !== undefined) return follow(options, { bankProject, spec, context });
  if (options.count !== undefined && options.plan !== true) {
    throw new UserError({
      message: '--count goes with --plan',
      hint: 'It prices so many scenarios that are not there yet.',
    });
  }
  const opened = { bankProject, spec, context };
  if (options.plan === true) return printPlan(options, opened);
  const bank = await readScenarios(bankProject);
  const { scenarios } = bank;
  const again = options.again === true;
  const linker = await linkerOf(options, opened, scenarios);
  const { store, priceOf } = bankProject;
  const own = options.shard === undefined ? scenarios : takeShard(scenarios, options.shard);
  const plan = await planLinking(own, { linker, again }, { store, priceOf });
  const run = bankProject.openRun('link', { plan, bank });
  const walk = linkBank(own, { linker, again, ahead: run.places }, run.ask);
  const { counts, tested, links } = await linkInto(
    { path: bankProject.bankPath, name: bankProject.bankName, scenarios },
    walk,
  );
  const stop = run.stopped();
  const record = run.close();
  const subject = nameSplit(
    [...scenarios.map(({ id }) => id), options.linkers ?? '', options.embeddings ?? ''],
    namePanel(bankProject.project, spec),
  );
  noteShard(options.shard, { work: 'bank link', subject, finished: stop === undefined }, bankProject);
  const { usd, calls } = record;
  const view = { counts, spec, tested, bank: bankProject.bankName, usd, calls: calls.made, stop };
  context.print(options.json === true ? toJson({ ...counts, usd, links }) : toText(renderLinking(view)));
  return stop === undefined && counts.stopped === undefined ? EXIT.pass : EXIT.inconclusive;
}

async function printPlan(options: BankLinkOptions, opened: Opened): Promise<ExitCode> {
  const { store, priceOf } = opened.bankProject;
  const { scenarios, linker } = await priced(options, opened);
  const plan = await planLinking(scenarios, { linker, again: options.again === true }, { store, priceOf });
  const lines = [
    ...describePlan(plan),
    ...describeLikely(plan),
    say`asked: ${inRow(
      linker.linkers.map(({ id }) => name(id)),
      wording(', and where it is unsure '),
    )}`,
  ];
  opened.context.print(
    options.json === true ? toJson({ ...plan, linkers: linker.linkers.map(({ id }) => id) }) : toText(lines),
  );
  return EXIT.pass;
}

/** What a plan goes through, one after another where nothing needs all of them at once, and who would be asked. */
async function priced(
  options: BankLinkOptions,
  opened: Opened,
): Promise<{ readonly scenarios: Iterable<Scenario> | AsyncIterable<Scenario>; readonly linker: Linker }> {
  const { bankProject, spec } = opened;
  const { count, shard, embeddings } = options;
  // What an earlier scoring found costs nothing and prices nothing.
  const without = { without: 'scored' } as const;
  if (count === undefined && shard === undefined && embeddings === undefined) {
    return { scenarios: walkScenarios(bankProject, without), linker: await linkerOf(options, opened, []) };
  }
  const scenarios =
    count === undefined ? (await readScenarios(bankProject, without)).scenarios : imagineScenarios(count, spec);
  const linker = await linkerOf(options, opened, scenarios);
  return { scenarios: shard === undefined ? scenarios : takeShard(scenarios, shard), linker };
}

/** Embeddings, where they are asked for, need the scenarios. */
async function linkerOf(options: BankLinkOptions, opened: Opened, scenarios: readonly Scenario[]): Promise<Linker> {
  const { panel, config } = opened.bankProject.project;
  const names = options.linkers?.split(',').map((id) => id.trim());
  const find = await chooseFind(options, { ...opened, scenarios });
  const { spec } = opened;
  return openLinker({ spec, panel, prices: config.prices, ...(names && { names }), ...(find && { find }) });
}

/**
 * Share of scenarios on which the first linker is unsure, as measured (bench/README.md, "Links"). The upper end of the
 * plan takes all of them.
 */
const USUALLY_UNSURE = 0.2;

function describeLikely({ least, most }: CallPlan): readonly Sentence[] {
  if (least.usd === 'unknown' || most.usd === 'unknown' || most.calls === least.calls) return [];
  const usd = least.usd + USUALLY_UNSURE * (most.usd - least.usd);
  return [say`likely ${inDollars(usd)}: about one in five is read a second time`];
}

interface Linked {
  readonly counts: LinkCounts;
  /** Clauses that the bank's scenarios name now. */
  readonly tested: ReadonlySet<string>;
  /** Of those linked now. */
  readonly links: readonly { readonly scenario: string; readonly links: LinkedRow['links'] }[];
}

/**
 * Writes the links into the bank. A stopped run keeps the links it has and leaves the other rows as they were; its
 * answers are stored.
 */
async function linkInto(bank: RewrittenBank, walk: AsyncGenerator<LinkedRow, LinkCounts>): Promise<Linked> {
  const tested = new Set<string>();
  const links: Linked['links'][number][] = [];
  let counts: LinkCounts | undefined;
  let done = 0;
  const count = ({ clauses }: Scenario): void => {
    for (const clause of clauses) tested.add(clause);
  };
  await rewriteBank(bank, async (put) => {
    for (;;) {
      const next = await walk.next();
      if (next.done === true) {
        counts = next.value;
        return counts.linked > 0 ? 'replace' : 'leave';
      }
      const { scenario, links: named } = next.value;
      put(scenario.id, serializeScenario(scenario));
      // With `--shard` the rows in between belong to other machines.
      for (; bank.scenarios[done]!.id !== scenario.id; done += 1) count(bank.scenarios[done]!);
      done += 1;
      count(scenario);
      if (named.length > 0) links.push({ scenario: scenario.id, links: named });
    }
  });
  for (const scenario of bank.scenarios.slice(done)) count(scenario);
  return { counts: counts!, tested, links };
}

interface Opened {
  readonly bankProject: BankProject;
  readonly spec: Spec;
  readonly context: CommandContext;
}

/** Candidates by embeddings, where a model for them is named; by words otherwise. */
async function chooseFind(
  options: BankLinkOptions,
  { bankProject, spec, context, scenarios }: Opened & { readonly scenarios: readonly Scenario[] },
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

/** Moves links along with the clauses that were renamed between an earlier spec and this one. */
async function follow(options: BankLinkOptions, { bankProject, spec, context }: Opened): Promise<ExitCode> {
  const from = options.follow!;
  const { clauses } = bankProject.project.config;
  const path = resolve(context.cwd, from);
  const base = existsSync(path)
    ? await loadSpecFile(path, { cwd: context.cwd, clauses })
    : await loadSpecAtRef(from, { cwd: context.cwd, config: options.config, clauses });
  const followed = followLinks((await readScenarios(bankProject)).scenarios, diffSpec(base, spec), spec);
  if (options.plan !== true && followed.moved.length > 0) {
    const { bankPath, bankName } = bankProject;
    const bank = { path: bankPath, name: bankName, scenarios: followed.scenarios };
    await rewriteBank(bank, () => Promise.resolve('replace'));
  }
  const { scenarios: _rows, ...counts } = followed;
  context.print(
    options.json === true ? toJson(counts) : toText(renderFollowed(followed, { from, bank: bankProject.bankName })),
  );
  return EXIT.pass;
}

/** @throws UserError where there is no bank, or no scenario in it. */
async function readScenarios({ bankPath, bankName }: BankProject, options: StreamOptions = {}): Promise<Bank> {
  const bank = existsSync(bankPath) ? await openBank(bankPath, bankName, options) : undefined;
  if (bank !== undefined && bank.scenarios.length > 0) return bank;
  throw nothingToLink(bankName);
}

/** The same one after another. @throws UserError at the end where there was none. */
async function* walkScenarios({ bankPath, bankName }: BankProject, options: StreamOptions): AsyncGenerator<Scenario> {
  let isEmpty = true;
  if (existsSync(bankPath)) {
    for await (const scenario of walkBankFile(bankPath, bankName, options)) {
      isEmpty = false;
      yield scenario;
    }
  }
  if (isEmpty) throw nothingToLink(bankName);
}

function nothingToLink(file: string): UserError {
  return new UserError({
    message: 'there is no scenario to link',
    hint: 'Bring a list of queries with `bank import`, or price one that is not there yet with --plan --count 70.',
    place: { file },
  });
}
