// npm run bench:answers: how much memory and time recorded answers take, in a process of its own.
//   --rows N       rows (default 411000, as many as the published data set has), each with twelve models' answers
//   --format F     parquet (default) or jsonl.gz
//   --scenarios N  scenarios of the bank they are held against (default 2000)
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { loadAnswers } from '../src/run/load-answers.ts';
import { createBank } from '../src/scenarios/parse-bank.ts';

const MODELS =
  'claude_3_5_sonnet claude_3_7_sonnet claude_opus_3 claude_opus_4 claude_sonnet_4 gemini_2_5_pro gpt_4_1 gpt_4_1_mini gpt_4o grok_4 o3 o4_mini'.split(
    ' ',
  );
const LONG = 'What follows is an answer of about the length that models give to such a question. '.repeat(8);

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '411000' },
    format: { type: 'string', default: 'parquet' },
    scenarios: { type: 'string', default: '2000' },
    read: { type: 'string' },
  },
});
const rows = Number(values.rows);

function rowOf(index: number): Record<string, unknown> {
  const answers = MODELS.map((model) => [`response_${model}`, `${model} on ${index}: ${LONG}`]);
  return {
    chunk_idx: index % 100,
    entry_idx: index,
    nudge_direction: 'neutral',
    query: `Question ${index}?`,
    ...Object.fromEntries(answers),
  };
}

async function write(path: string): Promise<void> {
  if (values.format === 'parquet') {
    const columns = Object.entries(rowOf(0)).map(([name, value]) => ({
      name,
      type: typeof value === 'number' ? ('INT32' as const) : ('STRING' as const),
    }));
    function* all(): Generator<Record<string, unknown>> {
      for (let index = 0; index < rows; index += 1) yield rowOf(index);
    }
    void parquetWriteRows({ writer: fileWriter(path), rows: all(), columns, rowGroupSize: 1000 });
    return;
  }
  const pack = createGzip({ level: 1 });
  const done = once(pack.pipe(createWriteStream(path)), 'finish');
  for (let index = 0; index < rows; index += 1) {
    if (!pack.write(`${JSON.stringify(rowOf(index))}\n`)) await once(pack, 'drain');
  }
  pack.end();
  await done;
}

/** In the process of its own: reads, and prints what was found and the highest memory. */
async function read(folder: string, file: string): Promise<void> {
  const scenarios = Array.from({ length: Number(values.scenarios) }, (_, place) => {
    const index = Math.floor((place * rows) / Number(values.scenarios));
    return {
      id: `${index % 100}_${index}_neutral`,
      messages: [{ role: 'user' as const, content: `Question ${index}?` }],
      clauses: [],
      topics: [],
    };
  });
  const answers = await loadAnswers(
    { kind: 'worktree', root: folder },
    {
      configFile: 'spec-gate.yml',
      models: MODELS.map((model) => ({ id: `study/${model}`, answers: file })),
      bank: createBank('bank.jsonl', scenarios),
    },
  );
  const found = [...answers.values()].reduce((total, { scenarios: own }) => total + own, 0);
  console.log(JSON.stringify({ found, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

if (values.read === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'spec-gate-answers-'));
  try {
    const file = `answers.${values.format}`;
    await write(join(folder, file));
    const started = Date.now();
    const self = fileURLToPath(import.meta.url);
    const sizes = ['--rows', values.rows, '--scenarios', values.scenarios, '--format', values.format];
    const output = execFileSync(process.execPath, [self, ...sizes, '--read', folder], { encoding: 'utf8' });
    const { found, peakMiB } = JSON.parse(output) as { found: number; peakMiB: number };
    const megabytes = Math.round(statSync(join(folder, file)).size / 2 ** 20);
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    console.log(
      `${values.rows} rows x ${MODELS.length} answers (${values.format}, ${megabytes} MB): ${found} answers kept, peak ${peakMiB} MiB, ${seconds} s`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  await read(values.read, `answers.${values.format}`);
}
