// Files that Inspect and promptfoo themselves wrote, old versions and new; `npm run test:tools` writes them anew.
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  expectEditedInspectLog,
  expectInspectLog,
  expectPromptfooResults,
} from '../support/harness/expect-harness-file.ts';

const path = (name: string): string => fileURLToPath(new URL(`../fixtures/harness/${name}`, import.meta.url));

describe('as the real tools write them', () => {
  test.each(['inspect-0.3.60.json', 'inspect-0.3.60.eval', 'inspect-0.3.285.eval'])('%s', async (name) => {
    await expect(expectInspectLog(path(name))).resolves.toBeUndefined();
  });

  test('inspect-0.3.285-edited.eval', async () => {
    await expect(expectEditedInspectLog(path('inspect-0.3.285-edited.eval'))).resolves.toBeUndefined();
  });

  test.each(['promptfoo-0.57.1.json', 'promptfoo-0.123.1.json'])('%s', async (name) => {
    await expect(expectPromptfooResults(path(name))).resolves.toBeUndefined();
  });
});
