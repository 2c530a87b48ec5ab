// npm run bench:decision-copy: the rules of a check on a fast copy of the simulated panel, and the fewest rulings that any
// rule would need.
//   --runs N   checks a line (default 1000)
import { parseArgs } from 'node:util';
import { CHECK_REACH } from '../src/decision/bounds.ts';
import { intervalAt } from '../src/decision/change.ts';
import { clopperPearson } from '../src/stats/clopper-pearson.ts';
import type { CopyTruth } from './decision/copy-panel.ts';
import { runCopy } from './decision/copy-rules.ts';
import { leastRulings } from './decision/least-rulings.ts';

const PLAIN: CopyTruth = { models: 4, scenarios: 32, rate: 0.23, rise: 0, where: 'uniform', drift: 0 };
const NIGHTS = { drift: 0.3, stored: 'nights' } as const;
const ONE_NIGHT = { drift: 0.3, stored: 'one night' } as const;

const LINES: readonly Partial<CopyTruth>[] = [
  {},
  { rise: 0.03 },
  { rise: 0.05 },
  { rise: 0.08 },
  { rise: 0.08, where: 'quarter' },
  { stored: 'nights' },
  NIGHTS,
  { ...NIGHTS, rise: 0.05 },
  { ...NIGHTS, rise: 0.08 },
  { stored: 'nights', rise: 0.08, shift: -0.3 },
  ONE_NIGHT,
  { ...ONE_NIGHT, rise: 0.08 },
  { scenarios: 24 },
  { scenarios: 24, rise: 0.08 },
  { ...NIGHTS, scenarios: 24 },
  { models: 12 },
  { models: 12, rise: 0.08 },
  { ...NIGHTS, models: 12 },
  { ...NIGHTS, models: 12, rise: 0.08 },
  { rate: 0.05 },
  { rate: 0.05, rise: 0.08 },
  { rate: 0.3 },
  { rate: 0.3, rise: 0.08 },
  ...[0, 0.05, 0.08].flatMap((rise) => [
    { scenarios: 40, named: 8, rise },
    { ...NIGHTS, scenarios: 40, named: 8, rise },
  ]),
  ...[2, 4, 8].flatMap((groups) => [{ groups }, { groups, rise: 0.08, where: 'quarter' as const }]),
];

function main(): void {
  const { values } = parseArgs({ options: { runs: { type: 'string', default: '1000' } } });
  const runs = Number(values.runs);
  console.log(`Simulated, ${runs} checks a line: % (95 % interval), and mean rulings.`);
  for (const over of LINES) {
    const truth = { ...PLAIN, ...over };
    const count = { pass: 0, fail: 0, inconclusive: 0, held: 0 };
    let rulings = 0;
    for (let run = 0; run < runs; run += 1) {
      const result = runCopy(truth, `${JSON.stringify(over)} ${run}`);
      count[result.verdict] += 1;
      rulings += result.rulings / runs;
      const [low, high] = intervalAt(result.change, CHECK_REACH) ?? [-1, 1];
      count.held += Number(low <= truth.rise && truth.rise <= high);
    }
    const share = (trials: number): string => {
      const { lower, upper } = clopperPearson({ count: trials, trials: runs });
      return [trials / runs, lower, upper]
        .map((one) => (100 * one).toFixed(1))
        .join(' ')
        .replace(' ', ' (')
        .replace(/ (\S+)$/u, ' to $1)');
    };
    console.log(
      `${JSON.stringify(over).padEnd(52)} fail ${share(count.fail)}  pass ${share(count.pass)}  holds ${share(count.held)}  rulings ${Math.round(rulings)}`,
    );
  }
  console.log('\nOne metric, looked at after every ruling, the same errors: no rule takes fewer rulings on average.');
  for (const night of [0, 0.4, 1]) {
    const told = [0, 0.08].map((rise) => `${100 * rise} points ${Math.round(leastRulings({ night, rise }))}`);
    console.log(`night's variance ${night} of the usual: ${told.join(', ')}`);
  }
}

main();
