// Reads spec-gate.yml: all problems at once, each with its line and column and, where one is near, the name meant.
import { LineCounter, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';
import { UserError, type Place, type Problem } from '../core/errors.ts';
import { nearestName } from '../scenarios/nearest-name.ts';
import { ConfigSchema, type Config } from './schema.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_ALIASES = 50;

/** @throws UserError with every problem found in the text. */
export function parseConfig(source: { file: string; text: string }): Config {
  const { file, text } = source;
  if (text.length > MAX_BYTES)
    throw new UserError({ message: `the config is larger than ${MAX_BYTES} bytes`, place: { file } });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new UserError(
      document.errors.map((error) => ({ message: firstLine(error.message), place: placeAt(error.pos[0]) })),
    );
  }
  const value = readValue(document, file);
  const checked = ConfigSchema.safeParse(value);
  const problems = checked.success
    ? crossCheck(checked.data)
    : checked.error.issues.flatMap((issue) => describeIssue(issue, value));
  if (problems.length > 0) {
    throw new UserError(
      problems.map(({ path, ...problem }) => ({ ...problem, place: placeAt(offsetOf(document, path)) })),
    );
  }
  return checked.data!;
}

interface LocatedProblem extends Problem {
  readonly path: readonly PropertyKey[];
}

function readValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
  } catch (error) {
    throw new UserError({ message: `the YAML cannot be read: ${(error as Error).message}`, place: { file } });
  }
}

/** The offset of the key (for an unknown option) or value at a path, or of the nearest thing above it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const items = (
      parent as { items?: readonly { key?: { value?: unknown; range?: [number, number, number] } }[] } | undefined
    )?.items;
    const pair = items?.find((item) => item.key?.value === path[length - 1]);
    if (pair?.key?.range !== undefined) return pair.key.range[0];
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range !== undefined) return node.range[0];
  }
  return 0;
}

function describeIssue(issue: z.core.$ZodIssue, root: unknown): readonly LocatedProblem[] {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownOption(key, [...issue.path, key], knownKeys(issue.path)));
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))[0]!;
    if (depthOf(closest) > 0)
      return closest.flatMap((inner) =>
        describeIssue({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, root),
      );
    return [{ path: issue.path, message: `${name}: ${sentence(closest[0]?.message ?? issue.message)}` }];
  }
  const given = valueAt(root, issue.path);
  if (given === undefined) return [{ path: issue.path, message: `${name} is missing` }];
  return [
    {
      path: issue.path,
      message: `${name}: ${sentence(issue.message)}, got ${JSON.stringify(given)}`,
      ...hintFor(issue, given),
    },
  ];
}

/** How far below the union's own place its issues lie: the branch that got furthest is the one meant. */
function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));
}

function hintFor(issue: z.core.$ZodIssue, given: unknown): { hint?: string } {
  if (issue.code === 'too_big' && issue.maximum === 1 && typeof given === 'number' && given <= 100) {
    return { hint: `a share is between 0 and 1; did you mean ${given / 100}?` };
  }
  if (issue.code === 'invalid_value' && typeof given === 'string') {
    const near = nearestName(given, issue.values.map(String));
    if (near !== undefined) return { hint: `did you mean "${near}"?` };
  }
  return {};
}

function unknownOption(key: string, path: readonly PropertyKey[], known: readonly string[]): LocatedProblem {
  const near = nearestName(key, known);
  return { path, message: `unknown option "${key}"${near === undefined ? '' : `; did you mean "${near}"?`}` };
}

/** The option names that the schema has at a path. */
function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  let node: unknown = ConfigSchema;
  for (const step of path) node = childSchema(node, step);
  return Object.keys(shapeOf(node) ?? {});
}

function childSchema(node: unknown, step: PropertyKey): unknown {
  const shape = shapeOf(node);
  if (shape !== undefined) return shape[String(step)];
  const { def } = unwrap(node) as { def: { valueType?: unknown; element?: unknown } };
  return def.valueType ?? def.element;
}

function shapeOf(node: unknown): Record<string, unknown> | undefined {
  const inner = unwrap(node) as { shape?: Record<string, unknown>; def?: { options?: readonly unknown[] } } | undefined;
  if (inner?.shape !== undefined) return inner.shape;
  const shapes = inner?.def?.options?.map((option) => shapeOf(option)).filter((shape) => shape !== undefined);
  return shapes === undefined || shapes.length === 0
    ? undefined
    : (Object.assign({}, ...shapes) as Record<string, unknown>);
}

function unwrap(node: unknown): unknown {
  let inner = node as { def?: { innerType?: unknown } } | undefined;
  while (inner?.def?.innerType !== undefined) inner = inner.def.innerType as typeof inner;
  return inner;
}

/** What one option alone cannot tell. */
function crossCheck(config: Config): readonly LocatedProblem[] {
  const problems: LocatedProblem[] = [];
  const idOf = (entry: Config['models'][number]): string => (typeof entry === 'string' ? entry : entry.id);
  const named = [
    ...config.models.map((entry, index) => ({ id: idOf(entry), path: ['models', index] })),
    ...config.judges.map((entry, index) => ({ id: idOf(entry), path: ['judges', index] })),
    ...(config.classifier === undefined ? [] : [{ id: idOf(config.classifier), path: ['classifier'] }]),
  ];
  for (const { id, path } of named) {
    const provider = id.slice(0, id.indexOf('/'));
    if (config.providers[provider] !== undefined) continue;
    const near = nearestName(provider, Object.keys(config.providers));
    problems.push({
      path,
      message: `${id}: there is no provider "${provider}"`,
      hint: near === undefined ? 'add it under `providers`' : `did you mean "${near}"?`,
    });
  }
  for (const list of ['models', 'judges'] as const) {
    const ids = config[list].map(idOf);
    for (const [index, id] of ids.entries()) {
      if (ids.indexOf(id) < index)
        problems.push({ path: [list, index], message: `${id} is listed twice under ${list}` });
    }
  }
  if (config.judges.length % 2 === 0) {
    problems.push({
      path: ['judges'],
      message: `a panel needs an odd number of judges, got ${config.judges.length}`,
      hint: 'add or remove one, so that a majority always exists',
    });
  }
  if (config.specUse === 'prompt' && config.classifier === undefined) {
    problems.push({
      path: ['specUse'],
      message: '`specUse: prompt` needs a classifier',
      hint: 'add `classifier: provider/model`',
    });
  }
  if (config.selection.extendTo < config.selection.scenarios) {
    problems.push({
      path: ['selection', 'extendTo'],
      message: `selection.extendTo (${config.selection.extendTo}) is less than selection.scenarios (${config.selection.scenarios})`,
      hint: 'raise it, or lower selection.scenarios',
    });
  }
  return problems;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<PropertyKey, unknown> | undefined)?.[step], root);
}

function sentence(message: string): string {
  return message
    .replace(/^Invalid input: /, '')
    .replace(/^Too (?:big|small): /, '')
    .replace(/^Invalid option: /, '');
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]!;
}
