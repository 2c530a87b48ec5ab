// `spec-gate bank link --plan`: what linking a bank would cost, also one that is not there yet.
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { inRow, name, say, wording, type Sentence } from '../../render/sentence.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { takeShard } from '../../scenarios/shard.ts';
import type { CallPlan } from '../../writing/call-plan.ts';
import { imagineScenarios, planLinking } from '../../writing/link-bank.ts';
import type { Linker } from '../../writing/link-scenario.ts';
import type { BankLinkOptions } from '../commands.ts';
import { describePlan, inDollars } from '../generation/describe-bank-run.ts';
import { chooseLinker, type LinkProject } from './choose-linker.ts';
import { readLinkable, walkLinkable } from './linkable-scenarios.ts';
import { toJson, toText } from './print-result.ts';

export async function printLinkPlan(options: BankLinkOptions, opened: LinkProject): Promise<ExitCode> {
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
  opened: LinkProject,
): Promise<{ readonly scenarios: Iterable<Scenario> | AsyncIterable<Scenario>; readonly linker: Linker }> {
  const { bankProject, spec } = opened;
  const { count, shard, embeddings } = options;
  // What an earlier scoring found costs nothing and prices nothing.
  const without = { without: 'scored' } as const;
  if (count === undefined && shard === undefined && embeddings === undefined) {
    return { scenarios: walkLinkable(bankProject, without), linker: await chooseLinker(options, opened, []) };
  }
  const scenarios =
    count === undefined ? (await readLinkable(bankProject, without)).scenarios : imagineScenarios(count, spec);
  const linker = await chooseLinker(options, opened, scenarios);
  return { scenarios: shard === undefined ? scenarios : takeShard(scenarios, shard), linker };
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
