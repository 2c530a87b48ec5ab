// `spec-gate init`: from a spec to a project that can be gated. It overwrites nothing and says only what it did.
import { whereDefined } from '../core/where-defined.ts';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseConfig } from '../config/parse-config.ts';
import { resolvePanel } from '../config/resolve-models.ts';
import { starterConfig } from '../config/starter-config.ts';
import { choosePanel, keysIn, STARTER_KEYS, type StarterPanel } from '../config/starter-panel.ts';
import type { CommandContext } from '../context/command-context.ts';
import { UserError } from '../core/errors.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { describePower, panelPower } from '../gate/panel-power.ts';
import { readTextInside } from '../io/files.ts';
import { plural } from '../render/format-numbers.ts';
import { visibleLine } from '../render/visible-text.ts';
import type { InitOptions } from './commands.ts';
import { findSpecs } from './find-specs.ts';
import { guessUse } from './guess-use.ts';
import { chooseClauses, type ClauseChoice } from './read-clauses.ts';
import { findSurroundings, workflowText } from './place-workflows.ts';
import { addLines, writeNew } from './starter-files.ts';
import { readWorkflows, type Workflow } from './workflows.ts';

const CONFIG = 'spec-gate.yml';
const IGNORED = ['.spec-gate/store/', 'spec-gate-report/'] as const;

/** Where a spec would be looked for first, had it been there. */
const USUAL_PLACE = 'docs/model_spec.md';

const FOLDER_NOTE = `# .spec-gate

What Spec Gate keeps beside the spec:

- \`bank.jsonl\`: the scenarios, one a line, in order of id. Commit it; the base branch's copy is the one that counts.
- \`accepted/\`: changes of behaviour that were accepted, with who and why. Commit it.
- \`store/\`: answers that were paid for, by the hash of what was asked. Not committed; workflows keep it in the cache.
`;

interface Setup {
  readonly spec: string;
  /** Undefined where there is no such file yet. */
  readonly choice: ClauseChoice | undefined;
  readonly use: 'target' | 'prompt';
  readonly because: string | undefined;
  readonly workflows: readonly Workflow[];
  /** Other files that might have been meant. */
  readonly others: readonly string[];
}

export async function runInitCommand(options: InitOptions, context: CommandContext): Promise<ExitCode> {
  const setup = await chooseSetup(options, context);
  const { spec, choice, use, workflows } = setup;
  const panel = choosePanel(keysIn(context.env));
  const choices = { spec, specUse: use, panel, ...whereDefined({ clauses: choice?.mode }) };
  const power = powerOf(starterConfig(choices));
  const config = starterConfig({ ...choices, power });
  const { repository, branch } = await findSurroundings(context.cwd);
  // GitHub looks for workflows in the repository's own folder only.
  const isRoot = repository === undefined || resolve(repository) === realpathSync(context.cwd);
  const done = [
    writeNew(context.cwd, CONFIG, config),
    writeNew(context.cwd, '.spec-gate/bank.jsonl', ''),
    writeNew(context.cwd, '.spec-gate/README.md', FOLDER_NOTE),
    addLines(context.cwd, '.gitignore', IGNORED),
    ...(isRoot ? workflows : []).map((workflow) =>
      writeNew(
        context.cwd,
        `.github/workflows/${workflow.file}`,
        workflowText(workflow, { packageRoot: context.packageRoot, branch, spec }),
      ),
    ),
  ];
  const isOwn = done[0]!.what === 'written';
  const guards = isOwn ? spec : guardedBy(context);
  if (options.json === true) {
    const found = choice !== undefined;
    const clauses = choice === undefined ? {} : { clauses: choice.mode, count: choice.clauses };
    // Of a config that was there before, only what it guards is known to be so.
    const chosen = isOwn ? { found, specUse: use, ...clauses, power } : { kept: true };
    context.print(`${JSON.stringify({ spec: guards ?? null, ...chosen, files: done }, null, 2)}\n`);
    return EXIT.pass;
  }
  const lines = [
    ...done.map(({ file, what }) => `${what.padEnd(13)}  ${file}`),
    '',
    ...(isOwn
      ? [...aboutSpec(setup), '', ...aboutPanel(panel, power)]
      : aboutKept(setup, { guards, isNamed: options.spec !== undefined })),
    '',
    ...(isRoot || workflows.length === 0 ? [] : [...elsewhere(context.cwd, repository), '']),
    ...nextSteps(branch),
  ];
  context.print(`${lines.join('\n')}\n`);
  return EXIT.pass;
}

async function chooseSetup(options: InitOptions, context: CommandContext): Promise<Setup> {
  const asks = options.yes !== true && options.json !== true && context.output.isTerminal && process.stdin.isTTY;
  const ask = asks ? await import('./ask.ts') : undefined;
  const found =
    options.spec === undefined
      ? await readable(await findSpecs(context.cwd), context.cwd)
      : [namedSpec(options.spec, context.cwd)];
  const [first = USUAL_PLACE] = found;
  const spec = ask !== undefined && found.length > 1 ? await ask.askSpec(found) : first;
  const others = found.filter((path) => path !== spec);
  const text = existsSync(join(context.cwd, spec)) ? await readTextInside(context.cwd, spec) : undefined;
  const proposed = text === undefined ? undefined : await chooseClauses(spec, text, options.clauses);
  const guess = text === undefined ? undefined : guessUse(spec, text);
  // Before a question is asked or a file written.
  const named = readWorkflows(options.workflows);
  const mode =
    ask !== undefined && proposed !== undefined && proposed.readings.length > 1
      ? await ask.askClauses(proposed)
      : proposed?.mode;
  const use =
    options.use ?? (ask !== undefined && guess !== undefined ? await ask.askUse(guess) : (guess?.use ?? 'target'));
  const workflows =
    ask === undefined
      ? named
      : readWorkflows((await ask.askWorkflows(options.workflows.split(','))).join(',') || 'none');
  const choice = text === undefined || mode === proposed?.mode ? proposed : await chooseClauses(spec, text, mode);
  return { spec, choice, use, because: use === guess?.use ? guess.because : undefined, workflows, others };
}

