// Stand-ins for what act would fetch from GitHub: a checkout that fetches from the origin at hand, and uploads of artifacts.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/cli.ts';

/** As actions/checkout leaves the workspace: the commit of the run, with as much history as `fetch-depth` says. */
const CHECKOUT = `
import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
const { GITHUB_WORKSPACE: folder, RUN_SHA: sha, ORIGIN: origin } = process.env;
const depth = process.env['INPUT_FETCH-DEPTH'] || '1';
for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
const git = (...args) => execFileSync('git', args, { cwd: folder, stdio: 'inherit' });
git('init', '--quiet');
git('remote', 'add', 'origin', 'file://' + origin);
git('fetch', '--quiet', ...(depth === '0' ? ['origin', '+refs/heads/*:refs/remotes/origin/*'] : ['--depth=' + depth, 'origin']), sha);
git('checkout', '--quiet', '--detach', sha);
`;

/** Artifacts of a run lie in a folder, one folder each. */
const UPLOAD = `
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
const { ARTIFACTS: kept, GITHUB_WORKSPACE: folder, INPUT_NAME: name, INPUT_PATH: path } = process.env;
if (kept && name && existsSync(join(folder, path))) cpSync(join(folder, path), join(kept, name), { recursive: true });
`;
const DOWNLOAD = `
import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
const { ARTIFACTS: kept, GITHUB_WORKSPACE: folder, INPUT_PATTERN: pattern, INPUT_PATH: path } = process.env;
for (const name of readdirSync(kept).filter((one) => one.startsWith(pattern.slice(0, -1))))
  cpSync(join(kept, name), join(folder, path, name), { recursive: true });
`;

export interface ActionFolders {
  readonly checkout: string;
  /** Also in the place of what needs no stand-in, such as actions/setup-node: without a path it does nothing. */
  readonly upload: string;
  readonly download: string;
  /** The built Action as it is released. */
  readonly gate: string;
}

const ARTIFACT_INPUTS = ['name', 'path', 'if-no-files-found', 'overwrite', 'include-hidden-files'];

export function writeActions(temp: string): ActionFolders {
  const node = (name: string, main: string, inputs = ''): string => {
    const folder = join(temp, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'action.yml'), `name: ${name}\n${inputs}runs: { using: node24, main: main.mjs }\n`);
    writeFileSync(join(folder, 'main.mjs'), main);
    return folder;
  };
  const gate = join(temp, 'gate');
  mkdirSync(gate);
  for (const name of ['action.yml', 'package.json', 'dist', 'fixtures', '.github'])
    cpSync(join(ROOT, name), join(gate, name), { recursive: true });
  return {
    checkout: node('checkout', CHECKOUT, 'inputs: { fetch-depth: { default: "1" }, persist-credentials: {} }\n'),
    upload: node('upload', UPLOAD, `inputs: { ${ARTIFACT_INPUTS.map((name) => `${name}: {}`).join(', ')} }\n`),
    download: node('download', DOWNLOAD, 'inputs: { pattern: {}, path: {} }\n'),
    gate,
  };
}
