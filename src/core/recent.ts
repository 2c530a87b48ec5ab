// The last results of work that always gives the same under the same key.

export interface RecentOptions<T> {
  /** So many results are kept; the one that was asked for longest ago goes first. */
  readonly max: number;
  /** Whether a result is small enough to keep. */
  readonly keeps?: (result: T) => boolean;
}

/** Does the work where its result is not at hand. What is under way is waited for, not done twice; what fails is done again. */
export function createRecent<T>({
  max,
  keeps = () => true,
}: RecentOptions<T>): (key: string, work: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return async (key, work) => {
    const known = kept.get(key);
    kept.delete(key);
    const result = known ?? work();
    kept.set(key, result);
    const [oldest] = kept.keys();
    if (kept.size > max && oldest !== undefined) kept.delete(oldest);
    const forget = (): void => {
      if (kept.get(key) === result) kept.delete(key);
    };
    try {
      const value = await result;
      if (!keeps(value)) forget();
      return value;
    } catch (error) {
      forget();
      throw error;
    }
  };
}
