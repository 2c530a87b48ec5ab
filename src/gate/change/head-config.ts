// What a change does to the config: what it would loosen of the policy, and which models it lists.
import { UserError } from '../../core/errors.ts';
import { providerName } from '../../models/model-id.ts';
import type { Config } from '../../config/schema.ts';
import type { ModelConfig } from '../../config/model-options.ts';
import { optionsOf } from '../../config/resolve-models.ts';
import type { PanelModel } from '../../evaluation/create-comparison.ts';
import { loadConfig, resolveModels, specPatterns, type Project } from '../../run/load-project.ts';
import { readSpecFiles } from '../../io/read-spec.ts';
import { createFinding } from '../../report/messages.ts';
import type { Finding } from '../../report/report.ts';
import type { ChangeEnds } from '../../run/change-ends.ts';
import { filesLoosened } from './policy-files.ts';
import { isAllowedModel } from './allowed-model.ts';
import { listLoosened, type LoosenedOption } from './policy-change.ts';

export interface HeadConfig {
  readonly loosened: readonly LoosenedOption[];
  /** The list of models as the change found it and as it leaves it. */
  readonly models: { readonly base: readonly PanelModel[]; readonly head: readonly PanelModel[] };
  /** Models of the head whose provider the base policy does not have: nobody asks them. */
  readonly notAllowed: readonly Finding[];
}

/**
 * The change's own edit of the config, by three ways: what the base branch did meanwhile is no part of it.
 * @throws UserError for a config that the head breaks.
 */
export async function loadHeadConfig(
  ends: ChangeEnds,
  subject: { readonly project: Project; readonly patterns: readonly string[] },
): Promise<HeadConfig> {
  const { project, patterns } = subject;
  const { configFile } = project;
  const before = ends.base.paths.has(configFile) ? await loadConfig(ends.base.source, configFile) : undefined;
  const after = ends.head.paths.has(configFile) ? await loadConfig(ends.head.source, configFile) : undefined;
  const { models } = project.panel;
  const untouched = { models: { base: models, head: models }, notAllowed: [] };
  if (before === undefined) return { ...untouched, loosened: [] };
  if (after === undefined) {
    return { ...untouched, loosened: [{ option: configFile, base: 'the policy', head: 'removed' }] };
  }
  const { allowed, refused } = splitAllowed(after.models, project);
  return {
    loosened: [
      ...(await specLoosened(ends, { project, patterns, before, after })),
      ...listLoosened(before, after),
      ...filesLoosened(ends, { configFile, configs: [before, project.config] }),
    ],
    models: {
      base: await resolveModels(project, ends.base.source, splitAllowed(before.models, project).allowed),
      head: await resolveModels(project, ends.head.source, allowed),
    },
    notAllowed: refused.map(({ id }) =>
      createFinding({
        code: 'modelNotAllowed',
        args: { model: id, provider: providerName({ id }) },
        severity: 'warning',
      }),
    ),
  };
}

function splitAllowed(
  models: Config['models'],
  project: Project,
): { readonly allowed: Config['models']; readonly refused: readonly ModelConfig[] } {
  const isAllowed = (entry: Config['models'][number]): boolean => isAllowedModel(project, optionsOf(entry));
  return {
    allowed: models.filter(isAllowed),
    refused: models.filter((entry) => !isAllowed(entry)).map(optionsOf),
  };
}

/**
 * The head's config may name the spec's files by other words; other files are another spec. A change that names them as it found
 * them has no part in what the policy of today names meanwhile.
 */
async function specLoosened(
  ends: ChangeEnds,
  subject: {
    readonly project: Project;
    readonly patterns: readonly string[];
    readonly before: Config;
    readonly after: Config;
  },
): Promise<readonly LoosenedOption[]> {
  const { project, patterns, before, after } = subject;
  const own = specPatterns(project.configFile, after);
  const ofPolicy = specPatterns(project.configFile, project.config);
  const isNamedAs = (names: readonly string[]): boolean => JSON.stringify(names) === JSON.stringify(own);
  if (isNamedAs(patterns)) return [];
  const isUntouched = isNamedAs(specPatterns(project.configFile, before));
  const isRenamed = JSON.stringify(patterns) !== JSON.stringify(ofPolicy);
  if (isNamedAs(ofPolicy) || (isUntouched && isRenamed)) {
    throw leftBehind(project.configFile, { before: ofPolicy, patterns });
  }
  if (isUntouched) return [];
  const filesOf = async (names: readonly string[]): Promise<string> =>
    (await readSpecFiles(ends.head.source, names)).map(({ file }) => file).join(', ');
  const [base, head] = [await filesOf(patterns), await filesOf(own)];
  return base === head ? [] : [{ option: 'spec', base, head }];
}

/** A spec that was renamed under a config that keeps its old name: nothing could be checked after it is merged. */
function leftBehind(
  file: string,
  { before, patterns }: { readonly before: readonly string[]; readonly patterns: readonly string[] },
): UserError {
  const renamed = before.flatMap((path, index) =>
    path === patterns[index] ? [] : [[path, patterns[index]!] as const],
  );
  return new UserError({
    message: `this change renames ${renamed.map(([path, now]) => `${path} to ${now}`).join(', ')}, and ${file} keeps the old name`,
    hint: `name it in this change as well, under spec: what is merged without it stops every later check`,
    place: { file },
  });
}
