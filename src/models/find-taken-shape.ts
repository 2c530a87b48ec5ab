// After a refusal: the least that has to change in how a request asks, for the server to take it.
import { CallError } from './model.ts';

/** One refused request and the means to ask it in other shapes. A lesson is a feature to do without. */
export interface ShapeTrial<Accepted> {
  /** What the refused request did without already. */
  readonly known: ReadonlySet<string>;
  readonly error: CallError;
  /** Features of the request under some lessons that the server was never seen to take. */
  featuresUnder(lessons: ReadonlySet<string>): readonly string[];
  /** Of the features those that a refusal speaks of, the likeliest first. */
  named(refusal: CallError, features: readonly string[]): readonly string[];
  /** Of the features those that may be left out after such a refusal. */
  open(refusal: CallError, features: readonly string[]): readonly string[];
  /** @throws CallError */
  send(lessons: ReadonlySet<string>): Promise<Accepted>;
}

export interface Found<Accepted> {
  readonly accepted: Accepted;
  readonly lessons: readonly string[];
}

/**
 * First what the words name, one after the other as each refusal names the next; then, from there, every feature alone;
 * then more and more of them together.
 * @throws the refusal itself where nothing helps; any other failure on the way.
 */
export async function findTakenShape<Accepted>(
  trial: ShapeTrial<Accepted>,
  isAboutShape: (error: CallError) => boolean,
): Promise<Found<Accepted>> {
  const { known } = trial;
  const attempt = async (lessons: readonly string[]): Promise<Found<Accepted> | CallError> => {
    try {
      return { accepted: await trial.send(new Set([...known, ...lessons])), lessons };
    } catch (error) {
      if (error instanceof CallError && isAboutShape(error)) return error;
      throw error;
    }
  };
  const featuresAfter = (lessons: readonly string[]): readonly string[] =>
    trial.featuresUnder(new Set([...known, ...lessons])).filter((feature) => !lessons.includes(feature));

  const followed: string[] = [];
  let refusal = trial.error;
  for (;;) {
    const [next] = trial.named(refusal, featuresAfter(followed));
    if (next === undefined) break;
    followed.push(next);
    const outcome = await attempt(followed);
    if (!(outcome instanceof CallError)) return outcome;
    refusal = outcome;
  }
  // Too large a prompt is too large in any shape; only a cap of the gate's own is named above.
  if (refusal.kind === 'too_large') throw refusal;
  const others = trial.open(refusal, featuresAfter(followed));
  for (const feature of others) {
    const outcome = await attempt([...followed, feature]);
    if (!(outcome instanceof CallError)) return outcome;
  }
  const together = [...followed];
  for (;;) {
    const [next] = trial.open(refusal, featuresAfter(together));
    if (next === undefined) break;
    together.push(next);
    if (together.length < followed.length + 2) continue;
    const outcome = await attempt(together);
    if (!(outcome instanceof CallError)) return outcome;
  }
  throw refusal;
}
