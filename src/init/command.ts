// `spec-gate init`: from a spec to a project that can be gated. It overwrites nothing and says only what it did.
import { whereDefined } from '../core/where-defined.ts';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseConfig } from '../config/parse-config.ts';
import type { Config } from '../config/schema.ts';
import { starterConfig } from '../config/starter-config.ts';
import { choosePanel, keysIn } from '../config/starter-panel.ts';
import type { CommandContext } from '../context/command-context.ts';
import { UserError } from '../core/errors.ts';
import { EXIT, type ExitCode } from '../core/exit-code.ts';
import { roomForSentences, wrapIndented } from '../render/wrap-text.ts';
import { plainText } from '../render/plain-text.ts';
import { findReadableSpecs, namedSpecs, patternsOf, readPatterns } from './choose-spec.ts';
import type { InitOptions } from './commands.ts';
import { guessUse } from './guess-use.ts';
import { chooseClauses } from './read-clauses.ts';
import { findSurroundings, placeOfWorkflow, workflowText } from './place-workflows.ts';
import { describePower } from './describe-power.ts';
import { addLines, writeNew } from './starter-files.ts';
import { readWorkflows, USUAL_WORKFLOWS } from './workflows.ts';
import {
  writeGitlab,
  writeScript,
  writeWorkflowsElsewhere,
  writeKept,
  writeNext,
  writePanel,
  writeSpec,
  type Setup,
} from './words.ts';

const CONFIG = 'spec-gate.yml';
const USUAL_BANK = '.spec-gate/bank.jsonl';
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
  const { spec, files, choice, use, workflows } = setup;
  const panel = choosePanel(keysIn(context.env));
  const choices = { spec, specUse: use, panel, ...whereDefined({ clauses: choice?.mode }) };
  const power = await describePower(starterConfig(choices), files);
  const config = starterConfig({ ...choices, power: plainText(power) });
  const { surroundings } = setup;
  const { repository, branch } = surroundings;
  // GitHub looks for workflows in the repository's own folder only.
  const isRoot = repository === undefined || resolve(repository) === realpathSync(context.cwd);
  const written = writeNew(context.cwd, CONFIG, config);
  const old = written.what === 'written' ? undefined : oldConfig(context);
  const done = [
    written,
    // An old config may keep its scenarios elsewhere.
    ...(old === undefined || old.bank === USUAL_BANK ? [writeNew(context.cwd, USUAL_BANK, '')] : []),
    writeNew(context.cwd, '.spec-gate/README.md', FOLDER_NOTE),
    addLines(context.cwd, '.gitignore', IGNORED),
    ...(isRoot ? workflows : []).map((workflow) =>
      writeNew(
        context.cwd,
        placeOfWorkflow(workflow, surroundings),
        workflowText(workflow, { packageRoot: context.packageRoot, branch, spec }),
      ),
    ),
  ];
  const isOwn = written.what === 'written';
  const guards = isOwn ? spec.join(', ') : old && [old.spec].flat().join(', ');
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
    isOwn
      ? writeSpec(setup)
      : writeKept(spec, { guards, isNamed: options.spec !== undefined, isGone: isGone(guards, context) }),
    isOwn ? writePanel(panel, power) : [],
    folder === undefined || workflows.length === 0 ? [] : writeWorkflowsElsewhere(folder),
    isRoot ? [...writeGitlab(workflows, surroundings.hasPipeline), ...writeScript(workflows)] : [],
    writeNext(branch, workflows),
  ];
  const lines = [
    ...done.map(({ file, what }) => `${what.padEnd(13)}  ${file}`),
    ...blocks.flatMap((block) => (block.length === 0 ? [] : ['', ...block.map((line) => plainText(line))])),
  ];
  context.print(`${wrapIndented(lines, roomForSentences(context.output)).join('\n')}\n`);
  return EXIT.pass;
}

async function chooseSetup(options: InitOptions, context: CommandContext): Promise<Setup> {
  const surroundings = await findSurroundings(context.cwd);
  const usual = options.workflows ?? USUAL_WORKFLOWS[surroundings.service];
  const asks = options.yes !== true && options.json !== true && context.output.isTerminal && process.stdin.isTTY;
  const ask = asks ? await import('./ask.ts') : undefined;
  const found = options.spec === undefined ? await findReadableSpecs(context.cwd) : [];
  const [first = USUAL_PLACE] = found;
  const taken = ask !== undefined && found.length > 1 ? await ask.askSpec(found) : first;
  const spec =
    options.spec === undefined
      ? (patternsOf(context.cwd, taken) ?? [taken])
      : await namedSpecs(options.spec, context.cwd);
  const others = found.filter((path) => path !== taken);
  const isThere = options.spec !== undefined || existsSync(join(context.cwd, taken));
  const files = isThere ? await readPatterns(context.cwd, spec) : [];
  const proposed = isThere ? await chooseClauses(files, options.clauses) : undefined;
  const guess = isThere ? guessUse(spec[0]!, files.map(({ text }) => text).join('\n\n')) : undefined;
  // Before a question is asked or a file written.
  const named = readWorkflows(usual);
  const mode =
    ask !== undefined && proposed !== undefined && proposed.readings.length > 1
      ? await ask.askClauses(proposed)
      : proposed?.mode;
  const use =
    options.use ?? (ask !== undefined && guess !== undefined ? await ask.askUse(guess) : (guess?.use ?? 'target'));
  const workflows =
    ask === undefined ? named : readWorkflows((await ask.askWorkflows(usual.split(','))).join(',') || 'none');
  const choice = mode === proposed?.mode ? proposed : await chooseClauses(files, mode);
  return {
    spec,
    files,
    choice,
    use,
    because: use === guess?.use ? guess.because : undefined,
    workflows,
    others,
    surroundings,
  };
}

/** Whether the one file that a config guards is not there. */
function isGone(guards: string | undefined, { cwd }: CommandContext): boolean {
  return guards !== undefined && /^[^*?[{},!]+$/.test(guards) && !existsSync(join(cwd, guards));
}

/** The config that was there before; undefined where it cannot be read. */
function oldConfig(context: CommandContext): Config | undefined {
  try {
    return parseConfig({ file: CONFIG, text: readFileSync(join(context.cwd, CONFIG), 'utf8') });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
