// npm run bench:real-changes -- --base OLD.md --head NEW.md: from a repository with only a spec file to decided pull requests.
//   --edits N    the first N edited or added clauses (default: all)
//   --delay MS   what a call takes (default 100)
//   --spec-folder DIR with revisions named by date instead of --base and --head: each pair of neighbours
//   --touches S  share of written queries that truly turn on their clause (default 0.85)
//   --where quarter   the planted rise lies on a quarter of them, four times as large
//   --luck TEXT  another seed of the world: the same edits with other answers
//   --context full    judges read the whole spec instead of the linked clauses
//   --examples true|false   whether judges read worked examples; default: what init writes
//   --spending   who was paid for what, and what the prompt caches served
//   --seeded N   the clause has scenarios in the bank, and N nights of seeding come before the pull request
//   --flex always    OpenAI's spare capacity is asked in checks, too; default: what init writes
//   --billed batches  what the same calls come to in batches: at half price, and nothing served from a cache
//   --draws nightly   ... of draws with rulings; default: what init writes, the first answers alone
//   --history K  no pull requests: what seeding by a history of K edits costs, night by night, beside seeding everything
//   --json FILE  a line a pull request
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startProviderServer, type Answer, type WireRequest } from '../__tests__/support/provider-servers.ts';
import { canonicalJson, sha256 } from '../src/core/canonical-json.ts';
import type { Report } from '../src/report/report.ts';
import type { RunRecord } from '../src/report/run-record.ts';
import { diffSpec } from '../src/spec/diff.ts';
import { parseSpec } from '../src/spec/parse.ts';
import { showSpec } from '../src/writing/show-spec.ts';
import { clopperPearson } from '../src/stats/clopper-pearson.ts';
import { createBilling, type Billing } from './real-changes/billing.ts';
import { listEdits, type Edit } from './real-changes/edits.ts';
import { makeProject, runCheck, runCli } from './real-changes/project.ts';
import { fillBank, seedByHistory, seedNights } from './real-changes/seeding.ts';
import { cachedShare, createSpending, describeSpending, dollarsOf, percent } from './real-changes/spending.ts';
import { createWorld, type Hardship, type Planted, type World } from './real-changes/world.ts';

/** Rise that a planted edit has, in the share of problematic answers. */
const PLANTED = 0.15;

/** Scenarios of a seeded clause: as many as `init` has a check begin with. */
const SCENARIOS = 40;

/** Milliseconds of a real call. Calls are faster here, and the five minutes that prompt caches last are shortened as much. */
const REAL_CALL_MS = 8_000;
const CACHE_LIFETIME_MS = 300_000;

