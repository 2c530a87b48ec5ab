// Where a project keeps the text that says how its models should behave.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { parse } from 'yaml';
import * as z from 'zod';

/** Files named like a spec, from the most telling name to the least: the first that matches anything is proposed. */
const NAMED = [
  '**/{model_spec,model-spec,modelspec}.{md,yml,yaml,json}',
  '**/*constitution*.{md,yml,yaml,json}',
  '{docs/,}{spec,policy,policies,rules,behaviour,behavior,guidelines,principles}.{md,yml,yaml,json}',
] as const;

/** Folders whose texts together are a spec. */
const FOLDERS =
  '{docs/,}{policy,policies,model_spec,model-spec,spec,constitution,behaviour,behavior,guidelines,principles}/**/*.{md,yml,yaml}';

/** Files that may well be one, in the same order. */
const LIKELY = [
  '**/{*behaviour*,*behavior*,*usage-policy*,*content-policy*}.{md,yml,yaml}',
  '**/{prompt,system,system_prompt,system-prompt}.{md,txt}',
  '**/prompts/**/*.{md,txt,yml,yaml}',
  '**/{AGENTS,CLAUDE,GEMINI}.md',
  '.github/copilot-instructions.md',
  '{.cursorrules,.windsurfrules,.clinerules,.roorules,CONVENTIONS.md}',
  '.cursor/rules/**/*.mdc',
  '.github/instructions/**/*.instructions.md',
  '**/*.prompt.{md,txt,yml,yaml}',
  '**/*prompt*.{yml,yaml,json}',
] as const;

const IGNORED = [
  '**/node_modules/**',
  '**/.git/**',
  '**/dist/**',
  '**/vendor/**',
  '.spec-gate/**',
  'spec-gate-report/**',
  'spec-gate.yml',
  '**/promptfooconfig*',
];

/** Folders below the project's that are looked into. */
const DEPTH = 5;

/** Candidates shown at most. */
const MOST = 20;

/** Paths from `root` with `/`, the most likely first; each once. A folder that is the spec as a whole ends in `/`. */
export async function findSpecs(root: string): Promise<readonly string[]> {
  const found = new Set(await promptfooPrompts(root));
  for (const place of [...NAMED, FOLDERS, ...LIKELY]) {
    const paths = (await match(place, root)).filter((path) => !isWithin(path, found)).sort(byDepth);
    for (const path of place === FOLDERS ? asFolders(paths) : paths) found.add(path);
    if (found.size >= MOST) break;
  }
  return [...found].slice(0, MOST);
}

function match(pattern: string, root: string): Promise<string[]> {
  return glob(pattern, {
    cwd: root,
    ignore: IGNORED,
    deep: DEPTH,
    dot: true,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
  });
}

function isWithin(path: string, found: ReadonlySet<string>): boolean {
  return [...found].some((folder) => folder.endsWith('/') && path.startsWith(folder));
}

/** Each folder with several texts as one, a text alone as itself. */
function asFolders(paths: readonly string[]): readonly string[] {
  const folders = paths.map((path) => /^(?:docs\/)?[^/]+\//i.exec(path)![0]);
  return paths.map((path, index) => {
    const folder = folders[index]!;
    return folders.indexOf(folder) === folders.lastIndexOf(folder) ? path : folder;
  });
}

const Promptfoo = z.object({ prompts: z.union([z.string(), z.array(z.unknown())]) });
const PromptFile = z.union([
  z.string(),
  z.looseObject({ id: z.string() }).transform(({ id }) => id),
  z.looseObject({ file: z.string() }).transform(({ file }) => file),
]);

/** The files that a promptfoo config takes its prompts from, as far as they are text. */
async function promptfooPrompts(root: string): Promise<readonly string[]> {
  const [config] = await glob('promptfooconfig.{yaml,yml,json}', { cwd: root, followSymbolicLinks: false });
  if (config === undefined) return [];
  const parsed = Promptfoo.safeParse(readYaml(readFileSync(join(root, config), 'utf8'))).data;
  const named = [parsed?.prompts ?? []].flat().flatMap((one) => PromptFile.safeParse(one).data ?? []);
  const patterns = named.map((name) => name.replace(/^file:\/\//, '')).filter((name) => READABLE.test(name));
  if (patterns.length === 0) return [];
  return (await glob(patterns, { cwd: root, followSymbolicLinks: false }))
    .filter((path) => !path.startsWith('..'))
    .sort(byDepth);
}

/** Of the kinds a promptfoo prompt may be, those that are text; others are programs. */
const READABLE = /^[^\n]+\.(?:md|txt|ya?ml|json)$/i;

function readYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** What lies nearer to the project's folder first. */
function byDepth(one: string, other: string): number {
  return one.split('/').length - other.split('/').length || (one < other ? -1 : 1);
}
