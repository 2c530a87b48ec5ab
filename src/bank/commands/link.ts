// `spec-gate bank link`: names the clauses that each scenario tests, for cents; or follows the clauses that a change renamed.
import { toJson, toText } from './print-result.ts';
import { UserError } from '../../core/errors.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { namePanel } from '../../run/name-panel.ts';
import { nameSplit } from '../../scenarios/shard-set.ts';
import { takeShard } from '../../scenarios/shard.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import { linkBank, planLinking, type LinkCounts, type LinkedRow } from '../../writing/link-bank.ts';
import type { CommandContext } from '../../context/command-context.ts';
import { noteShard } from '../../context/note-shard.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { rewriteBank, type RewrittenBank } from '../io/bank-rewrite.ts';
import { whileBankHeld } from '../io/hold-bank.ts';
import { renderLinking } from '../report/link-text.ts';
import { chooseLinker, type LinkProject } from './choose-linker.ts';
import { followRenames } from './follow-renames.ts';
import { readLinkable } from './linkable-scenarios.ts';
import { printLinkPlan } from './plan-links.ts';
import { loadBankProject } from './project.ts';
import type { BankLinkOptions } from '../commands.ts';

export async function runBankLinkCommand(options: BankLinkOptions, context: CommandContext): Promise<ExitCode> {
  const bankProject = await loadBankProject(options, context);
  const spec = await bankProject.loadSpec();
  if (options.follow !== undefined)
    return followRenames({ ...options, from: options.follow }, { bankProject, spec, context });
  if (options.count !== undefined && options.plan !== true) {
    throw new UserError({
      message: '--count goes with --plan',
      hint: 'It prices so many scenarios that are not there yet.',
    });
  }
  const opened = { bankProject, spec, context };
  if (options.plan === true) return printLinkPlan(options, opened);
  return whileBankHeld(bankProject, () => linkAll(options, opened));
}

async function linkAll(options: BankLinkOptions, opened: LinkProject): Promise<ExitCode> {
  const { bankProject, spec, context } = opened;
  const bank = await readLinkable(bankProject);
  const { scenarios } = bank;
  const again = options.again === true;
  const linker = await chooseLinker(options, opened, scenarios);
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
