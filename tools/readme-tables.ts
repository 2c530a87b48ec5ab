// Writes the README's generated tables between their markers: inputs and outputs from action.yml, options from the schema.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { optionTable } from './option-table.ts';

interface Manifest {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

const at = (name: string): URL => new URL(`../${name}`, import.meta.url);

/** What belongs between `<!-- name -->` and `<!-- /name -->`, by name. */
export function readmeTables(): Readonly<Record<string, string>> {
  const { inputs, outputs } = parse(readFileSync(at('action.yml'), 'utf8')) as Manifest;
  return {
    inputs: table(
      ['input', 'default', ''],
      Object.entries(inputs).map(([name, { description, default: given }]) => [
        `\`${name}\``,
        given === undefined ? '' : `\`${given}\``,
        description,
      ]),
    ),
    outputs: table(
      ['output', ''],
      Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, description]),
    ),
    options: optionTable(),
  };
}

/** The text with every generated part renewed; parts whose markers it does not have are left out. */
export function renewTables(text: string): string {
  return Object.entries(readmeTables()).reduce((renewed, [name, content]) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [start, end] = [renewed.indexOf(open), renewed.indexOf(close)];
    if (start < 0 || end < start) return renewed;
    return `${renewed.slice(0, start + open.length)}\n\n${content}\n\n${renewed.slice(end)}`;
  }, text);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

if (import.meta.main) {
  const text = readFileSync(at('README.md'), 'utf8');
  writeFileSync(at('README.md'), renewTables(text));
}
