// `spec-gate judges migrate`: what another panel makes of the answers that are stored, and the new anchor once accepted.
import { basename, dirname, relative, resolve } from 'node:path';
import { crossCheck } from '../config/cross-check.ts';
import type { Config } from '../config/schema.ts';
import { UserError } from '../core/errors.ts';
import { planMigrate, runMigrate, type MigrateOptions } from '../gate/migrate.ts';
import { appendHistory, readHistory } from '../io/history.ts';
import { providerName } from '../io/live-models.ts';
import { loadProject, type Project } from '../io/load-project.ts';
import { createStoreSigner } from '../io/store-secret.ts';
import { endpointOf } from '../models/provider.ts';
import type { ModelRef } from '../models/model.ts';
import { renderMigrate, renderMigratePlan } from '../report/migrate.ts';
import { readLabelled } from './doctor.ts';
import { EXIT, type Door, type ExitCode } from './door.ts';
import { createPaint } from './paint.ts';
import { loadWorkingProject, openWorkingRun, type ProjectOptions } from './working-project.ts';

export interface JudgesMigrateOptions extends ProjectOptions {
  /** A config with the old panel; the new one stands in the config. */
  readonly from?: string;
  /** The new judges, separated by commas; the old ones stand in the config. */
  readonly judges?: string;
  /** The new classifier. */
  readonly classifier?: string;
  readonly labelled?: string;
  /** Why the new panel is accepted. */
  readonly accept?: string;
  readonly json?: boolean;
}

export async function runJudgesMigrateCommand(options: JudgesMigrateOptions, door: Door): Promise<ExitCode> {
  const working = await loadWorkingProject(options, door);
  const { spec, store, storeFolder } = working;
  const panels = await loadPanels(options, { project: working.project, door });
  const signer = createStoreSigner(door.storeSecret);
  const { records: history, unsigned } = readHistory([storeFolder], signer);
  if (unsigned > 0) door.remark(`${unsigned} lines of the history are unsigned or forged and were left out\n`);
  const labelled = await readLabelled(options, door);
  const migration: MigrateOptions = {
    ...panels,
    spec,
    history,
    labelled,
    now: door.now(),
    ...(options.accept === undefined ? {} : { accept: options.accept }),
  };
  const plan = planMigrate(migration, store);
  door.remark(renderMigratePlan(plan.planned));
  const run = openWorkingRun({ project: panels.new, store }, door);
  run.beginStage('migrate', []);
  const { report, append } = await runMigrate(migration, { plan, run });
  run.close();
  const unwritten = appendHistory(storeFolder, append, { now: door.now(), signer });
  if (unwritten !== undefined) door.remark(`${unwritten}\n`);
  door.print(
    options.json === true
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderMigrate(report, { paint: createPaint(door.output.colour), width: door.output.columns }),
  );
  return report.stopped === undefined ? EXIT.pass : EXIT.inconclusive;
}

/** Both panels on the same bank, spec and models. */
async function loadPanels(
  options: JudgesMigrateOptions,
  { project, door }: { project: Project; door: Door },
): Promise<{ old: Project; new: Project }> {
  if (options.from !== undefined && (options.judges !== undefined || options.classifier !== undefined)) {
    throw new UserError({
      message: '--from names the old panel, --judges and --classifier the new one',
      hint: 'give one of them',
    });
  }
  if (options.from !== undefined) {
    const path = resolve(door.cwd, options.from);
    const other = await loadProject({ kind: 'worktree', root: dirname(path) }, basename(path));
    const { judges, classifier, judgeContext } = other.config;
    const config: Config = { ...project.config, judges, classifier, judgeContext };
    const panel = { ...project.panel, judges: other.panel.judges, classifier: other.panel.classifier };
    return { old: { ...project, config, panel }, new: project };
  }
  if (options.judges === undefined && options.classifier === undefined) {
    throw new UserError({
      message: 'there is no other panel to compare with',
      hint: 'name the new judges (--judges a,b,c), or a config with the old ones (--from old.yml; the config itself where only the prompts are newer)',
    });
  }
  const ids = options.judges?.split(',').map((id) => id.trim());
  const judges = ids?.map((id) => findRef(id, project)) ?? project.panel.judges;
  const classifier = options.classifier === undefined ? project.panel.classifier : findRef(options.classifier, project);
  const config: Config = {
    ...project.config,
    ...(ids === undefined ? {} : { judges: ids }),
    ...(options.classifier === undefined ? {} : { classifier: options.classifier }),
  };
  const problems = crossCheck(config).map(({ message, hint }) =>
    hint === undefined ? { message } : { message, hint },
  );
  if (judges.length < 3) problems.push({ message: `a panel needs three judges or more, got ${judges.length}` });
  if (problems.length > 0) throw new UserError(problems);
  return { old: project, new: { ...project, config, panel: { ...project.panel, judges, classifier } } };
}

/** A judge by its id: as the config lists it, or at a provider that the config names. */
function findRef(id: string, { config, panel, configFile }: Project): ModelRef {
  const all = [
    ...panel.judges,
    ...panel.models.map(({ ref }) => ref),
    ...(panel.classifier === undefined ? [] : [panel.classifier]),
  ];
  const known = all.find((ref) => ref.id === id);
  if (known !== undefined) return known;
  const name = providerName({ id });
  const provider = Object.hasOwn(config.providers, name) ? config.providers[name] : undefined;
  const model = id.slice(id.indexOf('/') + 1);
  if (provider === undefined || model === '') {
    throw new UserError({
      message: `${id}: no provider of that name`,
      hint: `expected provider/model with a provider of ${relative('', configFile) || configFile}: ${Object.keys(config.providers).join(', ')}`,
    });
  }
  const neighbour = all.find((ref) => providerName(ref) === name);
  if (neighbour !== undefined) return { ...endpointOfRef(neighbour), id, kind: neighbour.kind, model, params: {} };
  if (provider.kind === 'simulated' || provider.kind === 'recorded') {
    throw new UserError({
      message: `${id}: this provider answers for nobody yet`,
      hint: 'write the new panel in a config and use --from',
    });
  }
  const { kind, baseUrl } = provider;
  return { ...endpointOf(baseUrl === undefined ? { kind } : { kind, baseUrl }), id, kind, model, params: {} };
}

function endpointOfRef({ origin, basePath }: ModelRef): Pick<ModelRef, 'origin' | 'basePath'> {
  return basePath === undefined ? { origin } : { origin, basePath };
}
