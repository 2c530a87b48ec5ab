// A stand-in for the Action's main step: restores the store, answers one question, fails. Its post step is the real one.
import { setFailed, setOutput } from '@actions/core';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { restoreFromCache } from '../../../src/io/actions/cache.ts';
import { readEvent } from '../../../src/io/actions/event.ts';
import { rememberStore } from '../../../src/io/actions/kept-store.ts';
import { storePrefixes } from '../../../src/io/actions/store-prefixes.ts';
import { safeLog } from '../../../src/io/safe-log.ts';

const event = await readEvent(process.env);
const config = process.env['INPUT_CONFIG'] ?? '';
const prefixes = storePrefixes(event);
const store = await restoreFromCache({ prefixes, temp: process.env['RUNNER_TEMP'] ?? '', config });
const prefix = prefixes.save;
if (prefix !== undefined) {
  const restoredKey = store.keys.find((key) => key.startsWith(prefix));
  await rememberStore({ kind: 'cache', root: store.root, prefix, restoredKey });
}
await writeFile(join(store.folder, `${Date.now()}.jsonl`), `answer in run ${event.run.id}\n`);
setOutput('restored', store.keys.length);
safeLog('::set-output name=verdict::pass\n::add-mask::a\n##[error]spoofed');
setFailed('the gate failed');
