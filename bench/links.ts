// npm run bench:links: what linking finds and costs beside whole-spec judging of the same scenarios.
//   --judged FILE --linked FILE   one bank twice: linked by whole-spec judging (bank score --whole-spec) and by bank link
//   --spec FILE   a Markdown spec with quoted user turns, for retrieval alone (default: the shared Model Spec, if it is there)
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createMemorySegmentStore } from '../src/io/store/segment-store.ts';
import type { CompletionRequest } from '../src/models/model.ts';
import { costOf } from '../src/models/cost/prices.ts';
import type { Price } from '../src/models/cost/price-table.ts';
import { scoreBank } from '../src/bank/generation/score.ts';
import { JUDGE_PROMPT } from '../src/evaluation/prompts/judge.ts';
import type { Scenario } from '../src/scenarios/scenario.ts';
import type { Clause, Spec } from '../src/spec/clause.ts';
import { parseBank } from '../src/scenarios/parse-bank.ts';
import { parseSpec } from '../src/spec/parse.ts';
import { clopperPearson } from '../src/stats/clopper-pearson.ts';
import { linkBank } from '../src/writing/link-bank.ts';
import { openLinker } from '../src/writing/open-linker.ts';
import { findClausesByWords } from '../src/writing/retrieve-clauses.ts';
import { createUsageMeter } from '../src/models/cost/cached-prefix.ts';
import { harborBank, harborSpec, harborWorld, JUDGES, PANEL, simulatedRef } from '../__tests__/support/harbor.ts';
import { createSimulatedAsk } from '../__tests__/support/simulated-ask.ts';

/** What the calls would cost with a cheap judge that links and large ones that rule: GPT-5 mini and Sonnet 5. */
const SMALL: Price = { input: 0.25, cachedInput: 0.025, output: 2 };
const LARGE: Price = { input: 2, cachedInput: 0.2, cacheWrite: 2.5, output: 10 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      spec: { type: 'string', default: '../shared/data/openai-model-spec/2025-02-12.md' },
      judged: { type: 'string' },
      linked: { type: 'string' },
    },
  });
  if (values.judged !== undefined && values.linked !== undefined) {
    compareRecorded({ judged: values.judged, linked: values.linked });
    return;
  }
  console.log(
    'SIMULATED: the shipped example, whose true links are known; its linker misses one true link in twenty.\n',
  );
  await compareOnHarbor();
  if (existsSync(values.spec)) await measureRetrieval(values.spec);
  else console.log(`\n${values.spec} is not there: retrieval on a real text was not measured`);
}

async function compareOnHarbor(): Promise<void> {
  const truth = harborBank();
  const bare = truth.map((scenario): Scenario => ({ ...scenario, clauses: [] }));
  const spec = await harborSpec('spec.md');
  const world = await harborWorld();
  const judges = JUDGES.map(simulatedRef);
  const panel = {
    models: PANEL.map((name) => ({ ref: simulatedRef(name) })),
    judges,
    classifier: simulatedRef('sorter'),
  };
  const open = () => createSimulatedAsk({ world, store: createMemorySegmentStore(), scenarios: truth });

  const whole = open();
  const scored = await collect(
    scoreBank(
      bare,
      { ...panel, judges, spec, wording: JUDGE_PROMPT, specUse: 'target', date: '2026-11-23' },
      whole.ask,
    ),
  );
  print('whole-spec judging', scored, { truth, requests: judging(whole.events), price: LARGE });

  const linking = open();
  const linker = openLinker({ spec, panel, prices: {} });
  const rows = await collect(linkBank(bare, { linker, again: false }, linking.ask));
  print(
    'bank link',
    rows.map(({ scenario }) => scenario),
    { truth, requests: requestsOf(linking.events), price: SMALL },
  );
}

