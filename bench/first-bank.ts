// npm run bench:first-bank: from a spec file and a list of queries to a linked bank: minutes, calls and dollars.
//   --spec FILE --queries FILE   default: the Model Spec and the 250 queries beside the checkout
//   --delay MS                   what a call takes (default 100)
// Loopback servers speak both vendors' protocols and bill as they do; what a linker names is made up, and only its length counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { startProviderServer, type Answer, type WireRequest } from '../__tests__/support/provider-servers.ts';
import { readDataBlocks } from '../src/core/data-block.ts';
import { createRandom } from '../src/core/random.ts';
import { createBilling } from './real-changes/billing.ts';
import { makeProject, runCommand } from './real-changes/project.ts';

/** Share of scenarios that the first linker doubts: they are read a second time. */
const DOUBT = 0.2;

const { values } = parseArgs({
  options: {
    spec: { type: 'string', default: '../shared/data/openai-model-spec/2025-02-12.md' },
    queries: { type: 'string', default: '../shared/data/stress-test-queries.jsonl' },
    delay: { type: 'string', default: '100' },
  },
});

const bill = createBilling();
const answer = async (request: WireRequest): Promise<Answer> => {
  const billed = bill(request);
  await wait(Number(values.delay));
  const text = linkReply(request);
  return { text, usage: billed(text) };
};
const openai = await startProviderServer('openai', answer);
const anthropic = await startProviderServer('anthropic', answer);
const addresses = { openai: openai.baseUrl, anthropic: anthropic.baseUrl, flex: 'unattended' };
const folder = makeProject(readFileSync(values.spec, 'utf8'), addresses);
const store = mkdtempSync(join(tmpdir(), 'spec-gate-first-store-'));
try {
  const started = performance.now();
  const imported = await runCommand(folder, ['bank', 'import', resolve(values.queries)]);
  const linked = await runCommand(folder, ['bank', 'link', '--store', store]);
  const seconds = (performance.now() - started) / 1000;
  console.log('SIMULATED: what the linkers name. Real: texts, prompts, calls, tokens, prices.\n');
  console.log([imported.stdout, linked.stdout].map((text) => text.trim()).join('\n'));
  console.log(
    `\nimport and link: ${(seconds / 60).toFixed(1)} minutes at ${values.delay} ms a call   goal 15 minutes, $5`,
  );
} finally {
  await Promise.all([openai.close(), anthropic.close()]);
  for (const path of [folder, store]) rmSync(path, { recursive: true });
}

/** One or two of the candidates, doubted as often as real linkers were seen to. */
function linkReply(request: WireRequest): string {
  const prompt = request.messages.map(({ content }) => content).join('\n');
  const blocks = readDataBlocks(prompt);
  const random = createRandom(`${request.model}\n${prompt}`);
  const candidates = (blocks.get('clauses') ?? []) as readonly { readonly id: string }[];
  const sure = random.next() >= DOUBT;
  const links = candidates.slice(0, 1 + random.below(2)).map(({ id: clause }) => ({
    clause,
    why: '[simulated] An answer to this could keep what the clause asks for, or break it.',
    sure,
  }));
  return JSON.stringify({ item: blocks.get('item') ?? null, links });
}