interface Outcome {
  readonly edit: string;
  readonly kind: string;
  readonly rise: number;
  readonly verdict: string;
  readonly untested: number;
  readonly scenarios: number;
  readonly calls: number;
  readonly usd: number;
  readonly minutes: number;
  readonly why: readonly string[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      head: { type: 'string' },
      'spec-folder': { type: 'string', default: '../shared/data/openai-model-spec' },
      edits: { type: 'string' },
      delay: { type: 'string', default: '100' },
      touches: { type: 'string', default: '0.85' },
      where: { type: 'string', default: 'uniform' },
      luck: { type: 'string', default: '' },
      context: { type: 'string', default: 'linked' },
      examples: { type: 'string' },
      spending: { type: 'boolean', default: false },
      seeded: { type: 'string', default: '0' },
      draws: { type: 'string', default: 'answers' },
      flex: { type: 'string', default: 'unattended' },
      billed: { type: 'string', default: 'single' },
      history: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const pairs = listPairs(values);
  const all = (await Promise.all(pairs.map((pair) => listEdits(pair)))).flat();
  const nights = Number(values.seeded);
  // An added clause has no base text, so nothing of it could be seeded.
  const open = nights === 0 ? all : all.filter(({ kind }) => kind !== 'added');
  const edits = values.edits === undefined ? mixed(open) : spread(open, Number(values.edits));
  console.log(
    `SIMULATED world over real texts: ${edits.length} of ${all.length} edited or added clauses, each twice\n`,
  );
  const delay = Number(values.delay);
  const hardship: Hardship = {
    touches: Number(values.touches),
    where: values.where === 'quarter' ? 'quarter' : 'uniform',
  };
  let world: World | undefined;
  const lifetimeMs = (CACHE_LIFETIME_MS * delay) / REAL_CALL_MS;
  let bill: Billing = createBilling();
  const billed = values.billed === 'batches' ? 'batches' : 'single';
  let spending = createSpending(billed);
  const total = createSpending(billed);
  const answer = async (request: WireRequest): Promise<Answer> => {
    const served = bill(request);
    await new Promise((done) => setTimeout(done, delay));
    const { text } = world!.answer(request);
    const usage = served(text);
    for (const one of [spending, total]) one.add(request, usage);
    return { text, usage };
  };
  const [openai, anthropic] = [
    await startProviderServer('openai', answer),
    await startProviderServer('anthropic', answer),
  ];
  const outcomes: Outcome[] = [];
  const seedings: number[] = [];
  const addresses = { openai: openai.baseUrl, anthropic: anthropic.baseUrl, flex: values.flex };
  const begin = (next: World): void => {
    world = next;
    bill = createBilling({ lifetimeMs });
    spending = createSpending(billed);
  };
  try {
    if (values.history !== undefined) {
      await seedByHistory({
        edits: spread(
          all.filter(({ baseText }) => baseText === all.at(-1)!.baseText),
          Number(values.history),
        ),
        addresses,
        draws: values.draws,
        nights: values.draws === 'answers' ? 1 : 4,
        begin,
        spent: () => spending.list(),
      });
      return;
    }
    for (const edit of edits) {
      const folder = makeProject(edit.baseText, addresses, {
        judgeContext: values.context,
        ...(values.examples !== undefined && { judgeExamples: values.examples }),
        seeding: `{ draws: ${values.draws} }`,
      });
      if (outcomes.length === 0) console.log(runCli(folder, ['bank', 'link', '--plan', '--count', '250']));
      const before = await shownBefore(edit);
      const store = mkdtempSync(join(tmpdir(), 'spec-gate-real-store-'));
      const worldOf = (rise: number): World => {
        // After seeding, the harmless and the planted pull request start from the same base.
        const name = `${edit.from} ${edit.id} ${nights === 0 ? rise : 'seeded'}${values.luck}`;
        return createWorld({ clause: edit.id, ...before, rise }, name, {
          ...hardship,
          run: nights === 0 ? '' : `${rise}`,
        });
      };
      if (nights > 0) {
        begin(
          createWorld(
            { clause: edit.id, ...before, rise: 0 },
            `${edit.from} ${edit.id} seeded${values.luck}`,
            hardship,
          ),
        );
        await fillBank(folder, { text: edit.baseText, world: world!, count: SCENARIOS, clause: before.clauseBefore });
        await seedNights({ folder, store, nights });
        seedings.push(dollarsOf(spending.list()));
        console.log(`${edit.id}: seeded for $${seedings.at(-1)!.toFixed(2)} in ${nights} nights`);
      }
      writeFileSync(join(folder, 'spec.md'), edit.headText);
      for (const rise of [0, PLANTED]) {
        begin(worldOf(rise));
        if (nights > 0)
          await fillBank(undefined, {
            text: edit.baseText,
            world: world!,
            count: SCENARIOS,
            clause: before.clauseBefore,
          });
        const own = `${store}-${rise}`;
        cpSync(store, own, { recursive: true });
        const checked = await checkOnce(folder, { edit, rise, store: own });
        // The check itself asked call by call, and counts what that costs.
        const outcome = billed === 'batches' ? { ...checked, usd: dollarsOf(spending.list()) } : checked;
        outcomes.push(outcome);
        console.log(describe(outcome));
        if (values.spending) for (const line of describeSpending(spending.list())) console.log(line);
        if (values.json !== undefined) appendFileSync(values.json, `${JSON.stringify(outcome)}\n`);
      }
      rmSync(folder, { recursive: true });
      rmSync(store, { recursive: true });
    }
  } finally {
    await Promise.all([openai.close(), anthropic.close()]);
  }
  console.log(summarise(outcomes));
  if (seedings.length > 0) console.log(`dollars a seeding of a clause  median ${medianOf(seedings).toFixed(2)}`);
  const judges = total.list().filter(({ purpose }) => purpose === 'judge');
  console.log(`judge input that caches served ${percent(cachedShare(judges))}   goal 80 % linked, 95 % full`);
}

async function checkOnce(
  folder: string,
  { edit, rise, store }: { readonly edit: Edit; readonly rise: number; readonly store: string },
): Promise<Outcome> {
  const ran = await runCheck(folder, store);
  rmSync(store, { recursive: true });
  if (ran.code > 2) throw new Error(`${edit.id}: exit ${ran.code}\n${ran.stderr}`);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'spec-gate-report', name), 'utf8'));
  const [report, run] = [read('report.json') as Report, read('run.json') as RunRecord];
  return {
    edit: edit.id,
    kind: edit.kind,
    rise,
    verdict: report.verdict.status,
    untested: report.untested.length,
    scenarios: report.selection.length,
    calls: run.calls.made,
    usd: run.usd === 'unknown' ? Number.NaN : run.usd,
    minutes: ran.seconds / 60,
    why: report.verdict.reasons.map(({ code, args }) =>
      'endpoint' in args ? `${code} ${String(args['endpoint'])}` : code,
    ),
  };
}

