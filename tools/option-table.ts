// The table of options in docs/configuration.md, made from the config's own schema.
import { configJsonSchema } from '../src/config/schema.ts';

interface Node {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A Markdown table: option, what it takes, default, meaning. Groups are listed with their members. */
export function optionTable(): string {
  const rows = rowsOf(configJsonSchema() as Node, '');
  return ['| option | takes | default | |', '|---|---|---|---|', ...rows].join('\n');
}

function rowsOf(node: Node, prefix: string): readonly string[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    if (member.properties !== undefined && prefix.split('.').length < 2) {
      return [`| **${path}** | | | ${member.description ?? ''} |`, ...rowsOf(member, path)];
    }
    const fallback = member.default === undefined ? '' : `\`${JSON.stringify(member.default)}\``;
    const own = `| \`${path}\` | ${takes(member)} | ${fallback} | ${member.description ?? ''} |`;
    return [own, ...(prefix === '' ? entryRows(name, member) : [])];
  });
}

/** What one entry of a list or a record may say: a model's options (judges and the classifier take the same), a live provider's. */
function entryRows(name: string, { items, additionalProperties }: Node): readonly string[] {
  const entry = items?.anyOf?.find(({ properties }) => properties !== undefined);
  if (name === 'models' && entry !== undefined) return rowsOf(entry, 'models[]');
  const kinds = typeof additionalProperties === 'object' ? additionalProperties.oneOf : undefined;
  const live = kinds?.find(({ properties }) => properties?.['concurrency'] !== undefined);
  return name === 'providers' && live !== undefined ? rowsOf(live, 'providers.NAME') : [];
}

function takes(node: Node): string {
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(', ');
  const branches = node.anyOf ?? node.oneOf;
  if (branches !== undefined) {
    const kinds = branches.flatMap((branch) =>
      branch.properties?.['kind']?.const === undefined ? [] : [`\`${branch.properties['kind'].const}\``],
    );
    return kinds.length > 0 ? `kind ${kinds.join(', ')}` : [...new Set(branches.map(takes))].join(' or ');
  }
  if (node.type === 'array') return `list of ${takes(node.items ?? {})}`;
  if (node.type === 'object' && typeof node.additionalProperties === 'object')
    return `name: ${takes(node.additionalProperties)}`;
  if (node.type === 'number' && node.minimum === 0 && node.maximum === 1) return 'share, 0 to 1';
  return node.type === 'integer' ? 'whole number' : (node.type ?? 'object');
}
