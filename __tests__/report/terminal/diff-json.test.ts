// `diff --json` as programs read it.
import { expect, test } from 'vitest';
import { diffToJson } from '../../../src/report/terminal/diff-json.ts';
import { diffSpec } from '../../../src/spec/diff.ts';
import { parseSpec } from '../../../src/spec/parse.ts';

const RULE = 'The assistant should tell the user what it knows and what it does not know.';

test('every kind of change, with its flags where they are true', async () => {
  const read = (text: string) => parseSpec([{ file: 'docs/spec.md', text }], { clauses: 'headings' });
  const base = await read(
    `# One {#one authority=root}\n# Two {#two}\nHi  you.\n# Old {#old x=1}\n${RULE}\n# Four {#four}\n# Gone {#gone}\nNo weapons.`,
  );
  const head = await read(
    `# Four {#four}\n# One {#one authority=user}\n# Two {#two}\nHi you.\n# New {#new}\n${RULE} Always.\n# Five {#five}`,
  );
  const json: unknown = JSON.parse(JSON.stringify(diffToJson({ base, head, changes: diffSpec(base, head) })));
  expect(json).toEqual({
    base: { clauses: 5 },
    head: { clauses: 5 },
    changes: [
      { kind: 'moved', id: 'four', moved: true, file: 'docs/spec.md', lines: { start: 1, end: 1 } },
      {
        kind: 'edited',
        id: 'one',
        edited: true,
        attributes: [{ name: 'authority', base: 'root', head: 'user' }],
        file: 'docs/spec.md',
        lines: { start: 2, end: 2 },
      },
      { kind: 'cosmetic', id: 'two', file: 'docs/spec.md', lines: { start: 3, end: 4 } },
      {
        kind: 'renamed',
        id: 'new',
        baseId: 'old',
        edited: true,
        attributes: [{ name: 'x', base: '1' }],
        file: 'docs/spec.md',
        lines: { start: 5, end: 6 },
      },
      { kind: 'added', id: 'five', file: 'docs/spec.md', lines: { start: 7, end: 7 } },
      { kind: 'removed', id: 'gone', file: 'docs/spec.md', lines: { start: 7, end: 8 } },
    ],
  });
});
