// A sentence of a report: our own words, and names that came from outside. Views decide how a name is made harmless.

/** Words this project wrote, or a number it formatted. Untrusted text cannot become `Wording` by accident. */
export type Wording = string & { readonly __wording: true };

/** One stretch: `words` are ours; `name` is untrusted (an id, a file, a reason someone typed) and is shown as code. */
interface Part {
  readonly kind: 'words' | 'name';
  readonly text: string;
}

export type Sentence = readonly Part[];

/** Words from a literal of the source code; a variable of type `string` does not compile. */
export function wording<const T extends string>(text: string extends T ? never : T): Wording {
  return text as unknown as Wording;
}

/** Untrusted text inside a sentence. */
export function name(text: string): Sentence {
  return [{ kind: 'name', text }];
}

/** A day as it is written in files, `2026-11-25`; anything else is a name from outside. */
export function day(date: string): Sentence {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? [{ kind: 'words', text: date }] : name(date);
}

/** Names in a row: `a`, `b` and 3 more. `most` is how many are spelled out. */
export function names(all: readonly string[], most = 3): Sentence {
  if (all.length === 0) return [{ kind: 'words', text: 'none' }];
  const shown = all.slice(0, most);
  const rest = all.length - shown.length;
  const last = rest > 0 ? undefined : shown.at(-1);
  const separated = shown.flatMap((text, index): Part[] => {
    const before = index === 0 ? '' : text === last && index === shown.length - 1 ? ' and ' : ', ';
    return [
      { kind: 'words', text: before },
      { kind: 'name', text },
    ];
  });
  return rest > 0 ? [...separated, { kind: 'words', text: ` and ${rest} more` }] : separated;
}

/** Sentences in a row: the one, the other and a third. */
export function listed(all: readonly Sentence[]): Sentence {
  return all.flatMap((part, index): Sentence => {
    const before = index === 0 ? '' : index === all.length - 1 ? ' and ' : ', ';
    return [{ kind: 'words', text: before }, ...part];
  });
}

/** Sentences one behind the other, with our own words between them. */
export function inRow(all: readonly Sentence[], between: Wording): Sentence {
  return all.flatMap((one, index) => (index === 0 ? one : say`${between}${one}`));
}

/** Template tag that builds a sentence: literals and `Wording` are ours, sentences are joined in place. */
export function say(strings: TemplateStringsArray, ...values: readonly (Wording | Sentence)[]): Sentence {
  return strings.flatMap((text, index): Part[] => {
    const value = values[index];
    const literal: Part = { kind: 'words', text };
    if (value === undefined) return [literal];
    return typeof value === 'string' ? [literal, { kind: 'words', text: value }] : [literal, ...value];
  });
}

/** One string, each part as the view shows it. */
export function joinSentence(
  sentence: Sentence,
  show: { words(text: string): string; name(text: string): string },
): string {
  return sentence.map((part) => show[part.kind](part.text)).join('');
}

/** The sentence as it stands alone: a capital first, unless it starts with a name, and a full stop last. */
export function asFullSentence(sentence: Sentence): Sentence {
  const parts = sentence.filter(({ text }) => text !== '');
  const [first, ...rest] = parts;
  if (first === undefined) return [];
  const capital: Part =
    first.kind === 'words' ? { kind: 'words', text: first.text.charAt(0).toUpperCase() + first.text.slice(1) } : first;
  const last = parts.at(-1)!;
  return last.kind === 'words' && /[.!?]$/.test(last.text)
    ? [capital, ...rest]
    : [capital, ...rest, { kind: 'words', text: '.' }];
}