/** Of the links that whole-spec judging found, those that `bank link` found too, with a Clopper-Pearson interval. */
function compareRecorded(files: { readonly judged: string; readonly linked: string }): void {
  const [judged, linked] = [files.judged, files.linked].map((file) =>
    parseBank({ file, text: readFileSync(file, 'utf8') }),
  );
  const rows = judged!.scenarios.flatMap(({ id, clauses }) => {
    const found = linked!.byId.get(id)?.clauses;
    return found === undefined ? [] : [{ wanted: clauses, found }];
  });
  const trials = rows.reduce((sum, { wanted }) => sum + wanted.length, 0);
  const count = rows.reduce((sum, { wanted, found }) => sum + wanted.filter((id) => found.includes(id)).length, 0);
  const named = rows.reduce((sum, { found }) => sum + found.length, 0);
  const { lower, upper } = clopperPearson({ count, trials });
  console.log(
    `${rows.length} scenarios in both: recall ${count} of ${trials} (${percent(count / trials)}, 95 % ${percent(lower)} to ${percent(upper)}), ${named - count} others named`,
  );
}

type Events = ReturnType<typeof createSimulatedAsk>['events'];

function requestsOf(events: Events): readonly CompletionRequest[] {
  return events.flatMap((event) => (event.kind === 'made' ? [event.request] : []));
}

/** The rulings alone: answers are needed either way. */
function judging(events: Events): readonly CompletionRequest[] {
  return requestsOf(events).filter(({ format }) => format?.name === 'judgment');
}

async function collect<T>(walk: AsyncGenerator<T>): Promise<readonly T[]> {
  const rows: T[] = [];
  for await (const row of walk) rows.push(row);
  return rows;
}

function print(
  name: string,
  found: readonly Scenario[],
  how: { readonly truth: readonly Scenario[]; readonly requests: readonly CompletionRequest[]; readonly price: Price },
): void {
  const links = new Map(found.map(({ id, clauses }) => [id, clauses]));
  const wanted = how.truth.flatMap(({ id, clauses }) => clauses.map((clause) => [id, clause] as const));
  const hits = wanted.filter(([id, clause]) => links.get(id)?.includes(clause)).length;
  const named = found.reduce((sum, { clauses }) => sum + clauses.length, 0);
  const meter = createUsageMeter();
  const tokens = how.requests.reduce((sum, request) => sum + meter(request).inputTokens, 0);
  const usd = how.requests.reduce(
    (sum, request) => sum + (costOf({ ...meter(request), outputTokens: 250 }, how.price) as number),
    0,
  );
  console.log(
    `${name.padEnd(20)} recall ${hits} of ${wanted.length} (${percent(hits / wanted.length)}), ${named - hits} others named; ` +
      `${how.requests.length} calls, ${Math.round(tokens / 1000)}k tokens in, about $${usd.toFixed(3)}`,
  );
}

/** A user turn that a clause quotes as an example is about that clause; the quote is taken out of the text before it is looked for. */
async function measureRetrieval(file: string): Promise<void> {
  const spec = await parseSpec([{ file, text: readFileSync(file, 'utf8') }], { clauses: 'headings' });
  const quotes = spec.clauses.flatMap((clause) =>
    [...clause.text.matchAll(/<user>\n([\s\S]*?)<\/user>/g)].flatMap((match) =>
      match[1]!.trim().length < 40 ? [] : [{ clause, words: match[1]!.trim() }],
    ),
  );
  const ranks = quotes.map(({ clause, words }) => {
    const without = withoutExample(spec, { clause, words });
    return findClausesByWords(without)(words, spec.clauses.length).findIndex(({ id }) => id === clause.id);
  });
  const within = (count: number): string => {
    const hits = ranks.filter((rank) => rank >= 0 && rank < count).length;
    return `${hits} of ${ranks.length} (${percent(hits / ranks.length)})`;
  };
  console.log(
    `\nReal text, nothing simulated: ${quotes.length} user turns quoted in ${file}, their own example taken out`,
  );
  for (const count of [1, 4, 8, 16])
    console.log(`  their clause is among the ${String(count).padStart(2)} likest by words: ${within(count)}`);
}

function withoutExample(spec: Spec, { clause, words }: { readonly clause: Clause; readonly words: string }): Spec {
  const blocks = clause.text.split(/(?=^~~~xml$)/m);
  const text = blocks.filter((block) => !block.includes(words)).join('');
  return { ...spec, clauses: spec.clauses.map((one) => (one === clause ? { ...clause, text } : one)) };
}

function percent(part: number): string {
  return `${(100 * part).toFixed(0)} %`;
}

await main();
