// `spec-gate bank import SOURCE...`: scenarios from files and addresses of many shapes, into a bank file.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { whereDefined } from '../../core/where-defined.ts';
import { UserError } from '../../core/errors.ts';
import { openBankSpool, type BankSpool } from '../io/bank-spool.ts';
import { whileBankHeld } from '../io/hold-bank.ts';
import { openSource, locateSource } from '../io/import-files.ts';
import type { OpenFile } from '../../io/open-file.ts';
import { openRejectFile } from '../io/reject-file.ts';
import { createImportTally, rankReasons, type ImportSummary, type SourceSummary } from '../report/import-summary.ts';
import { renderImport } from '../report/import-text.ts';
import { addToBank } from '../import/add-to-bank.ts';
import type { ImportEvent } from '../import/import-event.ts';
import { MAP_QUERY, NO_QUERY } from '../import/columns.ts';
import { importScenarios } from '../import/import-scenarios.ts';
import { streamBank } from '../../scenarios/parse-bank.ts';
import { ID_PATTERN } from '../../scenarios/scenario-schema.ts';
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
  checkPrefix(given.idPrefix ?? '');
  const summary = await whileBankHeld({ bankPath, bankName: output }, () =>
    importInto(sources, { bankPath, options, context }),
  );
  if (summary === 'stopped') {
    context.remark(`stopped: ${options.output} is as it was\n`);
    return EXIT.inconclusive;
  }
  context.print(
    options.json === true
      ? `${JSON.stringify(summary, null, 2)}\n`
      : renderImport(summary, { paint: createPaint(context.output.colour), width: context.output.columns }),
  );
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

/** The bank is as it was where the import is stopped, or brings nothing. */
async function importInto(
  sources: readonly string[],
  given: Omit<Import, 'spool'>,
): Promise<ImportSummary | 'stopped'> {
  const spool = openBankSpool(given.bankPath);
  try {
    const summary = await importAll(sources, { ...given, spool });
    if (summary === 'stopped') return summary;
    refuseNothing(summary);
    spool.replaceBank();
    return summary;
  } finally {
    spool.close();
  }
}

async function importAll(names: readonly string[], given: Import): Promise<ImportSummary | 'stopped'> {
  const { spool, bankPath, options, context } = given;
  if (existsSync(bankPath)) {
    await reading(bankPath, options.output, async (source) => {
      await streamBank(source, (scenario) => spool.put(scenario));
    });
  }
  const before = spool.size();
  const rejectName = options.rejects ?? `${options.output.replace(/\.jsonl$/, '')}.rejects.jsonl`;
  const rejectPath = resolve(context.cwd, rejectName);
  if (rejectPath === bankPath || names.some((name) => locateSource(context.cwd, name) === rejectPath)) {
    const message = 'rows that are left out would be written over it';
    throw new UserError({ message, hint: 'Name another file with --rejects.', place: { file: rejectName } });
  }
  const rejects = openRejectFile(rejectPath);
  const reasons = new Map<string, number>();
  const counts = { added: 0, filled: 0, unchanged: 0 };
  const summaries: SourceSummary[] = [];
  try {
    for (const name of names) {
      const tally = createImportTally(name, reasons);
      await importSource(name, given, {
        added: (event, { outcome, isRenamed }) => {
          counts[outcome] += 1;
          if (isRenamed) tally.rename();
          tally.add(event);
        },
        passed: tally.add,
        rejected: (row) => {
          tally.reject(row.reason);
          rejects.add({ source: name, ...row });
        },
      });
      if (context.signal.aborted) return 'stopped';
      summaries.push(tally.summary());
    }
  } finally {
    rejects.close();
  }
  return {
    bank: options.output,
    sources: summaries,
    before,
    ...counts,
    after: spool.size(),
    reasons: rankReasons(reasons),
    ...(reasons.size > 0 && { rejectFile: rejectName }),
  };
}

type ScenarioEvent = ImportEvent & { readonly kind: 'scenario' };

/** Who is told what becomes of the rows of a source. */
interface RowListener {
  readonly added: (
    event: ScenarioEvent,
    how: { readonly outcome: 'added' | 'filled' | 'unchanged'; readonly isRenamed: boolean },
  ) => void;
  readonly rejected: (row: { readonly row: number; readonly reason: string; readonly excerpt: string }) => void;
  /** Neither a scenario nor left out: columns, and repeats of an earlier row. */
  readonly passed: (event: Exclude<ImportEvent, { kind: 'reject' | 'scenario' }>) => void;
}

/** Puts the scenarios of one source into the spool; ends early where the run is stopped. */
async function importSource(name: string, { spool, options, context }: Import, listener: RowListener): Promise<void> {
  const { format, map, idPrefix: prefix = '' } = options;
  await reading(locateSource(context.cwd, name), name, async (source) => {
    for await (const event of importScenarios({ source, ...whereDefined({ format, map }) })) {
      if (context.signal.aborted) return;
      if (event.kind === 'reject') {
        listener.rejected(event);
      } else if (event.kind !== 'scenario') {
        listener.passed(event);
      } else {
        const { outcome, id } = addToBank(spool, event.scenario, { source: name, prefix });
        if (outcome === 'clash' || outcome === 'long-id') {
          const excerpt = serializeScenario(event.scenario).slice(0, 500);
          listener.rejected({ row: event.row, reason: WHY_NOT_ADDED[outcome](id), excerpt });
        } else {
          listener.added(event, { outcome, isRenamed: prefix === '' && id !== event.scenario.id });
        }
      }
    }
  });
}

const WHY_NOT_ADDED = {
  clash: (id: string) => `the id "${id}" has another query in the bank (--id-prefix names a set's ids apart)`,
  'long-id': (id: string) => `the id "${id}" is longer than 200 characters with what is put before it`,
} as const;

/** @throws UserError for a prefix that no id may begin with: no command could read the bank any more. */
function checkPrefix(prefix: string): void {
  if (prefix === '' || ID_PATTERN.test(`${prefix}1`)) return;
  throw new UserError({
    message: `--id-prefix ${prefix}: no id begins so`,
    hint: 'Ids are letters, digits or . _ : / + -, at most 200, and begin with a letter or digit: --id-prefix my-set-',
  });
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
