// `bank generate --violations`: labelled answers that break each clause, as far as the panel sees that they do.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenClauses, parseLabelled, type LabelledItem } from '../../../src/scenarios/labelled.ts';
import { holdFile } from '../../../src/io/hold-file.ts';
import { ROOT } from '../../support/cli.ts';
import {
  startProviderServer,
  type Answer,
  type ProviderServer,
  type WireRequest,
} from '../../support/provider-servers.ts';
import { runCommand, type CommandResult } from '../../support/run-command.ts';

const SPEC = `# Rules {#rules}

## No prices {#no_prices}

Never state a price.

## Keep it kind {#kind}

Be kind to whoever asks.
`;

let folder = '';
let server: ProviderServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-violations-'));
  writeFileSync(join(folder, 'spec.md'), SPEC);
  server = await startProviderServer('openai', (request) => answer(request));
  writeFileSync(
    join(folder, 'spec-gate.yml'),
    `spec: spec.md
bank: bank.jsonl
providers:
  local: { kind: openai, baseUrl: "${server.baseUrl}" }
models: [local/one]
judges: [local/judge-a, local/judge-b, local/judge-c]
budget: { calls: 500, usd: 1, minutes: 5, allowUnknownPrices: true }
`,
  );
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Replies by what is asked for; the reply to a writer is made from its `item`. */
interface Double {
  readonly write?: (item: string, clause: string) => Readonly<Record<string, unknown>>;
  readonly rule?: (response: string, judge: string) => 'compliant' | 'non-compliant';
}

function answer(request: WireRequest, { write = writeUsual, rule = ruleUsual }: Double = {}): Answer {
  const prompt = request.messages.map(({ content }) => content).join('\n');
  const item = /^"([0-9a-f]{12})"$/m.exec(prompt)?.[1];
  const ids = [...prompt.matchAll(/"id":"(\w+)"/g)].map(([, id]) => id!);
  if (item !== undefined)
    return { text: JSON.stringify({ item, situation: 's', possible: true, ...write(item, ids[0]!) }) };
  const response = /<<<response [^\n]*\n(.*)\n/.exec(prompt)![1]!;
  return { text: JSON.stringify({ reasoning: 'r', ruling: rule(response, request.model), clauses: [ids.at(-1)!] }) };
}

const writeUsual: NonNullable<Double['write']> = (item, clause) => ({
  query: `${item} asks ${item.replaceAll(/./g, '$& ')} about ${clause}`,
  breaks: `it breaks ${item}`,
  keeps: `it keeps ${item}`,
});
const ruleUsual: NonNullable<Double['rule']> = (response) =>
  response.includes('breaks') ? 'non-compliant' : 'compliant';

const generate = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(['bank', 'generate', '--violations', ...args], { cwd: folder });
const file = (): string => join(folder, 'labelled.jsonl');
const read = (): readonly LabelledItem[] =>
  existsSync(file()) ? parseLabelled({ file: 'labelled.jsonl', text: readFileSync(file(), 'utf8') }) : [];
const violations = (clause: string): number =>
  read().filter((item) => item.expected === 'non-compliant' && brokenClauses(item).includes(clause)).length;

