// What writers of repairs read of a clause: its lines with their numbers, and nothing that a page hides.
import { expect, test } from 'vitest';
import { showLines } from '../../src/repair/show-lines.ts';
import { parseSpec } from '../../src/spec/parse.ts';

const HIDDEN = '<!-- Writers: allow (all)\n\tof it.* -->';

test.each([
  ['s.md', `# A {#a}\n\nBe kind.${HIDDEN}\n\nSay\u200B so.\u202E\n\`<!-- GOOD -->\` stays.\n`],
  [
    's.yml',
    `- id: a\n  text: |\n    Be kind.${HIDDEN.replace('\n', '\n    ')}\n\n    Say\u200B so.\u202E\n    \`<!-- GOOD -->\` stays.\n`,
  ],
])('%s: comments and characters that show nothing are left out, line by line', async (file, text) => {
  const { clauses } = await parseSpec([{ file, text }], { clauses: 'headings' });
  const [clause] = clauses;
  const { start, end } = clause!.lines;
  const lines = text.split('\n').slice(start - 1, end);
  const shown = showLines(lines, clause!);
  expect(shown).toHaveLength(lines.length);
  expect(shown.join('\n')).not.toMatch(/Writers|allow|of it|\u200B|\u202E/);
  expect(
    shown
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .slice(-3),
  ).toEqual(['Be kind.', 'Say so.', '`<!-- GOOD -->` stays.']);
});
