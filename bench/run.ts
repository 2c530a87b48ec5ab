// Every bench of this folder, one after another, each in a process of its own.
//   npm run bench                        # at the sizes of bench/README.md: most of a day
//   npm run bench -- --small             # at small sizes: does each run, and what does it print
//   npm run bench -- loop large          # these alone
//   npm run bench -- --promptfoo FOLDER  # with promptfoo as the loop's peer, where FOLDER/node_modules has it
//   npm run bench -- --list              # the commands, and nothing is run
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface Bench {
  readonly name: string;
  /** One list of arguments a run. */
  readonly full: readonly string[];
  readonly small: readonly string[];
}

const BENCHES: readonly Bench[] = [
  { name: 'ratios', full: [''], small: [''] },
  {
    name: 'loop',
    full: [
      '',
      '--judges 3 --spec-kib 32',
      '--rate 80',
      '--rate 5 --scenarios 50',
      '--rate 2 --scenarios 20',
      '--kill-after 1000',
    ],
    small: ['--scenarios 100', '--scenarios 100 --kill-after 100'],
  },
  { name: 'start', full: [''], small: ['--runs 1'] },
  { name: 'select', full: ['', '--count 411000 --only lazy'], small: ['--count 5000 --size 50'] },
  { name: 'analyze', full: [''], small: ['--bank 1000 --run 100'] },
  {
    name: 'large',
    full: ['', '--size 132000', '--size 411000', '--store 1000000', '--nights 365'],
    small: ['--size 2000', '--store 20000', '--nights 20'],
  },
  { name: 'generate', full: ['--pairs 20000 --pairs 60000 --pairs 150000'], small: ['--pairs 300'] },
  { name: 'answers', full: ['', '--format jsonl.gz'], small: ['--rows 5000 --scenarios 200'] },
  { name: 'links', full: [''], small: [''] },
  { name: 'decision-copy', full: ['--runs 1000'], small: ['--runs 40'] },
  { name: 'first-bank', full: [''], small: [''] },
  { name: 'least-dollars', full: [''], small: [''] },
  { name: 'real-changes', full: [''], small: ['--edits 1'] },
  { name: 'page', full: [''], small: [''] },
  { name: 'compare', full: [''], small: ['--runs 10'] },
  { name: 'power', full: [''], small: ['--runs 10'] },
  { name: 'decision', full: [''], small: ['--runs 8'] },
  { name: 'model-shifts', full: ['--runs 300'], small: ['--runs 3'] },
  { name: 'nightly', full: ['--quarters 30'], small: ['--quarters 1'] },
  { name: 'repair', full: [''], small: ['--seeds 1 --first 1'] },
];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    small: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    promptfoo: { type: 'string' },
  },
});

const unknown = positionals.filter((given) => !BENCHES.some(({ name }) => name === given));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${BENCHES.map(({ name }) => name).join(', ')}`);
  process.exit(3);
}

const runs = BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name)).flatMap((bench) =>
  (values.small ? bench.small : bench.full).map((text) => {
    const peer = bench.name === 'loop' && values.promptfoo !== undefined ? ['--promptfoo', values.promptfoo] : [];
    return { name: bench.name, args: [...text.split(' ').filter((word) => word !== ''), ...peer] };
  }),
);

const failed: string[] = [];
for (const { name, args } of runs) {
  const command = `node bench/${name}.ts ${args.join(' ')}`.trimEnd();
  console.log(values.list ? command : `\n# ${command}\n`);
  if (values.list) continue;
  const started = performance.now();
  const { status, signal } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...args], {
    stdio: 'inherit',
  });
  console.log(`\n(${((performance.now() - started) / 1000).toFixed(0)} s)`);
  if (signal === 'SIGINT') process.exit(130);
  if (status !== 0) failed.push(command);
}
if (failed.length > 0) {
  console.error(`\n${failed.length} of ${runs.length} ended with an error:\n${failed.join('\n')}`);
  process.exitCode = 1;
}
