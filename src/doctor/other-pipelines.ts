// Pipelines of services that are not GitHub: whether one of them runs the gate. What else they hold is theirs to check.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { originServer, type OriginServer } from '../io/origin-server.ts';
import type { WorkflowNote } from './notes.ts';

/** Where services look for a pipeline, and the script that `init` writes; a folder stands for the files in it. */
const PLACES = [
  '.gitlab-ci.yml',
  '.gitlab',
  'azure-pipelines.yml',
  'bitbucket-pipelines.yml',
  '.buildkite',
  '.circleci',
  '.drone.yml',
  '.forgejo/workflows',
  '.gitea/workflows',
  'Jenkinsfile',
  '.travis.yml',
  '.woodpecker',
  '.woodpecker.yml',
  '.woodpecker.yaml',
] as const;

/** Notes on a repository under `root` in which no workflow of GitHub runs the gate. */
export function otherPipelineNotes(root: string, workflows: string): readonly WorkflowNote[] {
  if (PLACES.some((place) => filesAt(join(root, place)).some(runsGate))) return [];
  const server = originServer(root) ?? (existsSync(join(root, '.gitlab-ci.yml')) ? 'gitlab' : 'github');
  return [NOTES[server](workflows)];
}

const NOTES: Readonly<Record<OriginServer, (workflows: string) => WorkflowNote>> = {
  github: (folder) => ({ kind: 'no-workflow', folder }),
  gitlab: () => ({ kind: 'no-pipeline', writes: 'gitlab' }),
  other: () => ({ kind: 'no-pipeline', writes: 'script' }),
};

function runsGate(file: string): boolean {
  return readFileSync(file, 'utf8').includes('spec-gate');
}

function filesAt(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(path, name));
}
