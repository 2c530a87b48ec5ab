// The Action's door: translates the runner's environment in, the verdict and the exit code out.
import { fileURLToPath } from 'node:url';
import type { ExitCode } from './core/exit-code.ts';
import { failWithError } from './context/fail-step.ts';
import { writeExitCode } from './io/actions/outputs.ts';
import { openActionContext } from './context/open-action-context.ts';
import { ownHeap } from './io/tight-heap.ts';
import { runAction } from './modes.ts';

ownHeap();
const packageRoot = fileURLToPath(new URL('..', import.meta.url));
const stop = new AbortController();
// A cancelled run has seconds: no further call, what is finished is on disk already, the post step keeps it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

const started = Date.now();
let config: string | undefined;
let code: ExitCode;
try {
  const context = await openActionContext(process.env, { packageRoot, signal: stop.signal });
  config = context.inputs.config;
  code = await runAction(context);
} catch (error) {
  code = await failWithError(error);
  const { retractVerdict } = await import('./gate/action/retract.ts');
  await retractVerdict(process.env, { error, started, config });
}
process.exitCode = code;
try {
  await writeExitCode(code);
} catch (error) {
  // Nobody who reads the outputs may take a step for passed that could not say so.
  process.exitCode = await failWithError(error);
}
