// What people see while a run goes on: a bar that redraws itself, or a line now and then; time is passed by hand.
import { describe, expect, test } from 'vitest';
import { createProgress, type Progress, type ProgressState } from '../../src/run/progress.ts';

const ERASE = '\r\u001B[2K';

interface Screen {
  readonly progress: Progress;
  readonly written: string[];
  /** Seconds since the start. */
  readonly at: (seconds: number, state?: Partial<ProgressState>) => void;
}

function open(kind: 'terminal' | 'log'): Screen {
  const written: string[] = [];
  let now = 1_000_000;
  const ports = { write: (text: string) => void written.push(text), isTerminal: kind === 'terminal', now: () => now };
  const progress = createProgress(ports);
  return {
    progress,
    written,
    at: (seconds, state = {}) => {
      now = 1_000_000 + seconds * 1000;
      progress.update({ stage: 'screen', done: 1, total: 100, usd: 0, ...state });
    },
  };
}

describe('on a terminal', () => {
  test('the bar redraws its line in place and goes away at the end, once', () => {
    const { progress, written, at } = open('terminal');
    at(1, { done: 10 });
    at(2, { done: 20 });
    progress.finish();
    progress.finish();
    expect(written).toHaveLength(3);
    for (const text of written) expect(text.startsWith(ERASE)).toBe(true);
    expect(written.join('')).not.toContain('\n');
    expect(written[2]).toBe(ERASE);
  });

  test('nothing is erased where nothing was drawn', () => {
    const { progress, written } = open('terminal');
    progress.finish();
    expect(written).toEqual([]);
  });

  test('it draws ten times a second at most, however many calls end', () => {
    const { written, at } = open('terminal');
    for (let call = 0; call < 1000; call += 1) at(call / 1000, { done: call, total: 5000 });
    expect(written).toHaveLength(10);
  });

  test('also when there are more calls than were expected', () => {
    const { written, at } = open('terminal');
    for (let call = 0; call < 1000; call += 1) at(call / 1000, { done: 100 + call, total: 100 + call });
    expect(written).toHaveLength(10);
  });

  test('the full bar and a new stage are drawn at once', () => {
    const { written, at } = open('terminal');
    at(1, { done: 99 });
    at(1.01, { done: 100 });
    at(1.02, { stage: 'confirm', done: 1, total: 50 });
    expect(written).toHaveLength(3);
    expect(written[1]).toContain('#'.repeat(24));
    expect(written[2]).toMatch(/confirm .*1\/50/);
  });
});

describe('while nobody answers', () => {
  function wait(kind: 'terminal' | 'log') {
    const written: string[] = [];
    let now = 0;
    const ticks: (() => void)[] = [];
    const progress = createProgress({
      write: (text) => void written.push(text),
      isTerminal: kind === 'terminal',
      now: () => now,
      every: (ms, task) => {
        expect(ms).toBe(1000);
        ticks.push(task);
        return () => ticks.splice(ticks.indexOf(task), 1);
      },
    });
    const update = (seconds: number, done: number): void => {
      now = 1000 * seconds;
      progress.update({ stage: 'screen', done, total: 10, usd: 0 });
    };
    const pass = (from: number, to: number): void => {
      for (let second = from; second <= to; second += 1) {
        now = 1000 * second;
        for (const tick of ticks) tick();
      }
    };
    return { progress, written, update, pass, ticks };
  }

  test('a terminal counts down and then says how long the last answer is ago: never 0:00 for minutes', () => {
    const { progress, written, update, pass, ticks } = wait('terminal');
    update(0, 0);
    update(90, 9);
    expect(written.at(-1)).toContain('9/10  0:10 left');
    pass(91, 99);
    expect(written.at(-1)).toContain('0:01 left');
    pass(100, 150);
    expect(written.at(-1)).toContain('9/10  last answer 1:00 ago');
    progress.finish();
    expect(ticks).toEqual([]);
  });

  test('a log hears of it every half minute', () => {
    const { written, update, pass } = wait('log');
    update(0, 0);
    update(10, 1);
    expect(written).toHaveLength(1);
    pass(11, 100);
    expect(written.map((line) => line.trim().split('  ').at(-1))).toEqual([
      '1:30 left',
      '1:00 left',
      '0:30 left',
      'last answer 1:30 ago',
    ]);
  });
});

describe('in a log', () => {
  test('a whole line every five seconds, without control characters', () => {
    const { progress, written, at } = open('log');
    for (let tenth = 0; tenth <= 120; tenth += 1) at(tenth / 10, { done: tenth, total: 1000 });
    progress.finish();
    expect(written).toHaveLength(2);
    for (const line of written) expect(line).toMatch(/^[ -~]+\n$/);
    expect(written.map((line) => /(\d+)\/1000/.exec(line)![1])).toEqual(['50', '100']);
  });

  test('a short stage says nothing', () => {
    const { written, at } = open('log');
    for (let call = 1; call <= 100; call += 1) at(call / 50, { done: call });
    expect(written).toEqual([]);
  });

  test('each stage has its own five seconds', () => {
    const { written, at } = open('log');
    at(0);
    at(4.9, { stage: 'confirm' });
    at(9.8, { stage: 'confirm' });
    expect(written).toEqual([]);
    at(9.9, { stage: 'confirm' });
    expect(written).toHaveLength(1);
  });
});

describe('the line', () => {
  /** What is drawn after `seconds` of a stage that began at second 100. */
  function lineAfter(seconds: number, state: Partial<ProgressState>): string {
    const { written, at } = open('terminal');
    at(0, { stage: 'screen' });
    at(100, { ...state, stage: 'confirm', done: 0 });
    at(100 + seconds, { ...state, stage: 'confirm' });
    return written.at(-1)!.slice(ERASE.length);
  }

  test.each([
    // A quarter took 30 s, so three quarters take 90 s: the stage's own time, not the run's.
    [30, { done: 25 }, '1:30 left'],
    [5, { done: 50 }, '0:05 left'],
    [1000, { done: 5 }, '316:40 left'],
    [0.5, { done: 99 }, '0:01 left'],
  ])('after %d s, %o: %s', (seconds, state, left) => {
    expect(lineAfter(seconds, state)).toContain(left);
  });

  test.each([
    ['too early to tell', { done: 2 }],
    ['done', { done: 100 }],
    ['nothing to do', { done: 0, total: 0 }],
    ['more than expected', { done: 130 }],
  ])('says no time where there is none to say: %s', (_, state) => {
    const line = lineAfter(10, state);
    expect(line).not.toContain('left');
    expect(line).not.toMatch(/NaN|Infinity|-\d/);
  });

  test.each([
    [0, /^(?!.*(\$|price))/],
    [1.005, /\$1\.0[01]/],
    ['unknown', /price unknown/],
  ] as const)('money: %s', (usd, pattern) => {
    expect(lineAfter(10, { done: 50, usd })).toMatch(pattern);
  });

  test('the bar is filled as far as the count', () => {
    const line = lineAfter(10, { done: 50 });
    expect(line).toContain(`${'#'.repeat(12)}${'-'.repeat(12)}  50/100`);
  });
});
