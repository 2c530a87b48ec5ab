// The one error a user can cause and mend; anything else that is thrown is a bug and shows its stack.

/** Where in a user's file a problem sits. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing that is wrong with the user's input, and the way out. */
export interface Problem {
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
}

/** Bad input or setup: carries every problem found, not only the first. The doors print it and exit with 3. */
export class UserError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[]) {
    const all: readonly Problem[] = 'message' in problems ? [problems] : problems;
    super(all.map(formatProblem).join('\n'));
    this.name = 'UserError';
    this.problems = all;
  }
}

/** What `read` makes of each. @throws UserError with the problems of all that cannot be read, after those in `known`. */
export function readEach<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Value,
  known: readonly Problem[] = [],
): readonly Value[] {
  const problems: Problem[] = [...known];
  const values = items.flatMap((item) => {
    try {
      return [read(item)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new UserError(problems);
  return values;
}

/** For `catch` where what a user's mistake keeps from being read is left out: undefined for a `UserError`. @throws any other error. */
export function leaveOutUnreadable(error: unknown): undefined {
  if (error instanceof UserError) return undefined;
  throw error;
}

/** `file:line:column`, as far as it is known; an empty string without a place. */
export function formatPlace(place: Place | undefined): string {
  if (place === undefined) return '';
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** One problem as a person reads it: the place, what is wrong, and on a second line how to mend it. */
export function formatProblem(problem: Problem): string {
  const place = formatPlace(problem.place);
  const first = place === '' ? problem.message : `${place}  ${problem.message}`;
  return problem.hint === undefined ? first : `${first}\n    ${problem.hint}`;
}
