// Opens a store and looks answers up in it, in a process of its own: what `bench/large.ts --store` measures.
import { openSegmentStore } from '../../src/io/store/segment-store.ts';
import { keyOf } from './store.ts';

const LOOKUPS = 10_000;
const [folder, count] = process.argv.slice(2) as [string, string];
const started = sample();
const store = openSegmentStore(folder, { now: new Date(0), indexes: 'beside' });
const opened = sample();
let found = 0;
for (let index = 0; index < LOOKUPS; index += 1) {
  if (store.get(keyOf((index * 7919) % Number(count))) !== undefined) found += 1;
}
const ended = sample();
console.log(
  JSON.stringify({
    openSeconds: opened.wall - started.wall,
    openProcessorSeconds: opened.processor - started.processor,
    lookupMicros: (1e6 * (ended.wall - opened.wall)) / LOOKUPS,
    lookupProcessorMicros: (1e6 * (ended.processor - opened.processor)) / LOOKUPS,
    found: found / LOOKUPS,
    size: store.size(),
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
store.close();

/** Seconds on the clock, and of processor time: on a busy machine the clock says little. */
function sample(): { readonly wall: number; readonly processor: number } {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, processor: (user + system) / 1e6 };
}
