// `spec-gate bank import SOURCE...`: scenarios from files and addresses of many shapes, into a bank file.
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';
import { openBankSpool, type BankSpool } from '../io/bank-spool.ts';
import { openSource } from '../io/import-files.ts';
import type { OpenFile } from '../../io/open-file.ts';
import { openRejectFile } from '../io/reject-file.ts';
import { createImportTally, rankReasons, type ImportSummary, type SourceSummary } from '../report/import-summary.ts';
import { renderImport } from '../report/import-text.ts';
import { asksTheSame, fillScenario } from '../import/fill-scenario.ts';
import { MAP_QUERY, NO_QUERY } from '../import/columns.ts';
import { importScenarios } from '../import/import-scenarios.ts';
import { streamBank } from '../../scenarios/parse-bank.ts';
import type { Scenario } from '../../scenarios/scenario.ts';
import { serializeScenario } from '../../scenarios/serialize-scenario.ts';
import { type CommandContext } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { createPaint } from '../../render/paint.ts';
import type { BankImportOptions } from '../commands.ts';
import { bankNameOf } from './inputs.ts';

export async function runBankImportCommand(
  sources: readonly string[],
  given: BankImportOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const output = await bankNameOf({ given: given.output, config: given.config }, context);
  const options = { ...given, output };
  const bankPath = resolve(context.cwd, output);
  const spool = openBankSpool(bankPath);
  try {
    const summary = await importAll(sources, { spool, bankPath, options, context });
    if (summary === 'stopped') {
      context.remark(`stopped: ${options.output} is as it was\n`);
      return EXIT.inconclusive;
    }
    refuseNothing(summary);
    spool.replaceBank();
    context.print(
      options.json === true
        ? `${JSON.stringify(summary, null, 2)}\n`
        : renderImport(summary, { paint: createPaint(context.output.colour), width: context.output.columns }),
    );
  } finally {
    spool.close();
  }
  if (options.link !== true) return EXIT.pass;
  const { runBankLinkCommand } = await import('./link.ts');
  return runBankLinkCommand({ config: options.config, bank: options.output }, context);
}

interface Import {
  readonly spool: BankSpool;
  readonly bankPath: string;
  readonly options: BankImportOptions & { readonly output: string };
  readonly context: CommandContext;
}

type Outcome = 'added' | 'filled' | 'unchanged' | 'clash';

async function importAll(
  names: readonly string[],
  { spool, bankPath, options, context }: Import,
): Promise<ImportSummary | 'stopped'> {
  if (existsSync(bankPath)) {
    await reading(bankPath, options.output, async (source) => {
      await streamBank(source, (scenario) => spool.put(scenario));
    });
  }
  const before = spool.size();
  const rejectName = options.rejects ?? `${options.output.replace(/\.jsonl$/, '')}.rejects.jsonl`;
  const rejects = openRejectFile(resolve(context.cwd, rejectName));
  const reasons = new Map<string, number>();
  const counts: Record<Outcome, number> = { added: 0, filled: 0, unchanged: 0, clash: 0 };
  const summaries: SourceSummary[] = [];
  try {
    for (const name of names) {
      const tally = createImportTally(name, reasons);
      const reject = (row: { row: number; reason: string; excerpt: string }): void => {
        tally.reject(row.reason);
        rejects.add({ source: name, ...row });
      };
      const path = /^[a-z][a-z0-9+.-]*:\/\//i.test(name) ? name : resolve(context.cwd, name);
      await reading(path, name, async (source) => {
        const { format, map } = options;
        const open = { ...whereDefined({ format, map }) };
        for await (const event of importScenarios({ source, ...open })) {
          if (context.signal.aborted) return;
          if (event.kind === 'reject') {
            reject(event);
            continue;
          }
          if (event.kind === 'scenario') {
            const { outcome, id } = putUnderFreeId(spool, event.scenario, { name, prefix: options.idPrefix ?? '' });
            counts[outcome] += 1;
            if (outcome !== 'clash' && id !== event.scenario.id && options.idPrefix === undefined) tally.rename();
            if (outcome === 'clash') {
              const reason = `the id "${id}" has another query in the bank (--id-prefix names a set's ids apart)`;
              reject({ row: event.row, reason, excerpt: serializeScenario(event.scenario).slice(0, 500) });
              continue;
            }
          }
          tally.add(event);
        }
      });
      if (context.signal.aborted) return 'stopped';
      summaries.push(tally.summary());
    }
  } finally {
    rejects.close();
  }
  const { added, filled, unchanged } = counts;
  return {
    bank: options.output,
    sources: summaries,
    before,
    added,
    filled,
    unchanged,
    after: spool.size(),
    reasons: rankReasons(reasons),
    ...(reasons.size > 0 && { rejectFile: rejectName }),
  };
}

/**
 * Many sets number their rows from one: where such a number is another set's already, the file's name is put before it. Any
 * other id that is taken names the same scenario in other words, which is for a person to settle.
 */
function putUnderFreeId(
  spool: BankSpool,
  brought: Scenario,
  { name, prefix }: { readonly name: string; readonly prefix: string },
): { readonly outcome: Outcome; readonly id: string } {
  const named = prefix === '' ? brought : { ...brought, id: `${prefix}${brought.id}` };
  const outcome = putScenario(spool, named);
  if (outcome !== 'clash' || !/^\d+$/.test(named.id)) return { outcome, id: named.id };
  const stem = basename(name)
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 100);
  const apart = { ...named, id: `${/^[\p{L}\p{N}]/u.test(stem) ? stem : 'set'}-${named.id}` };
  return { outcome: putScenario(spool, apart), id: apart.id };
}

/** The bank's own rows are never lost: an imported scenario with a known id and another query is left out. */
function putScenario(spool: BankSpool, brought: Scenario): Outcome {
  const known = spool.get(brought.id);
  if (known === undefined) {
    spool.put(brought);
    return 'added';
  }
  if (!asksTheSame(known, brought)) return 'clash';
  const both = fillScenario(known, brought);
  if (serializeScenario(both) === serializeScenario(known)) return 'unchanged';
  spool.put(both);
  return 'filled';
}

/** Opens, hands over under the name people know, and closes. */
async function reading(path: string, name: string, read: (source: OpenFile) => Promise<void>): Promise<void> {
  const source = await openSource(path, globalThis.fetch);
  try {
    await read({ ...source, name });
  } finally {
    await source.close();
  }
}

/** @throws UserError where every row of every source was left out: that is a wrong file, not an import. */
function refuseNothing({ sources, reasons, rejectFile }: ImportSummary): void {
  if (sources.some(({ scenarios, repeats }) => scenarios + repeats > 0)) return;
  const most = reasons[0];
  const where = rejectFile === undefined ? '' : `Every row is in ${rejectFile}, with its reason.`;
  const way = most !== undefined && most.reason.startsWith(NO_QUERY) ? `${MAP_QUERY} ` : '';
  throw new UserError({
    message: `no row could be imported${most === undefined ? '' : `; most often: ${most.reason}`}`,
    ...(way + where !== '' && { hint: `${way}${where}`.trim() }),
  });
}
