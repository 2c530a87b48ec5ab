// What the gate has asked for so far, and what it asks for next.

/**
 * Everything up to and including these draws and scenarios has been asked for. `scenarios` is a prefix length of the
 * selection's order, so a longer round contains every shorter one; the confirmation covers the same scenarios as the last
 * screen.
 */
export interface Round {
  readonly stage: 'screen' | 'confirm';
  /** Draws per arm in this stage. */
  readonly draws: number;
  readonly scenarios: number;
  /**
   * Scenarios whose base is asked once more, today, ahead of the head: of a screen the confirmation's first draw, so that a night is
   * not taken for the change, or hides it; of a confirmation its next one.
   */
  readonly today?: number;
  /** In a confirmation, the screen's first head draw counts as one of its own, since both sides were drawn on one night. */
  readonly reused?: true;
}
