// How often a night pages although nothing changed, and how soon it pages when something did. Truth is simulated here:
// shares and stances per scenario, noise between nights, errors of judges and classifier; who is asked a second time and what
// is decided is what ships.
//
//   node bench/nightly.ts                     # 40 quarters a row
//   node bench/nightly.ts --quarters 10
//   node bench/nightly.ts --only classifier   # rows whose name holds the word
import { parseArgs } from 'node:util';
import { simulateQuarter, type QuarterResult, type QuarterWorld } from './nightly/quarter.ts';

const { values } = parseArgs({
  options: { quarters: { type: 'string', default: '40' }, only: { type: 'string', default: '' } },
});
const quarters = Number(values.quarters);

const rows: readonly (readonly [string, Partial<QuarterWorld>])[] = [
  ['nothing changes', {}],
  ['nothing changes, 12 models', { models: 12 }],
  ['nights differ by 2 points', { betweenNights: 0.02 }],
  ['nights differ by 4 points', { betweenNights: 0.04 }],
  ['scenarios in threes that a night moves by 15 points', { threes: 0.15 }],
  ['scenarios in threes, one model +20 points', { threes: 0.15, change: { kind: 'rise', by: 0.2 } }],
  ['judges err in 8 %', { judgeError: 0.08 }],
  ['the classifier errs in 10 %', { classifierError: 0.1 }],
  ['one model +10 points non-compliance on night 30', { change: { kind: 'rise', by: 0.1 } }],
  ['one model +20 points', { change: { kind: 'rise', by: 0.2 } }],
  ['one model +30 points', { change: { kind: 'rise', by: 0.3 } }],
  ['one model +0.5 points each night from night 30 on', { change: { kind: 'creep', by: 0.005 } }],
  ['all models +20 points: they fail together', { change: { kind: 'all', by: 0.2 } }],
  ['one model refuses 20 points more, as compliant as before', { change: { kind: 'refuse', by: 0.2 } }],
  ['models part: disagreement +0.22', { change: { kind: 'part', by: 0.4 } }],
  ['models part: disagreement +0.34', { change: { kind: 'part', by: 0.6 } }],
  ['one judge errs in 30 % from night 30 on', { change: { kind: 'judge', error: 0.3 } }],
  ['the classifier errs in 30 % from night 30 on', { change: { kind: 'classifier', error: 0.3 } }],
  ['the classifier moves every score up by one', { change: { kind: 'shift' } }],
];

console.log('| world | false pages a quarter | 95 % upper | found | nights until found, median | asked again |');
console.log('|---|---|---|---|---|---|');
for (const [name, world] of rows.filter(([title]) => title.includes(values.only))) {
  const runs: QuarterResult[] = [];
  for (let index = 0; index < quarters; index += 1) runs.push(await simulateQuarter(world, `${name} ${index}`));
  const pages = runs.flatMap((run) => run.falsePages);
  // Poisson upper bound by the normal approximation to its square root (Anscombe): (sqrt(n + 3/8) + 1.645 / 2)^2.
  const upper = (Math.sqrt(pages.length + 0.375) + 0.8225) ** 2 / quarters;
  const found = runs.flatMap(({ foundAfter }) => (foundAfter === undefined ? [] : [foundAfter])).sort((a, b) => a - b);
  const again = runs.reduce((total, run) => total + run.askedAgain, 0) / quarters;
  const columns =
    world.change === undefined
      ? ['', '']
      : [`${found.length} of ${quarters}`, String(found[Math.floor(found.length / 2)] ?? '-')];
  const shares = [(pages.length / quarters).toFixed(2), upper.toFixed(2), ...columns, `${Math.round(100 * again)} %`];
  console.log(`| ${[name, ...shares].join(' | ')} |`);
  const about = [...new Set(pages)].map((page) => `${pages.filter((other) => other === page).length} ${page}`);
  if (about.length > 0) console.error(`${name}: false pages about ${about.join(', ')}`);
}
