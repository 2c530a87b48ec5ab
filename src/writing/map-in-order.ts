// Works ahead on a few items at once and hands the results on in the items' order.

export interface Ahead<T, R> {
  /** Tasks under way at most; how many really run at once is the scheduler's business. */
  readonly ahead: number;
  readonly task: (item: T) => Promise<R>;
}

/**
 * How many finished results may wait for a slower one before them, for each task under way, so that one slow task does
 * not leave the others idle.
 */
const KEPT = 4;

/**
 * Results in the order of `items`, whatever order the tasks end in. A task begins when another ends, not when its result is
 * handed on, and memory stays bounded: beyond `KEPT` finished results for each task under way, the slowest is waited for.
 * Stopping early leaves begun tasks to end by themselves.
 */
export async function* mapInOrder<T, R>(items: Iterable<T>, { ahead, task }: Ahead<T, R>): AsyncGenerator<R> {
  const begun: { readonly result: Promise<R>; isDone: boolean }[] = [];
  let wake = (): void => {};
  const begin = (item: T): void => {
    const entry = { result: task(item), isDone: false };
    const end = (): void => {
      entry.isDone = true;
      wake();
    };
    // A failure is thrown when its turn comes; until then it must not count as unhandled.
    entry.result.then(end, end);
    begun.push(entry);
  };
  for (const item of items) {
    begin(item);
    for (;;) {
      const [first] = begun;
      if (first?.isDone === true) {
        begun.shift();
        yield await first.result;
      } else if (begun.filter(({ isDone }) => !isDone).length < ahead && begun.length < KEPT * ahead) break;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }
  for (const { result } of begun) yield await result;
}
