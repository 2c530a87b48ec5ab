// Writes the table of docs/costs.md: what `plan` and `bank link --plan` say of specs of several sizes, under the config that
// `init` writes. It makes no call. A spec that lies beside the checkout is priced where it is there, and its row is kept where not.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renewParts } from './readme-tables.ts';
import { runBuilt, type RunBuilt } from './run-built.ts';

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

interface Priced {
  readonly name: string;
  readonly file: string;
  /** A sentence of it, and what an edit makes of it. */
  readonly from: string;
  readonly to: string;
}

/** From the smallest to the largest. */
const SPECS: readonly Priced[] = [
  {
    name: 'a support prompt',
    file: 'examples/specs/support-prompt/prompt.md',
    from: 'Do whatever makes the customer happy',
    to: 'Do what makes the customer happy',
  },
  {
    name: 'a constitution',
    file: 'examples/specs/constitution/constitution.md',
    from: 'Never state what you believe to be false.',
    to: 'Avoid stating what is false.',
  },
  {
    name: 'the shipped example',
    file: 'fixtures/harbor/spec.md',
    from: 'Most people ask for ordinary reasons',
    to: 'Nearly all people ask for ordinary reasons',
  },
  {
    name: 'the OpenAI Model Spec of 2025-02-12',
    file: '../shared/data/openai-model-spec/2025-02-12.md',
    from: 'should carefully follow',
    to: 'must carefully follow',
  },
];

/** The table's rows by name; those whose spec is not here are left out. */
export async function costRows(run: RunBuilt = runBuilt): Promise<Readonly<Record<string, string>>> {
  const rows: Record<string, string> = {};
  for (const spec of SPECS) if (existsSync(at(spec.file))) rows[spec.name] = await priceRow(spec, run);
  return rows;
}

/** The page with its rows renewed. */
export async function renewCosts(page: string): Promise<string> {
  const old = new Map([...page.matchAll(/^\| ([^|]+?) \|.*$/gm)].map((row) => [row[1]!, row[0]]));
  const now = await costRows();
  const rows = SPECS.flatMap(({ name }) => now[name] ?? old.get(name) ?? []);
  const head = [
    '| spec | characters | clauses | used as | writing scenarios | a check, usually | at worst | linking 250 queries |',
    '|:--|--:|--:|:--|--:|--:|--:|--:|',
  ];
  return renewParts(page, { costs: [...head, ...rows].join('\n') });
}

async function priceRow({ name, file, from, to }: Priced, run: RunBuilt): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-costs-'));
  try {
    const base = basename(file);
    const head = `head${extname(file)}`;
    cpSync(at(file), join(folder, base));
    const text = readFileSync(at(file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} has no "${from}"`);
    writeFileSync(join(folder, head), text.replace(from, to));
    // The keys only say which vendors are there: nobody is asked.
    const env = { OPENAI_API_KEY: 'sk-none', ANTHROPIC_API_KEY: 'sk-ant-none' };
    const read = async (args: readonly string[]): Promise<unknown> =>
      JSON.parse(await run([...args, '--json'], { cwd: folder, env }));
    const init = (await read(['init', '--yes', '--workflows', 'none', '--spec', base])) as Init;
    const plan = (await read(['plan', '--base-spec', base, '--head-spec', head])) as Plan;
    const link = (await read(['bank', 'link', '--plan', '--count', '250'])) as Link;
    // About one in five is read a second time.
    const linked = link.least.usd + (link.most.usd - link.least.usd) / 5;
    const cells = [
      name,
      text.length.toLocaleString('en-US'),
      String(init.count),
      init.specUse,
      dollars(plan.writes.usd),
      dollars(plan.power[0]!.usd),
      dollars(plan.writes.usd + plan.worstCase.usd),
      dollars(linked),
    ];
    return `| ${cells.join(' | ')} |`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Init {
  readonly count: number;
  readonly specUse: string;
}
interface Plan {
  readonly writes: { readonly usd: number };
  readonly power: readonly { readonly usd: number }[];
  readonly worstCase: { readonly usd: number };
}
interface Link {
  readonly least: { readonly usd: number };
  readonly most: { readonly usd: number };
}

function dollars(usd: number): string {
  return `$${usd.toFixed(2)}`;
}

if (import.meta.main) {
  const page = at('docs/costs.md');
  writeFileSync(page, await renewCosts(readFileSync(page, 'utf8')));
}
