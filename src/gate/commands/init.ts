// `spec-gate init`: a config to start from. It asks nothing and overwrites nothing.
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { starterConfig } from '../../config/starter-config.ts';
import { UserError } from '../../core/errors.ts';
import { visibleLine } from '../../render/visible-text.ts';
import { type Door } from '../../context/command-context.ts';
import { EXIT, type ExitCode } from '../../core/exit-code.ts';
import type { InitOptions } from '../commands.ts';

interface Done {
  readonly file: string;
  readonly what: 'written' | 'added to' | 'kept as it is';
}

/** Where specs usually lie. */
const USUAL_PLACES = [
  'docs/model_spec.md',
  'model_spec.md',
  'MODEL_SPEC.md',
  'docs/constitution.md',
  'constitution.md',
  'CONSTITUTION.md',
  'docs/spec.md',
  'spec.md',
  'SPEC.md',
  'prompts/system.md',
] as const;

const IGNORED = ['.spec-gate/store/', 'spec-gate-report/'] as const;

const FOLDER_NOTE = `# .spec-gate

What Spec Gate keeps beside the spec:

- \`bank.jsonl\`: the scenarios, one a line, in order of id. Commit it; the base branch's copy is the one that counts.
- \`accepted/\`: changes of behaviour that were accepted, with who and why. Commit it.
- \`store/\`: answers that were paid for, by the hash of what was asked. Not committed; workflows keep it in the cache.
`;

export function runInitCommand(options: InitOptions, door: Door): ExitCode {
  const spec = chooseSpec(options, door);
  const done = [
    writeNew(door, 'spec-gate.yml', starterConfig({ spec })),
    writeNew(door, '.spec-gate/README.md', FOLDER_NOTE),
    addLines(door, '.gitignore', IGNORED),
  ];
  const found = existsSync(join(door.cwd, spec));
  door.print(
    options.json === true
      ? `${JSON.stringify({ spec, found, files: done }, null, 2)}\n`
      : [...done.map(({ file, what }) => `${what.padEnd(13)}  ${file}`), '', ...nextSteps(spec, found)]
          .map((line) => `${line}\n`)
          .join(''),
  );
  return EXIT.pass;
}

function nextSteps(spec: string, found: boolean): readonly string[] {
  return [
    'Next:',
    `  1. ${found ? `spec-gate.yml guards ${visibleLine(spec)}` : `there is no ${visibleLine(spec)} yet: write it, or name your spec`}; choose models and judges in spec-gate.yml`,
    '  2. spec-gate doctor                            are the keys and models there?',
    '  3. spec-gate bank generate --from-spec --plan  what scenarios for it would cost (or bank import what you have)',
    '  4. spec-gate bank score --plan                 what linking them to clauses would cost',
    '  5. spec-gate check --base main                 the gate',
  ];
}

/** @throws UserError for a named spec that is not there, or lies outside. */
function chooseSpec({ spec }: InitOptions, door: Door): string {
  if (spec === undefined) return USUAL_PLACES.find((place) => existsSync(join(door.cwd, place))) ?? USUAL_PLACES[0];
  const path = relative(door.cwd, resolve(door.cwd, spec)).replaceAll('\\', '/');
  if (path.startsWith('..')) throw new UserError({ message: `${spec} lies outside this folder` });
  if (!existsSync(join(door.cwd, path))) throw new UserError({ message: `there is no file ${spec}` });
  return path;
}

function writeNew(door: Door, file: string, text: string): Done {
  const path = join(door.cwd, file);
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return { file, what: 'written' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { file, what: 'kept as it is' };
  }
}

function addLines(door: Door, file: string, lines: readonly string[]): Done {
  const path = join(door.cwd, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const known = new Set(before.split(/\r?\n/).map((line) => line.trim()));
  const missing = lines.filter((line) => !known.has(line));
  if (missing.length === 0) return { file, what: 'kept as it is' };
  const start = before === '' || before.endsWith('\n') ? '' : '\n';
  appendFileSync(path, `${start}${missing.join('\n')}\n`);
  return { file, what: before === '' ? 'written' : 'added to' };
}
