// Work in parts on machines of their own: merged, it is what one machine would have made; what is lost or doubled is named.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ShardSet } from '../../src/scenarios/shard-set.ts';
import { ROOT } from '../support/cli.ts';
import { runCommand, type CommandResult } from '../support/run-command.ts';

let folder = '';
let bank = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-shards-'));
  cpSync(join(ROOT, 'fixtures/harbor'), folder, { recursive: true });
  bank = readFileSync(join(folder, 'bank.jsonl'), 'utf8').split('\n').slice(0, 4).join('\n');
  writeFileSync(join(folder, 'bank.jsonl'), `${bank}\n`);
  const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
  writeFileSync(join(folder, 'spec-gate.yml'), `${config}\nnightly: { sentinels: 3, rotation: 1 }\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (...args: readonly string[]): Promise<CommandResult & { readonly json: Record<string, unknown> }> => {
  const result = await runCommand([...args, '--json'], { cwd: folder });
  return { ...result, json: JSON.parse(result.stdout || '{}') as Record<string, unknown> };
};
const copyStore = (from: string, to: string): void => cpSync(join(folder, from), join(folder, to), { recursive: true });
const segments = (store: string): readonly string[] =>
  readdirSync(join(folder, store)).filter((name) => /^[^.]+\.jsonl$/.test(name));
const merge = async (stores: readonly string[], into: string) => {
  const { code, json } = await run('merge', ...stores, '--into', into);
  return { code, sets: json['shards'] as readonly ShardSet[] };
};

describe('seeding', () => {
  const seed = (store: string, ...more: readonly string[]) => run('check', '--mode', 'seed', '--store', store, ...more);
  const parts = ['seed-1', 'seed-2', 'seed-3'];
  beforeAll(async () => {
    for (const [index, store] of parts.entries()) await seed(store, '--shard', `${index + 1}/3`);
    await seed('seed-whole');
  });

  test('the parts, in whatever order, are the whole: nothing is asked again and a check writes the same bytes', async () => {
    for (const [order, into] of [
      [parts, 'seed-merged'],
      [parts.toReversed(), 'seed-reversed'],
    ] as const) {
      const { code, sets } = await merge(order, into);
      expect(code).toBe(0);
      expect(sets).toEqual([
        {
          work: 'seed',
          of: 3,
          parts: parts.map((store, index) => ({ number: index + 1, folders: [store], finished: true })),
          lost: [],
          doubled: [],
          unfinished: [],
          cut: [],
        },
      ]);
      const before = segments(into);
      const merged = await seed(into);
      expect(merged.json['made']).toMatchObject({ calls: 0 });
      expect(segments(into)).toEqual(before);
      expect(merged.json['scenarios']).toEqual((await seed('seed-whole')).json['scenarios']);
    }
    const report = async (store: string): Promise<string> => {
      const sides = ['--base-spec', 'spec.md', '--head-spec', 'head-harmless/spec.md'];
      await run('check', ...sides, '--store', store, '--output-dir', `out-${store}`);
      return readFileSync(join(folder, `out-${store}`, 'report.json'), 'utf8');
    };
    expect(await report('seed-merged')).toBe(await report('seed-whole'));
  });

  test('what is lost, there twice or of another bank is named', async () => {
    copyStore('seed-2', 'seed-2-again');
    const lost = await merge(['seed-2', 'seed-1', 'seed-2-again'], 'seed-lost');
    expect(lost.code).toBe(2);
    expect(lost.sets[0]).toMatchObject({ lost: [3], doubled: [2], unfinished: [] });
    const told = await runCommand(['merge', 'seed-2', 'seed-1', 'seed-2-again', '--into', 'seed-told'], {
      cwd: folder,
    });
    expect(told.stdout).toContain('seed: 1/3 in seed-1, 2/3 in seed-2 and seed-2-again\n');
    expect(told.stdout).toContain('  twice: 2/3; they were paid twice');
    expect(told.stdout).toContain('  lost: 3/3; run them again with --shard');

    writeFileSync(join(folder, 'bank.jsonl'), `${bank.split('\n').slice(1).join('\n')}\n`);
    await seed('seed-other', '--shard', '3/3');
    writeFileSync(join(folder, 'bank.jsonl'), `${bank}\n`);
    const other = await merge(['seed-1', 'seed-2', 'seed-other'], 'seed-mixed');
    expect(other.code).toBe(2);
    expect(other.sets.map(({ lost: missing }) => missing.join()).sort()).toEqual(['1,2', '3']);

    const config = readFileSync(join(folder, 'spec-gate.yml'), 'utf8');
    writeFileSync(join(folder, 'spec-gate.yml'), config.replace('  - sim/aspen\n', ''));
    await seed('seed-panel', '--shard', '3/3');
    writeFileSync(join(folder, 'spec-gate.yml'), config);
    const panel = await runCommand(['merge', 'seed-1', 'seed-2', 'seed-panel', '--into', 'seed-panels'], {
      cwd: folder,
    });
    expect(panel.code).toBe(2);
    expect(panel.stdout).toContain('were split in unlike ways: another bank, spec, config or number of parts.');
  });

  test('a copy that ends early, at the end of a line, is not whole', async () => {
    copyStore('seed-3', 'seed-cut');
    const [segment] = segments('seed-cut');
    const file = join(folder, 'seed-cut', segment!);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(
      file,
      lines
        .slice(0, -2)
        .map((line) => `${line}\n`)
        .join(''),
    );
    const cut = await merge(['seed-1', 'seed-2', 'seed-cut'], 'seed-short');
    expect([cut.code, cut.sets[0]]).toEqual([2, expect.objectContaining({ lost: [], unfinished: [], cut: [3] })]);
    const told = await runCommand(['merge', 'seed-1', 'seed-2', 'seed-cut', '--into', 'seed-said'], { cwd: folder });
    expect(told.stdout).toContain('  not copied whole: 3/3, less is there than when it was done');
    // Beside a whole copy of it nothing is missing.
    expect((await merge(['seed-1', 'seed-2', 'seed-cut', 'seed-3'], 'seed-beside')).sets[0]).toMatchObject({ cut: [] });
  });

  test('a part that was stopped is not finished until it is run again', async () => {
    const signal = AbortSignal.abort();
    await runCommand(['check', '--mode', 'seed', '--store', 'seed-stopped', '--shard', '3/3'], { cwd: folder, signal });
    expect((await merge(['seed-1', 'seed-2', 'seed-stopped'], 'seed-half')).sets[0]).toMatchObject({ unfinished: [3] });
    await seed('seed-stopped', '--shard', '3/3');
    const whole = await merge(['seed-1', 'seed-2', 'seed-stopped'], 'seed-full');
    expect([whole.code, whole.sets[0]]).toEqual([0, expect.objectContaining({ unfinished: [], doubled: [] })]);
  });
});

test('a night asked in parts is the night that one machine holds', async () => {
  const night = (date: string, store: string, ...more: readonly string[]) =>
    run('check', '--mode', 'nightly', '--date', date, '--store', store, '--output-dir', `out-${store}`, ...more);
  const read = (store: string): string => readFileSync(join(folder, `out-${store}`, 'night.json'), 'utf8');
  await night('2026-11-22', 'nights');
  for (const copy of ['night-1', 'night-2', 'night-merged']) copyStore('nights', copy);
  await night('2026-11-23', 'nights');
  const asked = await Promise.all([1, 2].map((part) => night('2026-11-23', `night-${part}`, '--shard', `${part}/2`)));
  expect(asked.map(({ code }) => code)).toEqual([0, 0]);
  expect(asked.flatMap(({ json }) => json['scenarios'])).toHaveLength(4);
  const { code, sets } = await merge(['night-2', 'night-1'], 'night-merged');
  expect([code, sets.map(({ work, lost }) => [work, lost])]).toEqual([0, [['night 2026-11-23', []]]]);
  const before = segments('night-merged');
  await night('2026-11-23', 'night-merged');
  expect(segments('night-merged')).toEqual(before);
  expect(read('night-merged')).toBe(read('nights'));
  // A part decides nothing and leaves no night.
  expect(readdirSync(join(folder, 'night-1')).filter((name) => name.includes('.history.'))).toHaveLength(1);
});

test('scenarios written in parts, merged, are those that one machine writes; links as well', async () => {
  const write = (file: string, store: string, ...more: readonly string[]) =>
    run(
      'bank',
      'generate',
      '--count',
      '5',
      '--generators',
      'sim/aspen,sim/birch',
      '--bank',
      file,
      '--store',
      store,
      ...more,
    );
  const whole = await write('whole.jsonl', 'written');
  expect([whole.code, whole.stderr]).toEqual([0, '']);
  for (const part of [1, 2]) await write(`part-${part}.jsonl`, `written-${part}`, '--shard', `${part}/2`);
  expect((await merge(['written-1', 'written-2'], 'written-merged')).code).toBe(0);
  const before = segments('written-merged');
  await write('merged.jsonl', 'written-merged');
  expect(segments('written-merged')).toEqual(before);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  expect(read('merged.jsonl')).toBe(read('whole.jsonl'));
  const lines = (file: string): readonly string[] => read(file).trim().split('\n');
  expect([...lines('part-1.jsonl'), ...lines('part-2.jsonl')].sort()).toEqual([...lines('whole.jsonl')].sort());

  const link = (file: string, store: string, ...more: readonly string[]) =>
    run('bank', 'link', '--bank', file, '--store', store, '--again', ...more);
  for (const file of ['links.jsonl', 'links-1.jsonl', 'links-2.jsonl', 'links-merged.jsonl'])
    writeFileSync(join(folder, file), `${bank}\n`);
  await link('links.jsonl', 'links');
  for (const part of [1, 2]) await link(`links-${part}.jsonl`, `links-${part}`, '--shard', `${part}/2`);
  expect((await merge(['links-2', 'links-1'], 'links-merged')).code).toBe(0);
  const linked = segments('links-merged');
  expect(linked).toHaveLength(2);
  await link('links-merged.jsonl', 'links-merged');
  expect(segments('links-merged')).toEqual(linked);
  expect(read('links-merged.jsonl')).toBe(read('links.jsonl'));
});
