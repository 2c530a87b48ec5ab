// Where a project keeps the text that says how its models should behave.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { parse } from 'yaml';
import * as z from 'zod';

/** From the most telling name to the least: the first that matches anything is proposed. */
const PLACES = [
  '**/{model_spec,model-spec,modelspec}.{md,yml,yaml,json}',
  '**/*constitution*.{md,yml,yaml,json}',
  '{docs/,}{spec,policy,policies,rules,behaviour,behavior,guidelines,principles}.{md,yml,yaml,json}',
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

/** Paths from `root` with `/`, the most likely first; each once. */
export async function findSpecs(root: string): Promise<readonly string[]> {
  const found = new Set(await promptfooPrompts(root));
  for (const place of PLACES) {
    const paths = await glob(place, {
      cwd: root,
      ignore: IGNORED,
      deep: DEPTH,
      dot: true,
      followSymbolicLinks: false,
      caseSensitiveMatch: false,
    });
    for (const path of paths.sort(byDepth)) found.add(path);
    if (found.size >= MOST) break;
  }
  return [...found].slice(0, MOST);
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
