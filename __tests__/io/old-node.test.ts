// What a Node too old is told; the least is what package.json asks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeOldNode } from '../../src/io/old-node.ts';
import { ROOT } from '../support/cli.ts';

test.each(['16.20.2', '18.20.8', '20.19.9'])('%s is too old, and told what would do', (version) => {
  expect(describeOldNode(version)).toBe(
    `spec-gate needs Node 20.20 or newer (22 or newer to ask models); this is ${version}\n`,
  );
});

test.each(['20.20.0', '20.21.1', '21.0.0', '22.14.0', '24.21.0'])('%s will do', (version) => {
  expect(describeOldNode(version)).toBeUndefined();
});

test('the least is what the package asks for', () => {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
  };
  expect(describeOldNode('18.0.0')).toContain(`Node ${engines.node.replace('>=', '')} `);
});
