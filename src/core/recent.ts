// A cache of the last results of work that gives the same result whenever it is given the same key.

/** By what it says, or by being that very object. */
type RecentKey = string | object;

export interface RecentOptions<T> {
  /** How many results are kept; the least recently used one goes first. */
  readonly max: number;
  /** Whether a result is small enough to keep. */
  readonly keeps?: (result: T) => boolean;
}

/** Does the work where its result is not at hand. */
export function createRecent<T>(max: number): (key: RecentKey, work: () => T) => T {
  const kept = createKept<T>(max);
  return (key, work) => kept.take(key) ?? kept.put(key, work());
}

/** The same for slow work. What is under way is waited for, not done twice; what fails is done again. */
export function createRecentAsync<T>({
  max,
  keeps = () => true,
}: RecentOptions<T>): (key: string, work: () => Promise<T>) => Promise<T> {
  const kept = createKept<Promise<T>>(max);
  return async (key, work) => {
    const result = kept.take(key) ?? kept.put(key, work());
    try {
      const value = await result;
      if (!keeps(value)) kept.drop(key, result);
      return value;
    } catch (error) {
      kept.drop(key, result);
      throw error;
    }
  };
}

interface Kept<T> {
  /** A result that is kept, which is the latest then. */
  readonly take: (key: RecentKey) => T | undefined;
  readonly put: (key: RecentKey, result: T) => T;
  readonly drop: (key: RecentKey, result: T) => void;
}

function createKept<T>(max: number): Kept<T> {
  const kept = new Map<RecentKey, T>();
  const put: Kept<T>['put'] = (key, result) => {
    kept.set(key, result);
    const [oldest] = kept.keys();
    if (kept.size > max && oldest !== undefined) kept.delete(oldest);
    return result;
  };
  return {
    take: (key) => {
      const known = kept.get(key);
      if (known === undefined) return undefined;
      kept.delete(key);
      return put(key, known);
    },
    put,
    drop: (key, result) => {
      if (kept.get(key) === result) kept.delete(key);
    },
  };
}
