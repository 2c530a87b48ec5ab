// Everything one side of a comparison brings: config, spec, bank and the files that models depend on.
import { isLive, type OfflineKind } from '../models/provider-kind.ts';
import { posix } from 'node:path';
import { parseConfig } from '../config/parse-config.ts';
import { policyHash } from '../config/policy.ts';
import { offlineFile } from '../config/provider-options.ts';
import { optionsOf, resolvePanel, type Panel } from '../config/resolve-models.ts';
import type { Config } from '../config/schema.ts';
import { sha256 } from '../core/canonical-json.ts';
import { UserError } from '../core/errors.ts';
import { parseRecordings, type Recordings } from '../models/recorded.ts';
import { parseWorld, type World } from '../models/simulated/world.ts';
import type { Bank } from '../scenarios/bank.ts';
import { parseLabelled, type LabelledItem } from '../scenarios/labelled.ts';
import { parseSpec } from '../spec/parse.ts';
import type { Spec } from '../spec/clause.ts';
import type { RecordedAnswers } from '../scenarios/answers/collect-answers.ts';
import { loadAnswers } from './load-answers.ts';
import { emptyBank, loadProjectBank } from './project-bank.ts';
import { readFileIfThere, readSpecFiles, type SpecSource } from '../io/read-spec.ts';

/** What stands in for a provider that is not asked over the network. */
export type OfflineProvider =
  | { readonly kind: 'simulated'; readonly world: World }
  | { readonly kind: 'recorded'; readonly file: string; readonly recordings: Recordings };

export interface Project {
  /** Path of the config from the source's root. Paths in it start from its folder. */
  readonly configFile: string;
  readonly config: Config;
  readonly policyHash: string;
  readonly bank: Bank;
  /** Answers with the ruling they deserve; none where there is no such file. */
  readonly labelled: readonly LabelledItem[];
  readonly panel: Panel;
  readonly offline: ReadonlyMap<string, OfflineProvider>;
  /** Part of the keys of what offline providers answer. */
  readonly offlineHashes: ReadonlyMap<string, string>;
  /** What models answered that are not asked, by id. */
  readonly answers: ReadonlyMap<string, RecordedAnswers>;
}

export interface LoadOptions {
  /** `unread`: an empty bank stands in, for the commands that write the bank and so read it themselves. */
  readonly bank?: 'unread';
}

/** @throws UserError with every problem of the config, or of the files it names. */
export async function loadProject(source: SpecSource, configFile: string, options: LoadOptions = {}): Promise<Project> {
  const config = await loadConfig(source, configFile);
  const bankFile = besideConfig(configFile, config.bank);
  const { bank, content } =
    options.bank === 'unread' ? emptyBank(bankFile) : await loadProjectBank(source, bankFile, config);
  const offline = new Map<string, OfflineProvider>();
  const offlineHashes = new Map<string, string>();
  for (const [name, provider] of Object.entries(config.providers)) {
    if (isLive(provider)) continue;
    const { rests, standIn } = await loadOffline(provider, { source, configFile, content });
    offlineHashes.set(name, sha256(rests).slice(0, 16));
    offline.set(name, standIn);
  }
  const systems = await loadSystems(source, configFile, [
    ...config.models,
    ...config.judges,
    ...(config.classifier === undefined ? [] : [config.classifier]),
  ]);
  const answers = await loadAnswers(source, { configFile, models: config.models.map(optionsOf), bank });
  return {
    configFile,
    config,
    policyHash: policyHash(config),
    bank,
    labelled: await loadLabelled(source, configFile, config),
    panel: resolvePanel(config, { systems, offlineHashes, answers }),
    offline,
    offlineHashes,
    answers,
  };
}