/** Of files that were found by their names, those that can be read as a spec. */
async function readable(found: readonly string[], cwd: string): Promise<readonly string[]> {
  const read: string[] = [];
  for (const path of found) {
    try {
      await chooseClauses(path, await readTextInside(cwd, path));
      read.push(path);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return read;
}

/** @throws UserError for a named spec that is not there, or lies outside. */
function namedSpec(spec: string, cwd: string): string {
  const path = relative(cwd, resolve(cwd, spec)).replaceAll('\\', '/');
  if (path.startsWith('..')) throw new UserError({ message: `${spec} lies outside this folder` });
  if (!existsSync(join(cwd, path))) throw new UserError({ message: `there is no file ${spec}` });
  return path;
}

function aboutSpec({ spec, choice, use, because, others }: Setup): readonly string[] {
  const name = visibleLine(spec);
  if (choice === undefined) return [`There is no ${name} yet: write it, or name your spec in ${CONFIG}.`];
  const used = use === 'prompt' ? 'the system prompt itself' : 'what models are trained towards';
  return [
    `${CONFIG} guards ${name}: ${plural(choice.clauses, 'clause')} by ${choice.mode}${otherReadings(choice)}.`,
    ...(choice.isLump ? [lumpWarning(choice)] : []),
    `It is taken as ${used}${because === undefined ? '' : `, because ${because}`} (specUse: ${use}).`,
    ...(others.length === 0
      ? []
      : [
          `Also found: ${others
            .slice(0, 5)
            .map((path) => visibleLine(path))
            .join(', ')}.`,
        ]),
  ];
}

function otherReadings({ mode, readings }: ClauseChoice): string {
  const rest = readings.filter((reading) => reading.mode !== mode);
  return rest.length === 0 ? '' : ` (${rest.map((reading) => `${reading.clauses} by ${reading.mode}`).join(', ')})`;
}

function lumpWarning({ mode, readings, longest }: ClauseChoice): string {
  const better = readings
    .filter((reading) => reading.mode !== mode)
    .sort((one, other) => one.longest - other.longest)[0];
  const way =
    better === undefined || better.longest >= longest
      ? 'give its parts headings'
      : `clauses: ${better.mode} would make ${better.clauses} of it`;
  return `Warning: one clause holds ${Math.round(longest * 100)} % of the text, so an edit anywhere in it tests everything; ${way}.`;
}

/** What an old config guards; undefined where it cannot be read. */
function guardedBy(context: CommandContext): string | undefined {
  try {
    const { spec } = parseConfig({ file: CONFIG, text: readFileSync(join(context.cwd, CONFIG), 'utf8') });
    return typeof spec === 'string' ? spec : spec.join(', ');
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function aboutKept(
  { spec }: Setup,
  { guards, isNamed }: { readonly guards: string | undefined; readonly isNamed: boolean },
): readonly string[] {
  if (guards === undefined)
    return [`${CONFIG} was there before and is kept; it has problems that spec-gate doctor names.`];
  const kept = `${CONFIG} was there before and is kept: it guards ${visibleLine(guards)}.`;
  return isNamed && guards !== spec ? [kept, `To guard ${visibleLine(spec)}, set spec: ${spec} in it.`] : [kept];
}

/** What the config about to be written can show. */
function powerOf(text: string): string {
  const config = parseConfig({ file: CONFIG, text });
  return describePower(panelPower(config, resolvePanel(config, { systems: new Map(), offlineHashes: new Map() })));
}

function aboutPanel({ vendors }: StarterPanel, power: string): readonly string[] {
  const keys = vendors.map((vendor) => STARTER_KEYS[vendor]).join(', ');
  return [
    'What it can show:',
    `  ${power}.`,
    `  It asks with ${keys}; models, judges and margins are yours to change in ${CONFIG}.`,
  ];
}

function elsewhere(cwd: string, repository: string): readonly string[] {
  const folder = relative(repository, realpathSync(cwd)).replaceAll('\\', '/');
  return [
    `No workflow was written: GitHub looks for them in the repository's own folder, and this is ${visibleLine(folder)}.`,
    `Copy those you want from the package's examples/ to .github/workflows/ there, with working-directory: ${visibleLine(folder)} at the step that uses spec-gate.`,
  ];
}

function nextSteps(branch: string): readonly string[] {
  const base = visibleLine(branch);
  return [
    'Next:',
    `  1. commit these files to ${base}, and put the keys into the environment   (free)`,
    '  2. spec-gate doctor   are keys, models and workflows as they should be?      (some cents)',
    `  3. edit the spec on a branch; spec-gate plan --base ${base} says what a check takes   (free)`,
    `  4. spec-gate check --base ${base}   the verdict   (what plan said)`,
    '  Queries of your own: spec-gate bank import FILE, then spec-gate bank link --plan (docs/first-bank.md)',
  ];
}
