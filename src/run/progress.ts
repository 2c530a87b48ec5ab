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
}

const BAR_WIDTH = 24;
const REDRAW_MS = 100;
const LINE_MS = 5000;

export function createProgress(ports: ProgressPorts): Progress {
  const started = ports.now();
  let stageStarted = started;
  let stage = '';
  let last = -Infinity;
  let drawn = false;
  let full = false;
  return {
    update: (state) => {
      const now = ports.now();
      if (state.stage !== stage) {
        [stage, stageStarted, last, full] = [state.stage, now, ports.isTerminal ? -Infinity : now, false];
      }
      // The bar that becomes full is drawn at once; calls beyond those expected keep to the pace again.
      const becomesFull = ports.isTerminal && state.done >= state.total && !full;
      if (now - last < (ports.isTerminal ? REDRAW_MS : LINE_MS) && !becomesFull) return;
      full ||= becomesFull;
      last = now;
      const line = describe(state, now - stageStarted);
      ports.write(ports.isTerminal ? `\r\u001B[2K${line}` : `${line}\n`);
      drawn = ports.isTerminal;
    },
    finish: () => {
      if (drawn) ports.write('\r\u001B[2K');
      drawn = false;
    },
  };
}

function describe({ stage, done, total, usd }: ProgressState, elapsed: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.round(share * BAR_WIDTH);
  const bar = `${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}`;
  const price = usd === 'unknown' ? 'price unknown' : usd === 0 ? '' : `$${usd.toFixed(2)}`;
  const left = share > 0.02 && share < 1 ? `${formatSeconds(((elapsed / share) * (1 - share)) / 1000)} left` : '';
  return [stage.padEnd(10), bar, `${done}/${total}`, price, left].filter((part) => part !== '').join('  ');
}

function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
