// What a spec is to every later stage: an ordered list of clauses, each with the place it came from.

/** The level of authority, tags, scope and whatever else a clause's `{…}` suffix names. Keys in the order written. */
export type ClauseAttributes = Readonly<Record<string, string>>;

/** Lines count from 1; both ends belong to the range. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a clause that is comment, not instruction (`!!! meta "Commentary"`). */
export interface Commentary {
  readonly title: string;
  readonly lines: LineRange;
}

export interface Clause {
  /** Explicit (`{#id}`), or a stable slug of the heading path. Unique within a spec. */
  readonly id: string;
  readonly title: string;
  /** Titles of the headings above it, outermost first. */
  readonly ancestors: readonly string[];
  readonly attributes: ClauseAttributes;
  /** The body below the heading line, without the clause's own sub-clauses; line ends are `\n`, trimmed at both ends. */
  readonly text: string;
  readonly commentary: readonly Commentary[];
  readonly file: string;
  readonly lines: LineRange;
  /**
   * `grouping`: a heading without text above others; it is no rule of its own, and judges read it in the paths of those.
   * `item`: one item of a list, whose number says only where it stands. Absent: a heading or paragraph with its text.
   */
  readonly kind?: 'grouping' | 'item';
}

/** A heading that stands again under the same headings, and the id that it got. */
export interface RepeatedHeading {
  readonly id: string;
  readonly first: { readonly file: string; readonly line: number };
}

export interface Spec {
  readonly clauses: readonly Clause[];
  /** SHA-256 over ids, headings, attributes and texts in order: what "another spec text" means. */
  readonly hash: string;
  /** SHA-256 of what the files hold outside of clauses (front matter, comments); white space aside. */
  readonly outside?: string;
  /** As they are written, but for byte-order marks and with `\n` at line ends, as git stores them; of a prompt in YAML its text. */
  readonly files: readonly SpecFile[];
  readonly repeated?: readonly RepeatedHeading[];
  /** Lines that the patterns of `ignore` leave out. */
  readonly ignored?: readonly string[];
}

/** What counts as a clause. */
export type ClauseMode = 'headings' | 'items' | 'paragraphs';

/** One file of a spec, as text. `file` is the path shown to people. */
export interface SpecFile {
  readonly file: string;
  readonly text: string;
}

/** Clauses that every judge sees whatever is linked (definitions, authority, risk taxonomy). */
export function isGlobal(clause: Clause): boolean {
  return clause.attributes['scope'] === 'global';
}

/** How many clauses there are, as people count them: a heading without text above others is none. */
export function countClauses(clauses: readonly Pick<Clause, 'kind'>[]): number {
  return clauses.filter(({ kind }) => kind !== 'grouping').length;
}
