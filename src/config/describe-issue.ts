// Turns a schema's complaints into sentences, with the name or number that was probably meant.
import type * as z from 'zod';
import { nearestName } from '../core/nearest-name.ts';
import type { LocatedProblem } from './located-problem.ts';
import { ConfigSchema } from './schema.ts';

/** One issue as problems; `root` is the value that was checked. */
export function describeIssue(issue: z.core.$ZodIssue, root: unknown): readonly LocatedProblem[] {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownOption(key, [...issue.path, key], knownKeys(issue.path)));
  }
  const given = valueAt(root, issue.path);
  if (given === undefined) return [{ path: issue.path, message: `${name} is missing`, ...kindHint(issue) }];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))[0]!;
    if (depthOf(closest) > 0)
      return closest.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, root));
    return [{ path: issue.path, message: `${name}: ${sentence(closest[0]?.message ?? issue.message)}` }];
  }
  return [
    {
      path: issue.path,
      // Where the name of a variable is expected, the text may be the key itself, so it is not repeated.
      message: `${name}: ${sentence(issue.message)}${/Env\b/.test(name) ? '' : `, got ${JSON.stringify(given)}`}`,
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
  if (issue.code === 'invalid_format' && issue.format === 'url') {
    return { hint: 'write it whole: https://host/v1, or http://127.0.0.1:8080/v1 for a server of your own' };
  }
  return kindHint(issue);
}

function kindHint({ path }: z.core.$ZodIssue): { hint?: string } {
  if (path.at(-1) !== 'kind' || path[0] !== 'providers') return {};
  return {
    hint: 'a kind is a protocol: write kind: openai for nearly all servers and gateways, with their own baseUrl; kind: anthropic for Anthropic',
  };
}

/** What other tools call an option, where the names are not alike. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ...['api_base', 'apiBase', 'base_url', 'url', 'endpoint', 'host', 'api_url'].map(
    (other) => [other, 'baseUrl'] as const,
  ),
  ...['type', 'provider', 'api', 'protocol'].map((other) => [other, 'kind'] as const),
  ...['api_key', 'key', 'token', 'api_key_env'].map((other) => [other, 'apiKeyEnv'] as const),
]);

function unknownOption(key: string, path: readonly PropertyKey[], known: readonly string[]): LocatedProblem {
  const meant = OTHER_NAMES.get(key);
  const near = meant !== undefined && known.includes(meant) ? meant : nearestName(key, known);
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

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((node, step) => (node as Record<PropertyKey, unknown> | undefined)?.[step], root);
}

function sentence(message: string): string {
  return message
    .replace(/^Invalid input: /, '')
    .replace(/^Too (?:big|small): /, '')
    .replace(/^Invalid option: /, '')
    .replace(/^Invalid discriminator value\. E/, 'e')
    .replace(/^Invalid URL$/, 'no address of a server');
}
