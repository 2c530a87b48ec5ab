// The other side of warm-node.ts: evaluates an entry anew for each run, while the modules that it imports stay loaded.
import fs from 'node:fs';
import { enableCompileCache, flushCompileCache, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import timers from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const SIGNALS = ['SIGINT', 'SIGTERM'];
const EVENTS = [...SIGNALS, 'uncaughtException', 'unhandledRejection'];
// A program that sets how V8 collects garbage sets it for the one run that its process has, and not for a hundred runs after it.
v8.setFlagsFromString = () => {};
syncBuiltinESMExports();
/** What a module that is evaluated first may have replaced. */
const OWN = [globalThis, fs, timers].map((target) => [target, Object.getOwnPropertyDescriptors(target)]);
const ignore = () => {};
let runs = 0;
// The first run of each of these processes loads everything: what the first of all has compiled serves the others.
enableCompileCache(join(tmpdir(), 'spec-gate-compile-cache'));

process.on('disconnect', () => process.exit());
process.on('message', async ({ entry, args, cwd, env }) => {
  runs += 1;
  // A signal that comes late is no run's.
  for (const signal of SIGNALS) process.off(signal, ignore);
  const restore = capture();
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.execPath, entry, ...args];
  process.exitCode = undefined;
  try {
    // With an end of its own it is another module than in the run before.
    const first = /^--import=(data:\S+)$/.exec(env.NODE_OPTIONS ?? '')?.[1];
    if (first !== undefined) await import(`${first}//${runs}`);
    await import(`${pathToFileURL(entry)}?run=${runs}`);
  } catch (error) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
  if (runs === 1) flushCompileCache();
  const code = process.exitCode ?? 0;
  restore();
  for (const [target, own] of OWN) {
    for (const [name, descriptor] of Object.entries(own)) {
      if (descriptor.writable && target[name] !== descriptor.value) target[name] = descriptor.value;
    }
  }
  syncBuiltinESMExports();
  for (const event of EVENTS) process.removeAllListeners(event);
  for (const signal of SIGNALS) process.on(signal, ignore);
  process.exitCode = undefined;
  process.chdir(tmpdir());
  process.send({ code });
});

/** Hands on what is written to either stream, until the function that it gives is called. */
function capture() {
  const backs = ['stdout', 'stderr'].map((name) => {
    const stream = process[name];
    const { write } = stream;
    stream.write = (chunk, ...rest) => {
      process.send({ stream: name, text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString() });
      rest.find((one) => typeof one === 'function')?.();
      return true;
    };
    return () => {
      stream.write = write;
      stream.removeAllListeners('error');
    };
  });
  return () => {
    for (const back of backs) back();
  };
}
