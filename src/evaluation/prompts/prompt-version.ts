// The words of a prompt with the version they carry.

export interface PromptVersion {
  /** As in the last line of the words: `judge@2`. */
  readonly version: string;
  readonly instructions: string;
  /**
   * The first words asked for the item's code back, and their replies' schema named it. Later versions match replies to
   * requests without it.
   */
  readonly echoesItem?: true;
}
