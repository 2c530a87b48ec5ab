// Works ahead on a few items at once and hands the results on in the items' order.

/**
 * Results in the order of `items`, whatever order the tasks end in. At most `ahead` tasks have begun and are not handed
 * on; how many really run at once is the scheduler's business. Stopping early leaves begun tasks to end by themselves.
 */
export async function* mapInOrder<T, R>(
  items: Iterable<T>,
  options: { readonly ahead: number; readonly task: (item: T) => Promise<R> },
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for (const item of items) {
    const result = options.task(item);
    // A failure is thrown when its turn comes; until then it must not count as unhandled.
    result.catch(() => undefined);
    begun.push(result);
    if (begun.length >= options.ahead) yield await begun.shift()!;
  }
  for (const result of begun) yield await result;
}
