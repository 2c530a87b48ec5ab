// A project of any size on disk: a scored bank, a spec before and after an edit, and a config whose models nobody asks.
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseValues } from '../../src/scenarios/values/parse-values.ts';
import { generateBankLines } from '../analyze/scored-bank.ts';
import { CLAUSES, JUDGES, MODELS } from '../analyze/sample-panel.ts';

export interface LargeProject {
  readonly bank: string;
  readonly config: string;
  readonly base: string;
  readonly head: string;
}

const CONFIG = 'spec-gate.yml';
/** The same project with models and judges that answer, by chance: simulated. */
export const SIMULATED_CONFIG = 'simulated.yml';
/** The same project with models and judges of a loopback server. */
export const LOOPBACK_CONFIG = 'loopback.yml';
const WORLD = 'world.yml';

/** Writes all of it into the folder. The bank has 6.4 KB a scenario: 2.6 GB at the study's 411,000. */
export async function writeLargeProject(folder: string, scenarios: number): Promise<LargeProject> {
  const text = readFileSync(new URL('../../fixtures/values.yml', import.meta.url), 'utf8');
  const values = (await parseValues({ file: 'values.yml', text })).map(({ name }) => name);
  writeLines(join(folder, 'bank.jsonl'), generateBankLines({ seed: 'large', scenarios, ruled: 'all', values }));
  writeFileSync(join(folder, 'spec.md'), specText('says so plainly'));
  writeFileSync(join(folder, 'head.md'), specText('says so with care and names the reason'));
  writeFileSync(join(folder, 'answers.jsonl'), '');
  writeFileSync(
    join(folder, CONFIG),
    [
      'spec: spec.md',
      'bank: bank.jsonl',
      'specUse: target',
      'providers:',
      '  anthropic: { kind: recorded, file: answers.jsonl }',
      '  google: { kind: recorded, file: answers.jsonl }',
      '  openai: { kind: recorded, file: answers.jsonl }',
      '  xai: { kind: recorded, file: answers.jsonl }',
      `models: [${MODELS.slice(0, 4).join(', ')}]`,
      `judges: [${JUDGES.join(', ')}]`,
      `classifier: ${JUDGES[0]}`,
      'coverage: { write: false }',
      'budget: { calls: 100000000, usd: 10000000, minutes: 600 }',
      'prices:',
      ...[...new Set([...MODELS, ...JUDGES])].map((id) => `  ${id}: { input: 1, output: 4 }`),
      '',
    ].join('\n'),
  );
  writeSimulated(folder);
  return { bank: 'bank.jsonl', config: CONFIG, base: 'spec.md', head: 'head.md' };
}

/** Models without leanings, judges and a classifier without faults. */
export function writeSimulated(folder: string): void {
  const models = ['ash', 'beech', 'cherry', 'elm'];
  const judges = ['one', 'two', 'three'];
  writeFileSync(
    join(folder, WORLD),
    ['models:', ...models, 'judges:', ...judges, 'classifiers:', 'sorter']
      .map((line) => (line.endsWith(':') ? line : `  ${line}: {}`))
      .map((line) => `${line}\n`)
      .join(''),
  );
  writeFileSync(
    join(folder, SIMULATED_CONFIG),
    [
      'spec: spec.md',
      'bank: bank.jsonl',
      'specUse: target',
      'providers:',
      `  sim: { kind: simulated, world: ${WORLD} }`,
      `models: [${models.map((name) => `sim/${name}`).join(', ')}]`,
      `judges: [${judges.map((name) => `sim/${name}`).join(', ')}]`,
      'classifier: sim/sorter',
      'coverage: { write: false }',
      '',
    ].join('\n'),
  );
}

/** The same project with models and judges at a loopback server, which answer over HTTP as providers do. */
export function writeLoopback(folder: string, origin: string): void {
  const [models, judges] = [MODELS.slice(0, 4), JUDGES].map((ids, part) =>
    ids.map((_id, index) => `bench/${part === 0 ? 'm' : 'j'}${index}`),
  );
  writeFileSync(
    join(folder, LOOPBACK_CONFIG),
    [
      'spec: spec.md',
      'bank: bank.jsonl',
      'specUse: target',
      'providers:',
      `  bench: { kind: openai, baseUrl: "${origin}/v1", apiKeyEnv: OPENAI_API_KEY, allowPrivate: ["127.0.0.1"], concurrency: 20 }`,
      `models: [${models!.join(', ')}]`,
      `judges: [${judges!.join(', ')}]`,
      `classifier: ${judges![0]}`,
      'prices:',
      ...[...models!, ...judges!].map((id) => `  ${id}: { input: 0.1, output: 0.1 }`),
      '',
    ].join('\n'),
  );
}

function writeLines(path: string, lines: Iterable<string>): void {
  const file = openSync(path, 'w');
  for (const line of lines) writeSync(file, line);
  closeSync(file);
}

/** Sixty clauses, the third and the fortieth of which end in other words. */
function specText(ending: string): string {
  const clauses = CLAUSES.map((id, index) => {
    const own = index === 2 || index === 39 ? ending : 'says so plainly';
    return `## Rule ${index + 1} {#${id}}\n\nThe assistant should weigh what is asked under rule ${index + 1} against what may come of it. It must not guess where it cannot know, and ${own}.\n`;
  });
  return `# Rules\n\n${clauses.join('\n')}`;
}
