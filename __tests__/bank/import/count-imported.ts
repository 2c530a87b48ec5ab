// A process of its own: imports a file and prints counts and its peak memory.
import { openSource } from '../../../src/bank/io/import-files.ts';
import { importScenarios } from '../../../src/bank/import/import-scenarios.ts';

const source = await openSource(process.argv[2]!, fetch);
let scenarios = 0;
let rejects = 0;
for await (const event of importScenarios({ source })) {
  if (event.kind === 'scenario') scenarios += 1;
  if (event.kind === 'reject') rejects += 1;
}
await source.close();
console.log(JSON.stringify({ scenarios, rejects, peakMiB: process.resourceUsage().maxRSS / 1024 }));