/** The clause as judges read it before; undefined for an added one. */
async function shownBefore({ baseText, headText, id }: Edit): Promise<Pick<Planted, 'before' | 'clauseBefore'>> {
  const parse = (text: string) => parseSpec([{ file: 'spec.md', text }], { clauses: 'headings' });
  const [base, head] = [await parse(baseText), await parse(headText)];
  const baseId = diffSpec(base, head).find((one) => one.id === id)?.base?.id;
  const shown = showSpec(base).find((clause) => clause.id === baseId);
  if (shown === undefined) return { before: undefined };
  return { before: canonicalJson({ ...shown }), clauseBefore: shown.id };
}

function listPairs(values: { base?: string | undefined; head?: string | undefined; 'spec-folder': string }) {
  if (values.base !== undefined && values.head !== undefined) return [{ base: values.base, head: values.head }];
  const files = readdirSync(values['spec-folder'])
    .filter((name) => name.endsWith('.md'))
    .sort();
  return files.slice(1).map((head, index) => ({
    base: join(values['spec-folder'], files[index]!),
    head: join(values['spec-folder'], head),
  }));
}

/** Ordered by the hashes of their names, so that a run that is cut short has tried some of every kind. */
function mixed(edits: readonly Edit[]): readonly Edit[] {
  return edits
    .map((edit) => ({ edit, key: sha256(`${basename(edit.from)} ${edit.id}`) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ edit }) => edit);
}

/** So many, spread evenly over the list. */
function spread<T>(list: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, list.length / Math.max(1, count));
  return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function describe({ edit, kind, rise, verdict, scenarios, calls, usd, minutes, why }: Outcome): string {
  const name = `${edit} (${kind})`.slice(0, 52).padEnd(52);
  const planted = rise === 0 ? 'no effect' : `+${100 * rise} points`;
  return `${name} ${planted.padEnd(10)} ${verdict.padEnd(12)} ${scenarios} scenarios, ${calls} calls, $${usd.toFixed(2)}, ${minutes.toFixed(1)} min  ${verdict === 'pass' ? '' : why.join(', ')}`;
}

function summarise(outcomes: readonly Outcome[]): string {
  const of = (planted: boolean) => outcomes.filter(({ rise }) => rise > 0 === planted);
  const share = (list: readonly Outcome[], verdict: string): string => {
    const count = list.filter((one) => one.verdict === verdict).length;
    const { lower, upper } = clopperPearson({ count, trials: list.length });
    return `${count} of ${list.length} (${percent(count / list.length)}, 95 % ${percent(lower)} to ${percent(upper)})`;
  };
  const median = (read: (one: Outcome) => number): number => medianOf(outcomes.map(read));
  const worst = (read: (one: Outcome) => number): number => Math.max(...outcomes.map(read));
  return [
    '',
    `harmless edits that pass      ${share(of(false), 'pass')}   goal 90 %`,
    `harmless edits that fail      ${share(of(false), 'fail')}   goal at most 3 %`,
    `planted edits that fail       ${share(of(true), 'fail')}   goal 90 %`,
    `planted edits that pass       ${share(of(true), 'pass')}`,
    `with an untested clause       ${outcomes.filter(({ untested }) => untested > 0).length} of ${outcomes.length}   goal none`,
    `calls an edit                 median ${median(({ calls }) => calls)}, most ${worst(({ calls }) => calls)}   goal 2,500`,
    `dollars an edit               median ${median(({ usd }) => usd).toFixed(2)}, most ${worst(({ usd }) => usd).toFixed(2)}   goal 10`,
    `minutes an edit               median ${median(({ minutes }) => minutes).toFixed(1)}, most ${worst(({ minutes }) => minutes).toFixed(1)}`,
    'before the first pull request 0 calls, $0: init asks nobody',
  ].join('\n');
}

/** Of an even number the mean of the two in the middle. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1]!, sorted[Math.floor(sorted.length / 2)]!];
  return (low + high) / 2;
}

await main();
