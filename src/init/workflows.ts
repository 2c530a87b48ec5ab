// The workflows that can be written: copies of the shipped examples.
import { UserError } from '../core/errors.ts';
import { nearestName } from '../core/nearest-name.ts';

export interface Workflow {
  /** The shipped example. */
  readonly example: string;
  /** Where the copy lies, from the repository's folder. */
  readonly file: string;
  /** Where it lies beside a pipeline of the repository's own, which then has to include it. */
  readonly beside?: string;
  readonly does: string;
}

export const WORKFLOWS: Readonly<Record<string, Workflow>> = {
  gate: {
    example: 'gate-spec-pull-requests.yml',
    file: '.github/workflows/spec-gate.yml',
    does: 'gate pull requests that edit the spec',
  },
  seed: {
    example: 'seed-store.yml',
    file: '.github/workflows/spec-gate-seed.yml',
    does: 'keep answers to compare with, on every push to main',
  },
  nightly: {
    example: 'nightly.yml',
    file: '.github/workflows/spec-gate-nightly.yml',
    does: 'ask every night whether a model has changed',
  },
  models: {
    example: 'gate-model-pull-requests.yml',
    file: '.github/workflows/spec-gate-models.yml',
    does: 'gate pull requests that change models',
  },
  fork: {
    example: 'approve-fork.yml',
    file: '.github/workflows/spec-gate-fork.yml',
    does: "gate a fork's pull request after a maintainer has read it",
  },
  gitlab: {
    example: 'gitlab-ci.yml',
    file: '.gitlab-ci.yml',
    beside: '.gitlab/spec-gate.yml',
    does: 'on GitLab: gate merge requests, and keep answers to compare with',
  },
  script: {
    example: 'gate.sh',
    file: 'spec-gate.sh',
    does: 'on any other service: a script that gates a pull request',
  },
};

/** What is written where nobody says which. */
export const USUAL_WORKFLOWS = { github: 'gate,seed', gitlab: 'gitlab', other: 'script' } as const;

/** @throws UserError for a name that is none of them. */
export function readWorkflows(names: string): readonly Workflow[] {
  const listed = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (listed.length === 1 && listed[0] === 'none') return [];
  return listed.map((name) => {
    if (Object.hasOwn(WORKFLOWS, name)) return WORKFLOWS[name]!;
    const known = Object.keys(WORKFLOWS);
    const meant = nearestName(name, known);
    throw new UserError({
      message: `--workflows: there is no workflow ${name}`,
      hint: meant === undefined ? `there are ${known.join(', ')}; or none` : `did you mean ${meant}?`,
    });
  });
}
