// A function with optional parameters is called, never handed over: `ids.map(codeSpan)` gives each id its index as the
// second argument. TypeScript allows it, and behind another name (`name: (id: string) => string`) no reader sees it.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

interface Module {
  readonly file: string;
  /** Top-level functions that take a second parameter which may be left out. */
  readonly optional: ReadonlySet<string>;
  /** Local name -> where it comes from. */
  readonly imports: ReadonlyMap<string, { readonly from: string; readonly name: string }>;
  readonly body: Node;
}

function readModule(file: string, text: string): Module {
  const body = parseAst(text, { lang: 'ts' }) as unknown as Node;
  const optional = new Set<string>();
  const imports = new Map<string, { readonly from: string; readonly name: string }>();
  for (const statement of body['body'] as readonly Node[]) {
    for (const [name, made] of functionsIn(statement)) if (hasOptionalSecond(made)) optional.add(name);
    if (statement.type !== 'ImportDeclaration') continue;
    const from = String((statement['source'] as Node)['value']);
    if (!from.startsWith('.')) continue;
    const target = relative(SOURCE, resolve(dirname(join(SOURCE, file)), from)).replaceAll('\\', '/');
    for (const one of statement['specifiers'] as readonly Node[]) {
      if (one.type !== 'ImportSpecifier') continue;
      const local = String((one['local'] as Node)['name']);
      imports.set(local, { from: target, name: String((one['imported'] as Node)['name']) });
    }
  }
  return { file, optional, imports, body };
}

function functionsIn(statement: Node): readonly (readonly [string, Node])[] {
  const inner = statement.type === 'ExportNamedDeclaration' ? (statement['declaration'] as Node | null) : statement;
  if (inner?.type === 'FunctionDeclaration') return [[String((inner['id'] as Node)['name']), inner]];
  if (inner?.type !== 'VariableDeclaration') return [];
  return (inner['declarations'] as readonly Node[]).flatMap((one) => {
    const made = one['init'] as Node | null;
    const isFunction = made?.type === 'ArrowFunctionExpression' || made?.type === 'FunctionExpression';
    return isFunction ? [[String((one['id'] as Node)['name']), made] as const] : [];
  });
}

function hasOptionalSecond({ params }: Node): boolean {
  return (params as readonly Node[])
    .slice(1)
    .some((one) => one.type === 'AssignmentPattern' || one.type === 'RestElement' || one['optional'] === true);
}

/** Names that stand as a value: in any place but that of the function called, of a type, or of a key. */
function valuesIn(node: Node, found: Node[] = []): readonly Node[] {
  for (const [key, child] of Object.entries(node)) {
    for (const one of Array.isArray(child) ? (child as unknown[]) : [child]) {
      if (!isNode(one)) continue;
      if (one.type.startsWith('TS') && !WRAPPERS.has(one.type)) continue;
      if (one.type !== 'Identifier') valuesIn(one, found);
      else if (!isNoValue(node, key)) found.push(one);
    }
  }
  return found;
}

const WRAPPERS = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);

function isNoValue(parent: Node, key: string): boolean {
  if (key === 'callee' || key === 'tag' || key === 'id' || key === 'params' || key === 'local' || key === 'imported')
    return true;
  if (parent.type === 'ExportSpecifier' || (parent.type === 'AssignmentPattern' && key === 'left')) return true;
  const isKey =
    (parent.type === 'MemberExpression' && key === 'property') || (parent.type === 'Property' && key === 'key');
  return isKey && parent['computed'] !== true;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** `file:name` of each function with an optional second parameter that is handed over. */
function handedOver(modules: readonly Module[]): readonly string[] {
  const byFile = new Map(modules.map((one) => [one.file, one]));
  return modules.flatMap(({ file, optional, imports, body }) =>
    valuesIn(body).flatMap((value) => {
      const name = String(value['name']);
      const origin = imports.get(name);
      const isOptional =
        origin === undefined ? optional.has(name) : byFile.get(origin.from)?.optional.has(origin.name) === true;
      return isOptional ? [`${file}: ${name}`] : [];
    }),
  );
}

test('it is seen in an argument, in an object, behind another name, and of a local function; a call is none', () => {
  const modules = [
    readModule(
      'a.ts',
      'export function f(a: string, b = 1) { return a; } export const g = (a: string, b?: number) => a;',
    ),
    readModule(
      'b.ts',
      `import { f, g as h } from './a.ts'; x.map(f); y({ name: h }); const z = f; x.map((one) => f(one));`,
    ),
    readModule(
      'c.ts',
      `const k = (a: number, ...rest: number[]) => a; export const l = [k]; export function m(a: number) { return k(a); } x.map(m);`,
    ),
  ];
  expect(handedOver(modules)).toEqual(['b.ts: f', 'b.ts: h', 'b.ts: f', 'c.ts: k']);
});

test('no function with an optional parameter is handed over', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const modules = files.map((file) => readModule(file.replaceAll('\\', '/'), readFileSync(join(SOURCE, file), 'utf8')));
  expect(modules.length).toBeGreaterThan(50);
  expect(handedOver(modules)).toEqual([]);
});
