// How often a night pages although nothing changed, and how soon it pages when something did. Truth is simulated here:
// shares per scenario, noise between nights, judges' errors; the decision is the one that ships.
//
//   node bench/nightly.ts                     # 60 quarters a row
//   node bench/nightly.ts --quarters 10
import { parseArgs } from 'node:util';
import { simulateQuarter, type QuarterWorld } from './nightly/quarter.ts';

const { values } = parseArgs({ options: { quarters: { type: 'string', default: '60' } } });
const quarters = Number(values.quarters);

const rows: readonly (readonly [string, Partial<QuarterWorld>])[] = [
  ['nothing changes', {}],
  ['nothing changes, 12 models', { models: 12 }],
  ['nights differ by 2 points', { betweenNights: 0.02 }],
  ['nights differ by 4 points', { betweenNights: 0.04 }],
  ['judges err twice as often', { judgeError: 0.08 }],
  ['one model +10 points on night 30', { rise: 0.1 }],
  ['one model +20 points on night 30', { rise: 0.2 }],
  ['one model +30 points on night 30', { rise: 0.3 }],
  ['one model +0.5 points each night from night 30 on', { creep: 0.005 }],
  ['one judge errs in 30 % from night 30', { judgeChange: 0.3 }],
];

console.log('| world | false pages a quarter | 95 % upper | found | nights until found (median) | blamed on others |');
console.log('|---|---|---|---|---|---|');
for (const [name, world] of rows) {
  const runs = Array.from({ length: quarters }, (_, index) => simulateQuarter(world, `${name} ${index}`));
  const pages = runs.reduce((total, run) => total + run.falsePages, 0);
  // Poisson upper bound by the normal approximation to its square root (Anscombe): (sqrt(n + 3/8) + 1.645 / 2)^2.
  const upper = (Math.sqrt(pages + 0.375) + 0.8225) ** 2 / quarters;
  const truth = world.rise !== undefined || world.creep !== undefined || world.judgeChange !== undefined;
  const found = runs.flatMap(({ foundAfter }) => (foundAfter === undefined ? [] : [foundAfter])).sort((a, b) => a - b);
  const columns = truth
    ? [`${found.length} of ${quarters}`, String(found[Math.floor(found.length / 2)] ?? '-'), String(pages)]
    : ['', '', ''];
  console.log(`| ${[name, (pages / quarters).toFixed(3), upper.toFixed(2), ...columns].join(' | ')} |`);
}
