// The words of a prompt with the version they carry.

export interface Wording {
  /** As in the last line of the words: `judge@1`. */
  readonly version: string;
  readonly instructions: string;
}
