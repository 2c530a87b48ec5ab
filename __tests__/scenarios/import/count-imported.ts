// A process of its own: imports a file as `bank import` does, line by line, and prints counts and its peak memory.
import { openSource } from '../../../src/io/import-files.ts';
import { importScenarios } from '../../../src/scenarios/import/import-scenarios.ts';
import { serializeScenario } from '../../../src/scenarios/serialize-scenario.ts';

const source = await openSource(process.argv[2]!, fetch);
let scenarios = 0;
let rejects = 0;
let characters = 0;
for await (const event of importScenarios({ source })) {
  if (event.kind === 'scenario') {
    scenarios += 1;
    characters += serializeScenario(event.scenario).length;
  }
  if (event.kind === 'reject') rejects += 1;
}
await source.close();
console.log(JSON.stringify({ scenarios, rejects, characters, peakMiB: process.resourceUsage().maxRSS / 1024 }));