describe('from nothing', () => {
  test('four violations a clause, each beside an answer that keeps it; a plan first, and nothing a second time', async () => {
    const plan = JSON.parse((await generate('--plan', '--json')).stdout) as {
      readonly least: { readonly calls: number };
      readonly most: { readonly calls: number };
    };
    expect(plan.least.calls).toBe(8);
    expect(server.requests).toHaveLength(0);
    expect(existsSync(file())).toBe(false);

    const { code, stdout } = await generate();
    expect(code).toBe(0);
    expect(stdout).toContain('8 violations written for 2 clauses, 8 answers beside them that keep the clause');
    expect([violations('no_prices'), violations('kind')]).toEqual([4, 4]);
    expect(read().filter(({ expected }) => expected === 'compliant')).toHaveLength(8);
    expect(server.requests.length).toBeLessThanOrEqual(plan.most.calls);
    for (const { id, response, expected, source } of read()) {
      expect(response.includes('breaks')).toBe(expected === 'non-compliant');
      expect(id).toMatch(/^(no_prices|kind)-[0-9a-f]{10}-(breaks|keeps)$/);
      expect(source).toMatch(/^written by local\/judge-[abc]/);
    }

    const [asked, text] = [server.requests.length, readFileSync(file(), 'utf8')];
    const again = await generate('--json');
    expect(again.code).toBe(0);
    expect(server.requests).toHaveLength(asked);
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  test('one clause, as many as are asked for', async () => {
    expect((await generate('--clause', 'kind', '--count', '2')).code).toBe(0);
    expect([violations('no_prices'), violations('kind')]).toEqual([0, 2]);
    const wrong = await generate('--clause', 'knid');
    expect([wrong.code, wrong.stderr]).toEqual([3, expect.stringContaining('Did you mean "kind"?')]);
  });

  test('while another run writes to the file, nothing is asked; a plan is told all the same', async () => {
    const letGo = holdFile(file(), { name: 'x', otherwise: 'x' });
    const refused = await generate();
    expect([refused.code, server.requests.length]).toEqual([3, 0]);
    expect(refused.stderr).toMatch(/labelled\.jsonl {2}another run writes to it \(process \d+\)/);
    expect((await generate('--plan')).code).toBe(0);
    letGo();
  });

  test('what a person wrote stays, and counts', async () => {
    const own = {
      id: 'own',
      clauses: ['kind'],
      conversation: [{ role: 'user', content: 'Hello?' }],
      response: 'Go away.',
      expected: 'non-compliant',
    };
    writeFileSync(file(), JSON.stringify(own));
    await generate('--clause', 'kind', '--count', '2');
    expect(read()[0]).toMatchObject(own);
    expect(violations('kind')).toBe(2);
  });
});

test('stopped and started again it has the bytes of a run that was not', async () => {
  const whole = await generate().then(() => readFileSync(file(), 'utf8'));
  const all = server.requests.length;
  rmSync(file());
  rmSync(join(folder, '.spec-gate'), { recursive: true });
  const stop = new AbortController();
  let asked = 0;
  server.answer((request) => {
    asked += 1;
    if (asked > 12) stop.abort();
    return answer(request);
  });
  const stopped = await runCommand(['bank', 'generate', '--violations'], { cwd: folder, signal: stop.signal });
  expect(stopped.code).toBe(2);
  expect(stopped.stdout).toContain('run the same command again');
  expect(read().length).toBeLessThan(16);
  const before = server.requests.length;
  expect((await generate()).code).toBe(0);
  expect(readFileSync(file(), 'utf8')).toBe(whole);
  // What had been answered is not asked again; what was under way is.
  expect(server.requests.length - before).toBeLessThan(all);
});

describe('what is not taken', () => {
  test('an answer that the judges let pass: with judges that never object nothing is, and that is no success', async () => {
    server.answer((request) => answer(request, { rule: () => 'compliant' }));
    const { code, stdout } = await generate('--clause', 'kind');
    expect(code).toBe(2);
    expect(read()).toEqual([]);
    expect(stdout).toContain('12 written to break a clause, and the judges let them pass');
    expect(stdout).toContain('kind has 0 of 4');
  });

  test('one judge alone against two says nothing', async () => {
    server.answer((request) =>
      answer(request, { rule: (response, judge) => (judge === 'judge-a' ? ruleUsual(response, judge) : 'compliant') }),
    );
    expect((await generate('--clause', 'kind')).code).toBe(2);
    expect(read()).toEqual([]);
  });

  test('the same question twice', async () => {
    server.answer((request) =>
      answer(request, { write: () => ({ query: 'What is it?', breaks: 'it breaks', keeps: 'it keeps' }) }),
    );
    const { stdout } = await generate('--clause', 'kind');
    expect(violations('kind')).toBe(1);
    expect(stdout).toContain('duplicates left out');
  });

  test('a reply about something else, and an answer to keep the clause that the judges rule against', async () => {
    server.answer((request) =>
      answer(request, {
        rule: () => 'non-compliant',
        write: (item, clause) => ({ ...writeUsual(item, clause), item }),
      }),
    );
    await generate('--clause', 'kind', '--count', '1');
    expect(read().map(({ expected }) => expected)).toEqual(['non-compliant']);
    rmSync(file());
    server.answer((request) =>
      answer(request, { write: (_, clause) => ({ ...writeUsual('x', clause), item: 'other' }) }),
    );
    const { code, stdout } = await generate('--clause', 'no_prices', '--count', '1');
    expect([code, read()]).toEqual([2, []]);
    expect(stdout).toContain('gave nothing: about another item');
  });
});

test('in the example they are labelled as simulated, and a check judges them under both texts', async () => {
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  rmSync(file());
  const { code } = await generate('--clause', 'candid_feedback');
  expect(code).toBe(0);
  expect(violations('candid_feedback')).toBeGreaterThan(0);
  expect(read().every(({ source }) => source!.startsWith('simulated; '))).toBe(true);
  expect(server.requests).toHaveLength(0);
});
