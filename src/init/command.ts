// `spec-gate init`: from a spec to a project that can be gated. It overwrites nothing and says only what it did.
import { whereDefined } from '../core/where-defined.ts';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseConfig } from '../config/parse-config.ts';
import { starterConfig } from '../config/starter-config.ts';
import { choosePanel, keysIn } from '../config/starter-panel.ts';
import type { CommandContext } from '../context/command-context.ts';
import { UserError } from '../core/errors.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { readTextInside } from '../io/files.ts';
import { plainText } from '../render/plain-text.ts';
import type { InitOptions } from './commands.ts';
import { findSpecs } from './find-specs.ts';
import { guessUse } from './guess-use.ts';
import { chooseClauses } from './read-clauses.ts';
import { findSurroundings, workflowText } from './place-workflows.ts';
import { describePower } from './describe-power.ts';
import { addLines, writeNew } from './starter-files.ts';
import { readWorkflows } from './workflows.ts';
import { writeWorkflowsElsewhere, writeKept, writeNext, writePanel, writeSpec, type Setup } from './words.ts';

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

export async function runInitCommand(options: InitOptions, context: CommandContext): Promise<ExitCode> {
  const setup = await chooseSetup(options, context);
  const { spec, choice, use, workflows } = setup;
  const panel = choosePanel(keysIn(context.env));
  const choices = { spec, specUse: use, panel, ...whereDefined({ clauses: choice?.mode }) };
  const specText = choice === undefined ? undefined : await readTextInside(context.cwd, spec);
  const power = await describePower(starterConfig(choices), specText);
  const config = starterConfig({ ...choices, power: plainText(power) });
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
    // For a config that was there before, only the spec that it names is reported.
    const chosen = isOwn ? { found, specUse: use, ...clauses, power: plainText(power) } : { kept: true };
    context.print(`${JSON.stringify({ spec: guards ?? null, ...chosen, files: done }, null, 2)}\n`);
    return EXIT.pass;
  }
  const folder = isRoot ? undefined : relative(repository, realpathSync(context.cwd)).replaceAll('\\', '/');
  const blocks = [
    isOwn ? writeSpec(setup) : writeKept(setup.spec, { guards, isNamed: options.spec !== undefined }),
    isOwn ? writePanel(panel, power) : [],
    folder === undefined || workflows.length === 0 ? [] : writeWorkflowsElsewhere(folder),
    writeNext(branch),
  ];
  const lines = [
    ...done.map(({ file, what }) => `${what.padEnd(13)}  ${file}`),
    ...blocks.flatMap((block) => (block.length === 0 ? [] : ['', ...block.map((line) => plainText(line))])),
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
      : [await namedSpec(options.spec, context.cwd)];
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
async function namedSpec(spec: string, cwd: string): Promise<string> {
  const path = relative(cwd, resolve(cwd, spec)).replaceAll('\\', '/');
  if (path.startsWith('..'))
    throw new UserError({
      message: `${spec} lies outside this folder`,
      hint: 'run init in the folder above both: the config stands beside the spec, or over it',
    });
  const stats = statSync(join(cwd, path), { throwIfNoEntry: false });
  if (stats === undefined || stats.isDirectory()) {
    const message = stats === undefined ? `there is no file ${spec}` : `${spec} is a folder`;
    throw new UserError({ message, hint: await whichSpec(cwd) });
  }
  return path;
}

/** What might have been meant. */
async function whichSpec(cwd: string): Promise<string> {
  const found = await readable(await findSpecs(cwd), cwd);
  const several = `several files are named later, as spec: [one.md, "docs/**/*.md"] in ${CONFIG}`;
  return found.length === 0
    ? `name the one file that holds the rules; ${several}`
    : `found here: ${found.slice(0, 5).join(', ')}; ${several}`;
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
