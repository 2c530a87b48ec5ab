// The loop's bench in small, beside the plain loop in the same run: fails where what was recorded is lost by half.
//   npm run bench:ratios            # 400 calls; about ten seconds
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Measured {
  readonly name: string;
  readonly status: number | null;
  readonly cpu: number;
  readonly peakMiB: number;
  readonly seen: { readonly requests: number; readonly mostInFlight: number };
}

const LOST = 2;
const CONCURRENCY = 25;

const recorded = JSON.parse(readFileSync(join(import.meta.dirname, 'ratios.json'), 'utf8')) as {
  readonly processor: number;
  readonly peak: number;
};
const { calls, measured } = JSON.parse(
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, 'loop.ts'), '--json', '--scenarios', '400', '--concurrency', `${CONCURRENCY}`],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  ),
) as { readonly calls: number; readonly measured: readonly Measured[] };
const [plain, cold, warm] = measured as readonly [Measured, Measured, Measured];

const problems: string[] = [];
const compare = (what: string, now: number, then: number): void => {
  console.log(`${what}: ${now.toFixed(2)} x the plain loop's; ${then} recorded`);
  if (now > LOST * then) problems.push(`${what} is more than ${LOST} times what was recorded`);
};
compare('processor time', cold.cpu / plain.cpu, recorded.processor);
compare('peak memory', cold.peakMiB / plain.peakMiB, recorded.peak);
console.log(
  `cold: ${cold.seen.requests} requests for ${calls} calls, ${cold.seen.mostInFlight} of ${CONCURRENCY} places`,
);
if (cold.status !== 0 || warm.status !== 0) problems.push(`exit codes ${cold.status} and ${warm.status}`);
if (cold.seen.requests !== calls) problems.push('the cold run asked more or less than it had to');
if (cold.seen.mostInFlight < CONCURRENCY) problems.push('places stayed empty');
if (warm.seen.requests > 0) problems.push(`the warm run asked ${warm.seen.requests} times`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
