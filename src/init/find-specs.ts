// Where a project keeps the text that says how its models should behave.
import { glob } from 'tinyglobby';

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
  '**/*.prompt.{md,txt,yml,yaml}',
] as const;

const IGNORED = ['**/node_modules/**', '**/.git/**', '**/dist/**', '**/vendor/**', '.spec-gate/**', 'spec-gate.yml'];

/** Folders below the project's that are looked into. */
const DEPTH = 5;

/** Candidates shown at most. */
const MOST = 20;

/** Paths from `root` with `/`, the most likely first; each once. */
export async function findSpecs(root: string): Promise<readonly string[]> {
  const found = new Set<string>();
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

/** What lies nearer to the project's folder first. */
function byDepth(one: string, other: string): number {
  return one.split('/').length - other.split('/').length || (one < other ? -1 : 1);
}
