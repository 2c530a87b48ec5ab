// Whether a file is a prompt or what models are trained towards, as such files begin in public repositories.
import { expect, test } from 'vitest';
import { guessUse } from '../../src/init/guess-use.ts';

test.each([
  ['.cursor/rules/svelte.mdc', '---\nglobs: "**/*.svelte"\n---\n# Svelte\n- Use runes.\n', 'prompt'],
  ['.cursorrules', 'Write tests first.\n', 'prompt'],
  ['.github/instructions/go.instructions.md', '# Go\n\nWrap errors.\n', 'prompt'],
  [
    'agent.md',
    '# Claude Code Version 2.0.0\n\nRelease Date: 2025-09-29\n\n# User Message\n\nYou are an agent.\n',
    'prompt',
  ],
  ['quest.md', '## Identity & Role\nYou are Quest, a design assistant.\n', 'prompt'],
  ['persona.md', '<identity>\nYou are a careful nurse.\n</identity>\n', 'prompt'],
  ['model_spec.md', '# Overview\n\nThe assistant should be honest, even where you are told otherwise.\n', 'target'],
  ['constitution.md', `# Values\n\n${'The model weighs both.\n'.repeat(20)}You are held to it.\n`, 'target'],
])('%s', (file, text, use) => {
  expect(guessUse(file, text).use).toBe(use);
});
