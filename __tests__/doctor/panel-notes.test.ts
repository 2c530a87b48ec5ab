// The doctor says what an edited config's panel can show, and who judges themselves.
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { resolvePanel } from '../../src/config/resolve-models.ts';
import { starterConfig } from '../../src/config/starter-config.ts';
import { choosePanel } from '../../src/config/starter-panel.ts';
import { writeNote } from '../../src/doctor/notes.ts';
import { panelNotes } from '../../src/doctor/panel-notes.ts';
import { plainText } from '../../src/render/plain-text.ts';

function notesOf(change: (text: string) => string): readonly string[] {
  const text = change(starterConfig({ spec: 'spec.md', panel: choosePanel(new Set(['openai', 'anthropic'])) }));
  const config = parseConfig({ file: 'spec-gate.yml', text });
  const panel = resolvePanel(config, { systems: new Map(), offlineHashes: new Map() });
  return panelNotes({ config, panel }, 4.2).map((note) => plainText(writeNote(note)));
}

test('a starter config’s sentence is the one that init writes into it', () => {
  const [says, ...others] = notesOf((text) => text);
  expect(says).toMatch(
    /2 models, 3 judges and 40 scenarios .* an edit that makes \d+(\.\d)? more of 100 answers break the spec fails/,
  );
  expect(others).toEqual([]);
});

test('at the default margin so small a panel is told that it would decide little', () => {
  const notes = notesOf((text) => text.replace(/nonCompliance: 0\.1\b/, 'nonCompliance: 0.05'));
  expect(notes[1]).toContain('set margins.nonCompliance to 0.06');
});

test('a judge that is also under test is named', () => {
  const notes = notesOf((text) => text.replace('- openai/gpt-5.5', '- openai/gpt-5-mini'));
  expect(notes.filter((note) => note.startsWith('openai/gpt-5-mini is a judge and a model under test'))).toHaveLength(
    1,
  );
});
