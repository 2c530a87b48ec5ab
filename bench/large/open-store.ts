// Opens a store and looks answers up in it, in a process of its own: what `bench/large.ts --store` measures.
import { openSegmentStore } from '../../src/io/store/segment-store.ts';
import { keyOf } from './store.ts';

const LOOKUPS = 10_000;
const [folder, count] = process.argv.slice(2) as [string, string];
const started = performance.now();
const store = openSegmentStore(folder, { now: new Date(0), indexes: 'beside' });
const opened = performance.now();
let found = 0;
for (let index = 0; index < LOOKUPS; index += 1) {
  if (store.get(keyOf((index * 7919) % Number(count))) !== undefined) found += 1;
}
const ended = performance.now();
console.log(
  JSON.stringify({
    openSeconds: (opened - started) / 1000,
    lookupMicros: (1000 * (ended - opened)) / LOOKUPS,
    found: found / LOOKUPS,
    size: store.size(),
    peakMiB: process.resourceUsage().maxRSS / 1024,
  }),
);
store.close();
