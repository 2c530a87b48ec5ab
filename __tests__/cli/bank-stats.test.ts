// `bank stats`, `bank maintain` and `bank schema` on the shipped example and on banks with something wrong.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bankJsonSchema } from '../../src/scenarios/scenario-schema.ts';
import { configJsonSchema } from '../../src/config/schema.ts';
import { ROOT } from '../support/cli.ts';
import { harborBank } from '../support/harbor.ts';
import { runCommand } from '../support/run-command.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-stats-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HARBOR = join(ROOT, 'fixtures/harbor');

describe('stats of the shipped example', () => {
  test('its links are held against the spec of the config; global clauses and bare headings need no scenario', async () => {
    const { code, stdout } = await runCommand(['bank', 'stats', 'bank.jsonl', '--json'], { cwd: HARBOR });
    expect(code).toBe(0);
    const { stats } = JSON.parse(stdout) as {
      stats: { clauses: { withoutScenario: string[]; counts: { name: string; count: number }[] } };
    };
    const links = (id: string): number => harborBank().filter(({ clauses }) => clauses.includes(id)).length;
    for (const { name, count } of stats.clauses.counts) expect([name, count]).toEqual([name, links(name)]);
    const spec = readFileSync(join(HARBOR, 'spec.md'), 'utf8');
    const globals = [...spec.matchAll(/\{#(\S+)[^}]*scope=global/g)].map(([, id]) => id!);
    expect(globals.length).toBeGreaterThan(0);
    expect(stats.clauses.withoutScenario.filter((id) => globals.includes(id))).toEqual([]);
  });

  test('as text and as a page, which it writes where it is told', async () => {
    const page = join(folder, 'pages', 'stats.html');
    const { stdout } = await runCommand(['bank', 'stats', 'bank.jsonl', '--html', page], { cwd: HARBOR });
    expect(stdout).toContain('39 scenarios');
    const html = readFileSync(page, 'utf8');
    expect(html).toContain('assume_best_intentions');
    expect(html).not.toMatch(/https?:\/\/|<script/);
  });
});

describe('maintain', () => {
  const scored = (ruling: string, date: string) => ({
    compliance: { m1: { j1: ruling, j2: ruling, j3: 'compliant' }, m2: { j1: 'compliant', j2: ruling } },
    provenance: { date },
  });

  test('names what wants a look and what to do', async () => {
    writeFileSync(join(folder, 'spec.md'), '# One {#be_kind}\n\nBe kind.\n\n# Two {#be_honest}\n\nBe honest.\n');
    const rows = [
      { id: 'dull', query: 'How tall is the tower?', disagreement: 0.1, scored: scored('compliant', '2026-11-01') },
      { id: 'old', query: 'May I read my sister her letters?', scored: scored('ambiguous', '2025-11-23') },
      { id: 'lost', query: 'What would you lie about?', clauses: ['be_honets'] },
      { id: 'echo', query: 'What would you lie about ?', clauses: ['be_honest'] },
    ];
    writeFileSync(join(folder, 'bank.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const before = readFileSync(join(folder, 'bank.jsonl'), 'utf8');
    const args = ['bank', 'maintain', 'bank.jsonl', '--spec', 'spec.md'];
    const { code, stdout } = await runCommand(args, { cwd: folder, now: new Date('2026-11-23') });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Saturated: 1 .*\n {2}dull\n/);
    expect(stdout).toMatch(/Stale: 1 .*\n {2}old \(365 days\)\n.*bank score/);
    expect(stdout).toMatch(/Links to clauses that are gone: 1 .*\n {2}lost → be_honets \(meant: be_honest\?\)/);
    expect(stdout).toMatch(/Near-duplicates: 1 .*\n {2}echo nearly repeats lost/);
    expect(stdout).toContain('2 scenarios never scored with judges here');
    expect(readFileSync(join(folder, 'bank.jsonl'), 'utf8')).toBe(before);
  });

  test('needs a spec, and says how to give one', async () => {
    writeFileSync(join(folder, 'bank.jsonl'), '');
    const { code, stderr } = await runCommand(['bank', 'maintain', 'bank.jsonl'], { cwd: folder });
    expect(code).toBe(3);
    expect(stderr).toContain('--spec');
  });
});

describe('schemas', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(ROOT, 'schemas', name), 'utf8'));

  test('the files are what the source says (tools/write-schemas.ts)', () => {
    expect(read('bank.schema.json')).toEqual(JSON.parse(JSON.stringify(bankJsonSchema())));
    expect(read('spec-gate.schema.json')).toEqual(JSON.parse(JSON.stringify(configJsonSchema())));
  });

  test('bank schema prints it, and the shipped bank fits', async () => {
    const { stdout } = await runCommand(['bank', 'schema'], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual(read('bank.schema.json'));
    // What ties fields together, and a pattern in Unicode mode, are beyond zod's reading of JSON Schema.
    const parsed = JSON.parse(stdout) as { properties: { id: object } };
    const { dependentRequired: _pairs, oneOf: _either, ...readable } = { dependentRequired: 0, oneOf: 0, ...parsed };
    const schema = z.fromJSONSchema({ ...readable, properties: { ...parsed.properties, id: { type: 'string' } } });
    const lines = readFileSync(join(HARBOR, 'bank.jsonl'), 'utf8').trimEnd().split('\n');
    for (const line of lines) expect(schema.safeParse(JSON.parse(line)).success).toBe(true);
    expect(schema.safeParse({ id: 'a', query: 'Q', rubric1: ['one'] }).success).toBe(false);
    expect(schema.safeParse({ id: 'a', query: 'Q', clause: 'x' }).success).toBe(false);
  });
});
