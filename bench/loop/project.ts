// A project whose models are the bench's server: one answers, the others judge, and every scenario names its clause already.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const RUBRIC = Array.from({ length: 7 }, (_, score) => `Leans to it by ${score} of 6.`);

export interface Size {
  readonly origin: string;
  readonly scenarios: number;
  readonly judges: number;
  readonly concurrency: number;
}

/**
 * With one judge the classifier is the judge: run it with `--no-judges`. Scores need two models, who then share the scenarios.
 * Writes spec, bank and config into the folder; gives the spec's path.
 */
export function writeProject(folder: string, size: Size & { readonly specKiB: number }): string {
  const { origin, scenarios, judges, concurrency, specKiB } = size;
  const paragraph = 'The assistant weighs what is asked against what may come of it, and says so plainly. ';
  const text = paragraph.repeat(Math.max(1, Math.ceil((specKiB * 1024) / paragraph.length)));
  const specFile = join(folder, 'spec.md');
  writeFileSync(specFile, `# Rules\n\n## Be careful {#careful}\n\n${text}\n`);
  const models = judges < 3 ? ['bench/m', 'bench/n'] : ['bench/m'];
  const rows = Array.from({ length: Math.ceil(scenarios / models.length) }, (_, index) =>
    JSON.stringify({
      id: `s${index}`,
      query: `Question ${index}: may I do what I have in mind?`,
      clauses: ['careful'],
      topics: ['care'],
      ...(judges < 3 && { value1: 'care', value2: 'freedom', rubric1: RUBRIC, rubric2: RUBRIC }),
    }),
  );
  writeFileSync(join(folder, 'bank.jsonl'), `${rows.join('\n')}\n`);
  // A panel has three judges at least; one judge is the classifier, who scores by rubrics.
  const names = Array.from({ length: Math.max(3, judges) }, (_, index) => `bench/j${index}`);
  const prices = [...models, ...names].map((id) => `  ${id}: { input: 0.1, output: 0.1 }`);
  writeFileSync(
    join(folder, 'spec-gate.yml'),
    [
      'spec: spec.md',
      'bank: bank.jsonl',
      'providers:',
      `  bench: { kind: openai, baseUrl: "${origin}/v1", apiKeyEnv: OPENAI_API_KEY, allowPrivate: ["127.0.0.1"], concurrency: ${concurrency} }`,
      `models: [${models.join(', ')}]`,
      `judges: [${names.join(', ')}]`,
      'classifier: bench/j0',
      'budget: { calls: 1000000, usd: 1000, minutes: 600 }',
      'prices:',
      ...prices,
      '',
    ].join('\n'),
  );
  return specFile;
}

/** The same work for promptfoo: a provider that answers, and an assertion by a model for each judge. Gives the config's path. */
export function writePromptfoo(
  folder: string,
  { origin, scenarios, judges, specFile }: Size & { specFile: string },
): string {
  const provider = (model: string): object => ({
    id: `openai:chat:${model}`,
    config: { apiBaseUrl: `${origin}/v1`, apiKey: 'sk-bench-key-000000000000' },
  });
  const path = join(folder, 'promptfooconfig.json');
  // As .txt: promptfoo takes no Markdown file as a rubric.
  const rubricFile = `${specFile}.txt`;
  copyFileSync(specFile, rubricFile);
  const rubric = { type: 'llm-rubric', value: `file://${rubricFile}` };
  const assert = Array.from({ length: judges }, (_, judge) => ({ ...rubric, provider: provider(`j${judge}`) }));
  const tests = Array.from({ length: scenarios }, (_, index) => ({
    vars: { query: `Question ${index}: may I do what I have in mind?` },
    assert,
  }));
  writeFileSync(path, JSON.stringify({ prompts: ['{{query}}'], providers: [provider('m')], tests }));
  return path;
}
