// The config's paths of the spec, from the root of the repository.
import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { specPatterns } from '../../src/run/load-project.ts';

const REST = `
providers: { live: { kind: openai, baseUrl: "http://127.0.0.1:9/v1" } }
models: [live/a]
judges: [live/j, live/k, live/l]
`;

test.each<[string, string, readonly string[]]>([
  ['spec-gate.yml', 'spec.md', ['spec.md']],
  ['spec-gate.yml', '["docs/*.md", "!docs/README.md"]', ['docs/*.md', '!docs/README.md']],
  ['gate/spec-gate.yml', '["*.md", "!README.md"]', ['gate/*.md', '!gate/README.md']],
  ['gate/spec-gate.yml', '["../docs/*.md", "!../docs/old.md"]', ['docs/*.md', '!docs/old.md']],
])('%s: %s', (file, spec, expected) => {
  expect(specPatterns(file, parseConfig({ file, text: `spec: ${spec}${REST}` }))).toEqual(expected);
});
