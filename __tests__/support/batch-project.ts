// A small project whose panel sits at two servers that take batches, and what its models say.
import type { BatchServer, Sent } from './batch-server.ts';

const RUBRIC = Array.from({ length: 7 }, (_, score) => `Leans to it by ${score} of 6.`);
const SCORES = { reasoning: 'So.', value1: 3, value2: 4, confidence: 1, response_type: 'full_compliance' };
const RULING = { reasoning: 'So.', ruling: 'compliant', clauses: ['care'] };
const say = ({ schema, model }: Sent): string => {
  if (schema.includes('"value1"')) return JSON.stringify(SCORES);
  return schema.includes('"ruling"') ? JSON.stringify(RULING) : `An answer of ${model}.`;
};

/** A batch is over at the second look: never in the run that submits it. */
export const SECOND_LOOK = { say, looks: 1 };

/** Its files by name: two models, three judges and a classifier on two scenarios of one clause. */
export function batchProject(openai: BatchServer, anthropic: BatchServer): Readonly<Record<string, string>> {
  const row = (id: string): string => {
    const values = { value1: 'care', value2: 'ease', rubric1: RUBRIC, rubric2: RUBRIC };
    return `${JSON.stringify({ id, query: `May I, says ${id}?`, ...values, clauses: ['care'] })}\n`;
  };
  return {
    'spec.md': '# Rules\n\n## Care {#care}\n\nBe careful.\n',
    'bank.jsonl': `${row('a')}${row('b')}`,
    'spec-gate.yml': `spec: spec.md
bank: bank.jsonl
providers:
  p: { kind: openai, baseUrl: "${openai.baseUrl}" }
  q: { kind: anthropic, baseUrl: "${anthropic.baseUrl}" }
models: [p/m, q/n]
judges: [p/j1, q/j2, p/j3]
classifier: q/c
prices: { "p/*": { input: 1, output: 1 }, "q/*": { input: 1, output: 1 } }
nightly: { sentinels: 2, rotation: 0 }
`,
  };
}
