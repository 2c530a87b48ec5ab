// `spec-gate coverage`: what of the spec the bank tests, sentence by sentence. It asks nobody.
import { whereDefined } from '../core/where-defined.ts';
import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import type { CommandContext } from '../context/command-context.ts';
import { loadSpecAtRef } from '../gate/commands/spec-at-ref.ts';
import { priceUsualEdit } from '../gate/usual-edit.ts';
import { findRepository } from '../io/find-repository.ts';
import { createPaint } from '../render/paint.ts';
import { besideConfig, loadProject, loadSpec, type Project } from '../run/load-project.ts';
import { measureChangeCoverage, measureCoverage, totalCoverage } from '../scenarios/coverage.ts';
import { createBank } from '../scenarios/parse-bank.ts';
import { openBank } from '../run/open-bank.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { isSubstantive } from '../spec/change.ts';
import type { Spec } from '../spec/clause.ts';
import { diffSpec } from '../spec/diff.ts';
import type { CoverageOptions } from './commands.ts';
import { renderCoverage, type ChangedView } from './text.ts';

export async function runCoverageCommand(options: CoverageOptions, context: CommandContext): Promise<ExitCode> {
  const configPath = resolve(context.cwd, options.config);
  const root = (await findRepository(dirname(configPath))) ?? dirname(configPath);
  const configFile = relative(root, configPath).replaceAll('\\', '/') || basename(configPath);
  const source = { kind: 'worktree', root } as const;
  const project = await loadProject(source, configFile, { bank: 'unread' });
  const spec = await loadSpec(source, { configFile, config: project.config });
  const bankPath =
    options.bank === undefined
      ? resolve(root, besideConfig(configFile, project.config.bank))
      : resolve(context.cwd, options.bank);
  // A bank that is not there yet covers nothing, which is what this command is asked for.
  const bankName = relative(context.cwd, bankPath).replaceAll('\\', '/');
  const { scenarios } = existsSync(bankPath) ? await openBank(bankPath, bankName) : createBank(bankName, []);
  const clauses = measureCoverage(spec, scenarios);
  const changed =
    options.base === undefined
      ? undefined
      : await describeChanged({
          base: await loadSpecAtRef(options.base, { cwd: context.cwd, config: options.config }),
          spec,
          scenarios,
          project,
        });
  const view = { totals: totalCoverage(clauses), clauses, ...whereDefined({ changed }) };
  context.print(
    options.json === true
      ? `${JSON.stringify(view, null, 2)}\n`
      : renderCoverage(view, {
          paint: createPaint(context.output.colour),
          width: context.output.columns,
          all: options.all === true,
        }),
  );
  return EXIT.pass;
}

/** The changes since `base`, and about what it costs to bring each clause to the scenarios it should have. */
async function describeChanged({
  base,
  spec,
  scenarios,
  project,
}: {
  readonly base: Spec;
  readonly spec: Spec;
  readonly scenarios: readonly Scenario[];
  readonly project: Project;
}): Promise<readonly ChangedView[]> {
  const { config } = project;
  const { perClause } = config.coverage;
  const writing = { ...project, config: { ...config, coverage: { ...config.coverage, write: true } } };
  const usd = (await priceUsualEdit(writing, spec, perClause)) ?? 'unknown';
  return diffSpec(base, spec)
    .filter((change) => isSubstantive(change) && (change.head ?? change.base)?.text !== '')
    .map((change) => {
      const covered = measureChangeCoverage(change, scenarios);
      const lacks = Math.max(0, perClause - covered.scenarios);
      return { ...covered, lacks, usd: usd === 'unknown' ? usd : (usd * lacks) / perClause };
    });
}
