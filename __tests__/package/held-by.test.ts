// Tables of threats and faults name the tests that hold a row: each is there, and no row stands without one or a word on why.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';

/** The last cells of all rows of the table whose head ends with "held by". */
function heldBy(file: string): readonly (readonly [row: string, cell: string])[] {
  const lines = readFileSync(join(ROOT, 'docs', file), 'utf8').split('\n');
  const head = lines.findIndex((line) => line.endsWith('| held by |'));
  const end = lines.findIndex((line, at) => at > head && !line.startsWith('|'));
  return lines.slice(head + 2, end < 0 ? undefined : end).map((line) => {
    const cells = line.split('|').slice(1, -1);
    return [cells[0]!.trim(), cells.at(-1)!.trim()];
  });
}

const isThere = (name: string): boolean =>
  ['', '.test.ts', '.real.ts'].some((end) => existsSync(join(ROOT, '__tests__', `${name}${end}`))) ||
  existsSync(join(ROOT, name));

describe.each([
  ['threat-model.md', 27],
  ['reliability.md', 30],
])('%s', (file, rows) => {
  test('has its rows', () => {
    expect(heldBy(file).length).toBeGreaterThanOrEqual(rows);
  });

  test.each(heldBy(file))('%s', (_, cell) => {
    const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    expect(names.length + Number(/SECURITY\.md|the table below/.test(cell))).toBeGreaterThan(0);
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });
});
