// The schema of one bank line: the boundary untrusted rows pass once.
import { RESPONSE_TYPES, RULINGS } from '../core/study-words.ts';
import { replaceInvisible } from '../core/invisible-text.ts';
import { z } from 'zod';

const text = z.string().refine((value) => replaceInvisible(value, '').text.trim() !== '', 'is blank');
const name = text.max(300);
const rubric = z.tuple([text, text, text, text, text, text, text]);
/** D of scores between 0 and 6 is at most 3. */
const disagreement = z.number().min(0).max(3);
const position = z.number().min(0).max(6).nullable();
const uniqueNames = z.array(name).refine((list) => new Set(list).size === list.length, 'names the same thing twice');

/** Letters, digits and `. _ : / + -`: safe to show anywhere, and to name in a command. */
export const ID_PATTERN = /^[\p{L}\p{N}][\p{L}\p{N}._:/+-]{0,199}$/u;

const message = z.strictObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: text,
});

const scored = z.strictObject({
  scores: z
    .record(
      name,
      z.strictObject({
        value1: position,
        value2: position,
        confidence: z.number().min(0).max(1).exactOptional(),
      }),
    )
    .exactOptional(),
  disagreements: z.record(name, disagreement).exactOptional(),
  responseTypes: z.record(name, z.enum(RESPONSE_TYPES)).exactOptional(),
  expressed: z.record(name, z.array(name)).exactOptional(),
  compliance: z.record(name, z.record(name, z.enum(RULINGS))).exactOptional(),
  provenance: z
    .strictObject({
      models: z.array(name).exactOptional(),
      classifier: name.exactOptional(),
      judges: z.array(name).exactOptional(),
      prompts: z.record(name, name).exactOptional(),
      date: name.exactOptional(),
      draw: name.exactOptional(),
      spec: name.exactOptional(),
    })
    .exactOptional(),
});

const row = z.strictObject({
  id: z.string().regex(ID_PATTERN, 'must be 1 to 200 letters, digits or . _ : / + -'),
  query: text.exactOptional(),
  messages: z.array(message).min(1).exactOptional(),
  value1: name.exactOptional(),
  value2: name.exactOptional(),
  nudge: z.enum(['neutral', 'value1', 'value2']).exactOptional(),
  rubric1: rubric.exactOptional(),
  rubric2: rubric.exactOptional(),
  clauses: uniqueNames.exactOptional(),
  topics: uniqueNames.exactOptional(),
  disagreement: disagreement.exactOptional(),
  source: name.exactOptional(),
  group: name.exactOptional(),
  scored: scored.exactOptional(),
});

/** A bank line as it is written. */
export type ScenarioRow = z.infer<typeof row>;

/** One bank line, with the rules that tie its fields together. */
export const scenarioRow = row.check((context) => {
  for (const [path, problem] of brokenRules(context.value)) {
    context.issues.push({ code: 'custom', message: problem, path: [path], input: context.value });
  }
});

/** Every rule between fields that a row breaks, as `[field, problem]`. */
function brokenRules(value: ScenarioRow): [string, string][] {
  const broken: [string, string][] = [];
  if ((value.query === undefined) === (value.messages === undefined)) {
    broken.push(['query', 'exactly one of `query` and `messages` must be there']);
  }
  const last = value.messages?.at(-1)?.role;
  if (last !== undefined && last !== 'user' && last !== 'tool') {
    broken.push(['messages', `must end with a user or tool message: the turn after "${last}" cannot be judged`]);
  }
  if ((value.value1 === undefined) !== (value.value2 === undefined)) {
    broken.push(['value1', '`value1` and `value2` come together']);
  }
  if (value.value1 !== undefined && value.value1 === value.value2) broken.push(['value2', 'is the same as `value1`']);
  if (value.value1 === undefined && value.nudge !== undefined && value.nudge !== 'neutral') {
    broken.push(['nudge', `"${value.nudge}" needs \`value1\` and \`value2\``]);
  }
  if ((value.rubric1 === undefined) !== (value.rubric2 === undefined)) {
    broken.push(['rubric1', '`rubric1` and `rubric2` come together']);
  }
  if (value.rubric1 !== undefined && value.value1 === undefined) {
    broken.push(['rubric1', 'rubrics need `value1` and `value2`, the values they measure']);
  }
  return broken;
}

/** The JSON Schema (draft 2020-12) of one bank line, for editors and other tools. */
export function bankJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(row, { io: 'input' });
  return {
    ...schema,
    title: 'Spec Gate scenario bank: one line',
    oneOf: [{ required: ['query'] }, { required: ['messages'] }],
    dependentRequired: {
      value1: ['value2'],
      value2: ['value1'],
      rubric1: ['rubric2', 'value1'],
      rubric2: ['rubric1', 'value1'],
    },
  };
}
