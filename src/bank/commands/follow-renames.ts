// `spec-gate bank link --follow REF`: links move along with the clauses that a change renamed. Asks nobody.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import { loadSpecAtRef } from '../../gate/commands/spec-at-ref.ts';
import { loadSpecFile } from '../../gate/commands/spec-file.ts';
import { diffSpec } from '../../spec/diff.ts';
import { followLinks } from '../../writing/follow-links.ts';
import type { BankLinkOptions } from '../commands.ts';
import { rewriteBank } from '../io/bank-rewrite.ts';
import { whileBankHeld } from '../io/hold-bank.ts';
import { renderFollowed } from '../report/link-text.ts';
import type { LinkProject } from './choose-linker.ts';
import { readLinkable } from './linkable-scenarios.ts';
import { toJson, toText } from './print-result.ts';

/** `from`: a git ref or a spec file. With `plan` nothing is written. */
export async function followRenames(
  { from, ...options }: Pick<BankLinkOptions, 'plan' | 'json' | 'config'> & { readonly from: string },
  { bankProject, spec, context }: LinkProject,
): Promise<ExitCode> {
  const { clauses } = bankProject.project.config;
  const path = resolve(context.cwd, from);
  const base = existsSync(path)
    ? await loadSpecFile(path, { cwd: context.cwd, clauses })
    : await loadSpecAtRef(from, { cwd: context.cwd, config: options.config, clauses });
  const { bankPath, bankName } = bankProject;
  const follow = async () => followLinks((await readLinkable(bankProject)).scenarios, diffSpec(base, spec), spec);
  const rewrite = async () => {
    const all = await follow();
    const bank = { path: bankPath, name: bankName, scenarios: all.scenarios };
    await rewriteBank(bank, () => Promise.resolve(all.moved.length > 0 ? 'replace' : 'leave'));
    return all;
  };
  const followed = options.plan === true ? await follow() : await whileBankHeld(bankProject, rewrite);
  const { scenarios: _rows, ...counts } = followed;
  context.print(options.json === true ? toJson(counts) : toText(renderFollowed(followed, { from, bank: bankName })));
  return EXIT.pass;
}
