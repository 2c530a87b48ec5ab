// How much of dist/ a start loads: the version needs next to nothing, a check few files, and the Action not the command line.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/cli.ts';

/** The files that are loaded with this one, itself among them, and their size in bytes; what is imported when it is used is not. */
function loadedWith(...entries: readonly string[]): { readonly files: readonly string[]; readonly bytes: number } {
  const files = new Set(entries.map((name) => join(ROOT, 'dist', name)));
  let bytes = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    bytes += text.length;
    for (const [, from] of text.matchAll(/^(?:import|export) (?:[^"]* from )?"(\.[^"]+)";$/gm)) {
      files.add(join(dirname(file), from!));
    }
  }
  return { files: [...files], bytes };
}

test('the command line’s door is small', () => {
  const { files, bytes } = loadedWith('cli.js');
  expect(files.length).toBeGreaterThan(1);
  expect(files.length).toBeLessThan(10);
  expect(bytes).toBeLessThan(20_000);
});

test('a check is a few dozen files, and loads no vendor’s client before it makes a call', () => {
  const { files, bytes } = loadedWith('chunks/check.js');
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(bytes).toBeLessThan(3_500_000);
  expect(files.length).toBeLessThan(60);
  const texts = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(texts).not.toContain('OpenAIError = class');
});

test('commands that need little load little of what others need', () => {
  const commands = readFileSync(join(ROOT, 'dist/chunks/commands.js'), 'utf8');
  const sizes = ['runMergeCommand', 'runCompareCommand', 'runDiffCommand', 'runLogCommand', 'runBankSchemaCommand'].map(
    (name) => {
      const [, chunk] = new RegExp(String.raw`import\("\./([^"]+)"\)\)\.${name}\(`).exec(commands)!;
      return loadedWith(`chunks/${chunk!}`).bytes;
    },
  );
  expect(Math.max(...sizes)).toBeLessThan(750_000);
});

test('the Action begins without the command line', () => {
  const { files } = loadedWith('action.js');
  expect(files.map((file) => readFileSync(file, 'utf8')).some((text) => text.includes('CommanderError'))).toBe(false);
});
