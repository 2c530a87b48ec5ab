// The other side of warm-node.ts: evaluates an entry anew for each run, while the modules that it imports stay loaded.
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';

const EVENTS = ['SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection'];
let runs = 0;

process.on('disconnect', () => process.exit());
process.on('message', async ({ entry, args, cwd, env }) => {
  runs += 1;
  const texts = { stdout: '', stderr: '', log: '' };
  const restore = capture(texts);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.chdir(cwd);
  process.argv = [process.execPath, entry, ...args];
  process.exitCode = undefined;
  try {
    await import(`${pathToFileURL(entry)}?run=${runs}`);
  } catch (error) {
    process.stderr.write(`${error?.stack ?? error}\n`);
    process.exitCode = 1;
  }
  const code = process.exitCode ?? 0;
  restore();
  for (const event of EVENTS) process.removeAllListeners(event);
  process.exitCode = undefined;
  process.chdir(tmpdir());
  process.send({ code, signal: null, ...texts });
});

function capture(texts) {
  const writes = ['stdout', 'stderr'].map((name) => {
    const stream = process[name];
    const { write } = stream;
    stream.write = (chunk, ...rest) => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      texts[name] += text;
      texts.log += text;
      rest.find((one) => typeof one === 'function')?.();
      return true;
    };
    return () => {
      stream.write = write;
      stream.removeAllListeners('error');
    };
  });
  return () => {
    for (const back of writes) back();
  };
}
