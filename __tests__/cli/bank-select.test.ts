// `bank select`: filters, quotas and sizes from the command line; embeddings from a server, stored, within the budget.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseBank } from '../../src/scenarios/parse-bank.ts';
import { selectBank } from '../../src/scenarios/selection/select-bank.ts';
import { ROOT } from '../support/cli.ts';
import { close, listen } from '../support/provider-servers.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let folder = '';
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-select-'));
});
afterEach(async () => {
  for (const stop of closing.splice(0)) await stop();
  rmSync(folder, { recursive: true, force: true });
});

const TOPICS = ['cats', 'ships', 'taxes'];

/** 60 scenarios on three topics; D rises from 0 to 2.95; every tenth was never scored. */
const scenarios = Array.from({ length: 60 }, (_, n) => ({
  id: `s${String(n).padStart(2, '0')}`,
  query: `Question ${n} about ${TOPICS[n % 3]}: what of number ${n * 7919}?`,
  clauses: [`c${n % 4}`],
  topics: [TOPICS[n % 3]],
  ...(n % 10 === 0 ? {} : { disagreement: n / 20 }),
  scored: { scores: { m: { value1: 1, value2: 2 } } },
}));

function writeBank(): void {
  writeFileSync(join(folder, 'bank.jsonl'), scenarios.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

const select = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CommandResult> =>
  runCommand(['bank', 'select', 'bank.jsonl', '--output', 'small.jsonl', ...args], { cwd: folder, env });
const selected = () =>
  parseBank({ file: 'small.jsonl', text: readFileSync(join(folder, 'small.jsonl'), 'utf8') }).scenarios;

describe('from the command line', () => {
  test('what it writes is what selectBank chooses, whole rows in the order of ids', async () => {
    writeBank();
    const { code, stdout } = await select(['--count', '8', '--json']);
    expect(code).toBe(0);
    const bank = parseBank({ file: 'bank.jsonl', text: readFileSync(join(folder, 'bank.jsonl'), 'utf8') }).scenarios;
    const expected = selectBank({ scenarios: bank, weighting: 'disagreement', size: 8, seed: 'spec-gate' });
    const chosen = expected.selected.map(({ scenario }) => scenario.id);
    const printed = JSON.parse(stdout) as { selected: { id: string }[]; belowDisagreement: number };
    expect(printed.selected.map(({ id }) => id)).toEqual(chosen);
    expect(selected().map(({ id }) => id)).toEqual([...chosen].sort());
    expect(selected()).toEqual(bank.filter(({ id }) => chosen.includes(id)));
    expect(printed).toMatchObject({ withoutDisagreement: 6, belowDisagreement: 27 });
  });

  test.each([
    [['--count', '9', '--per', 'topic:3', '--min-disagreement', '0'], { cats: 3, ships: 3, taxes: 3 }],
    [['--count', '30', '--per', 'topic:..2', '--min-disagreement', '0'], { cats: 2, ships: 2, taxes: 2 }],
  ])('%j', async (args, expected) => {
    writeBank();
    expect((await select(args)).code).toBe(0);
    const topics = selected().flatMap((scenario) => scenario.topics);
    expect(Object.fromEntries(TOPICS.map((topic) => [topic, topics.filter((one) => one === topic).length]))).toEqual(
      expected,
    );
  });

  test('a distance ends it by itself; without weights disagreement does not matter', async () => {
    writeBank();
    await select(['--distance', '0.9', '--unweighted', '--min-disagreement', '0']);
    const near = selected().length;
    await select(['--distance', '1.2', '--unweighted', '--min-disagreement', '0']);
    expect(selected().length).toBeLessThan(near);
    expect(selected().length).toBeGreaterThan(0);
  });

  test.each([
    ['no end', [], /--count, or how far apart with --distance/],
    ['a quota of nothing', ['--per', 'clause'], /clause:2/],
    ['a quota upside down', ['--per', 'clause:5..2'], /5 is more than 2/],
    ['a count of half', ['--count', '1.5'], /whole number/],
    ['both weightings', ['--count', '1', '--weighted', '--unweighted'], /unweighted/],
    ['nothing left', ['--count', '3', '--min-disagreement', '2.99'], /--min-disagreement 0/],
    ['its own bank', ['--count', '3', '--output', 'bank.jsonl'], /would lose/],
  ])('%s is refused with a way out', async (_what, args, expected) => {
    writeBank();
    const before = readFileSync(join(folder, 'bank.jsonl'), 'utf8');
    const { code, stderr } = await select(args);
    expect(code).toBe(3);
    expect(stderr).toMatch(expected);
    expect(readFileSync(join(folder, 'bank.jsonl'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'small.jsonl'))).toBe(false);
  });
});

interface Served {
  readonly requests: { readonly path: string; readonly key: string | undefined; readonly input: readonly string[] }[];
  fail?: number;
  /** What it says that a request took. */
  promptTokens?: number;
}

/** Texts on one topic point nearly the same way. Vectors come in an order of the server's own. */
async function startEmbeddings(): Promise<Served & { readonly origin: string }> {
  const served: Served = { requests: [] };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
    request.on('end', () => {
      const { input } = JSON.parse(text) as { input: string[] };
      served.requests.push({ path: request.url!, key: request.headers.authorization, input });
      if (served.fail !== undefined && served.requests.length >= served.fail) {
        response.writeHead(401, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
        return;
      }
      const data = input.map((query, index) => ({
        index,
        embedding: [...TOPICS.map((topic) => (query.includes(topic) ? 1 : 0)), query.length / 1000],
      }));
      const body = {
        object: 'list',
        model: 'small',
        data: data.reverse(),
        usage: { prompt_tokens: served.promptTokens ?? 10 },
      };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const origin = await listen(server);
  closing.push(() => close(server));
  return Object.assign(served, { origin });
}

function writeConfig(origin: string, extra = ''): void {
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
  const provider = `  vec: { kind: openai, baseUrl: "${origin}/v1", apiKeyEnv: VEC_KEY, allowPrivate: ["127.0.0.1"] }\n`;
  writeFileSync(
    join(folder, 'spec-gate.yml'),
    `${config.replace('providers:\n', `providers:\n${provider}`)}\n${extra}\n`,
  );
  writeBank();
}

const PRICE = 'prices: { vec/small: { input: 1000, output: 0 } }';
const KEY = { VEC_KEY: 'sk-vec-0123456789' };
const EMBED = [
  '--count',
  '3',
  '--min-disagreement',
  '0',
  '--unweighted',
  '--embeddings',
  'vec/small',
  '--store',
  'store',
];

describe('embeddings', () => {
  test('decide what is alike; each text is sent once, and a stored one never again, without a key too', async () => {
    const server = await startEmbeddings();
    writeConfig(server.origin, PRICE);
    const { code, stdout, stderr } = await select(EMBED, KEY);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('by vec/small');
    expect(new Set(selected().flatMap(({ topics }) => topics))).toEqual(new Set(TOPICS));
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({ path: '/v1/embeddings', key: `Bearer ${KEY.VEC_KEY}` });
    expect(server.requests[0]!.input).toHaveLength(60);
    const before = readFileSync(join(folder, 'small.jsonl'), 'utf8');
    expect((await select(EMBED)).code).toBe(0);
    expect(server.requests).toHaveLength(1);
    expect(readFileSync(join(folder, 'small.jsonl'), 'utf8')).toBe(before);
    const ledger = JSON.parse(readFileSync(join(folder, 'store/vectors/spending.json'), 'utf8')) as object;
    // 10 tokens at $1,000 a million.
    expect(ledger).toMatchObject({ days: [{ usd: 0.01, calls: 1 }] });
  });

  test('a count of tokens below none gives no money back: the estimate stands', async () => {
    const server = await startEmbeddings();
    server.promptTokens = -1e9;
    writeConfig(server.origin, PRICE);
    expect((await select(EMBED, KEY)).code).toBe(0);
    const { days } = JSON.parse(readFileSync(join(folder, 'store/vectors/spending.json'), 'utf8')) as {
      days: { usd: number }[];
    };
    expect(days[0]!.usd).toBeGreaterThan(0);
  });

  test('a torn segment costs only what was torn', async () => {
    const server = await startEmbeddings();
    writeConfig(server.origin, PRICE);
    await select(EMBED, KEY);
    const vectors = join(folder, 'store/vectors');
    const [own] = readdirSync(vectors).filter((name) => name !== 'spending.json');
    const [segment] = readdirSync(join(vectors, own!));
    const path = join(vectors, own!, segment!);
    truncateSync(path, readFileSync(path).length - 5);
    expect((await select(EMBED, KEY)).code).toBe(0);
    expect(server.requests[1]!.input).toHaveLength(1);
  });

  test.each([
    ['an unknown price', '', KEY, ['vec/small'], /no price is known/],
    ['no key', PRICE, {}, ['vec/small'], /VEC_KEY is not set/],
    ['a provider that cannot', PRICE, KEY, ['sim/aspen'], /The config has vec/],
    ['a provider that is not there', PRICE, KEY, ['nowhere/small'], /The config has vec/],
  ])('%s is a mistake that nothing is sent for', async (_what, extra, env, [id], expected) => {
    const server = await startEmbeddings();
    writeConfig(server.origin, extra);
    const { code, stderr } = await select([...EMBED, '--embeddings', id!], env);
    expect(code).toBe(3);
    expect(stderr).toMatch(expected);
    expect(server.requests).toHaveLength(0);
  });

  test('the budget holds before anything is sent', async () => {
    const server = await startEmbeddings();
    writeConfig(server.origin, `${PRICE}\nbudget: { usd: 0.1 }`);
    const { code, stderr } = await select(EMBED, KEY);
    expect(code).toBe(2);
    expect(stderr).toContain('budget is used up: usd');
    expect(server.requests).toHaveLength(0);
    expect(existsSync(join(folder, 'small.jsonl'))).toBe(false);
  });

  test('a refused key is a mistake, and is not shown', async () => {
    const server = await startEmbeddings();
    server.fail = 1;
    writeConfig(server.origin, PRICE);
    const { code, stderr } = await select(EMBED, KEY);
    expect(code).toBe(3);
    expect(stderr).toContain('401');
    expect(stderr).not.toContain(KEY.VEC_KEY);
  });
});
