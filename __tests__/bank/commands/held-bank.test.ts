// Every command that writes a bank waits for none and works beside none: of two that read it, one would lose what it wrote.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdFile } from '../../../src/io/hold-file.ts';
import { ROOT } from '../../support/cli.ts';
import { failingReport } from '../../support/report-builder.ts';
import { runCommand } from '../../support/run-command.ts';

let folder = '';
const bank = (): string => join(folder, 'bank.jsonl');
const text = (): string => readFileSync(bank(), 'utf8');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spec-gate-held-'));
  for (const file of ['spec.md', 'spec-gate.yml', 'world.yml'])
    cpSync(join(ROOT, 'fixtures/harbor', file), join(folder, file));
  const [first = ''] = readFileSync(join(ROOT, 'fixtures/harbor/bank.jsonl'), 'utf8').split('\n');
  writeFileSync(bank(), `${first}\n`);
  writeFileSync(join(folder, 'queries.txt'), 'May I bring my dog?\n');
  const written = [{ row: { id: 'new', query: 'May I?', clauses: [] }, clause: 'kind', side: 'head', about: 'kind' }];
  writeFileSync(join(folder, 'report.json'), JSON.stringify({ ...failingReport(), written }));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['generate', ['--count', '1']],
  ['import', ['queries.txt']],
  ['adopt', ['report.json']],
  ['link', []],
  ['link', ['--follow', 'spec.md']],
  ['score', []],
])('bank %s %j', async (command, args) => {
  const before = text();
  const run = () => runCommand(['bank', command, ...args], { cwd: folder });
  const letGo = holdFile(bank(), { name: 'x', otherwise: 'x' });
  const refused = await run();
  expect([refused.code, text()]).toEqual([3, before]);
  expect(refused.stderr).toMatch(
    /^bank\.jsonl {2}another run writes to it \(process \d+\)\n {4}Wait until it ends, or name/,
  );
  letGo();
  const { code } = await run();
  expect([code, existsSync(`${bank()}.lock`)]).toEqual([0, false]);
});
