// What the repository's workflows give the gate: the permissions it needs, the keys, and a store that is filled.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import type { PermissionUse, WorkflowNote } from './notes.ts';
import { otherPipelineNotes } from './other-pipelines.ts';

/** GitHub's own name for "everything that is not said is none"; a single word stands for all permissions. */
const Permissions = z.union([z.string(), z.record(z.string(), z.string())]);
const Variables = z.record(z.string(), z.unknown());
const Step = z.looseObject({
  uses: z.string().optional(),
  with: Variables.nullish(),
  env: Variables.nullish(),
});
const Job = z.looseObject({
  uses: z.string().optional(),
  permissions: Permissions.nullish(),
  env: Variables.nullish(),
  steps: z.array(Step).optional(),
});
const WorkflowFile = z.looseObject({
  on: z.unknown().optional(),
  permissions: Permissions.nullish(),
  env: Variables.nullish(),
  jobs: z.record(z.string(), Job),
});

/** A step that runs the gate, with what surrounds it. */
interface GateStep {
  readonly file: string;
  readonly uses: string;
  readonly mode: string;
  readonly judgesAnyBase: boolean;
  readonly permissions: z.infer<typeof Permissions> | undefined;
  /** Undefined where all secrets are handed on. */
  readonly variables: ReadonlySet<string> | undefined;
}

const FOLDER = '.github/workflows';

/** Permissions without which a mode leaves something undone, and what. */
const NEEDED: Readonly<
  Record<string, readonly (readonly [permission: string, least: 'read' | 'write', use: PermissionUse])[]>
> = {
  check: [
    ['contents', 'read', 'read-both-specs'],
    ['pull-requests', 'write', 'comment'],
  ],
  seed: [['contents', 'read', 'read-spec-and-bank']],
  nightly: [
    ['contents', 'read', 'read-spec-and-bank'],
    ['issues', 'write', 'issue'],
  ],
};

/** Notes on the workflows under `root`. `keys` are the variables that the config's providers need. */
export function workflowNotes(root: string, keys: readonly string[]): readonly WorkflowNote[] {
  const steps = findGateSteps(root);
  if (steps.length === 0) {
    return otherPipelineNotes(root, FOLDER);
  }
  const found = steps.flatMap((step) => [
    ...permissionNotes(step),
    ...keyNotes(step, keys),
    ...pinNotes(step),
    ...baseNotes(step),
  ]);
  // The same of two steps of a file is said once.
  const each = new Map(found.map((note) => [JSON.stringify(note), note]));
  const isSeeded = steps.some(({ mode }) => mode === 'seed');
  return [...each.values(), ...(isSeeded ? [] : [{ kind: 'no-seeding' as const }])];
}

function findGateSteps(root: string): readonly GateStep[] {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort();
  return files.flatMap((name) => stepsIn(`${FOLDER}/${name}`, readFileSync(join(folder, name), 'utf8')));
}

function stepsIn(file: string, text: string): readonly GateStep[] {
  const workflow = WorkflowFile.safeParse(readYaml(text)).data;
  if (workflow === undefined) return [];
  const judgesAnyBase = isForAnyBase(workflow.on);
  return Object.values(workflow.jobs).flatMap((job) => {
    const permissions = job.permissions ?? workflow.permissions ?? undefined;
    if (/\/spec-gate\/\.github\/workflows\/gate\.yml@/.test(job.uses ?? '')) {
      // The reusable workflow judges, seeds and watches, by the event.
      return Object.keys(NEEDED).map((mode) => ({
        file,
        uses: job.uses!,
        mode,
        judgesAnyBase,
        permissions,
        variables: undefined,
      }));
    }
    return (job.steps ?? []).flatMap((step): readonly GateStep[] => {
      if (step.uses === undefined || !/^[\w.-]+\/spec-gate@/.test(step.uses)) return [];
      return [
        {
          file,
          uses: step.uses,
          mode: typeof step.with?.['mode'] === 'string' ? step.with['mode'] : 'check',
          judgesAnyBase,
          permissions,
          variables: new Set([workflow.env, job.env, step.env].flatMap((env) => Object.keys(env ?? {}))),
        },
      ];
    });
  });
}

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    // A workflow that cannot be read is left to GitHub to report.
    return undefined;
  }
}

/** Where a workflow says nothing of permissions, the repository's settings do: nothing to find here. */
function permissionNotes({ file, mode, permissions }: GateStep): readonly WorkflowNote[] {
  if (permissions === undefined || permissions === 'write-all') return [];
  return (NEEDED[mode] ?? []).flatMap(([permission, least, use]): readonly WorkflowNote[] => {
    const given =
      typeof permissions === 'string' ? (permissions === 'read-all' ? 'read' : 'none') : permissions[permission];
    return given === 'write' || given === least ? [] : [{ kind: 'no-permission', file, permission, least, use }];
  });
}

function keyNotes({ file, variables }: GateStep, keys: readonly string[]): readonly WorkflowNote[] {
  return keys.filter((key) => variables?.has(key) === false).map((key) => ({ kind: 'key-not-given', file, key }));
}

function pinNotes({ file, uses }: GateStep): readonly WorkflowNote[] {
  return /@0{40}$/.test(uses) ? [{ kind: 'no-release', file }] : [];
}

/** Whether a pull request for any branch is judged, and not once more when it is turned to another. */
function isForAnyBase(on: unknown): boolean {
  if (on === 'pull_request') return true;
  if (Array.isArray(on)) return on.includes('pull_request');
  const triggers = z.record(z.string(), z.unknown()).safeParse(on).data ?? {};
  if (!Object.hasOwn(triggers, 'pull_request')) return false;
  const { types = [], ...filters } = Variables.safeParse(triggers['pull_request']).data ?? {};
  const isAskedAgain = [types].flat().includes('edited');
  return !isAskedAgain && !('branches' in filters) && !('branches-ignore' in filters);
}

function baseNotes({ file, mode, judgesAnyBase }: GateStep): readonly WorkflowNote[] {
  return mode === 'check' && judgesAnyBase ? [{ kind: 'any-base', file }] : [];
}