/** The stand-in for an offline provider, and the texts that its answers rest on. */
async function loadOffline(
  provider: Config['providers'][string] & { readonly kind: OfflineKind },
  from: { readonly source: SpecSource; readonly configFile: string; readonly content: () => string },
): Promise<{ readonly rests: string; readonly standIn: OfflineProvider }> {
  const file = besideConfig(from.configFile, offlineFile(provider).path);
  const text = await readOne(from.source, file);
  const { kind } = provider;
  switch (kind) {
    case 'simulated':
      // A simulated answer depends on what the bank says of its scenario, too.
      return { rests: `${text}\n${from.content()}`, standIn: { kind, world: await parseWorld({ file, text }) } };
    case 'recorded':
      return { rests: text, standIn: { kind, file, recordings: parseRecordings({ file, text }) } };
    default:
      return kind satisfies never;
  }
}

/** Where a project's labelled items lie, if it has any. */
export function labelledFile(configFile: string, { labelled }: Pick<Config, 'labelled'>): string {
  return besideConfig(configFile, labelled ?? 'labelled.jsonl');
}

/** The config's labelled items, or those of `labelled.jsonl` beside it, where there is one. */
async function loadLabelled(
  source: SpecSource,
  configFile: string,
  { labelled }: Config,
): Promise<readonly LabelledItem[]> {
  const file = labelledFile(configFile, { labelled });
  const text = labelled === undefined ? await readFileIfThere(source, file) : await readOne(source, file);
  return text === undefined ? [] : parseLabelled({ file, text });
}

/** @throws UserError with every problem of the config, and where there is none. */
export async function loadConfig(source: SpecSource, configFile: string): Promise<Config> {
  const text = await readFileIfThere(source, configFile);
  if (text !== undefined) return parseConfig({ file: configFile, text });
  throw new UserError(
    source.kind === 'worktree'
      ? { message: `there is no ${configFile} here`, hint: 'spec-gate init writes one; --config names another' }
      : {
          message: `there is no ${configFile} in commit ${source.sha.slice(0, 7)}`,
          hint: 'commit it there first; a change is judged by it once it is merged',
        },
  );
}

/** The models of a list as another source has them: asked at this project's providers, with the source's system prompts. */
export async function resolveModels(
  project: Project,
  source: SpecSource,
  models: Config['models'],
): Promise<Panel['models']> {
  const systems = await loadSystems(source, project.configFile, models);
  return resolvePanel(
    { ...project.config, models },
    {
      systems,
      offlineHashes: project.offlineHashes,
      answers: project.answers,
    },
  ).models;
}

/** The system prompts that models name, by the path the config gives. */
async function loadSystems(
  source: SpecSource,
  configFile: string,
  models: Config['models'],
): Promise<ReadonlyMap<string, string>> {
  const systems = new Map<string, string>();
  for (const { system } of models.map(optionsOf)) {
    if (system !== undefined) systems.set(system, (await readOne(source, besideConfig(configFile, system))).trim());
  }
  return systems;
}

/** The spec that a config's paths name in a source, which may be another commit than the config's. */
export async function loadSpec(
  source: SpecSource,
  options: { configFile: string; config: Config; patterns?: readonly string[] },
): Promise<Spec> {
  const { configFile, config } = options;
  const patterns = options.patterns ?? specPatterns(configFile, config);
  return parseSpec(await readSpecFiles(source, patterns), { clauses: config.clauses, ignore: config.ignore });
}

/** The config's `spec` as paths from the source's root; `!` before one leaves its files out. */
export function specPatterns(configFile: string, config: Config): readonly string[] {
  return [config.spec].flat().map((pattern) => {
    const [, sign, path] = /^(!?)(.*)$/s.exec(pattern)!;
    return `${sign!}${besideConfig(configFile, path!)}`;
  });
}

/** A path in a config, which starts from the config's folder, as a path from the root. */
export function besideConfig(configFile: string, path: string): string {
  return posix.normalize(posix.join(posix.dirname(configFile), path));
}

async function readOne(source: SpecSource, path: string): Promise<string> {
  const [file, ...more] = await readSpecFiles(source, [path]);
  if (file === undefined || more.length > 0) throw new UserError({ message: `${path}: expected one file` });
  return file.text;
}
