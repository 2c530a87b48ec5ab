// Progress on stderr: one bar that redraws itself on a terminal, a line every few seconds elsewhere.

/** How far a run is. Counts are calls; `stored` ones cost nothing. */
export interface ProgressState {
  readonly stage: string;
  readonly done: number;
  /** Calls expected in this stage; grows where a third judge turns out to be needed. */
  readonly total: number;
  readonly usd: number | 'unknown';
}

export interface Progress {
  update(state: ProgressState): void;
  /** Takes the bar away, so that what is printed next starts on a clean line. */
  finish(): void;
}

export interface ProgressPorts {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** Repeats a task until it is undone; without it nothing is drawn between calls. */
  readonly every?: (ms: number, task: () => void) => () => void;
}

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
const LINE_MS = 5000;
/** How often, in milliseconds, progress is shown while no call ends: each second on a terminal, rarely in a log. */
const SILENCE = { terminal: 1000, log: 30_000 } as const;

interface Times {
  /** Milliseconds from the stage's first call to its last. */
  readonly elapsed: number;
  /** Milliseconds since that last one. */
  readonly silent: number;
}

export function createProgress(ports: ProgressPorts): Progress {
  const started = ports.now();
  let stageStarted = started;
  let latest: { readonly state: ProgressState; readonly at: number } | undefined;
  let last = -Infinity;
  let drawn = false;
  let full = false;
  let undo: (() => void) | undefined;

  const draw = (now: number): void => {
    const { state, at } = latest!;
    last = now;
    const line = describe(state, { elapsed: at - stageStarted, silent: now - at });
    ports.write(ports.isTerminal ? `\r\u001B[2K${line}` : `${line}\n`);
    drawn = ports.isTerminal;
  };
  const drawInSilence = (): void => {
    const now = ports.now();
    if (latest !== undefined && now - last >= SILENCE[ports.isTerminal ? 'terminal' : 'log']) draw(now);
  };

  return {
    update: (state) => {
      undo ??= ports.every?.(SILENCE.terminal, drawInSilence);
      const now = ports.now();
      if (state.stage !== latest?.state.stage) {
        [stageStarted, last, full] = [now, ports.isTerminal ? -Infinity : now, false];
      }
      latest = { state, at: now };
      // The bar that becomes full is drawn at once; calls beyond those expected keep to the pace again.
      const becomesFull = ports.isTerminal && state.done >= state.total && !full;
      if (now - last < (ports.isTerminal ? REDRAW_MS : LINE_MS) && !becomesFull) return;
      full ||= becomesFull;
      draw(now);
    },
    finish: () => {
      undo?.();
      [undo, latest] = [undefined, undefined];
      if (drawn) ports.write('\r\u001B[2K');
      drawn = false;
    },
  };
}

function describe({ stage, done, total, usd }: ProgressState, times: Times): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  const bar = `${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}`;
  const price = usd === 'unknown' ? 'price unknown' : usd === 0 ? '' : `$${usd.toFixed(2)}`;
  return [stage.padEnd(10), bar, `${done}/${total}`, price, timeLeft(share, times)]
    .filter((part) => part !== '')
    .join('  ');
}

/** Counts down while nothing happens; where that is over, how long the last answer is ago says more than a zero. */
function timeLeft(share: number, { elapsed, silent }: Times): string {
  const left = share > 0.02 && share < 1 ? ((elapsed / share) * (1 - share) - silent) / 1000 : 0;
  if (left > 0) return `${formatSeconds(left)} left`;
  return silent < SILENCE.terminal ? '' : `last answer ${formatSeconds(silent / 1000)} ago`;
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
